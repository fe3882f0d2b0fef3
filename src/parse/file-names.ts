// What a file's name alone says: article, photo or document, or not content at all. Names that editors end up with
// by accident (Notepad's .txt, Explorer's copies) get a warning with the name to use.
import type { Diagnostic } from "../model/diagnostic.js";
import type { SourcePath } from "../model/paths.js";

/** `file` is a photo, a document or anything else that an article may name. */
export type NameClass = "article" | "ignored" | "file";

/** Most names of folders and articles: they are not ignored, and nothing is to be said about them. */
const plainName = /^[a-z\d][a-z\d-]*(?:(?:\.[a-z]{2,3})?\.md)?$/;
/** Of an article, with such names alone and its ending once. */
const plainArticle = /^content(?:\/[a-z\d][a-z\d-]*)+(?:\.(?!md\.)[a-z]{2,3})?\.md$/;

/** Judges a path below content/ by all of its names: what lies in an ignored folder is ignored. */
export function classifyName(path: SourcePath): NameClass {
  if (plainArticle.test(path)) return "article";
  const names = path.split("/");
  if (names.some(isIgnoredName)) return "ignored";
  return /.\.md$/i.test(names.at(-1) ?? "") ? "article" : "file";
}

/** Not content: hidden, taken out with an underscore, or litter. */
export function isIgnoredName(name: string): boolean {
  return !plainName.test(name) && (/^[._]/.test(name) || isLitter(name));
}

/** What Windows, macOS, Office and editors leave behind anywhere: never content, never part of a theme. */
export function isLitter(name: string): boolean {
  return (
    /^~\$|~$|\.(?:swp|swo|swx|bak|tmp)$|^#.*#$/i.test(name) ||
    /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|\._.*|\.#.*|\$recycle\.bin)$/i.test(name)
  );
}

/** Warnings about names and errors about names that are one on Windows and macOS; a path may come twice (NFC). */
export function nameDiagnostics(paths: readonly SourcePath[]): Diagnostic[] {
  const folded = new Map<string, SourcePath>();
  const collisions: Diagnostic[] = [];
  for (const path of paths) {
    const fold = foldName(path);
    const twin = folded.get(fold);
    if (twin === undefined) folded.set(fold, path);
    else collisions.push(collision(path, twin));
  }
  const odd = paths.filter((path) => !plainArticle.test(path));
  return [...collisions, ...odd.flatMap((path) => wrongEnding(path) ?? copiedName(path, folded) ?? [])];
}

/** Names beside which bantin.yaml is missing: the one that was surely meant for it. */
export function configNameDiagnostics(names: readonly SourcePath[]): Diagnostic[] {
  const meant = names.filter((name) => /^\.?ban[-_ ]?tin\.(?:ya?ml\.txt|yml|yaml|txt)$/i.test(name));
  return meant.map((file) => ({
    rule: "name-config",
    severity: "warning",
    file,
    message: {
      vi: "Tệp cấu hình phải có tên đúng là bantin.yaml nên tệp này không được dùng",
      en: "The configuration must be named exactly bantin.yaml, so this file is not used",
    },
    hint: { vi: "Đổi tên thành bantin.yaml", en: "Rename it to bantin.yaml" },
  }));
}

function foldName(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function collision(path: SourcePath, twin: SourcePath): Diagnostic {
  return {
    rule: "name-collision",
    severity: "error",
    file: path,
    message: {
      vi: `Tên tệp này và “${twin}” chỉ khác nhau chữ hoa, chữ thường hoặc cách gõ dấu; Windows và macOS coi là một tệp`,
      en: `This name and “${twin}” differ only in capitals or in how the marks are typed; Windows and macOS take them for one file`,
    },
    hint: { vi: "Đổi tên một trong hai tệp", en: "Rename one of the two files" },
  };
}

function wrongEnding(path: SourcePath): Diagnostic | undefined {
  const name = baseName(path);
  const [, list] = /^content\/(tags|authors|abbreviations)\.(?:yml|ya?ml\.txt)$/i.exec(path) ?? [];
  if (list !== undefined) return wrongList(path, `${list.toLowerCase()}.yaml`);
  const [, article, ending] = /^(.+?)(\.md\.txt|\.md\.md|\.(?:markdown|mdown|mkdn?|mdwn))$/i.exec(name) ?? [];
  if (article === undefined || ending === undefined) return undefined;
  const better = `${article}.md`;
  const hint = { vi: `Đổi tên thành ${better}`, en: `Rename it to ${better}` };
  const about = { severity: "warning", file: path, hint } as const;
  if (/\.txt$/i.test(ending)) {
    const message = {
      vi: "Tệp có đuôi .txt nên không được đăng",
      en: "This file ends in .txt, so it is not published",
    };
    return { ...about, rule: "name-txt", message };
  }
  if (/\.md\.md$/i.test(ending)) {
    const message = { vi: "Tên tệp có hai đuôi .md", en: "This file's name ends in .md twice" };
    return { ...about, rule: "name-ending", message };
  }
  const message = {
    vi: `Tệp có đuôi ${ending} nên không được đăng; bài viết phải có đuôi .md`,
    en: `This file ends in ${ending}, so it is not published; an article's name ends in .md`,
  };
  return { ...about, rule: "name-ending", message };
}

function wrongList(path: SourcePath, better: string): Diagnostic {
  return {
    rule: "name-ending",
    severity: "warning",
    file: path,
    message: {
      vi: `Tệp này phải có tên đúng là ${better} nên chưa được dùng`,
      en: `This file must be named exactly ${better}, so it is not used`,
    },
    hint: { vi: `Đổi tên thành ${better}`, en: `Rename it to ${better}` },
  };
}

const copyMarks: readonly RegExp[] = [
  /^(?<stem>.+?)(?: - (?:copy|bản sao|sao chép))(?: \(\d+\))?$/i,
  /^(?:copy of|bản sao của) (?<stem>.+)$/i,
  /^(?<stem>.+?) ?\(\d{1,2}\)$/u,
];

/** `folded`: what files there are, by their folded paths. */
function copiedName(path: SourcePath, folded: ReadonlyMap<string, SourcePath>): Diagnostic | undefined {
  if (classifyName(path) !== "article") return undefined;
  const name = baseName(path);
  const [, stem = "", language = ""] = /^(.+?)(\.[a-z]{2,3}(?:-[a-z0-9]+)*)?\.md$/i.exec(name) ?? [];
  const original = stripMarks(stem);
  if (original === stem) return undefined;
  const folder = path.slice(0, path.length - name.length);
  const taken = (candidate: string) => folded.has(foldName(folder + candidate));
  const first = `${original}${language}.md`;
  const hint = taken(first)
    ? freeName(splitLanguage(first), taken)
    : { vi: `Đổi tên thành ${first}`, en: `Rename it to ${first}` };
  return {
    rule: "name-copy",
    severity: "warning",
    file: path,
    message: {
      vi: `Tên tệp “${name}” trông như một bản chép hay bản tải về lần nữa`,
      en: `“${name}” is named like a copy or a second download`,
    },
    hint,
  };
}

/** A copy of a copy bears two marks. */
function stripMarks(stem: string): string {
  const inner = copyMarks.map((mark) => mark.exec(stem)?.groups?.["stem"]).find(Boolean);
  return inner === undefined ? stem : stripMarks(inner);
}

/** `x.vi.md` → `x` and `.vi.md`, so that a number goes before the language. */
function splitLanguage(name: string): readonly [string, string] {
  const [, stem = name, ending = ""] = /^(.+?)((?:\.[a-z]{2,3}(?:-[a-z0-9]+)*)?\.md)$/i.exec(name) ?? [];
  return [stem, ending];
}

function freeName([stem, ending]: readonly [string, string], taken: (name: string) => boolean) {
  let number = 2;
  while (taken(`${stem}-${number}${ending}`)) number++;
  const better = `${stem}-${number}${ending}`;
  return {
    vi: `Nếu là bản chép thừa thì xóa đi; nếu là bài khác thì đổi tên thành ${better}`,
    en: `If it is a spare copy, delete it; if it is another article, rename it to ${better}`,
  };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

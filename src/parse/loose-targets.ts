// Images and links that Markdown leaves as text because of a space in the file's name or of curly quotation marks:
// `![Hội nghị](IMG 2023 01.jpg)`, `![a](anh.jpg “Chú thích”)`, `[Báo cáo](Bao cao 2023.pdf)`, and, alone in its
// paragraph, `(anh.jpg “Chú thích”)`. Found by hand, in one pass, for the text can be anything.
import { extensionOf, fileKindOf, isMarkdown } from "../model/files.js";

export interface LooseTarget {
  readonly kind: "image" | "link";
  /** The alt text, or the link's words. */
  readonly words: string;
  readonly path: string;
  readonly title: string | null;
  /** UTF-16 offsets in the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** `isAlone`: the text is a whole paragraph. */
export function findLooseTargets(text: string, isAlone: boolean): LooseTarget[] {
  const targets: LooseTarget[] = [];
  let from = 0;
  for (let at = text.indexOf("]("); at !== -1; at = text.indexOf("](", at + 2)) {
    const target = targetAt(text, from, at);
    if (target === undefined) continue;
    targets.push(target);
    from = target.end;
  }
  const bare = isAlone && targets.length === 0 ? bareTarget(text) : undefined;
  return bare === undefined ? targets : [bare];
}

/** Longest words and longest target that are looked at, in UTF-16 units. */
const longest = 500;

function targetAt(text: string, from: number, middle: number): LooseTarget | undefined {
  const earliest = Math.max(from, middle - longest);
  const opening = text.slice(earliest, middle).lastIndexOf("[");
  if (opening === -1) return undefined;
  const open = earliest + opening;
  const words = text.slice(open + 1, middle);
  const close = findClosing(text, middle + 2);
  if (words.includes("]") || close === undefined) return undefined;
  const isImage = open > from && text[open - 1] === "!";
  const target = readTarget(text.slice(middle + 2, close));
  if (target === undefined || (isImage ? !isPicture(target.path) : !isFile(target.path))) return undefined;
  return {
    kind: isImage ? "image" : "link",
    words,
    ...target,
    start: isImage ? open - 1 : open,
    end: close + 1,
  };
}

/** The parenthesis that closes the one before `from`, with pairs in between, on the same line. */
function findClosing(text: string, from: number): number | undefined {
  let depth = 0;
  const end = Math.min(text.length, from + longest);
  for (let at = from; at < end; at++) {
    const mark = text[at];
    if (mark === "\n") return undefined;
    if (mark === "(") depth++;
    if (mark === ")" && depth-- === 0) return at;
  }
  return undefined;
}

const titled = /^(.*?)\s*[“”„"‘’']([^“”„"]*)[“”"’']$/u;

function readTarget(written: string): { readonly path: string; readonly title: string | null } | undefined {
  const target = written.trim();
  if (target === "" || /[<>]/.test(target)) return undefined;
  const [, path = "", title = ""] = titled.exec(target) ?? [];
  if (path !== "") return { path: path.trim(), title: title.trim() };
  return { path: target, title: null };
}

/** HEIC is no photo yet, but one is meant, and then gets a message of its own. */
function isPicture(path: string): boolean {
  return fileKindOf(path) === "photo" || /^(?:heic|heif|bmp|tiff?)$/.test(extensionOf(path));
}

function isFile(path: string): boolean {
  return fileKindOf(path) !== undefined || isMarkdown(path) || isPicture(path);
}

function bareTarget(text: string): LooseTarget | undefined {
  const written = text.length > longest ? "" : text.trim();
  if (!written.startsWith("(") || !written.endsWith(")")) return undefined;
  const target = readTarget(written.slice(1, -1));
  if (target === undefined || target.title === null || !isPicture(target.path)) return undefined;
  return { kind: "image", words: "", ...target, start: 0, end: text.length };
}

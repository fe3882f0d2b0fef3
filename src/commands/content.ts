// content/ as the pipeline takes it in: its listing, its articles parsed one by one, its word lists. A file that
// cannot be read is a broken article: it counts as existing, so that one fault is one report.
import { readFileBytes } from "../io/read-files.js";
import { type Ignores, type ListedFile, readFolder } from "../io/read-folder.js";
import type { Limits, ParsedArticle, ParseSettings } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Folder } from "../model/files.js";
import { type SourcePath, sourcePath } from "../model/paths.js";
import type { Source } from "../model/source.js";
import { createArticleParser } from "../parse/article.js";
import { decodeSource } from "../parse/decode.js";
import { classifyName, isIgnoredName, isLitter, nameDiagnostics } from "../parse/file-names.js";
import { identityOf } from "../parse/identity.js";

export interface Content {
  readonly folder: Folder;
  readonly files: ReadonlyMap<SourcePath, ListedFile>;
  readonly diagnostics: readonly Diagnostic[];
}

export function readContent(root: string): Content {
  const listing = readFolder(root, "content", isIgnoredName);
  const files = new Map(listing.files.map((file) => [file.path, file]));
  const paths = listing.files.map(({ path }) => path);
  const hasArticle = paths.some((path) => classifyName(path) === "article");
  const empty = hasArticle || listing.diagnostics.length > 0 ? [] : [contentEmpty];
  return {
    folder: { paths: new Set(paths) },
    files,
    diagnostics: [...listing.diagnostics, ...nameDiagnostics(paths), ...empty],
  };
}

/** Hidden files are none of the theme's, but for those that go to the top of the site as they are. */
export const ignoresInTheme: Ignores = (name, path) =>
  isLitter(name) || /^\.bantin/i.test(name) || (name.startsWith(".") && !path.startsWith("assets/root/"));

export function parseAll(
  content: Content,
  settings: ParseSettings,
  onArticle: (done: number, total: number) => void,
): ParsedArticle[] {
  const files = [...content.files.values()].filter(({ path }) => classifyName(path) === "article");
  const parse = createArticleParser(settings);
  return files.map((file, index) => {
    const source = readText(file, settings.limits);
    const article = "rule" in source ? unreadArticle(file, settings, source) : parse(source);
    onArticle(index + 1, files.length);
    return article;
  });
}

/** A word list of the content, such as content/tags.yaml; adds to `diagnostics` what keeps it from being read. */
export function readSource(
  content: Content,
  path: SourcePath,
  limits: Limits,
  diagnostics: Diagnostic[],
): Source | undefined {
  const file = content.files.get(path);
  if (file === undefined) return undefined;
  const source = readText(file, limits);
  if (!("rule" in source)) return source;
  diagnostics.push(source);
  return undefined;
}

function unreadArticle(
  { path }: ListedFile,
  { languages }: ParseSettings,
  diagnostic: Diagnostic,
): ParsedArticle {
  const { kind, key, lang } = identityOf(path, languages);
  return { source: path, hash: "", kind, key, lang, broken: true, diagnostics: [diagnostic] };
}

function readText(file: ListedFile, limits: Limits): Source | Diagnostic {
  const read = readFileBytes(file, limits.articleBytes);
  return "diagnostic" in read ? read.diagnostic : decodeSource(file.path, read.bytes, read.hash);
}

// An error, for a network drive that is not there must not take the whole published site away.
const contentEmpty: Diagnostic = {
  rule: "content-empty",
  severity: "error",
  file: sourcePath("content"),
  message: { vi: "Thư mục content chưa có bài nào", en: "There is no article in the folder content" },
  hint: {
    vi: "Đặt bài vào content, tên tệp có đuôi .md; nếu đã có bài thì kiểm tra ổ mạng, OneDrive",
    en: "Put articles into content, in files that end in .md; if they should be there, check the network drive or OneDrive",
  },
};

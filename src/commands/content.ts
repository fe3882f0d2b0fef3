// content/ as the pipeline takes it in: its listing and its word lists.
import { existsSync } from "node:fs";
import nodePath from "node:path";
import { readFileBytes } from "../io/read-files.js";
import { findFile, type Ignores, type ListedFile, type Listing, readFolder } from "../io/read-folder.js";
import type { Limits } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Folder } from "../model/files.js";
import { type SourcePath, sourcePath } from "../model/paths.js";
import type { Source } from "../model/source.js";
import { decodeSource } from "../parse/decode.js";
import { classifyName, isIgnoredName, isLitter, nameDiagnostics } from "../parse/file-names.js";
import type { Changes } from "./changes.js";

export interface Content {
  readonly folder: Folder;
  readonly files: ReadonlyMap<SourcePath, ListedFile>;
  readonly diagnostics: readonly Diagnostic[];
}

export function listContent(root: string): Listing {
  return readFolder(root, "content", isIgnoredName);
}

export function readContent(listing: Listing): Content {
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

/** The listing as it was, where no file came or went since. */
export function findContent(
  root: string,
  before: { readonly content: Content; readonly changes: Changes } | undefined,
  listing?: Listing,
): Content {
  if (before === undefined) return readContent(listing ?? listContent(root));
  const { content, changes } = before;
  if (changes !== "all" && [...changes].every((path) => isAsListed(root, content, path))) return content;
  const found = readContent(listContent(root));
  return printOf(found) === printOf(content) ? content : found;
}

/** True where the listing need not be made again: no file or folder came or went at this path. */
function isAsListed(root: string, { files }: Content, path: SourcePath): boolean {
  if (path !== "content" && !path.startsWith("content/")) return true;
  const found = findFile(root, path);
  if (files.has(path)) return found !== undefined && "machine" in found;
  if (found !== undefined) return isIgnoredName(path.slice(path.lastIndexOf("/") + 1));
  return ![...files.keys()].some((listed) => listed.startsWith(`${path}/`));
}

function printOf({ files, diagnostics }: Content): string {
  return JSON.stringify([[...files.values()], diagnostics]);
}

/** Hidden files are none of the theme's, but for those that go to the top of the site as they are. */
export const ignoresInTheme: Ignores = (name, path) =>
  isLitter(name) || /^\.bantin/i.test(name) || (name.startsWith(".") && !path.startsWith("assets/root/"));

/** The report where a folder is no bulletin at all. `root` is absolute. */
export function findMissingContent(root: string): Diagnostic | undefined {
  return existsSync(nodePath.join(root, "content")) ? undefined : contentMissing;
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

const contentMissing: Diagnostic = {
  rule: "content-missing",
  severity: "error",
  file: sourcePath("content"),
  message: {
    vi: "Ở đây không có thư mục content, nơi chứa các bài của bản tin",
    en: "There is no folder content here, which holds the bulletin's articles",
  },
  hint: {
    vi: "Vào đúng thư mục của bản tin (hoặc dùng --root), hay tạo thư mục content với bài đầu tiên, ví dụ content/bai-dau-tien.vi.md:\n---\ntitle: Bài đầu tiên\ndate: 20/01/2026 - 09:50\n---\nNội dung bài viết./.",
    en: "Go to the bulletin's own folder (or use --root), or make a folder content with a first article, such as content/first.en.md:\n---\ntitle: The first article\ndate: 20/01/2026 - 09:50\n---\nThe text of the article.",
  },
};

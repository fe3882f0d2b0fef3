// One file → one article, from the disk. A file that cannot be read is a broken article: it counts as existing, so
// that one fault is one report.
import type { BrokenArticle, ParsedArticle, ParseSettings } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { completeArticle, createArticleOpener, type OpenedArticle } from "../parse/article.js";
import { decodeSource } from "../parse/decode.js";
import { identityOf } from "../parse/identity.js";
import { readFileBytes, sameRoom } from "./read-files.js";
import type { ListedFile } from "./read-folder.js";

export interface WantedArticle {
  readonly file: ListedFile;
  /** The hash of the bytes whose article is known already: where the file still has them, it is not parsed. */
  readonly expected: string | undefined;
}

/** Nothing is given where the file has the bytes that were expected. */
export type ArticleReader = (wanted: WantedArticle) => ParsedArticle | undefined;

/** The same, but for the text. */
export type FileOpener = (wanted: WantedArticle) => OpenedArticle | BrokenArticle | undefined;

/** Holds what is dear to make, so: one for a bulletin. */
export function createArticleReader(settings: ParseSettings): ArticleReader {
  const open = createFileOpener(settings);
  return (wanted) => {
    const opened = open(wanted);
    return opened && completeArticle(opened, settings);
  };
}

/** Holds what is dear to make, so: one for a bulletin. */
export function createFileOpener(settings: ParseSettings): FileOpener {
  const open = createArticleOpener(settings);
  const room = sameRoom();
  return ({ file, expected }) => {
    const found = readFileBytes(file, settings.limits.articleBytes, room);
    if ("diagnostic" in found) return unreadArticle(file, settings, found.diagnostic);
    const { bytes, hash } = found;
    if (hash === expected) return undefined;
    const source = decodeSource(file.path, bytes, hash);
    return "rule" in source ? unreadArticle(file, settings, source) : open(source);
  };
}

/** Without a hash, so that it is never taken for the article of a file that can be read. */
function unreadArticle(
  { path }: ListedFile,
  { languages }: ParseSettings,
  diagnostic: Diagnostic,
): BrokenArticle {
  const { kind, key, lang } = identityOf(path, languages);
  return { source: path, hash: "", kind, key, lang, broken: true, diagnostics: [diagnostic] };
}

// One file → one article, from the disk: at once, or in two halves, of which the second may be done by another thread. A
// file that cannot be read is a broken article: it counts as existing, so that one fault is one report.
import type { BrokenArticle, ParsedArticle, ParseSettings } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type Work, whole } from "../model/parts.js";
import type { SourcePath } from "../model/paths.js";
import { completeArticle, createArticleOpener, type OpenedArticle, openBeginning } from "../parse/article.js";
import { decodeSource } from "../parse/decode.js";
import { headLength } from "../parse/front-matter/head.js";
import { identityOf } from "../parse/identity.js";
import type { Looks } from "./file-look.js";
import { type FileBytes, type Room, readFileBytes, sameRoom } from "./read-files.js";
import type { ListedFile } from "./read-folder.js";

export interface WantedArticle {
  readonly file: ListedFile;
  /** The hash of the bytes whose article is known already: where the file still has them, it is not parsed. */
  readonly expected: string | undefined;
}

/** What a file says of itself has been read; the rest of its bytes has not been looked at. */
export interface OpenedFile {
  readonly opened: OpenedArticle;
  readonly bytes: Uint8Array;
}

/** All of these hold what is dear to make, so: one for a bulletin. */
export interface ArticleReader {
  /** Nothing is given where the file has the bytes that were expected. */
  readonly read: (wanted: WantedArticle) => ParsedArticle | undefined;
  /** The same of several, but only the first half where the second can wait. `room` is where the bytes stay until then. */
  readonly openAll: (
    wanted: readonly WantedArticle[],
    room: Room,
  ) => (ParsedArticle | OpenedFile | undefined)[];
  readonly complete: (file: OpenedFile) => Work<ParsedArticle>;
}

export function createArticleReader(settings: ParseSettings, looks?: Looks): ArticleReader {
  const open = createArticleOpener(settings);
  const { articleBytes } = settings.limits;
  const own = sameRoom();
  const bytesOf = ({ file, expected }: WantedArticle, room: Room): FileBytes | BrokenArticle | undefined => {
    const found = readFileBytes(file, articleBytes, { room, looks });
    if ("diagnostic" in found) return unreadArticle(file.path, settings, found.diagnostic);
    return found.hash === expected ? undefined : found;
  };
  /** `opened` where that was done already. */
  function* finish(
    path: SourcePath,
    { bytes, hash }: FileBytes,
    opened?: OpenedArticle,
  ): Work<ParsedArticle> {
    const source = decodeSource(path, bytes, hash);
    if ("rule" in source) return unreadArticle(path, settings, source);
    return yield* completeArticle(opened ?? open(source), source, settings);
  }
  const openFirst = (path: SourcePath, { bytes, hash }: FileBytes): OpenedArticle | undefined => {
    // What is decoded is never longer than this: it can be told here that it is within the limit.
    const length = bytes.length * 3 <= articleBytes ? headLength(bytes) : undefined;
    if (length === undefined) return undefined;
    const beginning = decodeSource(path, bytes.subarray(0, length), hash);
    return "rule" in beginning ? undefined : openBeginning(open, beginning);
  };
  return {
    read: (wanted) => {
      const found = bytesOf(wanted, own);
      return found === undefined || "broken" in found ? found : whole(finish(wanted.file.path, found));
    },
    openAll: (wanted, room) =>
      // First the bytes of all, for the reason that is given in parts.ts.
      wanted
        .map((one) => ({ found: bytesOf(one, room), path: one.file.path }))
        .map(({ found, path }) => {
          if (found === undefined || "broken" in found) return found;
          const opened = openFirst(path, found);
          return opened === undefined ? whole(finish(path, found)) : { opened, bytes: found.bytes };
        }),
    complete: ({ opened, bytes }) => finish(opened.path, { bytes, hash: opened.hash }, opened),
  };
}

/** Without a hash, so that it is never taken for the article of a file that can be read. */
function unreadArticle(
  path: SourcePath,
  { languages }: ParseSettings,
  diagnostic: Diagnostic,
): BrokenArticle {
  const { kind, key, lang } = identityOf(path, languages);
  return { source: path, hash: "", kind, key, lang, broken: true, diagnostics: [diagnostic] };
}

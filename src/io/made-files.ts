// The list of files that Bantin made, kept in the output folder as `.bantin-files`: only what stands in it is ever
// overwritten or removed. One line a file, sorted by path, the same bytes for the same site:
//   bantin-files 1
//   PATH <tab> SHA-256 of the bytes <tab> story key and language (pages of articles only)
import { type OutPath, outPath } from "../model/paths.js";
import type { PublishedList } from "../model/published.js";

export interface MadeFile {
  /** SHA-256, lower-case hex. */
  readonly hash: string;
  readonly identity?: string;
}

export type MadeFiles = ReadonlyMap<OutPath, MadeFile>;

export const madeFilesName = ".bantin-files";

const firstLine = "bantin-files 1";

export function formatMadeFiles(files: MadeFiles): string {
  const lines = [...files].map(([path, { hash, identity }]) =>
    identity === undefined ? `${path}\t${hash}` : `${path}\t${hash}\t${identity}`,
  );
  return `${[firstLine, ...lines.sort()].join("\n")}\n`;
}

/** undefined where the text is not such a list, or names a file outside of the output folder. */
export function parseMadeFiles(text: string): MadeFiles | undefined {
  const lines = text.split("\n");
  if (lines.shift() !== firstLine || lines.pop() !== "") return undefined;
  const files = new Map<OutPath, MadeFile>();
  for (const line of lines) {
    const [path = "", hash = "", identity] = line.split("\t");
    if (!isSafePath(path) || !/^[0-9a-f]{64}$/.test(hash)) return undefined;
    files.set(outPath(path), identity === undefined ? { hash } : { hash, identity });
  }
  return files;
}

/** Relative, inside of the output folder, fit for a line of the list, and no file of Bantin's own keeping. */
export function isSafePath(path: string): boolean {
  return (
    !/[\\\x00-\x1f\x7f]/.test(path) &&
    !/^[a-z]:/i.test(path) &&
    !/^\.bantin/i.test(path) &&
    path.split("/").every((name) => name !== "" && name !== "." && name !== "..")
  );
}

export function publishedIn(files: MadeFiles): PublishedList {
  const pages = [...files].flatMap(([path, { identity }]) =>
    identity === undefined ? [] : [{ path, identity }],
  );
  return { pages };
}

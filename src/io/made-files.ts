// The list of files that Bantin made, kept in the output folder as `.bantin-files`: only what stands in it is ever
// overwritten or removed. One line a file, sorted by path, the same bytes for the same site:
//   bantin-files 1
//   PATH <tab> SHA-256 of the bytes, CRC-32 where they are a text <tab> story key and language (pages of articles only)
import { type OutPath, outPath } from "../model/paths.js";
import type { PublishedList } from "../model/published.js";
import { bytesOfLines, findLine, inOrder, replaceLines } from "./sorted-lines.js";

export interface MadeFile {
  /** Of the bytes, lower-case hex: CRC-32 (check-bytes.ts) of a page or text, SHA-256 of anything else. */
  readonly hash: string;
  readonly identity?: string;
}

export type MadeFiles = ReadonlyMap<OutPath, MadeFile>;

export const madeFilesName = ".bantin-files";

const firstLine = "bantin-files 1";

/** UTF-8. */
export function formatMadeFiles(files: MadeFiles): Uint8Array {
  const head = Buffer.from(`${firstLine}\n`);
  return bytesOfLines(inOrder(files), (path) => formatLine(path, files.get(path) as MadeFile), head);
}

function formatLine(path: OutPath, { hash, identity }: MadeFile): string {
  return identity === undefined ? `${path}\t${hash}` : `${path}\t${hash}\t${identity}`;
}

/** The files at these paths as a list of ours names them; undefined where it does not name all of them. */
export function pickMadeFiles(list: string, paths: readonly OutPath[]): MadeFiles | undefined {
  const lines = list.slice(firstLine.length + 1);
  const files = new Map<OutPath, MadeFile>();
  for (const path of paths) {
    const line = findLine(lines, path);
    if (line === undefined) return undefined;
    files.set(path, readLine(line)[1]);
  }
  return files;
}

/** The list with these files as they are now. Throws where it does not name one of them. */
export function replaceMadeFiles(list: string, files: MadeFiles): Uint8Array {
  const fresh = new Map<string, string>([...files].map(([path, file]) => [path, formatLine(path, file)]));
  const lines = replaceLines(list.slice(firstLine.length + 1), fresh);
  if (lines === undefined) throw new Error("the list of made files does not name a file that was there");
  return Buffer.from(`${firstLine}\n${lines}`);
}

function readLine(line: string): readonly [path: string, file: MadeFile] {
  const [path = "", hash = "", identity] = line.split("\t");
  return [path, identity === undefined ? { hash } : { hash, identity }];
}

/** undefined where the text is not such a list, or names a file outside of the output folder. */
export function parseMadeFiles(text: string): MadeFiles | undefined {
  const lines = text.split("\n");
  if (lines.shift() !== firstLine || lines.pop() !== "") return undefined;
  const files = new Map<OutPath, MadeFile>();
  for (const line of lines) {
    const [path, file] = readLine(line);
    if (!isSafePath(path) || !/^[0-9a-f]{8}(?:[0-9a-f]{56})?$/.test(file.hash)) return undefined;
    files.set(outPath(path), file);
  }
  return files;
}

/** Relative, inside of the output folder, fit for a line of the list, and no file of Bantin's own keeping. */
export function isSafePath(path: string): boolean {
  return (
    !/[\\\x00-\x1f\x7f]/.test(path) &&
    !/^[a-z]:/i.test(path) &&
    !/^\.bantin/i.test(path) &&
    // No name in it is empty, "." or "..".
    !/(?:^|\/)\.{0,2}(?:\/|$)/.test(path)
  );
}

export function publishedIn(files: MadeFiles): PublishedList {
  const pages = [...files].flatMap(([path, { identity }]) =>
    identity === undefined ? [] : [{ path, identity }],
  );
  return { pages };
}

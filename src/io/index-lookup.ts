// The index of the cache of articles for a build that asks for a few of them: only their rows are read.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import nodePath from "node:path";
import type { SourcePath } from "../model/paths.js";
import {
  baseName,
  type First,
  type IndexedArticle,
  readRow,
  readRows,
  readSealed,
  recentName,
  writeRows,
} from "./article-index.js";
import { factsAt } from "./file-look.js";
import type { KeptArticle } from "./kept-article.js";

export interface IndexLookup {
  readonly get: (path: SourcePath) => IndexedArticle | undefined;
  /** Replaces the rows of these articles. Throws where the folder cannot be written to. */
  readonly replace: (articles: ReadonlyMap<SourcePath, KeptArticle>, started: number) => void;
  /** What changed since the large file was written. */
  readonly recent: ReadonlyMap<SourcePath, KeptArticle>;
}

/**
 * Undefined where the index is as good as none. Where its large file is known to stand as it was read or written
 * (`factsOfIndex`), only the rows that are asked for are read of it.
 */
export function lookUpIndex(folder: string, key: string, known: string): IndexLookup | undefined {
  try {
    const name = nodePath.join(folder, baseName);
    const base = openRows(name, known !== "" && factsOfIndex(folder) === known ? undefined : key);
    const recentFile = nodePath.join(folder, recentName);
    const recentKey = `${key}\n${base.seal}`;
    const recent = readRows(recentFile, recentKey)?.rows ?? new Map<SourcePath, IndexedArticle>();
    return {
      recent,
      get: (path) => {
        const one = recent.get(path) ?? base.find(path);
        return one?.head === "" ? undefined : one;
      },
      replace: (articles, started) =>
        writeRows(recentFile, recentKey, { started, articles: new Map([...recent, ...articles]) }),
    };
  } catch {
    return undefined;
  }
}

/** The same where nobody has touched the large file of the index; "" where there is none. */
export function factsOfIndex(folder: string): string {
  return factsAt(nodePath.join(folder, baseName));
}

interface OpenRows {
  readonly seal: string;
  /** The rows of the large file are in the order of their paths. */
  readonly find: (path: SourcePath) => IndexedArticle | undefined;
}

/** Without a `key` the file is taken to be whole. Throws where it is not what it says. */
function openRows(name: string, key: string | undefined): OpenRows {
  if (key !== undefined) readSealed(name, key);
  const first = withFile(name, (file) => lineAround(file, 0).line);
  const { seal, started } = JSON.parse(first) as First;
  /** By place: every search begins at the same ones. */
  const seen = new Map<number, Row>();
  const rowAround = (file: OpenFile, place: number): Row => {
    const known = seen.get(place);
    if (known !== undefined) return known;
    const { start, line } = lineAround(file, place);
    const [path, article] = readRow(line, started);
    const row = { start, next: start + Buffer.byteLength(line) + 1, path, article };
    seen.set(place, row);
    return row;
  };
  return {
    seal,
    find: (path) =>
      withFile(name, (file) => {
        let [from, to] = [Buffer.byteLength(first) + 1, file.size];
        while (from < to) {
          const row = rowAround(file, Math.floor((from + to) / 2));
          if (row.path === path) return row.article;
          if (row.path < path) from = row.next;
          else to = row.start;
        }
        return undefined;
      }),
  };
}

interface Row {
  /** The places of its first byte and of the next row's. */
  readonly start: number;
  readonly next: number;
  readonly path: SourcePath;
  readonly article: IndexedArticle;
}

interface OpenFile {
  readonly descriptor: number;
  /** Bytes. */
  readonly size: number;
}

/** Not open for longer: nobody could replace it on Windows. */
function withFile<T>(name: string, read: (file: OpenFile) => T): T {
  const descriptor = openSync(name, "r");
  try {
    return read({ descriptor, size: fstatSync(descriptor).size });
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes to either side of a place that are read at once: more than most rows have, and few enough for Node's pool. */
const window = 2000;

/** The line around a place, with the place of its first byte. */
function lineAround(
  file: OpenFile,
  place: number,
  reach = window,
): { readonly start: number; readonly line: string } {
  const { descriptor, size } = file;
  const from = Math.max(0, place - reach);
  const bytes = Buffer.allocUnsafe(Math.min(size, place + reach) - from);
  readSync(descriptor, bytes, 0, bytes.length, from);
  const before = place === from ? -1 : bytes.lastIndexOf(10, place - from - 1);
  const after = bytes.indexOf(10, place - from);
  const isWhole = (before !== -1 || from === 0) && (after !== -1 || from + bytes.length === size);
  if (!isWhole) return lineAround(file, place, 4 * reach);
  const line = bytes.toString("utf8", before + 1, after === -1 ? bytes.length : after);
  return { start: from + before + 1, line };
}

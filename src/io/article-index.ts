// The index of the cache of articles: everything but the texts. What changed since it was written stands in a second,
// small file, until that is no longer small. Both are read at once and replaced at once; one that is damaged, foreign or
// older is as good as none.
import { randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import nodePath from "node:path";
import { hashText } from "../model/hash.js";
import type { SourcePath } from "../model/paths.js";
import { writeUtf8 } from "../model/quick-bytes.js";
import { bytesOfUnit } from "../model/utf8.js";
import type { TextPlace } from "./article-texts.js";
import { checkBytes, openCheck } from "./check-bytes.js";
import type { KeptArticle } from "./kept-article.js";
import { openShelf } from "./shelf.js";
import { endOfLine, inOrder } from "./sorted-lines.js";

export interface ArticleIndex {
  readonly articles: ReadonlyMap<SourcePath, IndexedArticle>;
  /** The large file of the two. */
  readonly base: ReadonlyMap<SourcePath, IndexedArticle>;
  /** "" where there is none. */
  readonly seal: string;
}

export interface IndexedArticle extends KeptArticle {
  /** When a build that took it to be true began, in milliseconds since the epoch. */
  readonly since: number;
}

export const noIndex: ArticleIndex = { articles: new Map(), base: new Map(), seal: "" };

export const baseName = "articles.index";
export const recentName = "articles.recent";
/** One in so many articles may have changed before all of the index is written anew. */
const recentAtMost = 8;
/** Bytes of rows that are written together: the memory for them is new, and costs more than a few writes. */
const rowsTogether = 1 << 16;

/** `key` names everything else that an article depends on. */
export function readIndex(folder: string, key: string): ArticleIndex {
  const base = readRows(nodePath.join(folder, baseName), key);
  if (base === undefined) return noIndex;
  const recent = readRows(nodePath.join(folder, recentName), `${key}\n${base.seal}`);
  const articles = new Map(base.rows);
  for (const [path, one] of recent?.rows ?? []) {
    // Without a head it is gone.
    if (one.head === "") articles.delete(path);
    else articles.set(path, one);
  }
  return { articles, base: base.rows, seal: base.seal };
}

export interface Rows {
  readonly seal: string;
  readonly rows: ReadonlyMap<SourcePath, IndexedArticle>;
}

export function readRows(name: string, key: string): Rows | undefined {
  try {
    const { seal, started, rest } = readSealed(name, key);
    const rows = new Map<SourcePath, IndexedArticle>();
    for (const line of rest.toString("utf8").split("\n")) {
      if (line !== "") rows.set(...readRow(line, started));
    }
    return { seal, rows };
  } catch {
    return undefined;
  }
}

export interface Sealed extends First {
  readonly rest: Buffer;
}

/** One line that vouches for the rest, then a line an article. Throws where it does not. */
export function readSealed(name: string, key: string): Sealed {
  const bytes = readFileSync(name);
  const end = bytes.indexOf(endOfLine);
  const first = JSON.parse(bytes.toString("utf8", 0, end)) as First;
  const rest = bytes.subarray(end + 1);
  if (first.seal !== sealOf(key, first.started, checkBytes(rest))) throw new Error(`${name} is damaged`);
  return { ...first, rest };
}

/** An article: its facts, and its head as it is. */
export function readRow(line: string, since: number): [SourcePath, IndexedArticle] {
  const cut = line.indexOf("\t");
  const [path, facts, hash, text] = JSON.parse(line.slice(0, cut)) as RowStart;
  return [path, { facts, hash, head: line.slice(cut + 1), since, ...(text === null ? {} : { text }) }];
}

export interface First {
  readonly seal: string;
  readonly started: number;
}

/** What stands in front of a head. */
type RowStart = [SourcePath, string, string, TextPlace | null];

/** As it is to be written; its head may be bytes already, which are not collected over and over as a long text is. */
export interface Row extends Omit<KeptArticle, "head"> {
  readonly head: string | Buffer;
}

/** Gives a head as bytes. */
export function openHeads(): (head: string) => Buffer {
  const shelf = openShelf();
  return (head) => shelf(head.length * bytesOfUnit, (room) => writeUtf8(room, head, 0));
}

export interface IndexChange {
  /** When this build began, in milliseconds since the epoch. */
  readonly started: number;
  readonly articles: ReadonlyMap<SourcePath, Row>;
  /** What was read. */
  readonly before: ArticleIndex;
}

/** Throws where the folder cannot be written to. */
export function writeIndex(folder: string, key: string, { started, articles, before }: IndexChange): void {
  const recentFile = nodePath.join(folder, recentName);
  const recent = before.seal === "" ? undefined : recentOf(articles, before.base);
  if (recent !== undefined && recent.size * recentAtMost <= articles.size) {
    writeRows(recentFile, `${key}\n${before.seal}`, { started, articles: recent });
    return;
  }
  writeRows(nodePath.join(folder, baseName), key, { started, articles });
  // It was made for the one before.
  rmSync(recentFile, { force: true });
}

function recentOf(articles: IndexChange["articles"], base: ArticleIndex["base"]): Map<SourcePath, Row> {
  const recent = new Map<SourcePath, Row>();
  for (const [path, one] of articles) if (base.get(path) !== one) recent.set(path, one);
  for (const path of base.keys()) if (!articles.has(path)) recent.set(path, gone);
  return recent;
}

const gone: Row = { facts: "", hash: "", head: "" };

/** Throws where the folder cannot be written to. */
export function writeRows(
  name: string,
  key: string,
  { started, articles }: Omit<IndexChange, "before">,
): void {
  const folder = nodePath.dirname(name);
  const fresh = `${name}.${randomUUID()}`;
  mkdirSync(folder, { recursive: true });
  const descriptor = openSync(fresh, "wx");
  try {
    // Its length is known before what it says.
    let at = firstLine({ seal: sealOf(key, started, ""), started }).length;
    const sum = openCheck();
    for (const bytes of encodeRows(articles)) {
      sum.add(bytes);
      writeWhole(descriptor, bytes, at);
      at += bytes.length;
    }
    writeWhole(descriptor, firstLine({ seal: sealOf(key, started, sum.check()), started }), 0);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, name);
}

/**
 * In the order of their paths. Many rows at a time, in memory that is used again; turning them into bytes together takes
 * ten times as long.
 */
function* encodeRows(articles: IndexChange["articles"]): Generator<Buffer> {
  let room = Buffer.allocUnsafeSlow(rowsTogether);
  let size = 0;
  for (const path of inOrder(articles)) {
    const { facts, hash, head, text: place } = articles.get(path) as Row;
    const start = `${JSON.stringify([path, facts, hash, place ?? null] satisfies RowStart)}\t`;
    const most = (start.length + head.length + 1) * bytesOfUnit;
    if (size + most > room.length) {
      yield room.subarray(0, size);
      size = 0;
      if (most > room.length) room = Buffer.allocUnsafeSlow(most);
    }
    size += writeUtf8(room, start, size);
    size += typeof head === "string" ? writeUtf8(room, head, size) : head.copy(room, size);
    room[size++] = endOfLine;
  }
  yield room.subarray(0, size);
}

function firstLine(first: First): Buffer {
  return Buffer.from(`${JSON.stringify(first)}\n`);
}

function writeWhole(descriptor: number, bytes: Buffer, start: number): void {
  for (let at = 0; at < bytes.length; ) {
    at += writeSync(descriptor, bytes, at, bytes.length - at, start + at);
  }
}

function sealOf(key: string, started: number, checkOfRest: string): string {
  return hashText(`${key}\n${started}\n${checkOfRest}`);
}

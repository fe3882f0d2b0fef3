// The index of the cache of articles: everything but the texts, read at once and replaced at once. One that is damaged,
// foreign or older is as good as none.
import { createHash, randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import nodePath from "node:path";
import type { SourcePath } from "../model/paths.js";
import type { TextPlace } from "./article-texts.js";
import type { KeptArticle } from "./kept-article.js";
import { hashBytes } from "./read-files.js";

export interface ArticleIndex {
  /** When the build that wrote it began, in milliseconds since the epoch. */
  readonly started: number;
  readonly articles: ReadonlyMap<SourcePath, KeptArticle>;
}

export const noIndex: ArticleIndex = { started: 0, articles: new Map() };

const indexName = "articles.index";
/** Letters that are written together: a whole index as one text would need twice its size again. */
const piece = 1 << 19;

/** One line that vouches for the rest, then a line an article: its facts, and its head as it is. */
export function readIndex(folder: string, key: string): ArticleIndex {
  try {
    const bytes = readFileSync(nodePath.join(folder, indexName));
    const end = bytes.indexOf(10);
    const { seal, started } = JSON.parse(bytes.toString("utf8", 0, end)) as First;
    const rest = bytes.subarray(end + 1);
    if (seal !== sealOf(key, started, hashBytes(rest))) return noIndex;
    const articles = new Map<SourcePath, KeptArticle>();
    for (const line of rest.toString("utf8").split("\n")) {
      if (line === "") continue;
      const cut = line.indexOf("\t");
      const [path, facts, hash, text] = JSON.parse(line.slice(0, cut)) as Row;
      const head = line.slice(cut + 1);
      articles.set(path, { facts, hash, head, ...(text === null ? {} : { text }) });
    }
    return { started, articles };
  } catch {
    return noIndex;
  }
}

interface First {
  readonly seal: string;
  readonly started: number;
}

type Row = [SourcePath, string, string, TextPlace | null];

/** Throws where the folder cannot be written to. */
export function writeIndex(folder: string, key: string, { started, articles }: ArticleIndex): void {
  const name = nodePath.join(folder, indexName);
  const fresh = `${name}.${randomUUID()}`;
  mkdirSync(folder, { recursive: true });
  const descriptor = openSync(fresh, "wx");
  try {
    // Its length is known before what it says.
    let at = firstLine({ seal: sealOf(key, started, ""), started }).length;
    const sum = createHash("sha256");
    for (const text of piecesOf(articles)) {
      const bytes = Buffer.from(text);
      sum.update(bytes);
      writeWhole(descriptor, bytes, at);
      at += bytes.length;
    }
    writeWhole(descriptor, firstLine({ seal: sealOf(key, started, sum.digest("hex")), started }), 0);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, name);
}

function* piecesOf(articles: ArticleIndex["articles"]): Generator<string> {
  let text = "";
  for (const [path, { facts, hash, head, text: place }] of articles) {
    const row: Row = [path, facts, hash, place ?? null];
    text += `${JSON.stringify(row)}\t${head}\n`;
    if (text.length < piece) continue;
    yield text;
    text = "";
  }
  yield text;
}

function firstLine(first: First): Buffer {
  return Buffer.from(`${JSON.stringify(first)}\n`);
}

function writeWhole(descriptor: number, bytes: Buffer, start: number): void {
  for (let at = 0; at < bytes.length; ) {
    at += writeSync(descriptor, bytes, at, bytes.length - at, start + at);
  }
}

function sealOf(key: string, started: number, hashOfRest: string): string {
  return hashBytes(Buffer.from(`${key}\n${started}\n${hashOfRest}`));
}

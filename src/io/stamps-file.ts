// Stamps on disk: one file for each output folder, a line for each of its files, and a first line that vouches for the
// rest. Read by whichever thread looks at the files.
import { closeSync, lstatSync, openSync, readFileSync, readSync } from "node:fs";
import nodePath from "node:path";
import { hashBytes, hashText } from "../model/hash.js";
import type { OutPath } from "../model/paths.js";
import { factsIn } from "./file-look.js";
import { replaceKept } from "./kept-json.js";
import { bytesOfLines, endOfLine, findLine, inOrder, replaceLines } from "./sorted-lines.js";

export interface Stamp {
  /** What a look at the file told: `factsIn` of file-look.ts. */
  readonly of: string;
  /** As the list of made files has it (made-files.ts). */
  readonly hash: string;
  /** Of all that it was made of; "" where that is not told. */
  readonly fingerprint: string;
}

export interface StampedFolder {
  /** SHA-256 of the list of made files, where every file that it names is stamped; else "". */
  readonly list: string;
  readonly stamps: ReadonlyMap<OutPath, Stamp>;
}

/** Both absolute. */
export function stampsFileOf(cache: string, out: string): string {
  return nodePath.join(cache, `output-${hashText(out).slice(0, 16)}.stamps`);
}

/** Stamps as they lie on the disk: a line a file, in the order of their paths. */
export interface StampsText {
  readonly list: string;
  readonly lines: string;
  /** The same where both of them are. */
  readonly seal: string;
}

/** Empty where there are none, and where they are damaged. */
export function readStampsText(file: string): StampsText {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(endOfLine);
    const [seal, list] = JSON.parse(bytes.toString("utf8", 0, end)) as [string, string];
    const rest = bytes.subarray(end + 1);
    return seal === sealOf(list, rest) ? { list, lines: rest.toString(), seal } : none;
  } catch {
    return none;
  }
}

const none: StampsText = { list: "", lines: "", seal: "" };

export function parseStamps({ list, lines }: StampsText): StampedFolder {
  const stamps = new Map<OutPath, Stamp>();
  for (const line of lines.split("\n")) {
    const read = readLine(line);
    if (read !== undefined) stamps.set(...read);
  }
  return { list, stamps };
}

/** The stamp of one file, without reading the others. */
export function findStamp({ lines }: StampsText, path: OutPath): Stamp | undefined {
  const line = findLine(lines, path);
  return line === undefined ? undefined : readLine(line)?.[1];
}

function readLine(line: string): [OutPath, Stamp] | undefined {
  const [path, of, hash, fingerprint] = line.split("\t");
  if (path === undefined || of === undefined || hash === undefined || fingerprint === undefined)
    return undefined;
  return [path as OutPath, { of, hash, fingerprint }];
}

/** The list that the stamps were made for, without reading them; "" where none is told. */
export function readListOf(file: string): string {
  try {
    const descriptor = openSync(file, "r");
    try {
      const bytes = Buffer.alloc(256);
      const first = bytes.toString("utf8", 0, readSync(descriptor, bytes)).split("\n", 1);
      return (JSON.parse(first[0] ?? "") as [string, string])[1];
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return "";
  }
}

/** No path of the output holds a tab or a line's end. */
export function writeStamps(file: string, { list, stamps }: StampedFolder): void {
  writeLines(
    file,
    list,
    bytesOfLines(inOrder(stamps), (path) => formatLine(path, stamps.get(path) as Stamp)),
  );
}

/** Keeps all others as they are. */
export function replaceStamps(file: string, text: StampsText, { list, stamps }: StampedFolder): void {
  const lines = replaceLines(
    text.lines,
    new Map([...stamps].map(([path, stamp]) => [path, formatLine(path, stamp)])),
  );
  // A file without a stamp until now.
  if (lines === undefined)
    writeStamps(file, { list, stamps: new Map([...parseStamps(text).stamps, ...stamps]) });
  else writeLines(file, list, Buffer.from(lines));
}

function formatLine(path: OutPath, { of, hash, fingerprint }: Stamp): string {
  return `${path}\t${of}\t${hash}\t${fingerprint}`;
}

function writeLines(file: string, list: string, lines: Uint8Array): void {
  replaceKept(file, `${JSON.stringify([sealOf(list, lines), list])}\n`, lines);
}

function sealOf(list: string, rest: Uint8Array): string {
  return hashText(`${list} ${hashBytes(rest)}`);
}

/** Letters in a run of lines: those of some 300 files. A line belongs to the run in which it begins. */
const runLength = 1 << 16;

/** For threads that share the runs: `taken` is the number of those that one of them has. */
export function sharedRuns(taken: Int32Array): () => number {
  return () => Atomics.add(taken, 0, 1);
}

/** True where nothing is left of a file of this many bytes. */
export function areAllTaken(taken: Int32Array, size: number): boolean {
  return Atomics.load(taken, 0) * runLength >= size;
}

/**
 * Those of the stamped files that are not as they were. `out` is absolute. `nextRun` gives the runs of lines that are to be
 * looked at, from 0 on, each to one of the threads that do so; by itself it gives all.
 */
export function findTouched(
  out: string,
  { lines }: Pick<StampsText, "lines">,
  nextRun = countUp(),
): OutPath[] {
  const touched: OutPath[] = [];
  for (let start = nextRun() * runLength; start < lines.length; start = nextRun() * runLength) {
    const end = Math.min(start + runLength, lines.length);
    const first = start === 0 ? 0 : lines.indexOf("\n", start - 1) + 1;
    // Nothing is made of the lines: they are tens of thousands, and a build that has nothing to do waits for this.
    for (let from = first; from < end; from = lines.indexOf("\n", from) + 1) {
      const tab = lines.indexOf("\t", from);
      const path = lines.slice(from, tab);
      const found = lookAside(`${out}${nodePath.sep}${path}`);
      if (found === undefined || !lines.startsWith(`${factsIn(found)}\t`, tab + 1))
        touched.push(path as OutPath);
    }
  }
  return touched;
}

function countUp(): () => number {
  let next = 0;
  return () => next++;
}

function lookAside(machine: string) {
  try {
    return lstatSync(machine, { throwIfNoEntry: false });
  } catch {
    // A file stands where a folder was.
    return undefined;
  }
}

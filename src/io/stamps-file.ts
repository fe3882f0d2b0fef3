// Stamps on disk: one file for each output folder, a line for each of its files, and a first line that vouches for the
// rest. Read by whichever thread looks at the files.
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import nodePath from "node:path";
import { hashText } from "../model/hash.js";
import type { OutPath } from "../model/paths.js";
import { factsIn } from "./file-look.js";
import { hashBytes } from "./read-files.js";

export interface Stamp {
  /** What a look at the file told: `factsIn` of file-look.ts. */
  readonly of: string;
  /** SHA-256 of the bytes. */
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

/** Empty where there are none, and where they are damaged. */
export function readStamps(file: string): StampedFolder {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(10);
    const [seal, list] = JSON.parse(bytes.toString("utf8", 0, end)) as [string, string];
    const rest = bytes.subarray(end + 1);
    if (seal !== sealOf(list, rest)) return none;
    const stamps = new Map<OutPath, Stamp>();
    for (const line of rest.toString("utf8").split("\n")) {
      const [path, of, hash, fingerprint] = line.split("\t");
      if (path !== undefined && of !== undefined && hash !== undefined && fingerprint !== undefined) {
        stamps.set(path as OutPath, { of, hash, fingerprint });
      }
    }
    return { list, stamps };
  } catch {
    return none;
  }
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
  const lines = [...stamps].map(
    ([path, { of, hash, fingerprint }]) => `${path}\t${of}\t${hash}\t${fingerprint}\n`,
  );
  const rest = Buffer.from(lines.join(""));
  const first = Buffer.from(`${JSON.stringify([sealOf(list, rest), list])}\n`);
  mkdirSync(nodePath.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, Buffer.concat([first, rest]));
  renameSync(draft, file);
}

const none: StampedFolder = { list: "", stamps: new Map() };

function sealOf(list: string, rest: Uint8Array): string {
  return hashText(`${list} ${hashBytes(rest)}`);
}

/** Those of the stamped files that are not as they were. `out` is absolute. */
export function findTouched(out: string, { stamps }: StampedFolder): OutPath[] {
  const touched: OutPath[] = [];
  for (const [path, { of }] of stamps) {
    const found = lookAside(`${out}${nodePath.sep}${path}`);
    if (found === undefined || factsIn(found) !== of) touched.push(path);
  }
  return touched;
}

function lookAside(machine: string) {
  try {
    return lstatSync(machine, { throwIfNoEntry: false });
  } catch {
    // A file stands where a folder was.
    return undefined;
  }
}

// What a build was made from and what came of it, so that the next build of the same need do nothing: the sizes and
// times of every file that it read, and until when its choice of articles holds. Kept in the cache, one file for each
// output folder; safe to delete at any time.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import nodePath from "node:path";
import { hashText } from "../model/hash.js";
import type { ListedFile } from "./read-folder.js";

/** The files of a build as they stood when it began. */
export interface InputPrint {
  /** The same for the same files, of the same sizes and times, under the same settings. */
  readonly print: string;
  /** When the newest of them was written, in milliseconds since the epoch. */
  readonly newest: number;
}

export interface BuildRecord {
  readonly print: string;
  /** The hash of the list of made files that the build left. */
  readonly list: string;
  /** Milliseconds since the epoch: the same articles are public from the first to just before the second. */
  readonly since: number;
  readonly until: number;
  /** As JSON. */
  readonly result: string;
}

/** `settings` is everything else that the site depends on. */
export function printInputs(files: readonly ListedFile[], settings: string): InputPrint {
  let newest = 0;
  const lines = files.map(({ path, machine }) => {
    const found = statSync(machine, { throwIfNoEntry: false });
    if (found === undefined) return path;
    newest = Math.max(newest, found.mtimeMs, found.ctimeMs);
    return `${path}\t${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`;
  });
  return { print: hashText([settings, ...lines].join("\n")), newest };
}

/** A file may be written twice within the grain of its clock: two seconds, on some file systems. */
export function isSettled({ newest }: InputPrint, started: number): boolean {
  return newest < started - 2000;
}

export function readRecord(cache: string, out: string): BuildRecord | undefined {
  try {
    const [seal, text] = JSON.parse(readFileSync(fileOf(cache, out), "utf8")) as [string, string];
    return seal === hashText(text) ? (JSON.parse(text) as BuildRecord) : undefined;
  } catch {
    return undefined;
  }
}

export function writeRecord(cache: string, out: string, record: BuildRecord): void {
  try {
    const text = JSON.stringify(record);
    const draft = `${fileOf(cache, out)}.${process.pid}`;
    mkdirSync(cache, { recursive: true });
    writeFileSync(draft, JSON.stringify([hashText(text), text]));
    renameSync(draft, fileOf(cache, out));
  } catch {
    // A cache that cannot be written is no reason to fail.
  }
}

function fileOf(cache: string, out: string): string {
  return nodePath.join(cache, `build-${hashText(out).slice(0, 16)}.json`);
}

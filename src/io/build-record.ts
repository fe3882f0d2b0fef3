// What a build was made from and what came of it, so that the next build of the same need do nothing: the sizes and
// times of every file that it read, and until when its choice of articles holds. Kept in the cache, one file for each
// output folder; safe to delete at any time.
import { readFileSync } from "node:fs";
import nodePath from "node:path";
import { isMarkdown } from "../model/files.js";
import { hashText } from "../model/hash.js";
import type { SourcePath } from "../model/paths.js";
import { grain, type Look, lookAt } from "./file-look.js";
import { readKept, writeKept } from "./kept-json.js";
import { hashBytes } from "./read-files.js";
import type { ListedFile } from "./read-folder.js";

/** The files of a build as they stood when it began. */
export interface InputPrint {
  /** The same for the same files, of the same sizes and times, under the same settings. */
  readonly print: string;
  /** Those that were written so shortly before that their times may stand for other bytes too. */
  readonly young: readonly YoungFile[];
  /** By machine path. */
  readonly looked: ReadonlyMap<string, Look>;
}

export interface YoungFile {
  readonly path: SourcePath;
  /** SHA-256; undefined for an article, whose hash is known when it has been read. */
  readonly hash: string | undefined;
}

export interface BuildRecord {
  readonly print: string;
  /** Files whose bytes are to be looked at again, with their SHA-256. */
  readonly young: readonly (readonly [SourcePath, string])[];
  /** The hash of the list of made files that the build left. */
  readonly list: string;
  /** Milliseconds since the epoch: the same articles are public from the first to just before the second. */
  readonly since: number;
  readonly until: number;
  /** As JSON. */
  readonly result: string;
}

export interface PrintOptions {
  /** Everything else that the site depends on. */
  readonly settings: string;
  /** When the build began, in milliseconds since the epoch. */
  readonly started: number;
}

export function printInputs(files: readonly ListedFile[], { settings, started }: PrintOptions): InputPrint {
  const young: YoungFile[] = [];
  const looked = new Map<string, Look>();
  const lines = files.map(({ path, machine }) => {
    const look = lookAt(machine);
    if (look === undefined) return path;
    looked.set(machine, look);
    const isYoung = Math.max(look.modified, look.changed) >= started - grain;
    if (isYoung) young.push({ path, hash: isMarkdown(path) ? undefined : hashFile(machine) });
    return `${path}\t${look.facts}`;
  });
  return { print: hashText([settings, ...lines].join("\n")), young, looked };
}

/** True where every file that was young then still has the bytes that it had. */
export function hasSameBytes({ young }: BuildRecord, files: readonly ListedFile[]): boolean {
  if (young.length === 0) return true;
  const machines = new Map(files.map(({ path, machine }) => [path, machine]));
  return young.every(([path, hash]) => {
    const machine = machines.get(path);
    return machine !== undefined && hashFile(machine) === hash;
  });
}

function hashFile(machine: string): string {
  try {
    return hashBytes(readFileSync(machine));
  } catch {
    return "";
  }
}

/** Undefined where there is none, and where it is damaged. */
export function readRecord(cache: string, out: string): BuildRecord | undefined {
  return readKept(fileOf(cache, out)) as BuildRecord | undefined;
}

export function writeRecord(cache: string, out: string, record: BuildRecord): void {
  writeKept(fileOf(cache, out), record);
}

function fileOf(cache: string, out: string): string {
  return nodePath.join(cache, `build-${hashText(out).slice(0, 16)}.json`);
}

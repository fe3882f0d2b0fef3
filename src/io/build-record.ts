// What a build was made from and what came of it, so that the next build of the same need do nothing: the sizes and
// times of every file that it read, and until when its choice of articles holds. Kept in the cache, one file for each
// output folder; safe to delete at any time.
import { readFileSync } from "node:fs";
import nodePath from "node:path";
import { isMarkdown } from "../model/files.js";
import { hashBytes, hashText } from "../model/hash.js";
import type { SourcePath } from "../model/paths.js";
import { grain, type Looks } from "./file-look.js";
import { readKept, replaceKept, writeKept } from "./kept-json.js";
import type { ListedFile } from "./read-folder.js";

/** The files of a build as they stood when it began. */
export interface InputPrint {
  /** The same for the same files, of the same sizes and times, under the same settings. */
  readonly print: string;
  /** Their paths, one a line. */
  readonly paths: string;
  /** What a look at each told: four numbers a file. */
  readonly facts: Float64Array;
  /** Everything else that the site depends on. */
  readonly settings: string;
  /** Those that were written so shortly before that their times may stand for other bytes too. */
  readonly young: readonly YoungFile[];
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
  /** The seal of what was kept of the site; "" where nothing was. */
  readonly site: string;
  /** The articles with other words since, each with its SHA-256 and its face. */
  readonly touched: readonly (readonly [SourcePath, string, string])[];
}

export interface PrintOptions {
  /** Everything else that the site depends on. */
  readonly settings: string;
  /** When the build began, in milliseconds since the epoch. */
  readonly started: number;
  readonly looks: Looks;
  /** True for a file that is looked at when it is read, before the print is asked for. */
  readonly waits?: (file: ListedFile) => boolean;
}

/** Numbers that a look tells. */
const told = 4;

/** Looks at the files; what it gives is called once those that wait have been read. */
export function startPrint(files: readonly ListedFile[], options: PrintOptions): () => InputPrint {
  const { settings, started, looks, waits = () => false } = options;
  const young: YoungFile[] = [];
  const facts = new Float64Array(told * files.length).fill(-1);
  const take = ({ path, machine }: ListedFile, index: number) => {
    const found = looks.at(machine);
    if (found === undefined) return;
    facts[told * index] = found.size;
    facts[told * index + 1] = found.modified;
    facts[told * index + 2] = found.changed;
    facts[told * index + 3] = found.number;
    const isYoung = Math.max(found.modified, found.changed) >= started - grain;
    if (isYoung) young.push({ path, hash: isMarkdown(path) ? undefined : hashFile(machine) });
  };
  const waiting: number[] = [];
  let paths = "";
  for (const [index, file] of files.entries()) {
    paths += `${file.path}\n`;
    if (waits(file)) waiting.push(index);
    else take(file, index);
  }
  return () => {
    for (const index of waiting.splice(0)) take(files[index] as ListedFile, index);
    return { print: printOf(settings, paths, facts), paths, facts, settings, young };
  };
}

function printOf(settings: string, paths: string, facts: Float64Array): string {
  return hashText(`${settings}\n${hashText(paths)}\n${hashBytes(bytesOf(facts))}`);
}

function bytesOf(facts: Float64Array): Uint8Array {
  return new Uint8Array(facts.buffer, facts.byteOffset, facts.byteLength);
}

/** True where every file that was young then still has the bytes that it had. */
export function hasSameBytes({ young }: Pick<BuildRecord, "young">, files: readonly ListedFile[]): boolean {
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

/** With the facts of the files, so that the next build can tell which of them are others. */
export function writeRecord(cache: string, out: string, record: BuildRecord, print: InputPrint): void {
  try {
    replaceKept(fileOf(cache, out, "files"), bytesOf(print.facts));
    writeKept(fileOf(cache, out), record);
  } catch {
    // A cache that cannot be written is no reason to fail.
  }
}

/**
 * The files that are others than when the record was written; undefined where files came or went, or the settings are
 * others, and where more than `most` files are.
 */
export function findEdited(
  { cache, out, files, record }: EditSearch,
  { paths, facts, settings }: InputPrint,
  most: number,
): ListedFile[] | undefined {
  const before = readFactsOf(fileOf(cache, out, "files"), facts.length);
  // The paths are the same too, or the print is another.
  if (before === undefined || printOf(settings, paths, before) !== record.print) return undefined;
  const edited: ListedFile[] = [];
  for (const [index, file] of files.entries()) {
    const at = told * index;
    if (
      facts[at] === before[at] &&
      facts[at + 1] === before[at + 1] &&
      facts[at + 2] === before[at + 2] &&
      facts[at + 3] === before[at + 3]
    )
      continue;
    if (edited.length === most) return undefined;
    edited.push(file);
  }
  return edited;
}

export interface EditSearch {
  readonly cache: string;
  readonly out: string;
  readonly files: readonly ListedFile[];
  readonly record: BuildRecord;
}

function readFactsOf(file: string, length: number): Float64Array | undefined {
  try {
    const bytes = readFileSync(file);
    const facts = new Float64Array(length);
    if (bytes.length !== facts.byteLength) return undefined;
    bytesOf(facts).set(bytes);
    return facts;
  } catch {
    return undefined;
  }
}

/** Undefined where it is not what belongs to the record. */
export function readKeptSite(cache: string, out: string, { site }: BuildRecord): unknown {
  return site === "" ? undefined : readKept(fileOf(cache, out, "site"), site);
}

/** Gives the seal for the record; "" where it could not be kept. `site` is plain data. */
export function writeKeptSite(cache: string, out: string, site: unknown): string {
  return writeKept(fileOf(cache, out, "site"), site);
}

function fileOf(cache: string, out: string, ending = "json"): string {
  return nodePath.join(cache, `build-${hashText(out).slice(0, 16)}.${ending}`);
}

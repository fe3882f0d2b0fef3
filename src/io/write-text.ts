// One text of the site, put into the stage unless the site has it already. Every thread that writes has its own hands.
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import nodePath from "node:path";
import { checkBytes } from "./check-bytes.js";
import { factsAt, factsIn } from "./file-look.js";

export interface TextFile {
  /** Absolute: where it goes in the stage, when the site has it not. */
  readonly target: string;
  /** The file of the site that it may be the same as. */
  readonly standing?: StandingFile;
}

interface StandingFile {
  /** Absolute. */
  readonly machine: string;
  /** Bytes. */
  readonly size: number;
}

export interface Written {
  /** CRC-32 of the bytes (check-bytes.ts). */
  readonly hash: string;
  /** The site has the same bytes, and nothing was written. */
  readonly isSame: boolean;
  /** What a look at the file told when it was written (file-look.ts), where that was asked for. */
  readonly facts?: string;
}

export type WriteText = (file: TextFile, bytes: Uint8Array) => Written;

const foldersKept = 1000;

/** `looks`: at each file that it has written. */
export function createTextHand(looks = false): WriteText {
  const folders = new Set<string>();
  return ({ target, standing }, bytes) => {
    const hash = checkBytes(bytes);
    if (standing !== undefined && hasBytes(standing, bytes)) return { hash, isSame: true };
    const folder = nodePath.dirname(target);
    if (!folders.has(folder)) makeFolder(folder);
    // Most folders hold one file: remembering all of them would take more than asking again.
    if (folders.size === foldersKept) folders.clear();
    folders.add(folder);
    const facts = writeFile(target, bytes, looks);
    return facts === undefined ? { hash, isSame: false } : { hash, isSame: false, facts };
  };
}

/** Nearly always its parent is there, and to look for that first would take half as long again. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch {
    mkdirSync(folder, { recursive: true });
  }
}

function writeFile(target: string, bytes: Uint8Array, looks: boolean): string | undefined {
  const descriptor = openSync(target, "w");
  let facts: string | undefined;
  try {
    writeFileSync(descriptor, bytes);
    if (looks && hasTimesAtOnce) facts = factsIn(fstatSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
  return looks ? (facts ?? factsAt(target)) : undefined;
}

/** Windows may wait with a file's times until it is closed. */
const hasTimesAtOnce = process.platform !== "win32";

function hasBytes({ machine, size }: StandingFile, bytes: Uint8Array): boolean {
  return size === bytes.length && readFileSync(machine).equals(bytes);
}

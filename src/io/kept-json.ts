// One value kept in the cache, in a file of its own: sealed with its hash, so that a damaged file is as good as none,
// and replaced at once, so that two builds may keep the same thing.
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import nodePath from "node:path";
import { hashBytes } from "../model/hash.js";

/**
 * undefined where there is no such file, or not what `writeKept` wrote; with a `seal`, not what it wrote when it gave
 * that. `file` is absolute.
 */
export function readKept(file: string, seal?: string): unknown {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(10);
    const rest = bytes.subarray(end + 1);
    const own = bytes.toString("latin1", 0, end);
    const isWhole = hashBytes(rest) === own && (seal === undefined || seal === own);
    return isWhole ? JSON.parse(rest.toString()) : undefined;
  } catch {
    return undefined;
  }
}

/** `value` is plain data. Gives the seal; "" where it could not be kept. */
export function writeKept(file: string, value: unknown): string {
  try {
    const bytes = Buffer.from(JSON.stringify(value));
    const seal = hashBytes(bytes);
    replaceKept(file, `${seal}\n`, bytes);
    return seal;
  } catch {
    // A cache that cannot be written is no reason to fail.
    return "";
  }
}

/** Writes the parts one after the other. Throws where the folder cannot be written to. */
export function replaceKept(file: string, ...parts: readonly (string | Uint8Array)[]): void {
  const draft = `${file}.${process.pid}`;
  mkdirSync(nodePath.dirname(file), { recursive: true });
  const descriptor = openSync(draft, "w");
  try {
    for (const part of parts) writeFileSync(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
}

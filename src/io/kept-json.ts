// One value kept in the cache, in a file of its own: sealed with its hash, so that a damaged file is as good as none,
// and replaced at once, so that two builds may keep the same thing.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import nodePath from "node:path";
import { hashText } from "../model/hash.js";

/** undefined where there is no such file, or not what `writeKept` wrote. `file` is absolute. */
export function readKept(file: string): unknown {
  try {
    const sealed = readFileSync(file, "utf8");
    const end = sealed.indexOf("\n");
    const text = sealed.slice(end + 1);
    return hashText(text) === sealed.slice(0, end) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** `value` is plain data. */
export function writeKept(file: string, value: unknown): void {
  try {
    const text = JSON.stringify(value);
    const draft = `${file}.${process.pid}`;
    mkdirSync(nodePath.dirname(file), { recursive: true });
    writeFileSync(draft, `${hashText(text)}\n${text}`);
    renameSync(draft, file);
  } catch {
    // A cache that cannot be written is no reason to fail.
  }
}

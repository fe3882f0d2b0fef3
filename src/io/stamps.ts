// Which files of the output folder are still as the last build left them, told by their size and times, so that a warm
// build need not read thousands of images to know it. Kept in the cache, one file for each output folder; safe to
// delete at any time: what has no stamp is read and compared.
import { lstatSync, mkdirSync, readFileSync, renameSync, type Stats, writeFileSync } from "node:fs";
import nodePath from "node:path";
import { hashText } from "../model/hash.js";
import type { OutPath } from "../model/paths.js";

export interface Stamps {
  /** True where the file has not been touched since it was known to have this hash. */
  readonly vouch: (path: OutPath, found: Stats, hash: string) => boolean;
  /** Says that the file as it now stands has this hash. */
  readonly note: (path: OutPath, found: Stats, hash: string) => void;
  /** Keeps the stamps that this build vouched for or noted. */
  readonly save: () => void;
}

interface Stamp {
  readonly of: string;
  readonly hash: string;
}

/** For a build without a cache. */
export const noStamps: Stamps = { vouch: () => false, note: () => {}, save: () => {} };

/** `cache` and `out` are absolute. */
export function openStamps(cache: string, out: string): Stamps {
  const file = nodePath.join(cache, `output-${hashText(out).slice(0, 16)}.json`);
  const old = readStamps(file);
  const stamps = new Map<OutPath, Stamp>();
  let isChanged = false;
  return {
    vouch: (path, found, hash) => {
      const stamp = old.get(path);
      if (stamp?.hash !== hash || stamp.of !== stampOf(found)) return false;
      stamps.set(path, stamp);
      return true;
    },
    note: (path, found, hash) => {
      stamps.set(path, { of: stampOf(found), hash });
      isChanged = true;
    },
    save: () => {
      if (!isChanged && stamps.size === old.size) return;
      mkdirSync(cache, { recursive: true });
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify([...stamps].map(([path, { of, hash }]) => [path, of, hash])));
      renameSync(draft, file);
    },
  };
}

export function statOf(machine: string): Stats | undefined {
  return lstatSync(machine, { throwIfNoEntry: false });
}

function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

function readStamps(file: string): Map<OutPath, Stamp> {
  try {
    const kept: [OutPath, string, string][] = JSON.parse(readFileSync(file, "utf8"));
    return new Map(kept.map(([path, of, hash]) => [path, { of, hash }]));
  } catch {
    return new Map();
  }
}

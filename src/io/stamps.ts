// Which files of the output folder are still as the last build left them, told by their size and times, so that a warm
// build need not read thousands of images to know it. Kept in the cache, one file for each output folder; safe to
// delete at any time: what has no stamp is read and compared.
import { lstatSync, mkdirSync, readFileSync, renameSync, type Stats, writeFileSync } from "node:fs";
import nodePath from "node:path";
import { hashText } from "../model/hash.js";
import type { OutPath } from "../model/paths.js";
import { factsIn } from "./file-look.js";

export interface Stamps {
  /** True where the file has not been touched since it was known to have this hash. */
  readonly vouch: (path: OutPath, found: Stats, hash: string) => boolean;
  /** True where it also was made of what this fingerprint tells. */
  readonly vouchMade: (path: OutPath, found: Stats, made: MadeOf) => boolean;
  /** Says that the file as it now stands has this hash. */
  readonly note: (path: OutPath, found: Stats, made: MadeOf) => void;
  /** Keeps the stamps that this build vouched for or noted. */
  readonly save: () => void;
}

export interface MadeOf {
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly fingerprint?: string | undefined;
}

interface Stamp extends MadeOf {
  readonly of: string;
}

/** For a build without a cache. */
export const noStamps: Stamps = {
  vouch: () => false,
  vouchMade: () => false,
  note: () => {},
  save: () => {},
};

/** `cache` and `out` are absolute. */
export function openStamps(cache: string, out: string): Stamps {
  const file = nodePath.join(cache, `output-${hashText(out).slice(0, 16)}.json`);
  const old = readStamps(file);
  const stamps = new Map<OutPath, Stamp>();
  let isChanged = false;
  const vouch: Stamps["vouch"] = (path, found, hash) => {
    const stamp = old.get(path);
    if (stamp?.hash !== hash || stamp.of !== factsIn(found)) return false;
    stamps.set(path, stamp);
    return true;
  };
  return {
    vouch,
    vouchMade: (path, found, { hash, fingerprint }) =>
      old.get(path)?.fingerprint === fingerprint && vouch(path, found, hash),
    note: (path, found, made) => {
      isChanged = true;
      stamps.set(path, { of: factsIn(found), ...made });
    },
    save: () => {
      if (!isChanged && stamps.size === old.size) return;
      mkdirSync(cache, { recursive: true });
      const draft = `${file}.${process.pid}`;
      writeFileSync(
        draft,
        JSON.stringify([...stamps].map(([path, { of, hash, fingerprint }]) => [path, of, hash, fingerprint])),
      );
      renameSync(draft, file);
    },
  };
}

export function statOf(machine: string): Stats | undefined {
  return lstatSync(machine, { throwIfNoEntry: false });
}

function readStamps(file: string): Map<OutPath, Stamp> {
  try {
    const kept: [OutPath, string, string, string | null][] = JSON.parse(readFileSync(file, "utf8"));
    return new Map(
      kept.map(([path, of, hash, fingerprint]) => [
        path,
        { of, hash, ...(fingerprint === null ? {} : { fingerprint }) },
      ]),
    );
  } catch {
    return new Map();
  }
}

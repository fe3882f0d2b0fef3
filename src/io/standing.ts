// What stands in the output folder where a new file must go, and whether it is ours to replace. Ours is what the list
// of made files names; anything else is foreign, and is left alone unless it has the very bytes that would be written.
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, type Stats } from "node:fs";
import nodePath from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import type { OutPath } from "../model/paths.js";
import { factsIn } from "./file-look.js";
import type { MadeFiles } from "./made-files.js";
import type { OutPlace } from "./out-place.js";
import { codeOf, digest } from "./read-files.js";
import type { Stamps } from "./stamps.js";
import { foreignFile } from "./write-faults.js";

/** A diagnostic where something foreign stands in the way. */
export type Comparison = "same" | "different" | Diagnostic;

/** A file that may have the very bytes that come. */
export interface Candidate {
  readonly found: Stats;
  /** Absolute. */
  readonly machine: string;
  /** What holds where it has other bytes. */
  readonly otherwise: Comparison;
}

export interface Standing {
  /** The hash of the file that stands there, where it was made of what the fingerprint tells and nobody touched it. */
  readonly hashOfMade: (path: OutPath, fingerprint: string) => string | undefined;
  /** A file where what comes is compared with what is there; otherwise the answer holds whatever the bytes are. */
  readonly find: (path: OutPath) => Comparison | Candidate;
  /** `hash` is that of the bytes. */
  readonly compareBytes: (path: OutPath, bytes: Uint8Array, hash: string) => Comparison;
  readonly compareHash: (path: OutPath, hash: string) => Comparison;
  /** Old files that must be away before the new ones come: they stand in the way of folders or of names that
   *  differ by case alone. */
  readonly first: readonly OutPath[];
  /** All other old files that go. */
  readonly last: readonly OutPath[];
}

export interface StandingInput {
  readonly previous: MadeFiles;
  /** Asked for where there is something that they may replace. */
  readonly paths: () => ReadonlySet<OutPath>;
  readonly stamps: Stamps;
}

export function openStanding(place: OutPlace, { previous, paths: asked, stamps }: StandingInput): Standing {
  const fresh = look(place.out) === undefined;
  const paths = fresh ? new Set<OutPath>() : asked();
  const going = fresh ? [] : [...previous.keys()].filter((path) => !paths.has(path)).sort();
  const goingByName = new Map(going.map((path) => [path.toLowerCase(), path]));
  // Nothing is in the way of anything where no old file goes.
  const folders = new Set(going.length === 0 ? [] : [...paths].flatMap(foldersOf));
  const cleared = new Set(
    going.filter(
      (path) => folders.has(path) || foldersOf(path).some((folder) => paths.has(folder as OutPath)),
    ),
  );
  for (const path of going.length === 0 ? [] : paths) {
    const twin = goingByName.get(path.toLowerCase());
    if (twin !== undefined) cleared.add(twin);
  }
  const machine = (path: string) => nodePath.join(place.out, path);
  const foreign = (path: string) => foreignFile(place.show(path));
  const ways = new Map<string, Diagnostic | undefined>();

  /** Something foreign where a folder must be. */
  const inTheWay = (folder: string): Diagnostic | undefined => {
    if (folder === ".") return undefined;
    if (!ways.has(folder)) {
      const found = look(machine(folder));
      const blocked = found !== undefined && !found.isDirectory() && !cleared.has(folder as OutPath);
      ways.set(folder, inTheWay(nodePath.posix.dirname(folder)) ?? (blocked ? foreign(folder) : undefined));
    }
    return ways.get(folder);
  };

  const find = (path: OutPath): Comparison | Candidate => {
    if (fresh) return "different";
    const way = inTheWay(nodePath.posix.dirname(path));
    if (way !== undefined) return way;
    const found = look(machine(path));
    if (found === undefined) return "different";
    if (found.isDirectory()) {
      const left = firstForeign(machine(path), path, cleared);
      return left === undefined ? "different" : foreign(left);
    }
    const twin = goingByName.get(path.toLowerCase());
    const isTwin = twin !== undefined && look(machine(twin))?.ino === found.ino;
    const otherwise = isTwin || previous.has(path) ? "different" : foreign(path);
    return !isTwin && found.isFile() ? { found, machine: machine(path), otherwise } : otherwise;
  };

  const compare = (path: OutPath, isSame: (found: Stats) => boolean): Comparison => {
    const candidate = find(path);
    if (!isCandidate(candidate)) return candidate;
    return isSame(candidate.found) ? "same" : candidate.otherwise;
  };

  return {
    find,
    hashOfMade: (path, fingerprint) => {
      const hash = previous.get(path)?.hash;
      if (hash === undefined) return undefined;
      return stamps.stands(path, { hash, fingerprint }) ? hash : undefined;
    },
    compareBytes: (path, bytes, hash) =>
      compare(path, (found) => {
        const isSame = found.size === bytes.length && readFileSync(machine(path)).equals(bytes);
        if (isSame) stamps.note(path, factsIn(found), { hash });
        return isSame;
      }),
    compareHash: (path, hash) => {
      if (stamps.stands(path, { hash })) return "same";
      return compare(path, (found) => {
        if (stamps.vouch(path, found, hash)) return true;
        if (hashOf(machine(path)) !== hash) return false;
        stamps.note(path, factsIn(found), { hash });
        return true;
      });
    },
    first: going.filter((path) => cleared.has(path)),
    last: going.filter((path) => !cleared.has(path)),
  };
}

export function isCandidate(found: Comparison | Candidate): found is Candidate {
  return typeof found === "object" && "found" in found;
}

/** The folders above a path, the output folder itself left out. */
function foldersOf(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

function look(machine: string): Stats | undefined {
  try {
    return lstatSync(machine, { throwIfNoEntry: false });
  } catch (problem) {
    if (codeOf(problem) === "ENOTDIR") return undefined;
    throw problem;
  }
}

/** A file in the folder that will not go, or an empty folder; undefined where all of it goes. */
function firstForeign(machine: string, path: string, cleared: ReadonlySet<string>): string | undefined {
  const entries = readdirSync(machine, { withFileTypes: true });
  if (entries.length === 0) return path;
  for (const entry of entries) {
    const inner = `${path}/${entry.name}`;
    const left = entry.isDirectory()
      ? firstForeign(nodePath.join(machine, entry.name), inner, cleared)
      : cleared.has(inner)
        ? undefined
        : inner;
    if (left !== undefined) return left;
  }
  return undefined;
}

function hashOf(machine: string): string {
  const descriptor = openSync(machine, "r");
  try {
    return digest(descriptor).hash;
  } finally {
    closeSync(descriptor);
  }
}

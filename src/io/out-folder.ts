// The output folder, taken for one build: looked at, locked, and brought to a whole state before anything else.
import { mkdirSync, readFileSync } from "node:fs";
import nodePath from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import { hashBytes } from "../model/hash.js";
import type { OutPath } from "../model/paths.js";
import type { PublishedList } from "../model/published.js";
import { finishJournal, type OnStep } from "./journal.js";
import { type Lock, takeLock } from "./lock.js";
import {
  formatMadeFiles,
  type MadeFiles,
  madeFilesName,
  parseMadeFiles,
  pickMadeFiles,
  publishedIn,
  replaceMadeFiles,
} from "./made-files.js";
import { isRefusal, type OutPlace, placeOut } from "./out-place.js";
import { exists } from "./out-tree.js";
import { noStamps, openStamps, statOf } from "./stamps.js";
import type { Standpoint, WriteInput, WriteResult } from "./write.js";
import { anotherBuild, damagedList, explainFault } from "./write-faults.js";

export interface OutFolder {
  /** What the last build left. */
  readonly published: () => PublishedList;
  /** True for a file that stands as the last build left it, told without reading it. */
  readonly holds: (path: OutPath) => boolean;
  /** True where every file that the last build left stands as it left it, told without reading them. */
  readonly isStanding: () => Promise<boolean>;
  /** The hash of the list of made files as it is now. */
  readonly list: () => string;
  readonly write: (input: WriteInput) => Promise<WriteResult>;
  /** Replaces some of the files that the last build left, and leaves all others as they are. Undefined, and nothing is
   *  written, where one of them was not there. */
  readonly replace: (input: WriteInput) => Promise<WriteResult | undefined>;
  /** Lets the next build in. */
  readonly close: () => void;
}

export interface OutOptions {
  /** Absolute: the bulletin's root. */
  readonly root: string;
  /** The output folder, absolute or relative to the working folder. */
  readonly out: string;
  /** Absolute: where stamps of the output folder are kept; without it every file is read to be compared. */
  readonly cache?: string;
  /** Milliseconds to wait for another build to end. */
  readonly patience: number;
  /** Is told of every step, before it is taken: for tests that end the process at each of them. */
  readonly onStep?: OnStep;
}

/** Takes the output folder for one build, after finishing what an interrupted build had decided on. */
export async function openOutFolder(options: OutOptions): Promise<OutFolder | Diagnostic> {
  const { root, out, patience, onStep = () => {} } = options;
  const place = placeOut(root, out);
  if ("rule" in place) return place;
  let lock: Lock | undefined;
  try {
    mkdirSync(nodePath.dirname(place.out), { recursive: true });
    lock = await lockOut(place, patience);
    if (lock === undefined) return anotherBuild(place.show(), place.locks.beside);
    finishJournal(place, onStep);
    const stamps = options.cache === undefined ? noStamps : openStamps(options.cache, place.out);
    const list = readList(place);
    const listHash = hashOf(list);
    let written: string | undefined;
    let previous: MadeFiles | undefined;
    const madeBefore = () => {
      previous ??= list === undefined ? new Map() : parseMadeFiles(list.toString());
      return previous;
    };
    const write = async (
      before: Pick<Standpoint, "previous" | "formatList">,
      input: WriteInput,
    ): Promise<WriteResult> => {
      // Loaded only where there is something to write.
      const { writeSite } = await import("./write.js");
      const result = await writeSite({ place, list: listHash, stamps, ...before }, input, onStep);
      written = result.list ?? hashOf(readList(place));
      return result;
    };
    // A list that we know to be ours is read where somebody asks for it.
    if (!stamps.knows(listHash) && madeBefore() === undefined) {
      lock.release();
      return damagedList(place.show(madeFilesName));
    }
    return {
      published: () => publishedIn(madeBefore() ?? new Map()),
      holds: (path) => {
        const hash = madeBefore()?.get(path)?.hash;
        const found = hash === undefined ? undefined : statOf(nodePath.join(place.out, path));
        return hash !== undefined && found !== undefined && stamps.vouch(path, found, hash);
      },
      isStanding: () => stamps.isWhole(listHash),
      list: () => written ?? listHash,
      write: (input) => write({ previous: madeBefore() ?? new Map(), formatList: formatMadeFiles }, input),
      replace: async (input) => {
        const text = list?.toString() ?? "";
        const previous = pickMadeFiles(
          text,
          input.outputs.map(({ path }) => path),
        );
        if (previous === undefined) return undefined;
        stamps.keepRest();
        return write({ previous, formatList: (made) => replaceMadeFiles(text, made) }, input);
      },
      close: lock.release,
    };
  } catch (problem) {
    lock?.release();
    return explainFault(place, problem, lock !== undefined);
  }
}

async function lockOut(place: OutPlace, patience: number): Promise<Lock | undefined> {
  try {
    return await takeLock(place.locks.beside, patience);
  } catch (problem) {
    if (!isRefusal(problem) || !exists(place.out)) throw problem;
    return takeLock(place.locks.inside, patience);
  }
}

/** Undefined where there is none. */
function readList(place: OutPlace): Buffer | undefined {
  const list = nodePath.join(place.out, madeFilesName);
  return exists(list) ? readFileSync(list) : undefined;
}

function hashOf(list: Buffer | undefined): string {
  return list === undefined ? "" : hashBytes(list);
}

// Which files of the output folder are still as the last build left them, told by their size and times, so that a warm
// build need not read thousands of pages and images to know it. All of them are looked at once, by a thread of its own
// where they are many. Kept in the cache; safe to delete at any time: what has no stamp is read and compared.
import { lstatSync, type Stats, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { OutPath } from "../model/paths.js";
import { factsIn } from "./file-look.js";
import type { MadeFiles } from "./made-files.js";
import {
  areAllTaken,
  findStamp,
  findTouched,
  parseStamps,
  readListOf,
  readStampsText,
  replaceStamps,
  type Stamp,
  type StampedFolder,
  type StampsText,
  sharedRuns,
  stampsFileOf,
  writeStamps,
} from "./stamps-file.js";
import type { Looked, StampsJob } from "./stamps-worker.js";
import { startThread } from "./tune-engine.js";

export interface Stamps {
  /** Looks at all stamped files: `stands` tells what was found. */
  readonly look: () => Promise<void>;
  /** True where the list of made files with this hash is one that a build of ours has left. */
  readonly knows: (list: string) => boolean;
  /** True where the folder holds just the files of the list with this hash, each as it was left. */
  readonly isWhole: (list: string) => Promise<boolean>;
  /** True where the file was not touched when all were looked at, and was made as is said. */
  readonly stands: (path: OutPath, made: MadeOf) => boolean;
  /** All other stamps are kept as they are: a few are asked for, and those are noted. Comes before anything else. */
  readonly keepRest: () => void;
  /** True where the file as it was found is the one that is known to have this hash. */
  readonly vouch: (path: OutPath, found: Stats, hash: string) => boolean;
  /** Says that the file of which a look told these facts (file-look.ts) has this hash. */
  readonly note: (path: OutPath, facts: string, made: MadeOf) => void;
  /** Keeps the stamps that this build asked for or noted. `list` is the hash of the list of made files. */
  readonly save: (made: MadeFiles, list: string) => void;
}

export interface MadeOf {
  /** As the list of made files has it (made-files.ts). */
  readonly hash: string;
  /** Absent: whatever it was made of. */
  readonly fingerprint?: string | undefined;
}

/** For a build without a cache. */
export const noStamps: Stamps = {
  look: async () => {},
  knows: () => false,
  isWhole: async () => false,
  stands: () => false,
  keepRest: () => {},
  vouch: () => false,
  note: () => {},
  save: () => {},
};

export interface StampsThread {
  readonly entry: URL;
  /** Bytes of stamps, some 200 a file, from which on it pays. */
  readonly from: number;
}

export const stampsThread: StampsThread = {
  entry: new URL("./stamps-worker.js", import.meta.url),
  from: 1 << 20,
};

/** `cache` and `out` are absolute. */
export function openStamps(cache: string, out: string, thread = stampsThread): Stamps {
  const file = stampsFileOf(cache, out);
  const looking = startLooking({ file, out }, thread);
  const stamps = new Map<OutPath, Stamp>();
  let text: StampsText | undefined;
  let folder: StampedFolder | undefined;
  let looked: Promise<Looked> | undefined;
  let touched: ReadonlySet<string> | undefined;
  let isChanged = false;
  let keepsRest = false;

  const oldText = () => {
    text ??= readStampsText(file);
    return text;
  };
  const old = () => {
    folder ??= parseStamps(oldText());
    return folder;
  };
  const stampOf = (path: OutPath) => (keepsRest ? findStamp(oldText(), path) : old().stamps.get(path));
  const lookOnce = async (): Promise<Looked> => {
    const found = (await looking?.(oldText)) ?? { ...oldText(), touched: findTouched(out, oldText()) };
    touched = new Set(found.touched);
    return found;
  };
  const look = (): Promise<Looked> => {
    looked ??= lookOnce();
    return looked;
  };
  const keep = (path: OutPath, stamp: Stamp): true => {
    stamps.set(path, stamp);
    return true;
  };
  return {
    look: async () => {
      await look();
    },
    knows: (list) => list !== "" && readListOf(file) === list,
    isWhole: async (list) => {
      if (list === "") return false;
      const found = await look();
      return found.list === list && found.touched.length === 0;
    },
    stands: (path, { hash, fingerprint }) => {
      const stamp = stampOf(path);
      if (stamp?.hash !== hash || touched === undefined || touched.has(path)) return false;
      return fingerprint !== undefined && stamp.fingerprint !== fingerprint ? false : keep(path, stamp);
    },
    keepRest: () => {
      keepsRest = true;
    },
    vouch: (path, found, hash) => {
      const stamp = stampOf(path);
      return stamp?.hash === hash && stamp.of === factsIn(found) ? keep(path, stamp) : false;
    },
    note: (path, facts, { hash, fingerprint = "" }) => {
      isChanged = true;
      stamps.set(path, { of: facts, hash, fingerprint });
    },
    save: (made, list) => {
      if (keepsRest) {
        if (isChanged) replaceStamps(file, oldText(), { list, stamps });
        return;
      }
      if (!isChanged && stamps.size === old().stamps.size) return;
      const isWhole = made.size === stamps.size && areAll(made, stamps);
      writeStamps(file, { list: isWhole ? list : "", stamps });
    },
  };
}

/** True where each file that was made has a stamp of these bytes. */
function areAll(made: MadeFiles, stamps: ReadonlyMap<OutPath, Stamp>): boolean {
  for (const [path, { hash }] of made) if (stamps.get(path)?.hash !== hash) return false;
  return true;
}

/** Joins in, with what stands in the file of stamps, and waits for what was found. */
type JoinLooking = (oldText: () => StampsText) => Promise<Looked | undefined>;

/** Undefined where no thread was started, or none can be; what it gives is undefined where the thread was lost. */
function startLooking(
  { file, out }: Omit<StampsJob, "taken">,
  { entry, from }: StampsThread,
): JoinLooking | undefined {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < from || availableParallelism() < 2) return undefined;
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const job: StampsJob = { file, out, taken };
  try {
    const worker = startThread(entry, { workerData: job }, "little");
    const found = new Promise<Looked | undefined>((resolve) => {
      worker.once("message", resolve);
      worker.once("error", () => resolve(undefined));
      worker.once("exit", () => resolve(undefined));
    });
    // Nobody waits for it who did not ask.
    worker.unref();
    return async (oldText) => {
      worker.ref();
      const text = areAllTaken(taken, size) ? undefined : oldText();
      const own = text && findTouched(out, text, sharedRuns(taken));
      const theirs = await found;
      // Another build has written the stamps anew in between, and the runs are not the same ones.
      if (theirs === undefined || (text !== undefined && text.seal !== theirs.seal)) return undefined;
      return { ...theirs, touched: [...theirs.touched, ...(own ?? [])] };
    };
  } catch {
    return undefined;
  }
}

export function statOf(machine: string): Stats | undefined {
  return lstatSync(machine, { throwIfNoEntry: false });
}

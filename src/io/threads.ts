// The threads beside the main one: which there are, when one pays, and how one is started before it is known what it is to
// do. Loaded by every build, so it imports nothing heavy.
import { availableParallelism } from "node:os";
import type { ResourceLimits, Worker } from "node:worker_threads";
import type { CodesAhead } from "./text-ring.js";
import { type Meanwhile, startThread } from "./tune-engine.js";

/** A kind of thread. What it is to do is its first message. */
export interface ThreadKind {
  readonly entry: URL;
  readonly limits?: ResourceLimits;
}

export interface ReadingThreads extends ThreadKind {
  /** Beside the main one. */
  readonly count: number;
  /** Those that are started already. */
  readonly ahead?: Ahead | undefined;
}

/** Files for which a further thread pays: it takes a tenth of a second to start, and as much until its code is quick. */
const filesOfThread = 300;
const mostThreads = 3;
/** More of them want no further thread. */
export const mostFilesForThreads = filesOfThread * mostThreads;

export function readingThreads(files: number): ReadingThreads {
  const cores = Math.min(availableParallelism() - 1, mostThreads);
  return {
    count: Math.min(cores, Math.floor(files / filesOfThread)),
    entry: new URL("./reading-worker.js", import.meta.url),
    // A third of it is what may be filled before the next collection.
    limits: { maxYoungGenerationSizeMb: 12 },
  };
}

export interface WritingThread extends ThreadKind {
  /**
   * Texts that are written before it is started: it takes a twentieth of a second of work, and 15 MB. At once, where it
   * is known that there will be as many.
   */
  readonly after: number;
}

export const writingThread: WritingThread = {
  entry: new URL("./writing-worker.js", import.meta.url),
  // In this thread everything is dead at once. With its usual 16 MB, Node waits with collecting until 50 MB are.
  limits: { maxYoungGenerationSizeMb: 1 },
  after: 300,
};

/** Pages of an article in a new site, at least: its own, that for sharing, and its share of the lists. */
const pagesOfArticle = 3;

/** Threads that wait to be told what to do. */
export interface Ahead {
  /** Each once; undefined where none waits. One that reads can write as well. */
  readonly take: (kind: ThreadKind) => Worker | undefined;
  /** Has a thread that has read all there was wait to write; false where another waits already. */
  readonly keep: (worker: Worker) => boolean;
  /** Has those that wait to write draw QR codes of addresses meanwhile. */
  readonly prepare: (codes: readonly string[]) => void;
  /** Ends those that wait. */
  readonly end: () => void;
}

/**
 * Starts what the first build of so many articles will want: a core has nothing to do before there is something to parse.
 * A thread that reads writes later.
 */
export function startAhead(articles: number): Ahead {
  const reading = readingThreads(articles);
  const isMuch = articles * pagesOfArticle >= writingThread.after && availableParallelism() > 1;
  const kinds: ThreadKind[] = Array(reading.count).fill(reading);
  if (kinds.length === 0 && isMuch) kinds.push(writingThread);
  const waiting = new Map<Worker, string>();
  const wait = (worker: Worker, { entry }: ThreadKind) => {
    waiting.set(worker, entry.href);
    worker.once("exit", () => waiting.delete(worker));
  };
  for (const kind of kinds) {
    // Settings are read and code is loaded meanwhile, which is done under Node's own flags anyway.
    const worker = startKind(kind, "little");
    if (worker !== undefined) wait(worker, kind);
  }
  return {
    take: ({ entry }) => {
      const isToWrite = entry.href === writingThread.entry.href;
      const [worker] = [...waiting].find(([, href]) => isToWrite || href === entry.href) ?? [];
      if (worker !== undefined) waiting.delete(worker);
      return worker;
    },
    keep: (worker) => {
      if (waiting.size > 0) return false;
      wait(worker, writingThread);
      return true;
    },
    prepare: (codes) => {
      for (const [worker, href] of waiting)
        if (href === writingThread.entry.href) worker.postMessage({ codes } satisfies CodesAhead);
    },
    end: () => {
      for (const worker of waiting.keys()) void worker.terminate();
    },
  };
}

/**
 * One that waits, else a new one; undefined where the machine has none to give. Whatever goes wrong in it, the main thread
 * does its work.
 */
export function startKind(kind: ThreadKind, meanwhile: Meanwhile, ahead?: Ahead): Worker | undefined {
  const { entry, limits } = kind;
  const waiting = ahead?.take(kind);
  if (waiting !== undefined) return waiting;
  try {
    const worker = startThread(entry, limits === undefined ? {} : { resourceLimits: limits }, meanwhile);
    worker.on("error", () => {});
    return worker;
  } catch {
    return undefined;
  }
}

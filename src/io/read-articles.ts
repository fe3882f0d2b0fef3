// Many articles read by several threads at once. The main thread parses while the others load what they need, and
// nothing waits for a thread that never came to take a file; what one took and did not finish is read again here.
import { availableParallelism } from "node:os";
import { createArticleReader } from "./read-article.js";
import {
  type Reading,
  type ReadingJob,
  type ReadRun,
  type SharedJob,
  takeRun,
  turnLoop,
} from "./reading-job.js";
import { startThread } from "./tune-engine.js";

export interface Threads {
  /** Beside the main one. */
  readonly count: number;
  readonly entry: URL;
}

/** Files for which a further thread pays: it takes a tenth of a second to start, and as much until its code is quick. */
const filesOfThread = 300;
const mostThreads = 3;

export function threadsFor(files: number): Threads {
  const cores = Math.min(availableParallelism() - 1, mostThreads);
  return {
    count: Math.min(cores, Math.floor(files / filesOfThread)),
    entry: new URL("./reading-worker.js", import.meta.url),
  };
}

/** Calls `onReading` once for each wanted article, by its index, in no order. */
export async function readArticles(
  job: ReadingJob,
  { count, entry }: Threads,
  onReading: (index: number, reading: Reading) => void,
): Promise<void> {
  const shared = { ...job, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const missing = new Set(job.wanted.keys());
  const take = (index: number, reading: Reading) => {
    if (missing.delete(index)) onReading(index, reading);
  };
  const arrived: ReadRun[] = [];
  const takeArrived = () => {
    for (const { first, readings } of arrived.splice(0)) {
      for (const [index, reading] of readings.entries()) take(first + index, reading);
    }
  };
  const threads = Array.from({ length: count }, () => startReading(shared, entry, arrived));
  const read = createArticleReader(job.settings);
  const readHere = (index: number) => {
    const wanted = job.wanted[index];
    const article = wanted && read(wanted);
    take(index, article === undefined ? { kind: "expected" } : { kind: "whole", article });
  };
  try {
    for (;;) {
      const [first, end] = takeRun(shared);
      if (first === end) break;
      for (let index = first; index < end; index++) readHere(index);
      await turnLoop();
      takeArrived();
    }
    if (missing.size > 0) await Promise.all(threads.map(({ ended }) => ended));
    takeArrived();
    for (const index of [...missing]) readHere(index);
  } finally {
    // Whatever went wrong here, nobody takes anything more, and nobody is waited for.
    Atomics.store(shared.taken, 0, job.wanted.length);
    for (const { leave } of threads) leave();
  }
}

interface Thread {
  /** When it has sent all that it ever will. */
  readonly ended: Promise<void>;
  /** Lets the process end without it. */
  readonly leave: () => void;
}

/** What it sends is put into `arrived`, to be taken where a fault of the taker is told. */
function startReading(job: SharedJob, entry: URL, arrived: ReadRun[]): Thread {
  try {
    const worker = startThread(entry, { workerData: job }, "much");
    worker.on("message", (run: ReadRun) => arrived.push(run));
    // What it fails on fails here too, where it is told.
    worker.on("error", () => {});
    return {
      ended: new Promise((resolve) => worker.once("exit", () => resolve())),
      leave: () => worker.unref(),
    };
  } catch {
    return { ended: Promise.resolve(), leave: () => {} };
  }
}

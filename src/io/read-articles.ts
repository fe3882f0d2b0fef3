// Many articles read by several threads at once. The main thread parses while the others load what they need, and
// nothing waits for a thread that never came to take a file; what one took and did not finish is read again here.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { createArticleReader } from "./read-article.js";
import { type Reading, type ReadingJob, type ReadRun, type SharedJob, takeRun } from "./reading-job.js";

export interface Threads {
  /** Beside the main one. */
  readonly count: number;
  readonly entry: URL;
}

/** Files for which a further thread pays: it takes a tenth of a second to load what it needs. */
const filesOfThread = 600;
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
  const threads = Array.from({ length: count }, () => startThread(shared, entry, take));
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
      // Lets in what the other threads have sent.
      if (count > 0) await new Promise((resolve) => setImmediate(resolve));
    }
    if (missing.size > 0) await Promise.all(threads.map(({ ended }) => ended));
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

function startThread(job: SharedJob, entry: URL, take: (index: number, reading: Reading) => void): Thread {
  try {
    const worker = new Worker(entry, { workerData: job });
    worker.on("message", ({ first, readings }: ReadRun) => {
      for (const [index, reading] of readings.entries()) take(first + index, reading);
    });
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

// Writes the texts of the site as they are drawn. Where there are many, a second thread hashes and writes them while the
// main one draws the next; when that has as much as it may hold, the main one writes the next text itself, so neither
// waits for the other.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { createTextHand, type TextFile, type Written } from "./write-text.js";

export interface TextJob extends TextFile {
  /** Makes the text; called again where the thread that had it was lost. */
  readonly text: () => string;
}

export interface TextWriter {
  /** `onWritten` is called at once, or while the writer settles. Throws what making the text or writing it throws. */
  readonly write: (job: TextJob, onWritten: (written: Written) => void) => void;
  /** Ends when all is written. Throws what the machine refuses. */
  readonly settle: () => Promise<void>;
}

/** How texts come to the thread, and what it sends back. */
export interface WritingBatch {
  readonly texts: readonly (readonly [index: number, file: TextFile, text: string])[];
}

export interface WrittenBatch {
  readonly written: readonly (readonly [index: number, written: Written])[];
  /** What the machine refused; nothing after it was written. */
  readonly problem?: WritingProblem;
}

export interface WritingProblem {
  readonly message: string;
  readonly code?: string;
  readonly path?: string;
}

export interface WritingThread {
  readonly entry: URL;
  /** Texts that are written before it is started; it takes some thirty milliseconds to be there. */
  readonly after: number;
}

export const writingThread: WritingThread = {
  entry: new URL("./writing-worker.js", import.meta.url),
  after: 250,
};

/** Characters that go to the thread together, and that it may hold. */
const batchOf = 1 << 18;
const heldAtMost = 1 << 22;

export function openTextWriter(thread: WritingThread = writingThread): TextWriter {
  const hand = createTextHand();
  const sent = new Map<number, { readonly job: TextJob; readonly onWritten: (written: Written) => void }>();
  let helper: Helper | undefined;
  let count = 0;

  return {
    write: (job, onWritten) => {
      const text = job.text();
      count++;
      if (count === thread.after && availableParallelism() > 1) helper = startHelper(thread.entry);
      if (helper?.hasRoom(text.length)) {
        const { target, standing } = job;
        sent.set(count, { job, onWritten });
        helper.send(count, standing === undefined ? { target } : { target, standing }, text);
      } else onWritten(hand(job, text));
    },
    settle: async () => {
      await helper?.settle((index, written) => {
        sent.get(index)?.onWritten(written);
        sent.delete(index);
      });
      for (const { job, onWritten } of sent.values()) onWritten(hand(job, job.text()));
      sent.clear();
    },
  };
}

interface Helper {
  readonly hasRoom: (characters: number) => boolean;
  readonly send: (index: number, file: TextFile, text: string) => void;
  /** Ends when the thread has; what it never said to be written was not. */
  readonly settle: (onWritten: (index: number, written: Written) => void) => Promise<void>;
}

/** Undefined where the machine has no thread to give. */
function startHelper(entry: URL): Helper | undefined {
  // Characters that the thread is done with: it counts on while the main thread is too busy to hear of it.
  const done = new BigInt64Array(new SharedArrayBuffer(8));
  let worker: Worker;
  try {
    worker = new Worker(entry, { workerData: done });
  } catch {
    return undefined;
  }
  const ended = new Promise<void>((resolve) => {
    worker.once("exit", () => resolve());
    // Whatever it was: its texts are written here.
    worker.once("error", () => resolve());
  });
  let texts: WritingBatch["texts"][number][] = [];
  let waiting = 0;
  let taken = 0;
  const flush = () => {
    if (texts.length > 0) worker.postMessage({ texts } satisfies WritingBatch);
    texts = [];
    waiting = 0;
  };
  const batches: WrittenBatch[] = [];
  worker.on("message", (batch: WrittenBatch) => batches.push(batch));
  return {
    hasRoom: (characters) => taken - Number(Atomics.load(done, 0)) + characters <= heldAtMost,
    send: (index, file, text) => {
      texts.push([index, file, text]);
      taken += text.length;
      waiting += text.length;
      if (waiting >= batchOf) flush();
    },
    settle: async (onWritten) => {
      flush();
      worker.postMessage("end");
      await ended;
      for (const { written, problem } of batches) {
        for (const [index, one] of written) onWritten(index, one);
        if (problem !== undefined) throw Object.assign(new Error(problem.message), problem);
      }
    },
  };
}

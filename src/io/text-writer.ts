// Writes the texts of the site as they are drawn. Where there are many, a second thread hashes and writes them while the
// main one draws the next; when that has as much as it may hold, the main one writes the next text itself, so neither
// waits for the other.
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { damagedTexts } from "./article-texts.js";
import { createEncoder } from "./encode-texts.js";
import { openTextGiver, type SharedTexts, type SharedWriting, type TextGiver } from "./text-ring.js";
import { type Ahead, startKind, type WritingThread, writingThread } from "./threads.js";
import type { Meanwhile } from "./tune-engine.js";
import { createTextHand, type TextFile, type Written } from "./write-text.js";

export interface TextJob extends TextFile {
  /** Makes the text; called again where the thread that had it was lost. */
  readonly text: () => string;
}

export interface TextWriter {
  /** `onWritten` is called at once or later, in the end while the writer settles. Throws what making the text or
   *  writing it throws. `draw` makes it the first time, where it is at hand; nobody holds it. */
  readonly write: (job: TextJob, onWritten: OnWritten, draw?: () => string) => void;
  /** Ends when all is written. Throws what the machine refuses. Must be called whatever was thrown before. */
  readonly settle: () => Promise<void>;
}

export type OnWritten = (written: Written) => void;

export interface WriterSettings {
  readonly thread?: WritingThread | undefined;
  /** Where it may be started already. */
  readonly ahead?: Ahead | undefined;
  /** Where the texts of articles are kept (late-html.ts), absolute. */
  readonly texts?: string | undefined;
  /** Texts that will be written at least. */
  readonly least?: number;
  /** Texts that there will be, of which some may not have to be written. */
  readonly total?: number;
  /** Whether each file is looked at once it is written (write-text.ts). */
  readonly looks?: boolean;
}

export function openTextWriter({
  thread = writingThread,
  ahead,
  texts,
  least = 0,
  total = Number.POSITIVE_INFINITY,
  looks = false,
}: WriterSettings = {}): TextWriter {
  const { encode } = createEncoder(texts);
  const hand = createTextHand(looks);
  /** What the thread was given and has not answered, in that order. */
  const sent: { readonly job: TextJob; readonly onWritten: OnWritten }[] = [];
  const start = (meanwhile: Meanwhile) => {
    const worker = availableParallelism() > 1 ? startKind(thread, meanwhile, ahead) : undefined;
    return worker && openHelper(worker, { texts, looks });
  };
  let helper = least >= thread.after ? start(least < few ? "little" : "much") : undefined;
  let count = 0;

  const takeAnswers = ({ giver }: Helper) => {
    for (const answer of giver.answers()) {
      if ("damaged" in answer) throw damagedTexts;
      if ("problem" in answer) throw Object.assign(new Error(answer.problem.message), answer.problem);
      sent.shift()?.onWritten(answer);
    }
  };
  return {
    write: (job, onWritten, draw = job.text) => {
      const text = draw();
      count++;
      if (count === thread.after) helper ??= start("much");
      if (helper !== undefined) {
        takeAnswers(helper);
        const { target, standing } = job;
        // Neither is to wait for the other at the end.
        const mayWait = sent.length < Math.max(fewWaiting, total - count);
        if (mayWait && helper.giver.give(standing === undefined ? { target } : { target, standing }, text)) {
          sent.push({ job, onWritten });
          return;
        }
      }
      onWritten(hand(job, encode(text)));
    },
    settle: async () => {
      await helper?.settled();
      if (helper !== undefined) takeAnswers(helper);
      for (const { job, onWritten } of sent.splice(0)) onWritten(hand(job, encode(job.text())));
    },
  };
}

/** Texts that wait for the other thread even when hardly any are to come. */
const fewWaiting = 16;

interface Helper {
  readonly giver: TextGiver;
  /** Tells it that no more texts come. What it has not answered by the end of this was not written. */
  readonly settled: () => Promise<void>;
}

/** Texts that are drawn before any code has run often enough to be optimised, whatever the engine is told. */
const few = 1000;

function openHelper(worker: Worker, told: Omit<SharedWriting, keyof SharedTexts>): Helper {
  const giver = openTextGiver();
  worker.postMessage({ ...giver.shared, ...told } satisfies SharedWriting);
  const exit = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  return {
    giver,
    settled: async () => {
      // Whatever became of it: its texts are written here.
      await Promise.race([giver.end(), exit]);
      // Nobody waits until it is cleared away.
      worker.unref();
    },
  };
}

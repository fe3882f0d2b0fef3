// Threads that parse the texts of articles for the main one. Each is given runs of texts and parses them in turn; a run
// that it has not begun can be taken back. It may be slow to start, fail, or never do anything: nobody depends on it.
import type { OpenedFile } from "./read-article.js";
import {
  begin,
  type FileText,
  type ParsedPiece,
  type ParsedRun,
  type TextRun,
  type TextsJob,
} from "./reading-job.js";
import type { RunMemory } from "./run-memory.js";
import { type ReadingThreads, startKind } from "./threads.js";

export interface OpenedRun {
  readonly run: number;
  /** At least one. */
  readonly articles: readonly WaitingArticle[];
  readonly memory: RunMemory;
}

export interface WaitingArticle {
  /** Its place in the list of the wanted. */
  readonly index: number;
  readonly file: OpenedFile;
}

export interface AnsweredRun extends OpenedRun {
  /** Undefined where the thread has ended without an answer. */
  readonly parsed: readonly (ParsedPiece | undefined)[] | undefined;
}

export interface TextThread {
  /** Bytes of the texts that it has not answered. */
  readonly load: () => number;
  readonly give: (run: OpenedRun) => void;
  /** Takes back what it was given last and has not begun. */
  readonly takeBack: () => OpenedRun | undefined;
  /** What it has answered since this was last asked. */
  readonly answers: () => readonly AnsweredRun[];
  /** Ends when there are answers, where it has any left to give. */
  readonly answered: () => Promise<void>;
  /** It is given nothing more to parse; the process can end without it, unless it waits to write. */
  readonly leave: () => void;
}

/** Undefined where the machine has no thread to give. */
export function startTextThread(job: TextsJob, kind: ReadingThreads): TextThread | undefined {
  const worker = startKind(kind, "much", kind.ahead);
  if (worker === undefined) return undefined;
  const given = new Map<number, OpenedRun>();
  const arrived: ParsedRun[] = [];
  let hasAnswered = false;
  let hasEnded = false;
  let wake = () => {};
  const forget = (run: number): OpenedRun | undefined => {
    const one = given.get(run);
    given.delete(run);
    return one;
  };
  worker.postMessage(job);
  worker.on("message", (run: ParsedRun) => {
    arrived.push(run);
    hasAnswered = true;
    wake();
  });
  // What it fails on fails here too, where it is told.
  worker.once("exit", () => {
    hasEnded = true;
    wake();
  });
  return {
    load: () => [...given.values()].reduce((sum, one) => sum + sizeOf(one), 0),
    give: (one) => {
      given.set(one.run, one);
      worker.postMessage({ run: one.run, texts: one.articles.map(textOf) } satisfies TextRun);
    },
    takeBack: () => {
      const last = [...given.keys()].at(-1);
      return last !== undefined && begin(job.begun, last) ? forget(last) : undefined;
    },
    answers: () => {
      const answers = arrived.splice(0).flatMap(({ run, parsed }): AnsweredRun[] => {
        const one = forget(run);
        return one === undefined ? [] : [{ parsed, ...one }];
      });
      if (!hasEnded) return answers;
      const left = [...given.keys()].flatMap((run) => forget(run) ?? []);
      return [...answers, ...left.map((one) => ({ parsed: undefined, ...one }))];
    },
    answered: async () => {
      if (given.size === 0 || arrived.length > 0 || hasEnded) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    },
    leave: () => {
      const isWell = hasAnswered && !hasEnded && given.size === 0;
      if (isWell && kind.ahead?.keep(worker)) return;
      worker.postMessage({ run: 0, texts: [] } satisfies TextRun);
      worker.unref();
    },
  };
}

function textOf({ file: { opened, bytes } }: WaitingArticle): FileText {
  const { path, hash, context } = opened;
  return { path, hash, context, bytes };
}

function sizeOf({ articles }: OpenedRun): number {
  return articles.reduce((sum, { file }) => sum + file.bytes.length, 0);
}

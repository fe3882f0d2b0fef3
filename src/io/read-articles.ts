// Many articles, read by several threads where they are so many that it pays. The main thread opens the files and reads
// what they say of themselves; the others parse their texts, and so does the main one once they have enough to do. A thread
// that did all of it from the first would have to make all of the code quick, and so would each.
import type { ParsedArticle } from "../model/article.js";
import { inGroups, together, type Work } from "../model/parts.js";
import { closeArticle, type OpenedArticle, type ParsedText } from "../parse/article.js";
import type { TextPlace } from "./article-texts.js";
import type { Looks } from "./file-look.js";
import { createArticleReader, type WantedArticle } from "./read-article.js";
import { type ParsedPiece, type TextsJob, textsTogether } from "./reading-job.js";
import { openRunMemories } from "./run-memory.js";
import {
  type AnsweredRun,
  type OpenedRun,
  startTextThread,
  type TextThread,
  type WaitingArticle,
} from "./text-threads.js";
import type { ReadingThreads } from "./threads.js";

export interface ReadingJob extends Omit<TextsJob, "begun"> {
  readonly wanted: readonly WantedArticle[];
  /** Are told of every file that is opened. */
  readonly looks?: Looks;
}

/** What became of a wanted article: it is as expected; or here it is, its text in it or kept at a place. */
export type Reading =
  | { readonly kind: "expected" }
  | { readonly kind: "parsed"; readonly article: ParsedArticle; readonly place?: TextPlace };

/** An article whose text another thread has parsed, where it has. */
interface ReadBack extends WaitingArticle {
  readonly piece: ParsedPiece | undefined;
}

/** Files that are opened at once. */
const runLength = 24;

/** Bytes of texts that may wait for one thread: those of some seventy articles. */
const mostWaiting = 1 << 19;

/** Calls `onReading` once for each wanted article, by its index, in no order. */
export async function readArticles(
  { wanted, looks, ...job }: ReadingJob,
  given: ReadingThreads,
  onReading: (index: number, reading: Reading) => void,
): Promise<void> {
  const runs = Math.ceil(wanted.length / runLength);
  const shared: TextsJob = { ...job, begun: new Int32Array(new SharedArrayBuffer(4 * runs)) };
  const threads = Array.from({ length: given.count }, () => startTextThread(shared, given) ?? []).flat();
  const reader = createArticleReader(job.settings, looks);
  const memories = openRunMemories();

  const openRun = (run: number): OpenedRun => {
    const articles: WaitingArticle[] = [];
    const memory = memories.take();
    const first = run * runLength;
    const some = wanted.slice(first, first + runLength);
    const opened = threads.length === 0 ? undefined : reader.openAll(some, memory.room);
    for (const [at, one] of some.entries()) {
      const index = first + at;
      const found = opened === undefined ? reader.read(one) : opened[at];
      if (found === undefined) onReading(index, { kind: "expected" });
      else if ("opened" in found) articles.push({ index, file: found });
      else onReading(index, { kind: "parsed", article: found });
    }
    return { run, articles, memory };
  };
  function* finishOne({ index, file, piece }: ReadBack): Work<[number, Reading]> {
    const reading = piece && closeParsed(file.opened, piece);
    return [index, reading ?? { kind: "parsed", article: yield* reader.complete(file) }];
  }
  const finish = ({ articles, memory }: OpenedRun, parsed: AnsweredRun["parsed"]) => {
    const waiting = articles.map((one, at) => ({ ...one, piece: parsed?.[at] }));
    for (const some of inGroups(waiting, textsTogether)) {
      for (const [index, reading] of together(some.map(finishOne))) onReading(index, reading);
    }
    memories.giveBack(memory);
  };
  const parseRun = (opened: OpenedRun) => finish(opened, undefined);
  const takeAnswers = () => {
    for (const answered of threads.flatMap((thread) => thread.answers())) finish(answered, answered.parsed);
  };
  try {
    for (let run = 0; run < runs; run++) {
      const opened = openRun(run);
      const thread = opened.articles.length === 0 ? undefined : freeThread(threads);
      if (thread === undefined) parseRun(opened);
      else thread.give(opened);
      await turnLoop();
      takeAnswers();
    }
    for (;;) {
      const busiest = byLoad(threads).at(-1);
      if (busiest === undefined || busiest.load() === 0) break;
      const back = busiest.takeBack();
      if (back === undefined) await busiest.answered();
      else parseRun(back);
      await turnLoop();
      takeAnswers();
    }
  } finally {
    // Whatever went wrong here, nobody begins anything more.
    shared.begun.fill(1);
    for (const { leave } of threads) leave();
  }
}

/** The thread that is to have the next run; undefined where all have enough to do: then it is parsed here. */
function freeThread(threads: readonly TextThread[]): TextThread | undefined {
  const [thread] = byLoad(threads);
  return thread !== undefined && thread.load() < mostWaiting ? thread : undefined;
}

function byLoad(threads: readonly TextThread[]): TextThread[] {
  return threads.toSorted((a, b) => a.load() - b.load());
}

function closeParsed(opened: OpenedArticle, { head, ...kept }: ParsedPiece): Reading {
  // Where the body is kept it is not in the head, and nobody looks at it.
  const parsed: ParsedText = { body: "", ...JSON.parse(head) };
  return { kind: "parsed", article: closeArticle(opened, parsed), ...kept };
}

/**
 * Lets Node do what waits. It frees the memory of the parser's buffers, 13 KB an article, at no other time (Node-API
 * puts off its finalizers), and takes in messages.
 */
function turnLoop(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

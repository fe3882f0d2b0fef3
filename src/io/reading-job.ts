// What the threads that read articles together know of each other: the files, of which each takes the next few that
// nobody has taken yet, and what a worker thread sends of those that it took.
import type { ParsedArticle, ParseSettings } from "../model/article.js";
import type { KeptArticle } from "./kept-article.js";
import type { WantedArticle } from "./read-article.js";

export interface ReadingJob {
  readonly wanted: readonly WantedArticle[];
  readonly settings: ParseSettings;
  /** Where texts are kept, absolute; without it articles are sent whole. */
  readonly texts?: string;
}

/** As a worker thread is given it. */
export interface SharedJob extends ReadingJob {
  /** One number, the same in all threads: how many files are taken. */
  readonly taken: Int32Array;
}

/** What became of a wanted article: it is as expected; or kept by the thread that parsed it; or here it is. */
export type Reading =
  | { readonly kind: "expected" }
  | { readonly kind: "kept"; readonly kept: KeptArticle }
  | { readonly kind: "whole"; readonly article: ParsedArticle };

/** A worker's message: what became of one run of files. */
export interface ReadRun {
  /** The place of the first in the list of the wanted. */
  readonly first: number;
  readonly readings: readonly Reading[];
}

/** Files that are taken at once. Their texts, and no more, wait in a worker's memory. */
const run = 16;

/**
 * Lets Node do what waits. It frees the memory of the parser's buffers, 13 KB an article, at no other time (Node-API
 * puts off its finalizers), and takes in messages.
 */
export function turnLoop(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** The next files that nobody has taken: from and to; empty when all are. */
export function takeRun({ taken, wanted }: SharedJob): readonly [number, number] {
  const first = Atomics.add(taken, 0, run);
  return [Math.min(first, wanted.length), Math.min(first + run, wanted.length)];
}

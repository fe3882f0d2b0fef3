// What the threads that read articles together know of each other: one opens the files, the others parse their texts, a
// few at a time.
import type { ParseSettings } from "../model/article.js";
import type { SourcePath } from "../model/paths.js";
import type { TextContext } from "../parse/article.js";
import type { TextPlace } from "./article-texts.js";

/** The first message to a thread that parses texts; one that is to write alone gets `SharedWriting` in its place. */
export interface TextsJob {
  readonly settings: ParseSettings;
  /** Where its HTML is kept, absolute; without it that is sent too. */
  readonly texts?: string;
  /** A number for each run of texts, the same in all threads: 1 once somebody parses it. */
  readonly begun: Int32Array;
}

/** The messages after it. One without texts is the last, and so is what tells it to write (`SharedWriting`). */
export interface TextRun {
  readonly run: number;
  readonly texts: readonly FileText[];
}

/** Texts that are parsed part by part: the trees of more of them would live long enough to be moved. */
export const textsTogether = 8;

export interface FileText {
  readonly path: SourcePath;
  readonly hash: string;
  readonly context: TextContext;
  /** All of the file, in memory that the threads share. It holds until the run is answered. */
  readonly bytes: Uint8Array;
}

/** Its answer: what was made of each, in the same order; undefined for what cannot be read as text. */
export interface ParsedRun {
  readonly run: number;
  readonly parsed: readonly (ParsedPiece | undefined)[];
}

export interface ParsedPiece {
  /** `ParsedText` as JSON, without its body where that is kept. */
  readonly head: string;
  /** Where the body is kept. */
  readonly place?: TextPlace;
}

/** True for one thread alone, which is to parse the run. */
export function begin(begun: Int32Array, run: number): boolean {
  return Atomics.compareExchange(begun, run, 0, 1) === 0;
}

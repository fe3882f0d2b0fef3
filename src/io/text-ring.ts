// Memory that two threads share, through which texts go to the one that writes them, and its answers come back: a ring
// that is filled by the one and emptied in the same order by the other. As messages, texts would be copied four times, and
// answers would wait until the main thread has nothing else to do. Texts lie close together and from the beginning again
// as soon as there is ample room, since memory that was never used is dear.
import { readLatin1, readUtf8Part, writeLatin1, writeUtf8, writeUtf16 } from "../model/quick-bytes.js";
import { createEncoder } from "./encode-texts.js";
import type { LateCodes } from "./late-codes.js";
import type { TextFile, Written } from "./write-text.js";

/** What a thread is given to share the texts of another. */
export interface SharedTexts {
  /** How many texts were given, and how many of them were answered. */
  readonly counts: Int32Array;
  /** Where each text begins in the memory, by its number. */
  readonly places: Int32Array;
  readonly memory: SharedArrayBuffer;
}

/** A message to a thread that will write, while it waits. */
export interface CodesAhead {
  /** Addresses whose QR codes the texts will hold. */
  readonly codes: readonly string[];
}

/** The last message to the thread that writes. */
export interface SharedWriting extends SharedTexts {
  /** Where the texts of articles are kept that pages hold without having been read. */
  readonly texts: string | undefined;
  /** Whether it looks at what it has written (write-text.ts). */
  readonly looks: boolean;
}

/** What the machine refused: of an error, a thread can tell no more. Nothing after it is written. */
export interface WritingProblem {
  readonly message: string;
  readonly code?: string;
  readonly path?: string;
}

/** Damaged: the cache does not hold a text that the page is to have. Nothing after it is written either. */
export type Answer = Written | { readonly problem: WritingProblem } | { readonly damaged: true };

export interface TextGiver {
  readonly shared: SharedTexts;
  /** False where there is no room for it now. */
  readonly give: (file: TextFile, text: string) => boolean;
  /** Says that no more texts come. Ends when all are answered, and not where the other thread is gone. */
  readonly end: () => Promise<void>;
  /** The answers since this was last asked, in the order of the texts. */
  readonly answers: () => Answer[];
}

export interface TextTaker {
  /** Waits for the next text; its bytes, as UTF-8, hold until the next is asked for. Undefined after the last. */
  readonly take: () => { readonly file: TextFile; readonly bytes: Uint8Array } | undefined;
  /** Says what became of the text that was taken last. */
  readonly answer: (answer: Answer) => void;
}

/** Texts that may wait to be written or heard of. */
const mostTexts = 1024;
/**
 * Bytes of them: six hundred pages, or some of the longest. Where there is room, the thread that draws need not write in
 * between: that takes it three times as long as the other, whose code for it is at hand.
 */
const memorySize = 1 << 24;
const largestText = memorySize / 4;
/** Bytes, and twice those of what waits: with so much room at the beginning nothing has to wait for it. */
const ample = 1 << 20;
/** Texts for which the other thread is woken: that is dearer than writing one of them. */
const wakingAfter = 16;

/** In `counts`. */
const given = 0;
const answered = 1;

/**
 * Of a text: two numbers of four bytes, the text as UTF-16, and where it goes: an absolute path, or JSON. Of an answer, in
 * its place: a number of four bytes, and as many of JSON; or 0, whether the site had the text, how long the facts about
 * its file are (0: none were asked for), its hash, and those: that is nearly always the answer. Without a place, the end.
 */
const textAt = 8;
const theEnd = -1;
/** Bytes that an answer may take. */
const answerSize = 1 << 13;
/** UTF-16 units of what is told of an error: of each part, so that both find room in an answer. */
const longestTold = 1000;
const hashLength = 8;

export function openTextGiver(): TextGiver {
  const shared = {
    counts: new Int32Array(new SharedArrayBuffer(8)),
    places: new Int32Array(new SharedArrayBuffer(4 * mostTexts)),
    memory: new SharedArrayBuffer(memorySize),
  };
  const { counts, places, memory } = shared;
  const { bytes, numbers } = viewsOf(memory);
  let sent = 0;
  let heard = 0;
  /** Behind the text that was given last. */
  let free = 0;
  const wake = () => Atomics.notify(counts, given);
  const send = (place: number) => {
    places[sent % mostTexts] = place;
    sent++;
    Atomics.store(counts, given, sent);
  };
  /** Where so many bytes may be written; undefined where there is no room. What was not heard of yet is in its place. */
  const placeFor = (size: number): number | undefined => {
    if (sent === heard) return 0;
    const first = places[heard % mostTexts] as number;
    if (free <= first) return free + size <= first ? free : undefined;
    if (first >= size + Math.max(ample, 2 * (free - first))) return 0;
    if (free + size <= memorySize) return free;
    return size <= first ? 0 : undefined;
  };
  return {
    shared,
    give: (file, text) => {
      const head = file.standing === undefined ? file.target : JSON.stringify(file);
      const size = wholeWords(Math.max(answerSize, textAt + 2 * text.length + 3 * head.length));
      // One more is kept for the end.
      const place = sent - heard < mostTexts - 1 && size <= largestText ? placeFor(size) : undefined;
      if (place === undefined) return false;
      const textSize = writeUtf16(bytes, text, place + textAt);
      const headSize = writeUtf8(bytes, head, place + textAt + textSize);
      numbers[place / 4] = headSize;
      numbers[place / 4 + 1] = textSize;
      free = place + wholeWords(Math.max(answerSize, textAt + textSize + headSize));
      send(place);
      if (sent % wakingAfter === 0) wake();
      return true;
    },
    end: async () => {
      const last = sent;
      send(theEnd);
      wake();
      for (let done = Atomics.load(counts, answered); done !== last; done = Atomics.load(counts, answered)) {
        await Atomics.waitAsync(counts, answered, done).value;
      }
    },
    answers: () => {
      const answers: Answer[] = [];
      for (const end = Atomics.load(counts, answered); heard < end; heard++) {
        const place = places[heard % mostTexts] as number;
        const size = numbers[place / 4] as number;
        const at = place + textAt;
        answers.push(size === 0 ? readWritten(bytes, place) : JSON.parse(readUtf8Part(bytes, at, at + size)));
      }
      return answers;
    },
  };
}

export function openTextTaker(
  { counts, places, memory, texts }: SharedWriting,
  codes?: LateCodes,
): TextTaker {
  const { encodeUtf16 } = createEncoder(texts, codes);
  const { bytes, numbers } = viewsOf(memory);
  let taken = 0;
  let place = 0;
  return {
    take: () => {
      while (Atomics.load(counts, given) === taken) Atomics.wait(counts, given, taken);
      place = places[taken % mostTexts] as number;
      if (place === theEnd) return undefined;
      taken++;
      const headAt = place + textAt + (numbers[place / 4 + 1] as number);
      const head = readUtf8Part(bytes, headAt, headAt + (numbers[place / 4] as number));
      const file: TextFile = head.startsWith("{") ? JSON.parse(head) : { target: head };
      return { file, bytes: encodeUtf16(bytes.subarray(place + textAt, headAt)) };
    },
    answer: (answer) => {
      const isWritten = "hash" in answer;
      numbers[place / 4] = isWritten
        ? 0
        : writeUtf8(bytes, JSON.stringify(shortened(answer)), place + textAt);
      if (isWritten) writeWritten(bytes, place, answer);
      Atomics.add(counts, answered, 1);
      Atomics.notify(counts, answered);
    },
  };
}

function shortened(answer: Exclude<Answer, Written>): Answer {
  if (!("problem" in answer)) return answer;
  const { message, path, ...rest } = answer.problem;
  const cut = (text: string) => text.slice(0, longestTold);
  return { problem: { message: cut(message), ...rest, ...(path !== undefined && { path: cut(path) }) } };
}

/** All places are even words: their numbers are read and written as such. */
function viewsOf(memory: SharedArrayBuffer) {
  return { bytes: Buffer.from(memory), numbers: new Uint32Array(memory) };
}

/** As many bytes and up to seven more: so texts begin where the machine reads numbers at once. */
function wholeWords(bytes: number): number {
  return (bytes + 7) & ~7;
}

function writeWritten(bytes: Buffer, place: number, { hash, isSame, facts = "" }: Written): void {
  bytes[place + 4] = isSame ? 1 : 0;
  bytes[place + 5] = facts.length;
  writeLatin1(bytes, hash + facts, place + textAt);
}

function readWritten(bytes: Buffer, place: number): Written {
  const at = place + textAt;
  const end = at + hashLength;
  const factsLength = bytes[place + 5] as number;
  const hash = readLatin1(bytes, at, end);
  const isSame = bytes[place + 4] === 1;
  if (factsLength === 0) return { hash, isSame };
  return { hash, isSame, facts: readLatin1(bytes, end, end + factsLength) };
}

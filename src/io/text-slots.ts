// Memory that two threads share, through which texts go to the one that writes them, and its answers come back. It is a
// ring of slots, a text in each: filled in turn by the one, emptied in the same order by the other. As messages, texts
// would be copied four times, and answers would wait until the main thread has nothing else to do.
import { createEncoder } from "./encode-texts.js";
import type { TextFile, Written } from "./write-text.js";

/** What a thread is given to share the slots of another. */
export interface SharedSlots {
  /** How many texts were given, and how many of them were answered. */
  readonly counts: Int32Array;
  readonly memory: SharedArrayBuffer;
}

/** The one message to the thread that writes. */
export interface SharedWriting extends SharedSlots {
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
  readonly shared: SharedSlots;
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

const slotCount = 64;
/** Texts for which the other thread is woken: that is dearer than writing one of them. */
const wakingAfter = 16;
/** Room for a page of 60,000 characters, and three times that of any other; what is never used takes no memory. */
const slotSize = 1 << 17;

/** In `counts`. */
const given = 0;
const answered = 1;

/**
 * In a slot: two numbers of four bytes, the text as UTF-16, and where it goes as JSON. In an answer: a number of four bytes,
 * and as many of JSON; or 0, whether the site had the text, how long the facts about its file are (0: none were asked for),
 * its hash, and those: that is nearly always the answer.
 */
const textAt = 8;
const hashLength = 64;

export function openTextGiver(): TextGiver {
  const shared = {
    counts: new Int32Array(new SharedArrayBuffer(8)),
    memory: new SharedArrayBuffer(slotCount * slotSize),
  };
  const { counts, memory } = shared;
  const slotAt = slotsIn(memory);
  let sent = 0;
  let heard = 0;
  const wake = () => Atomics.notify(counts, given);
  const send = () => {
    sent++;
    Atomics.store(counts, given, sent);
  };
  return {
    shared,
    give: (file, text) => {
      const head = JSON.stringify(file);
      // One slot is kept for the end. What was not heard of yet is in its slot.
      if (sent - heard >= slotCount - 1 || textAt + 2 * text.length + 3 * head.length > slotSize)
        return false;
      const slot = slotAt(sent);
      const textSize = slot.write(text, textAt, "utf16le");
      slot.writeUInt32LE(slot.write(head, textAt + textSize), 0);
      slot.writeUInt32LE(textSize, 4);
      send();
      if (sent % wakingAfter === 0) wake();
      return true;
    },
    end: async () => {
      const last = sent;
      slotAt(sent).writeUInt32LE(0, 0);
      send();
      wake();
      for (let done = Atomics.load(counts, answered); done !== last; done = Atomics.load(counts, answered)) {
        await Atomics.waitAsync(counts, answered, done).value;
      }
    },
    answers: () => {
      const answers: Answer[] = [];
      for (const end = Atomics.load(counts, answered); heard < end; heard++) {
        const slot = slotAt(heard);
        const size = slot.readUInt32LE(0);
        answers.push(
          size === 0 ? readWritten(slot) : JSON.parse(slot.toString("utf8", textAt, textAt + size)),
        );
      }
      return answers;
    },
  };
}

export function openTextTaker({ counts, memory, texts }: SharedWriting): TextTaker {
  const { encodeUtf16 } = createEncoder(texts);
  const slotAt = slotsIn(memory);
  let taken = 0;
  return {
    take: () => {
      while (Atomics.load(counts, given) === taken) Atomics.wait(counts, given, taken);
      const slot = slotAt(taken);
      const headSize = slot.readUInt32LE(0);
      if (headSize === 0) return undefined;
      taken++;
      const headAt = textAt + slot.readUInt32LE(4);
      const file = JSON.parse(slot.toString("utf8", headAt, headAt + headSize));
      return { file, bytes: encodeUtf16(slot.subarray(textAt, headAt)) };
    },
    answer: (answer) => {
      const slot = slotAt(taken - 1);
      const isWritten = "hash" in answer;
      slot.writeUInt32LE(isWritten ? 0 : slot.write(JSON.stringify(answer), textAt), 0);
      if (isWritten) writeWritten(slot, answer);
      Atomics.add(counts, answered, 1);
      Atomics.notify(counts, answered);
    },
  };
}

function writeWritten(slot: Buffer, { hash, isSame, facts = "" }: Written): void {
  slot[4] = isSame ? 1 : 0;
  slot[5] = facts.length;
  slot.write(hash + facts, textAt, "latin1");
}

function readWritten(slot: Buffer): Written {
  const end = textAt + hashLength;
  const factsLength = slot[5] as number;
  const hash = slot.toString("latin1", textAt, end);
  const isSame = slot[4] === 1;
  if (factsLength === 0) return { hash, isSame };
  return { hash, isSame, facts: slot.toString("latin1", end, end + factsLength) };
}

/** Made once: a new view for each text costs more than its head. */
function slotsIn(memory: SharedArrayBuffer): (index: number) => Buffer {
  const slots = Array.from({ length: slotCount }, (_, index) =>
    Buffer.from(memory, index * slotSize, slotSize),
  );
  return (index) => slots[index % slotCount] as Buffer;
}

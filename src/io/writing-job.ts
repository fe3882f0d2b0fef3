// The work of a thread that writes texts for the main one, until it is told that there are no more.
import { damagedTexts } from "./article-texts.js";
import { type LateCodes, openLateCodes } from "./late-codes.js";
import { codeOf } from "./read-files.js";
import { type CodesAhead, openTextTaker, type SharedWriting, type WritingProblem } from "./text-ring.js";
import { createTextHand } from "./write-text.js";

/** Takes the messages of the main thread. True once all is written, or the first text was refused. */
export function openWriting(): (told: CodesAhead | SharedWriting) => boolean {
  const codes = openLateCodes();
  return (told) => {
    const isLast = !("codes" in told);
    if (isLast) writeGiven(told, codes);
    else codes.prepare(told.codes);
    return isLast;
  };
}

function writeGiven(shared: SharedWriting, codes: LateCodes): void {
  const taker = openTextTaker(shared, codes);
  const hand = createTextHand(shared.looks);
  try {
    for (let next = taker.take(); next !== undefined; next = taker.take()) {
      taker.answer(hand(next.file, next.bytes));
    }
  } catch (problem) {
    // The rest is not written: the build ends with this.
    taker.answer(problem === damagedTexts ? { damaged: true } : { problem: toldOf(problem) });
  }
}

/** What a thread can tell of an error: its code is lost on the way. */
function toldOf(problem: unknown): WritingProblem {
  const code = codeOf(problem);
  const path = problem instanceof Error && "path" in problem ? String(problem.path) : undefined;
  return {
    message: String(problem),
    ...(code === undefined ? {} : { code }),
    ...(path === undefined ? {} : { path }),
  };
}

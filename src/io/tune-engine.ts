// What the engine is told of how much there is to do.
import { setFlagsFromString } from "node:v8";

/** Files of the content beyond which a computer of 8 GB may run short of memory. */
const veryMany = 40_000;

/** Files from which it pays to optimise code sooner than `cli.ts` asks for: more of the time is still to come. */
const many = 4000;

/** `files` of the content. */
export function tuneEngine(files: number): void {
  if (files > many && process.version.startsWith("v20.")) setFlagsFromString("--interrupt-budget=100000");
  // V8 then collects when the heap has grown by a fifth: it takes a little more time, and a fifth less memory.
  if (files > veryMany) setFlagsFromString("--heap-growing-percent=20");
}

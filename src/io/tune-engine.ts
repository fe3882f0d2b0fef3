// What the engine is told of how much there is to do.
import { setFlagsFromString } from "node:v8";

/** Files of the content beyond which a computer of 8 GB may run short of memory. */
const veryMany = 40_000;

/** Files from which it pays to optimise code sooner than `cli.ts` asks for: more of the time is still to come. */
const many = 4000;

/** `files` of the content. */
export function tuneEngine(files: number): void {
  if (files > many) {
    if (process.version.startsWith("v20.")) setFlagsFromString("--interrupt-budget=160000");
    // Optimising takes a quarter of all work, in threads of its own which the cores have to run beside ours. Half of that
    // goes into functions that are hardly quicker for it: templates, which only call others, and long chains of calls
    // that are made one function, and have to be made again when a page of another shape comes.
    setFlagsFromString("--max-optimized-bytecode-size=1500");
    setFlagsFromString("--max-inlined-bytecode-size-cumulative=300");
  }
  // V8 then collects when the heap has grown by a fifth: it takes a little more time, and a fifth less memory.
  if (files > veryMany) setFlagsFromString("--heap-growing-percent=20");
}

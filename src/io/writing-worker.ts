// The entry of the thread that writes texts for the main one, until it is told that there are no more.
import { parentPort, workerData } from "node:worker_threads";
import { codeOf } from "./read-files.js";
import type { WritingBatch, WritingProblem, WrittenBatch } from "./text-writer.js";
import { createTextHand } from "./write-text.js";

const done = workerData as BigInt64Array;
const hand = createTextHand();

parentPort?.on("message", (batch: WritingBatch | "end") => {
  if (batch === "end") return parentPort?.close();
  const written: WrittenBatch["written"][number][] = [];
  try {
    for (const [index, file, text] of batch.texts) {
      written.push([index, hand(file, text)]);
      Atomics.add(done, 0, BigInt(text.length));
    }
    parentPort?.postMessage({ written } satisfies WrittenBatch);
  } catch (problem) {
    parentPort?.postMessage({ written, problem: toldOf(problem) } satisfies WrittenBatch);
    // The rest is not written: the build ends with this.
    parentPort?.close();
  }
});

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

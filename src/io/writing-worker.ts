// The entry of a thread that does nothing but write texts for the main one.
import { parentPort } from "node:worker_threads";
import type { CodesAhead, SharedWriting } from "./text-ring.js";
import { tuneEngine } from "./tune-engine.js";
import { openWriting } from "./writing-job.js";

tuneEngine();

const write = openWriting();
parentPort?.on("message", (told: CodesAhead | SharedWriting) => {
  if (write(told)) parentPort?.close();
});

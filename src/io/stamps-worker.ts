// The entry of a thread that looks at the stamped files of an output folder, while the main one looks at the content and
// then joins in.
import { parentPort, workerData } from "node:worker_threads";
import { findTouched, readStampsText, sharedRuns } from "./stamps-file.js";
import { tuneEngine } from "./tune-engine.js";

tuneEngine();

export interface StampsJob {
  /** Both absolute. */
  readonly file: string;
  readonly out: string;
  /** One number, the same in both threads: how many runs of lines are taken. */
  readonly taken: Int32Array;
}

export interface Looked {
  readonly list: string;
  readonly seal: string;
  /** Of the runs that this thread took. */
  readonly touched: readonly string[];
}

const { file, out, taken } = workerData as StampsJob;
const text = readStampsText(file);
const touched = findTouched(out, text, sharedRuns(taken));
parentPort?.postMessage({ list: text.list, seal: text.seal, touched } satisfies Looked);

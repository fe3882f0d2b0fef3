// The entry of a thread that looks at every stamped file of an output folder, while the main one looks at the content.
import { parentPort, workerData } from "node:worker_threads";
import { findTouched, readStampsText } from "./stamps-file.js";

export interface StampsJob {
  /** Both absolute. */
  readonly file: string;
  readonly out: string;
}

export interface Looked {
  readonly list: string;
  readonly touched: readonly string[];
}

const { file, out } = workerData as StampsJob;
const text = readStampsText(file);
parentPort?.postMessage({ list: text.list, touched: findTouched(out, text) } satisfies Looked);

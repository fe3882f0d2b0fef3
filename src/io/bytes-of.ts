// The bytes of one file of the site without writing it: what a page says, or what the file holds that it copies.
import { fstatSync } from "node:fs";
import type { CopySource, Output } from "../model/page.js";
import { type Refusal, readOpen, readWhole } from "./read-files.js";
import type { ListedFile } from "./read-folder.js";

/** Throws what drawing the page throws. */
export function bytesOf(output: Output, locate: (from: CopySource) => ListedFile): Uint8Array | Refusal {
  if (output.kind !== "copy") return Buffer.from(output.text());
  const file = locate(output.from);
  return readOpen(file, (descriptor) => readWhole(descriptor, fstatSync(descriptor).size).bytes);
}

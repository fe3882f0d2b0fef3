// Facts of just the files that articles name. A file that cannot be opened has a report and no facts. One that is over
// its limit is not read: it has its size alone, and a check names it with the article that wants it.
import { fstatSync } from "node:fs";
import type { Limits } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type FileFacts, fileKindOf } from "../model/files.js";
import type { SourcePath } from "../model/paths.js";
import { readImageFacts } from "./photos.js";
import { digest, readOpen, readWhole } from "./read-files.js";
import type { ListedFile } from "./read-folder.js";

export interface FactsResult {
  readonly facts: ReadonlyMap<SourcePath, FileFacts>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Images read at one time, so that memory holds no more than these. */
const atOnce = 4;

export async function readFacts(
  files: readonly ListedFile[],
  limits: Limits,
  onFile: (done: number) => void = () => {},
): Promise<FactsResult> {
  const found: (FileFacts | Diagnostic)[] = [];
  const queue = files.entries();
  let done = 0;
  const work = async () => {
    for (const [index, file] of queue) {
      found[index] = await factsOf(file, limits);
      onFile(++done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return {
    facts: new Map(found.flatMap((facts) => ("rule" in facts ? [] : [[facts.path, facts]]))),
    diagnostics: found.filter((facts) => "rule" in facts),
  };
}

async function factsOf(file: ListedFile, limits: Limits): Promise<FileFacts | Diagnostic> {
  const { path } = file;
  const isPhoto = fileKindOf(path) === "photo";
  const read = readOpen(file, (descriptor) => {
    const { size } = fstatSync(descriptor);
    if (size > limits.attachmentBytes) return { facts: { path, size, hash: "" } };
    if (isPhoto) return { facts: { path, ...readWhole(descriptor, size) } };
    return { facts: { path, ...digest(descriptor) } };
  });
  if ("diagnostic" in read) return read.diagnostic;
  if (!("bytes" in read.facts)) {
    return isPhoto ? { ...read.facts, unreadable: "over the limit for files" } : read.facts;
  }
  const { bytes, hash } = read.facts;
  return { path, size: bytes.length, hash, ...(await readImageFacts(bytes)) };
}

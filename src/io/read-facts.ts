// Facts of just the files that articles name. A file that cannot be opened has a report and no facts. One that is over
// its limit is not read: it has its size alone, and a check names it with the article that wants it.
import { fstatSync } from "node:fs";
import type { Limits } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type FileFacts, fileKindOf } from "../model/files.js";
import type { SourcePath } from "../model/paths.js";
import { type FactsIndex, openFactsIndex } from "./facts-index.js";
import { readImageFacts } from "./photos.js";
import { digest, readOpen, readWhole } from "./read-files.js";
import type { ListedFile } from "./read-folder.js";

export interface FactsResult {
  readonly facts: ReadonlyMap<SourcePath, FileFacts>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Images read at one time, so that memory holds no more than these. */
const atOnce = 4;

/** `cache` keeps what photos said of themselves; without one each is read. */
export async function readFacts(
  files: readonly ListedFile[],
  limits: Limits,
  { onFile = () => {}, cache }: FactsOptions = {},
): Promise<FactsResult> {
  const index = cache === undefined ? undefined : openFactsIndex(cache.folder, cache.tools);
  const found: (FileFacts | Diagnostic)[] = [];
  const queue = files.entries();
  let done = 0;
  const work = async () => {
    for (const [at, file] of queue) {
      found[at] = await factsOf(file, { limits, index, folder: cache?.folder });
      onFile(++done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  index?.save();
  return {
    facts: new Map(found.flatMap((facts) => ("rule" in facts ? [] : [[facts.path, facts]]))),
    diagnostics: found.filter((facts) => "rule" in facts),
  };
}

export interface FactsOptions {
  readonly onFile?: (done: number) => void;
  readonly cache?: { readonly folder: string; readonly tools: string };
}

interface Looking {
  readonly limits: Limits;
  readonly index: FactsIndex | undefined;
  readonly folder: string | undefined;
}

async function factsOf(
  file: ListedFile,
  { limits, index, folder }: Looking,
): Promise<FileFacts | Diagnostic> {
  const { path } = file;
  const isPhoto = fileKindOf(path) === "photo";
  const now = Date.now();
  const read = readOpen(file, (descriptor) => {
    const stats = fstatSync(descriptor);
    const { size } = stats;
    const known = isPhoto ? index?.find(path, stats) : undefined;
    if (known !== undefined) return { facts: known, stats };
    if (size > limits.attachmentBytes) {
      return {
        facts: isPhoto ? { path, size, hash: "", unreadable: tooLarge } : { path, size, hash: "" },
        stats,
      };
    }
    if (!isPhoto) return { facts: { path, ...digest(descriptor) }, stats };
    return { facts: undefined, whole: readWhole(descriptor, size), stats };
  });
  if ("diagnostic" in read) return read.diagnostic;
  if (read.facts !== undefined) return read.facts;
  const { bytes, hash } = read.whole;
  const facts = { path, size: bytes.length, hash, ...(await readImageFacts(bytes, folder)) };
  index?.note(facts, read.stats, now);
  return facts;
}

const tooLarge = "over the limit for files";

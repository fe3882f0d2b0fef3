// The journal is the point of no return: once it lies whole in the output folder, the new site is what the folder
// will hold, and whoever comes next finishes it. Every step can be done twice, so a kill at any moment does no harm.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import nodePath from "node:path";
import { hashBytes } from "../model/hash.js";
import type { OutPath } from "../model/paths.js";
import { isSafePath, madeFilesName } from "./made-files.js";
import type { OutPlace } from "./out-place.js";
import { exists, makeFolder, moveFile, removeEmptyFolders, removeFile, removeTree } from "./out-tree.js";

export interface Journal {
  /** Where the new files wait: beside the output folder, or in it where that is a volume of its own. */
  readonly stage: "beside" | "inside";
  /** Old files that stand where new ones must go. */
  readonly first: readonly OutPath[];
  /** New files, in the order in which they go to their places. */
  readonly moves: readonly OutPath[];
  /** Old files that go last. */
  readonly last: readonly OutPath[];
}

/** Is told of every step, before it is taken. */
export type OnStep = (step: string) => void;

const name = ".bantin-journal";
const firstLine = "bantin-journal 1";

export function writeJournal(place: OutPlace, journal: Journal, onStep: OnStep): void {
  const draft = nodePath.join(place.stages[journal.stage], name);
  onStep("journal");
  const body = JSON.stringify(journal);
  const descriptor = openSync(draft, "w");
  try {
    writeSync(descriptor, `${firstLine}\n${hashBytes(Buffer.from(body))}\n${body}`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  onStep("commit");
  moveFile(draft, nodePath.join(place.out, name));
}

/** Finishes a committed journal; without one, sweeps away what an interrupted build left. */
export function finishJournal(place: OutPlace, onStep: OnStep): void {
  const text = readText(nodePath.join(place.out, name));
  const journal = text === undefined ? undefined : parseJournal(text);
  if (journal !== undefined) applyJournal(place, journal, onStep);
  if (text !== undefined) {
    onStep("forget journal");
    removeFile(nodePath.join(place.out, name));
  }
  onStep("sweep");
  removeTree(place.stages.beside);
  removeTree(place.stages.inside);
}

/** undefined where it is torn (the machine lost power) or names a file outside: the build then starts afresh. */
export function parseJournal(text: string): Journal | undefined {
  const [head, sum, body = ""] = text.split("\n");
  if (head !== firstLine || hashBytes(Buffer.from(body)) !== sum) return undefined;
  const journal = JSON.parse(body) as Journal;
  const paths = [...journal.first, ...journal.moves, ...journal.last];
  return paths.every(isSafePath) && /^(?:beside|inside)$/.test(journal.stage) ? journal : undefined;
}

// The list of made files goes first, so that at no moment a file of ours is not in it.
function applyJournal(place: OutPlace, journal: Journal, onStep: OnStep): void {
  const stage = place.stages[journal.stage];
  const move = (path: string) => {
    const staged = nodePath.join(stage, path);
    if (!exists(staged)) return;
    onStep(`move ${path}`);
    makeFolder(place, nodePath.posix.dirname(path));
    moveFile(staged, nodePath.join(place.out, path));
  };
  const remove = (paths: readonly OutPath[]) => {
    for (const path of paths) {
      onStep(`remove ${path}`);
      removeFile(nodePath.join(place.out, path), place);
    }
    removeEmptyFolders(place, paths);
  };
  move(madeFilesName);
  remove(journal.first);
  for (const path of journal.moves) move(path);
  remove(journal.last);
}

function readText(machine: string): string | undefined {
  return exists(machine) ? readFileSync(machine, "utf8") : undefined;
}

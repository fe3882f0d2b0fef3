// Writes a site in two halves. First everything is made and staged; an error ends there. Then one rename decides: of
// the whole folder for a first site, of the journal for a later one. No file of the site is ever torn.
import nodePath from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import { hashBytes } from "../model/hash.js";
import { type CopySource, isText, type Output } from "../model/page.js";
import { type OutPath, type SourcePath, sourcePath } from "../model/paths.js";
import { factsAt } from "./file-look.js";
import { finishJournal, type OnStep, writeJournal } from "./journal.js";
import { type MadeFiles, madeFilesName } from "./made-files.js";
import type { OutPlace } from "./out-place.js";
import { exists, moveFile, removeTree } from "./out-tree.js";
import type { ListedFile } from "./read-folder.js";
import { openStage, type StageSources } from "./stage.js";
import { type StageAllInput, type StagedAll, stageAll } from "./stage-all.js";
import type { Stamps } from "./stamps.js";
import { openStanding } from "./standing.js";
import type { Ahead } from "./threads.js";
import { explainFault, takenTwice } from "./write-faults.js";

export interface WriteInput extends StageAllInput {
  readonly locate: (from: CopySource) => ListedFile;
  /** Images drawn before, by their key; absent where the outputs have none. */
  readonly imageOf?: StageSources["imageOf"];
  /** Where the texts of articles are kept that pages hold without having been read; absolute. */
  readonly texts?: string;
  readonly ahead?: Ahead | undefined;
}

export interface WriteResult {
  /** With any of these the site is as it was, or is finished by the next build. */
  readonly diagnostics: readonly Diagnostic[];
  readonly written: number;
  readonly removed: number;
  /** The hash of the list of made files that lies there now; absent where that is not known. */
  readonly list?: string;
}

/** The output folder as the last build left it, or those of its files that are to be replaced. */
export interface Standpoint {
  readonly place: OutPlace;
  readonly previous: MadeFiles;
  /** The new list of made files, with what was made. */
  readonly formatList: (made: MadeFiles) => Uint8Array;
  /** The hash of the list of these; "" where there is none. */
  readonly list: string;
  readonly stamps: Stamps;
}

export async function writeSite(
  standpoint: Standpoint,
  input: WriteInput,
  onStep: OnStep,
): Promise<WriteResult> {
  const { place, previous, stamps } = standpoint;
  const twice = outputsTwice(place, input.outputs);
  if (twice.length > 0) return failed(twice);
  let committed = false;
  try {
    await stamps.look();
    const standing = openStanding(place, {
      previous,
      stamps,
      paths: () => new Set(input.outputs.map((output) => output.path)),
    });
    const sources = { imageOf: () => undefined, ...input, previous, stamps };
    const stage = openStage(place, standing, { ...sources, textCount: input.outputs.filter(isText).length });
    const { made, moved, diagnostics } = await stageAll(stage, input, onStep);
    if (diagnostics.length > 0) {
      sweep(place);
      return failed(diagnostics);
    }
    const list = standpoint.formatList(made);
    const listHash = hashBytes(list);
    const removed = standing.first.length + standing.last.length;
    const isFirst = !exists(place.out);
    if (isFirst) {
      stage.keep(madeFilesName, list);
      onStep("commit");
      moveFile(place.stages[stage.place()], place.out);
    } else if (moved.length > 0 || listHash !== standpoint.list) {
      stage.keep(madeFilesName, list);
      const { first, last } = standing;
      writeJournal(place, { stage: stage.place(), first, moves: movesOf(moved), last }, onStep);
      committed = true;
      finishJournal(place, onStep);
    } else sweep(place);
    // A file that is moved by itself gets new times.
    stampMoved(standpoint, moved, isFirst);
    stamps.save(made, listHash);
    return { diagnostics: [], written: moved.length, removed, list: listHash };
  } catch (problem) {
    if (!committed) sweep(place);
    return failed([explainFault(place, problem, committed)]);
  }
}

/** Stamps what was written: the next build knows it without reading it. */
function stampMoved({ place, stamps }: Standpoint, moved: StagedAll["moved"], isFirst: boolean): void {
  for (const { output, staged } of moved) {
    const { path } = output;
    const { made, facts, fingerprint } = staged;
    const found = (isFirst ? facts : undefined) ?? factsAt(nodePath.join(place.out, path));
    if (found !== "") stamps.note(path, found, { hash: made.hash, fingerprint });
  }
}

/** In the order in which they are to become the site. */
function movesOf(moved: StagedAll["moved"]): OutPath[] {
  const outputs = moved.map(({ output }) => output).sort((a, b) => rank(a) - rank(b));
  return outputs.map(({ path }) => path);
}

/** What is pointed at comes before what points at it: photos and styles, articles, lists, feeds. */
function rank(output: Output): number {
  if (output.kind === "text") return 3;
  if (output.kind !== "page") return 0;
  return output.page.identity === undefined ? 2 : 1;
}

/** Compared without case: on Windows and macOS such names are one file. */
function outputsTwice(place: OutPlace, outputs: readonly Output[]): Diagnostic[] {
  const first = new Map<string, Output>();
  const twice: Diagnostic[] = [];
  for (const output of outputs) {
    const key = output.path.toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, output);
    else twice.push(takenTwice(originOf(place, output), originOf(place, other), output.path));
  }
  return twice;
}

function originOf(place: OutPlace, output: Output): SourcePath {
  const origin =
    output.kind === "copy" || output.kind === "image"
      ? output.from.path
      : output.kind === "page"
        ? output.page.source
        : undefined;
  return origin ?? sourcePath(place.show(output.path));
}

function sweep(place: OutPlace): void {
  removeTree(place.stages.beside);
  removeTree(place.stages.inside);
}

function failed(diagnostics: readonly Diagnostic[]): WriteResult {
  return { diagnostics, written: 0, removed: 0 };
}

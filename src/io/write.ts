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
import { inOrder } from "./sorted-lines.js";
import { openStage, type Stage, type Staged, type StageSources } from "./stage.js";
import type { Stamps } from "./stamps.js";
import { openStanding } from "./standing.js";
import type { Ahead } from "./threads.js";
import { explainFault, takenTwice } from "./write-faults.js";

export interface WriteInput {
  readonly outputs: readonly Output[];
  readonly locate: (from: CopySource) => ListedFile;
  /** Images drawn before, by their key; absent where the outputs have none. */
  readonly imageOf?: StageSources["imageOf"];
  /** The report for a fault of rendering that an author can mend; undefined for a fault of ours, which is thrown. */
  readonly faultOf: (fault: unknown) => Diagnostic | undefined;
  readonly onFile?: (done: number) => void;
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

interface StagedAll {
  /** In the order of their paths, which is found once: there may be tens of thousands. */
  readonly made: MadeFiles;
  /** What is new or different, in that order. */
  readonly moved: readonly StagedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

interface StagedFile {
  readonly output: Output;
  readonly staged: Exclude<Staged, { readonly diagnostic: Diagnostic }>;
}

async function stageAll(stage: Stage, input: WriteInput, onStep: OnStep): Promise<StagedAll> {
  const found = new Map<OutPath, StagedFile>();
  const diagnostics = new Map<string, Diagnostic>();
  const take = (output: Output, staged: Staged) => {
    // One mistake in a template is one report, however many pages it spoils.
    if ("diagnostic" in staged) diagnostics.set(JSON.stringify(staged.diagnostic), staged.diagnostic);
    else found.set(output.path, { output, staged });
  };
  try {
    for (const [index, output] of spread(input.outputs).entries()) {
      onStep(`stage ${output.path}`);
      attempt(
        input.faultOf,
        (staged) => take(output, staged),
        (onStaged) => stage.add(output, onStaged),
      );
      input.onFile?.(index + 1);
    }
  } finally {
    // Whatever went wrong: nobody may write to the stage while it is swept.
    await stage.settle();
  }
  const files = inOrder(found).map((path) => found.get(path) as StagedFile);
  const made = new Map(files.map(({ output, staged }) => [output.path, staged.made]));
  const moved = files.filter(({ staged }) => staged.moved);
  return { made, moved, diagnostics: [...diagnostics.values()] };
}

/** In the order in which they are to become the site. */
function movesOf(moved: StagedAll["moved"]): OutPath[] {
  const outputs = moved.map(({ output }) => output).sort((a, b) => rank(a) - rank(b));
  return outputs.map(({ path }) => path);
}

/** Feeds evenly among the rest: writing one takes longer than making it, and a thread writes beside this one. */
function spread(outputs: readonly Output[]): readonly Output[] {
  const feeds = outputs.filter(({ kind }) => kind === "text");
  const others = outputs.filter(({ kind }) => kind !== "text");
  const share = others.length / (feeds.length + 1);
  const upTo = (index: number) => Math.round(share * index);
  return [
    ...feeds.flatMap((feed, index) => [...others.slice(upTo(index), upTo(index + 1)), feed]),
    ...others.slice(upTo(feeds.length)),
  ];
}

/** What goes wrong while the output is made is a report where an author can mend it. */
function attempt(
  faultOf: WriteInput["faultOf"],
  onStaged: (staged: Staged) => void,
  add: (onStaged: (staged: Staged) => void) => void,
): void {
  try {
    add(onStaged);
  } catch (fault) {
    const diagnostic = faultOf(fault);
    if (diagnostic === undefined) throw fault;
    onStaged({ diagnostic });
  }
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

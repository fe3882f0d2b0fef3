// Renders every output and puts what is new or different into the stage, a folder beside the site. Nothing of the
// site itself is touched here: whatever goes wrong, the last good site stays byte for byte.
import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import nodePath from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import {
  type CopySource,
  fingerprintOf,
  isText,
  type MadeImage,
  type Output,
  type TextOutput,
} from "../model/page.js";
import type { Work } from "../model/parts.js";
import { factsIn } from "./file-look.js";
import type { CachedImage } from "./image-cache.js";
import { isSafePath, type MadeFile, type MadeFiles } from "./made-files.js";
import type { OutPlace } from "./out-place.js";
import { makeStage } from "./out-place.js";
import { exists } from "./out-tree.js";
import { digest, type Refusal, readOpen } from "./read-files.js";
import type { ListedFile } from "./read-folder.js";
import type { Stamps } from "./stamps.js";
import { isCandidate, type Standing } from "./standing.js";
import { openTextWriter } from "./text-writer.js";
import type { Ahead } from "./threads.js";
import { changedFile, damagedImage } from "./write-faults.js";
import type { Written } from "./write-text.js";

export interface Stage {
  /** Makes the output and stages it where the site does not have it yet: at once, or while the stage settles. */
  readonly add: (output: Output, onStaged: (staged: Staged) => void) => Work<void>;
  /** Ends when all is staged. */
  readonly settle: () => Promise<void>;
  /** Puts a file of our own keeping into the stage. */
  readonly keep: (name: string, bytes: Uint8Array) => void;
  /** Where the staged files wait; the folder is made by the first of them. */
  readonly place: () => "beside" | "inside";
}

export interface StageSources {
  readonly locate: (from: CopySource) => ListedFile;
  /** An image that was drawn before the stage was opened; undefined where it is not there. */
  readonly imageOf: (key: string) => CachedImage | undefined;
  /** What the site had before. */
  readonly previous: MadeFiles;
  readonly stamps: Stamps;
  readonly texts?: string;
  /** Pages and texts that there will be. */
  readonly textCount: number;
  readonly ahead?: Ahead | undefined;
}

export type Staged =
  | {
      readonly made: MadeFile;
      readonly moved: boolean;
      /** What a look at the staged file told, in a stage that becomes the site as it is. */
      readonly facts?: string | undefined;
      /** Of a page or text: of all that it was made of. */
      readonly fingerprint?: string | undefined;
    }
  | { readonly diagnostic: Diagnostic };

export function openStage(
  place: OutPlace,
  standing: Standing,
  { locate, imageOf, previous, stamps, texts, textCount, ahead }: StageSources,
): Stage {
  let where: "beside" | "inside" | undefined;
  const folders = new Set<string>();
  const stagePlace = () => {
    where ??= makeStage(place);
    return where;
  };
  const target = (path: string) => {
    const machine = nodePath.join(place.stages[stagePlace()], path);
    const folder = nodePath.dirname(machine);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    return machine;
  };
  const writer = openTextWriter({
    ...{ texts, ahead },
    least: previous.size === 0 ? textCount : 0,
    total: textCount,
    looks: !exists(place.out),
  });

  function* addText(output: TextOutput, onStaged: (staged: Staged) => void): Work<void> {
    const { path, text } = output;
    const identity = output.kind === "page" ? output.page.identity : undefined;
    const madeAs = (hash: string) => (identity === undefined ? { hash } : { hash, identity });
    const fingerprint = fingerprintOf(output);
    const known = fingerprint && standing.hashOfMade(path, fingerprint);
    if (known !== undefined) {
      onStaged({ made: madeAs(known), moved: false });
      return;
    }
    const found = standing.find(path);
    const candidate = isCandidate(found) ? found : undefined;
    if (typeof found === "object" && !isCandidate(found)) {
      onStaged({ diagnostic: found });
      return;
    }
    // As `join` does, without taking tens of thousands of paths apart.
    const target = `${place.stages[stagePlace()]}${nodePath.sep}${path}`;
    const file =
      candidate === undefined ? {} : { standing: { machine: candidate.machine, size: candidate.found.size } };
    const onWritten = ({ hash, isSame, facts }: Written) => {
      if (isSame && candidate !== undefined)
        stamps.note(path, factsIn(candidate.found), { hash, fingerprint });
      const comparison = isSame ? "same" : (candidate?.otherwise ?? "different");
      if (typeof comparison === "object") onStaged({ diagnostic: comparison });
      else onStaged({ made: madeAs(hash), moved: comparison === "different", facts, fingerprint });
    };
    yield;
    const draw = withData(output);
    yield;
    writer.write({ target, ...file, text }, onWritten, draw);
  }

  const addCopy = (output: Extract<Output, { kind: "copy" }>): Staged => {
    const { hash, path } = output;
    const found = standing.compareHash(path, hash);
    if (typeof found === "object") return { diagnostic: found };
    if (found === "same") return { made: { hash }, moved: false };
    const from = locate(output.from);
    const copied = copyFile(from, target(path));
    if ("diagnostic" in copied) return copied;
    return copied.hash === hash ? { made: { hash }, moved: true } : { diagnostic: changedFile(from.path) };
  };

  /** Its name holds the hash of all that draws it: what stands there whole under that name needs no look at the cache. */
  const addImage = ({ path, key }: MadeImage): Staged => {
    const old = previous.get(path)?.hash;
    if (old !== undefined && standing.compareHash(path, old) === "same")
      return { made: { hash: old }, moved: false };
    const image = imageOf(key);
    if (image === undefined) return { diagnostic: damagedImage(place.show(path)) };
    const { bytes, hash } = image;
    const found = standing.compareBytes(path, bytes, hash);
    if (typeof found === "object") return { diagnostic: found };
    if (found === "different") writeFileSync(target(path), bytes);
    return { made: { hash }, moved: found === "different" };
  };

  return {
    add: function* (output, onStaged) {
      if (!isSafePath(output.path)) throw new Error(`not a path of the output folder: ${output.path}`);
      if (isText(output)) yield* addText(output, onStaged);
      else onStaged(output.kind === "copy" ? addCopy(output) : addImage(output));
    },
    settle: writer.settle,
    keep: (name, bytes) => writeFileSync(target(name), bytes),
    place: stagePlace,
  };
}

/** Draws the text. The data of a page are here already. */
function withData(output: TextOutput): () => string {
  if (output.kind === "text") return output.text;
  const { page, render } = output;
  const data = page.data();
  return () => render(page, data);
}

/** The hash of what was copied. The copy has the mode of a new file: a read-only original could not be replaced. */
function copyFile(from: ListedFile, to: string): { readonly hash: string } | Refusal {
  const copy = openSync(to, "w");
  try {
    return readOpen(from, (source) => digest(source, (piece) => writeFileSync(copy, piece)));
  } finally {
    closeSync(copy);
  }
}

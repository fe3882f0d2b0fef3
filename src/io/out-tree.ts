// The small acts on the output folder's tree. None of them goes through a link, so nothing outside is ever touched;
// none of them minds being done twice.
import { lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import nodePath from "node:path";
import type { OutPlace } from "./out-place.js";
import { codeOf } from "./read-files.js";

export function exists(machine: string): boolean {
  return lstatSync(machine, { throwIfNoEntry: false }) !== undefined;
}

/** Makes a folder of the output ("/" between names, "." for the output folder itself). Throws where a file or a
 *  link is in its way. */
export function makeFolder(place: OutPlace, folder: string): void {
  const machine = nodePath.join(place.out, folder);
  const found = lstatSync(machine, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    if (!isPlain(place, folder)) throw new Error(`a link stands in the way: ${machine}`);
    return;
  }
  if (found !== undefined) throw new Error(`a file stands in the way: ${machine}`);
  if (folder !== ".") makeFolder(place, nodePath.posix.dirname(folder));
  mkdirSync(machine, { recursive: true });
}

/** Moves a file over whatever file is there, waiting a little for programs that hold it open (Windows). */
export function moveFile(from: string, to: string): void {
  retryBusy(() => renameSync(from, to));
}

export function removeFile(machine: string, place?: OutPlace): void {
  const folder =
    place && nodePath.relative(place.out, nodePath.dirname(machine)).split(nodePath.sep).join("/");
  if (place !== undefined && !isPlain(place, folder || ".")) return;
  retryBusy(() => {
    try {
      unlinkSync(machine);
    } catch (problem) {
      const code = codeOf(problem);
      if (code !== "ENOENT" && code !== "ENOTDIR" && !isFolder(machine)) throw problem;
    }
  });
}

/** Removes the folders in which the files stood, and those above them, as far as they are empty. */
export function removeEmptyFolders(place: OutPlace, files: readonly string[]): void {
  const folders = new Set<string>();
  for (const file of files) {
    for (let folder = nodePath.posix.dirname(file); folder !== "."; folder = nodePath.posix.dirname(folder)) {
      folders.add(folder);
    }
  }
  const deepestFirst = [...folders].sort((a, b) => b.split("/").length - a.split("/").length);
  for (const folder of deepestFirst) {
    if (!isPlain(place, folder)) continue;
    try {
      rmdirSync(nodePath.join(place.out, folder));
    } catch {
      // Not empty, gone, or held open by another program: an empty folder left behind does no harm.
    }
  }
}

export function removeTree(machine: string): void {
  rmSync(machine, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}

/** Tries again for about two seconds what fails because another program holds a file: virus scanners, previews. */
export function retryBusy<T>(act: () => T, pause: (milliseconds: number) => void = sleep): T {
  for (let wait = 10; ; wait *= 2) {
    try {
      return act();
    } catch (problem) {
      if (!["EBUSY", "EPERM", "EACCES"].includes(codeOf(problem) ?? "") || wait > 1500) throw problem;
      pause(wait);
    }
  }
}

/** True where neither the folder nor one above it, up to the output folder, is a link or a file. */
function isPlain(place: OutPlace, folder: string): boolean {
  if (folder === ".") return true;
  const found = lstatSync(nodePath.join(place.out, folder), { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory()) return false;
  return isPlain(place, nodePath.posix.dirname(folder));
}

function isFolder(machine: string): boolean {
  return lstatSync(machine, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

// The walk through a folder of the bulletin or of the theme. It gives each file's path as Bantin knows it beside the
// machine's own, in one order on every machine, and lets nothing in from outside the folder it was given as root.
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import nodePath from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import { type SourcePath, sourcePath } from "../model/paths.js";
import { contains } from "./machine-paths.js";
import {
  brokenLink,
  linkedTooDeep,
  linkOutside,
  specialFile,
  unreadableFolder,
  unusableName,
} from "./read-faults.js";

export interface ListedFile {
  readonly path: SourcePath;
  /** Absolute, in the machine's own spelling: what the file is opened by. */
  readonly machine: string;
}

export interface Listing {
  /** By path. Two names that are one in NFC come both: a check says so. */
  readonly files: readonly ListedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether an entry is passed over in silence, by its own name and its path from the root. */
export type Ignores = (name: string, path: SourcePath) => boolean;

/** Lists `below` (such as "content") in `root`, an absolute path; an absent folder is an empty listing. */
export function readFolder(root: string, below: string, ignores: Ignores): Listing {
  const files: ListedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const realRoot = realpathSync.native(root);
  const start = { path: sourcePath(below), machine: nodePath.join(root, below) };
  if (statSync(start.machine, { throwIfNoEntry: false }) === undefined) return { files, diagnostics };

  const enter = (folder: ListedFile, linked: boolean): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder.machine, { withFileTypes: true });
    } catch {
      diagnostics.push(unreadableFolder(folder.path));
      return;
    }
    for (const entry of entries) {
      const path = sourcePath(`${folder.path}/${entry.name}`);
      if (ignores(entry.name.normalize("NFC"), path)) continue;
      if (/[\\\x00-\x1f\x7f-\x9f\ufffd]/.test(entry.name)) {
        diagnostics.push(unusableName(path));
        continue;
      }
      take(entry, { path, machine: `${folder.machine}${nodePath.sep}${entry.name}` }, linked);
    }
  };

  const take = (entry: Dirent | Stats, file: ListedFile, linked: boolean): void => {
    if (entry.isDirectory()) enter(file, linked);
    else if (entry.isFile()) files.push(file);
    else if (entry.isSymbolicLink()) follow(file, linked);
    else diagnostics.push(specialFile(file.path));
  };

  // One linked folder within another is refused: that ends every circle, and keeps a few links from standing for
  // millions of files.
  const follow = (file: ListedFile, linked: boolean): void => {
    const target = resolveLink(file.machine);
    if (target === undefined) diagnostics.push(brokenLink(file.path));
    else if (!contains(realRoot, target)) diagnostics.push(linkOutside(file.path));
    else {
      const stats = statSync(target);
      const circle = stats.isDirectory() && (linked || contains(target, file.machine) || target === realRoot);
      if (circle) diagnostics.push(linkedTooDeep(file.path));
      else take(stats, file, linked || stats.isDirectory());
    }
  };

  const real = resolveLink(start.machine);
  if (real === undefined || !contains(realRoot, real)) diagnostics.push(linkOutside(start.path));
  else enter(start, false);
  return { files: files.sort(byPath), diagnostics };
}

/** One file by its path in the root: undefined where there is none, a report where it may not be read. */
export function findFile(root: string, path: SourcePath): ListedFile | Diagnostic | undefined {
  const machine = nodePath.join(root, path);
  const stats = statSync(machine, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!contains(realpathSync.native(root), realpathSync.native(machine))) return linkOutside(path);
  return stats.isFile() ? { path, machine } : specialFile(path);
}

function resolveLink(machine: string): string | undefined {
  try {
    return realpathSync.native(machine);
  } catch {
    return undefined;
  }
}

function byPath(a: ListedFile, b: ListedFile): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.machine < b.machine ? -1 : a.machine > b.machine ? 1 : 0;
}

// Folders that come, or take the place of others, while a bulletin is watched. chokidar loses them: it goes on watching
// the folder that is gone, or overlooks what is put into a new one before it watches that. So these have watchers of
// our own, set before anybody reads what lies in the folder: what comes later is told, what came before is read.
import { type FSWatcher, lstatSync, readdirSync, type Stats, watch } from "node:fs";
import nodePath from "node:path";
import { contains } from "./machine-paths.js";

export interface FolderWatch {
  /** chokidar watches this folder from now on, as it is. */
  readonly trust: (machine: string, stats: Stats) => void;
  /** It may have stopped watching it. */
  readonly distrust: (machine: string) => void;
  /** Something happened at this path: where it is another folder than was known, all below it is watched. */
  readonly look: (machine: string) => void;
  /** The same for all that are known. */
  readonly lookAtAll: () => void;
  readonly close: () => void;
}

export interface FolderWatchOptions {
  readonly ignores: (machine: string) => boolean;
  /** Something happened at this path, absolute. */
  readonly touch: (machine: string) => void;
  readonly onProblem: (problem: unknown) => void;
}

interface Known {
  /** Another for a folder that takes the place of this one. */
  readonly identity: string;
  /** None where chokidar watches it. */
  readonly watcher?: FSWatcher;
}

export function openFolderWatch({ ignores, touch, onProblem }: FolderWatchOptions): FolderWatch {
  const folders = new Map<string, Known>();

  const forget = (machine: string) => {
    for (const [path, { watcher }] of folders) {
      if (!contains(machine, path)) continue;
      watcher?.close();
      folders.delete(path);
    }
  };

  const open = (machine: string, identity: string) => {
    const watcher = watch(machine, (_event, name) => {
      touch(name === null ? machine : nodePath.join(machine, name));
    });
    folders.set(machine, { identity, watcher });
    // A folder that is removed ends so on Windows; whoever holds its parent tells of it.
    watcher.on("error", () => forget(machine));
    for (const entry of readdirSync(machine, { withFileTypes: true })) {
      const path = nodePath.join(machine, entry.name);
      if (entry.isDirectory() && !ignores(path)) look(path);
    }
  };

  const look = (machine: string) => {
    try {
      const identity = identityAt(machine);
      if (folders.get(machine)?.identity === identity) return;
      forget(machine);
      if (identity !== undefined) open(machine, identity);
    } catch (problem) {
      // Where it has gone meanwhile, its parent tells of that too.
      forget(machine);
      onProblem(problem);
    }
  };

  return {
    trust: (machine, stats) => {
      if (!folders.has(machine)) folders.set(machine, { identity: identityOf(stats) });
    },
    distrust: forget,
    look,
    lookAtAll: () => {
      for (const machine of [...folders.keys()]) look(machine);
    },
    close: () => {
      for (const { watcher } of folders.values()) watcher?.close();
      folders.clear();
    },
  };
}

/** Nothing where there is no folder; a link to one is none. */
function identityAt(machine: string): string | undefined {
  const stats = lstatSync(machine, { throwIfNoEntry: false });
  return stats?.isDirectory() === true ? identityOf(stats) : undefined;
}

/** Systems give the number of a folder that is gone to the next one. */
function identityOf({ dev, ino, birthtimeMs }: Stats): string {
  return `${dev} ${ino} ${birthtimeMs}`;
}

// Watches a bulletin: content/, templates/, assets/ and bantin.yaml. chokidar finds the files; since it may swallow the
// last of several quick changes, the system's own events are heeded beside its own, and folders that come later are
// watched beside it. What it says is only where to look: whether anything has changed is for the reader of the files to
// say, by their hashes.
import type { Stats } from "node:fs";
import { realpathSync } from "node:fs";
import nodePath from "node:path";
import { watch as openChokidar } from "chokidar";
import { type SourcePath, sourcePath } from "../model/paths.js";
import { contains, displayPath } from "./machine-paths.js";
import { codeOf } from "./read-files.js";
import type { Ignores } from "./read-folder.js";
import { openSettler } from "./settle.js";
import { openFolderWatch } from "./watch-folders.js";

export interface WatchOptions {
  /** Absolute: the bulletin's root. */
  readonly root: string;
  /** Asks again and again instead of waiting to be told: for network drives. */
  readonly poll: boolean;
  /** For what lies below the three folders. */
  readonly ignores: Ignores;
  /** "all" where it cannot be said what may have changed: a folder is reached by two ways. */
  readonly onChanges: (changes: "all" | ReadonlySet<SourcePath>) => void;
  /** The system does not watch so many files: from now on only polling helps. */
  readonly onExhausted: () => void;
}

export interface Watching {
  /** From now on no change is missed. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Milliseconds between two looks at a file. */
const pollInterval = 300;

export function watchBulletin(options: WatchOptions): Watching {
  const { root, poll, onChanges, onExhausted } = options;
  const filter = openFilter(options);
  const settler = openSettler((machines) => {
    for (const machine of machines) folders?.look(machine);
    onChanges(filter.hasLinks() ? "all" : new Set(machines.map((machine) => displayPath(root, machine))));
  });
  const touch = (machine: string) => {
    if (machine !== root && !filter.ignores(machine)) settler.touch(machine);
  };
  const onProblem = (problem: unknown) => {
    if (["ENOSPC", "EMFILE"].includes(codeOf(problem) ?? "")) onExhausted();
  };
  // Polling asks by path: it is all the same to it which folder has that.
  const folders = poll ? undefined : openFolderWatch({ ignores: filter.ignores, touch, onProblem });
  let isStarting = true;
  const watcher = openChokidar(root, {
    ignored: (machine, stats) => {
      if (isStarting && stats?.isDirectory() === true) folders?.trust(machine, stats);
      return filter.ignores(machine, stats);
    },
    ignoreInitial: true,
    // Its own ways of waiting are too slow, and lose changes.
    atomic: false,
    usePolling: poll,
    interval: pollInterval,
    binaryInterval: pollInterval,
  });
  const ready = new Promise<void>((resolve) => {
    watcher.on("ready", () => {
      isStarting = false;
      folders?.lookAtAll();
      // Polling takes its first look at each file a little after that.
      setTimeout(resolve, poll ? 2 * pollInterval : 0);
    });
  });
  watcher.on("all", (event, machine) => {
    if (event === "unlinkDir") folders?.distrust(machine);
    touch(machine);
  });
  if (!poll) watcher.on("raw", (_event, name, details) => touch(rawPath(name, details)));
  watcher.on("error", onProblem);
  return {
    ready,
    close: async () => {
      settler.close();
      folders?.close();
      await watcher.close();
    },
  };
}

/** A watched folder names what happened in it, a watched file itself. */
function rawPath(name: string | null, details: unknown): string {
  const watched = String((details as { readonly watchedPath?: unknown }).watchedPath);
  return name === null || nodePath.basename(watched) === name ? watched : nodePath.join(watched, name);
}

interface Filter {
  readonly ignores: (machine: string, stats?: Stats) => boolean;
  readonly hasLinks: () => boolean;
}

function openFilter({ root, ignores }: WatchOptions): Filter {
  let linked = false;
  const realRoot = realpathSync.native(root);

  /** The reader refuses these links too; a watcher that followed them would walk through the whole disk. */
  const leadsAway = (machine: string): boolean => {
    linked = true;
    try {
      const target = realpathSync.native(machine);
      return !contains(realRoot, target) || contains(target, machine);
    } catch {
      return true;
    }
  };

  return {
    hasLinks: () => linked,
    ignores: (machine, stats) => {
      if (machine === root) return false;
      const path = sourcePath(nodePath.relative(root, machine).replaceAll("\\", "/"));
      const [top = "", ...below] = path.split("/");
      if (!isWatched(top, below.length > 0)) return true;
      if (below.length > 0 && ignores(below.at(-1) ?? "", path)) return true;
      return stats?.isSymbolicLink() === true && leadsAway(machine);
    },
  };
}

function isWatched(top: string, isFolder: boolean): boolean {
  if (["content", "templates", "assets"].includes(top)) return true;
  return !isFolder && /^bantin\.[a-z.]+$/i.test(top);
}

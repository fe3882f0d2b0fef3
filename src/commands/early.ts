// The first thing that runs. A thread takes as long to start as the rest of the command to be read, so what a first build
// of many articles will want of threads is guessed from the command line and the names of files. A wrong guess costs
// a moment of another core.
import { type Dirent, existsSync, readdirSync } from "node:fs";
import nodePath from "node:path";
import { type Ahead, mostFilesForThreads, startAhead } from "../io/threads.js";
import { cacheIn, settingsIn } from "./cache-folder.js";

let started: { readonly ahead: Ahead | undefined } | undefined;

/**
 * Threads for `main`, which ends them where they are not wanted. Called again by the command once that is loaded, it gives
 * those of the first time.
 * @param cwd absolute
 */
export function startEarly(argv: readonly string[], cwd: string): Ahead | undefined {
  if (started === undefined) {
    const articles = countFirst(argv, cwd);
    started = { ahead: articles === 0 ? undefined : startAhead(articles) };
  }
  return started.ahead;
}

/**
 * How many articles a first build has to read, or as many as matter; 0 for any other command.
 * @param cwd absolute
 */
export function countFirst([command, ...flags]: readonly string[], cwd: string): number {
  if (command !== "build" || flags.some((flag) => /^(?:--help|--cache\b|-h$)/.test(flag))) return 0;
  const at = flags.indexOf("--root");
  const root = nodePath.resolve(cwd, (at === -1 ? undefined : flags[at + 1]) ?? ".");
  return existsSync(settingsIn(cacheIn(root))) ? 0 : countIn(nodePath.join(root, "content"));
}

/** Links are not followed: there may be more. */
function countIn(folder: string): number {
  let count = 0;
  const folders = [folder];
  for (const one of folders) {
    for (const entry of entriesOf(one)) {
      if (entry.isDirectory()) folders.push(nodePath.join(one, entry.name));
      else if (entry.name.endsWith(".md")) count++;
    }
    if (count >= mostFilesForThreads) break;
  }
  return count;
}

/** None where it cannot be read: that is told when it matters. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

// The one folder, outside of the repository, in which everything is made. While times are taken nothing large is
// deleted: that slows the writes of the next seconds by 2 to 5 times, and ext4 looks past each place of a deleted file for
// minutes whenever it makes one. What is no longer wanted is renamed aside, and swept away in the end, or where the disk
// would become full.
import { existsSync, mkdirSync, renameSync, rmSync, statfsSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { settleDisk } from "./measure.mjs";

/** Bytes: what both sides take for 100,000 articles, twice. */
const enough = 40e9;

export function openWorkFolder(path) {
  const root = resolve(path);
  const trash = join(root, "trash");
  mkdirSync(trash, { recursive: true });
  let count = 0;
  const place = (...names) => join(root, ...names);
  return {
    root,
    place,
    /** An empty folder; what was there is put aside. */
    fresh: (...names) => {
      const folder = place(...names);
      putAside(folder);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    putAside,
    /** Where there is little room left, deletes all that was put aside, then waits until the disk has got over it. */
    sweep: async () => {
      const { bavail, bsize } = statfsSync(root);
      if (bavail * bsize > enough) return;
      clear();
      settleDisk();
      await pause(60_000);
    },
    /** Deletes all that was put aside: nothing more is timed. */
    clear,
  };

  function clear() {
    rmSync(trash, { recursive: true, force: true });
    mkdirSync(trash, { recursive: true });
  }

  function putAside(folder) {
    if (existsSync(folder)) renameSync(folder, join(trash, `${process.pid}-${count++}`));
  }
}

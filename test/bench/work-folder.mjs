// The one folder, outside of the repository, in which everything is made. While times are taken nothing large is
// deleted: that slows the writes of the next seconds by 2 to 5 times. What is no longer wanted is renamed aside, and
// swept away when nobody is timed.
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { settleDisk } from "./measure.mjs";

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
    /** Deletes all that was put aside, then waits until the disk has got over it. */
    sweep: async () => {
      rmSync(trash, { recursive: true, force: true });
      mkdirSync(trash, { recursive: true });
      settleDisk();
      await pause(5000);
    },
  };

  function putAside(folder) {
    if (existsSync(folder)) renameSync(folder, join(trash, `${process.pid}-${count++}`));
  }
}

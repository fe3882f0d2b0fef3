// When a save is over. An editor may empty a file before it fills it, write it in pieces, or delete it and make it
// anew: a path counts as settled when it has looked the same for a moment, and a finished save waits no longer.
import { statSync } from "node:fs";

export interface Settler {
  /** Something happened at this path, absolute. */
  readonly touch: (machine: string) => void;
  readonly close: () => void;
}

/** Milliseconds, between two looks as well. */
const quiet = 10;
/** A file that is gone may come back: delete and recreate. */
const quietGone = 40;
/** A file that is empty is about to be filled. */
const quietEmpty = 200;
/** What has settled waits no longer than this for the rest of its burst; a burst of many, longer. */
const patience = 50;
const patienceOfMany = 250;
const many = 20;
/** After this the settled files are looked at once more: a system may tell of a change too early, or once for two. */
const secondLook = 150;
/** So long after that look a busy machine may still bring word of the save: then comes the last look. */
const echo = 1000;

interface Pending {
  look: string;
  /** Milliseconds, by the clock of `performance`. */
  readonly first: number;
  since: number;
  /** How often it has looked so since: on a machine that stalls, time passes for the program that saves as well. */
  looks: number;
}

export function openSettler(onSettled: (machines: readonly string[]) => void): Settler {
  const pending = new Map<string, Pending>();
  const seen = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let secondTimer: NodeJS.Timeout | undefined;

  const touch = (machine: string) => {
    const now = performance.now();
    const look = lookAt(machine);
    const first = pending.get(machine)?.first;
    if (first === undefined && look.startsWith(fine) && seen.get(machine) === look) return;
    pending.set(machine, { look, first: first ?? now, since: now, looks: 0 });
    timer ??= setTimeout(tick, quiet);
  };

  const tick = () => {
    timer = undefined;
    const now = performance.now();
    let oldest = now;
    const settled: string[] = [];
    for (const [machine, one] of pending) {
      const look = lookAt(machine);
      if (look !== one.look) Object.assign(one, { look, since: now, looks: 0 });
      else one.looks++;
      const wait = quietFor(look);
      // A timer may come a hair before its time.
      if (now - one.since >= wait - 1 && one.looks >= wait / quiet) settled.push(machine);
      oldest = Math.min(oldest, one.first);
    }
    const most = pending.size > many ? patienceOfMany : patience;
    const isOver = settled.length === pending.size || now - oldest >= most;
    if (isOver && settled.length > 0) flush(settled);
    if (pending.size > 0) timer ??= setTimeout(tick, quiet);
  };

  const flush = (settled: readonly string[]) => {
    for (const machine of settled) {
      seen.set(machine, pending.get(machine)?.look ?? "");
      pending.delete(machine);
    }
    clearTimeout(secondTimer);
    secondTimer = setTimeout(() => {
      lookAgain();
      secondTimer = setTimeout(() => {
        lookAgain();
        seen.clear();
      }, echo);
    }, secondLook);
    onSettled(settled);
  };

  const lookAgain = () => {
    for (const [machine, look] of seen) if (lookAt(machine) !== look) touch(machine);
  };

  return {
    touch,
    close: () => {
      clearTimeout(timer);
      clearTimeout(secondTimer);
      pending.clear();
      seen.clear();
    },
  };
}

const gone = "gone";
const empty = "empty";
/**
 * Begins the look of a file that would look different after another save. FAT, exFAT and HFS+ keep whole seconds or
 * hundredths, so that two saves may look the same there, and a folder looks the same when a file in it is written to:
 * these are told of once too often rather than once too rarely.
 */
const fine = "fine ";

/** The same for a file that has not been written to. */
function lookAt(machine: string): string {
  try {
    const stats = statSync(machine, { bigint: true });
    if (stats.isFile() && stats.size === 0n) return empty;
    const isFine = stats.isFile() && !isWhole(stats.mtimeNs) && !isWhole(stats.ctimeNs);
    return `${isFine ? fine : ""}${stats.mtimeNs} ${stats.ctimeNs} ${stats.size} ${stats.ino}`;
  } catch {
    // Not there, or held by the program that writes it.
    return gone;
  }
}

/** No part of a millisecond: so many nanoseconds. */
function isWhole(time: bigint): boolean {
  return time % 1_000_000n === 0n;
}

function quietFor(look: string): number {
  return look === gone ? quietGone : look === empty ? quietEmpty : quiet;
}

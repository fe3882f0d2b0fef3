// One build at a time writes to an output folder. The lock is a file that names its process; a lock whose process is
// gone is broken, so a killed build never stops the next one.
import { closeSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { codeOf } from "./read-files.js";

export interface Lock {
  readonly release: () => void;
}

/** Waits up to `patience` milliseconds for another build to end; undefined where it does not. */
export async function takeLock(machine: string, patience: number): Promise<Lock | undefined> {
  const mine = `${process.pid} ${hostname()}\n`;
  for (let waited = 0; ; waited += 50) {
    if (create(machine, mine)) return { release: () => release(machine, mine) };
    if (!breakStale(machine)) {
      // A build killed before it wrote its name leaves a lock that is soon stale: it is worth the wait.
      const most = readLock(machine)?.text === "" ? patience + (beingWritten + 1) * 1000 : patience;
      if (waited >= most) return undefined;
      await wait(50);
    }
  }
}

/** Seconds after which a lock counts as forgotten whatever it says: no build takes so long. */
const forgotten = 3600;
/** Seconds in which the maker of a lock has surely written its name into it. */
const beingWritten = 2;

function create(machine: string, text: string): boolean {
  try {
    const descriptor = openSync(machine, "wx");
    writeSync(descriptor, text);
    closeSync(descriptor);
    return true;
  } catch (problem) {
    if (codeOf(problem) === "EEXIST") return false;
    throw problem;
  }
}

/** True where the lock is gone now. */
function breakStale(machine: string): boolean {
  const seen = readLock(machine);
  if (seen === undefined) return true;
  if (!isStale(seen)) return false;
  // Two builds may break the same lock: each takes it away under a name of its own and looks at what it took.
  const taken = `${machine}-${process.pid}`;
  try {
    renameSync(machine, taken);
    const wrong = readLock(taken)?.text !== seen.text;
    if (wrong) renameSync(taken, machine);
    else unlinkSync(taken);
  } catch (problem) {
    if (codeOf(problem) !== "ENOENT") throw problem;
  }
  return true;
}

interface SeenLock {
  readonly text: string;
  /** Seconds since it was made. */
  readonly age: number;
}

function readLock(machine: string): SeenLock | undefined {
  try {
    const age = (Date.now() - statSync(machine).mtimeMs) / 1000;
    return { text: readFileSync(machine, "utf8"), age };
  } catch (problem) {
    if (codeOf(problem) === "ENOENT") return undefined;
    throw problem;
  }
}

function isStale({ text, age }: SeenLock): boolean {
  const [, pid, host] = /^(\d+) (.*)\n$/.exec(text) ?? [];
  if (pid === undefined) return age > beingWritten;
  if (age > forgotten) return true;
  return host === hostname() && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return codeOf(problem) === "EPERM";
  }
}

function release(machine: string, mine: string): void {
  if (readLock(machine)?.text === mine) unlinkSync(machine);
}

// Node's own promise of a timer would have it load all of its streams and files of promises.
function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// What a look at a file tells without reading it: where that is the same, nobody has written to it since. Sizes, times
// and the number that the disk gives it, of which a change leaves none as it was, but for writes within the clock's
// grain (file systems that keep two seconds are still in use).
import { type Stats, statSync } from "node:fs";

export interface Look {
  readonly size: number;
  /** When its bytes were last written, and when anything about it last changed: milliseconds since the epoch. */
  readonly modified: number;
  readonly changed: number;
  /** The number that the disk gives it. */
  readonly number: number;
}

/** Undefined where there is no such file. */
export function lookAt(machine: string): Look | undefined {
  const found = statSync(machine, { throwIfNoEntry: false });
  return found && lookIn(found);
}

function lookIn({ size, mtimeMs, ctimeMs, ino }: Stats): Look {
  return { size, modified: mtimeMs, changed: ctimeMs, number: ino };
}

/** Looks at the files of a build, each taken once, before the file is read: what is written to it since is seen by the
 *  next build. */
export interface Looks {
  /** `machine` is absolute. Undefined where there is no such file. */
  readonly at: (machine: string) => Look | undefined;
  /** Says what was told of a file when it was opened: it is not looked at again. */
  readonly note: (machine: string, found: Stats) => void;
}

export function openLooks(): Looks {
  const looks = new Map<string, Look>();
  return {
    at: (machine) => {
      const known = looks.get(machine);
      if (known !== undefined) return known;
      const look = lookAt(machine);
      if (look !== undefined) looks.set(machine, look);
      return look;
    },
    note: (machine, found) => {
      if (!looks.has(machine)) looks.set(machine, lookIn(found));
    },
  };
}

/** The same where nobody has written to the file. */
export function factsOf({ size, modified, changed, number }: Look): string {
  return `${size} ${modified} ${changed} ${number}`;
}

/** The same for the file at this path; "" where there is none. */
export function factsAt(machine: string): string {
  const found = lookAt(machine);
  return found === undefined ? "" : factsOf(found);
}

/** As `factsOf`. */
export function factsIn(found: Stats): string {
  return factsOf(lookIn(found));
}

/** Milliseconds within which a file may be written twice and keep its times. */
export const grain = 2000;

// Memory for the bytes of the files of a run, which other threads can read. It is used again for a later run: new memory
// costs more than reading a file into it.
import type { Room } from "./read-files.js";

export interface RunMemory {
  /** For one file after the other; what was given holds until the memory is given back. */
  readonly room: Room;
  readonly empty: () => void;
}

export interface RunMemories {
  readonly take: () => RunMemory;
  /** Nobody may read anymore what is in it. */
  readonly giveBack: (memory: RunMemory) => void;
}

/** Bytes: those of the longer articles of a run. A file for which there is no room gets memory of its own. */
const usual = 3 << 17;

export function openRunMemories(): RunMemories {
  const spare: RunMemory[] = [];
  return {
    take: () => spare.pop() ?? openMemory(),
    giveBack: (memory) => {
      memory.empty();
      spare.push(memory);
    },
  };
}

function openMemory(): RunMemory {
  let whole: Buffer | undefined;
  let used = 0;
  return {
    room: (size) => {
      if (used + size > usual) return Buffer.from(new SharedArrayBuffer(size));
      whole ??= Buffer.from(new SharedArrayBuffer(usual));
      used += size;
      return whole.subarray(used - size, used);
    },
    empty: () => {
      used = 0;
    },
  };
}

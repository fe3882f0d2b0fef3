// Bytes and their hash. Reading is synchronous: measured faster than queues of promises for thousands of small files.
// The size is asked of the open file, before anything is read, so that no file grows past its limit in between.
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Diagnostic } from "../model/diagnostic.js";
import { hashBytes } from "../model/hash.js";
import type { Looks } from "./file-look.js";
import { tooLargeFile, unreadableFile } from "./read-faults.js";
import type { ListedFile } from "./read-folder.js";

export interface FileBytes {
  readonly bytes: Uint8Array;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
}

export interface FileDigest {
  /** Bytes. */
  readonly size: number;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
}

export interface Refusal {
  readonly diagnostic: Diagnostic;
}

/** Memory of this many bytes. */
export type Room = (size: number) => Buffer;

const newRoom: Room = (size) => Buffer.allocUnsafeSlow(size);

/** The same memory each time: what is read into it holds until the next is read. New memory costs more than reading. */
export function sameRoom(): Room {
  let room: Buffer = Buffer.alloc(0);
  return (size) => {
    if (room.length < size) room = newRoom(Math.max(size, 1 << 16));
    return room.subarray(0, size);
  };
}

export interface ReadOptions {
  /** New memory unless this gives some. */
  readonly room?: Room;
  readonly looks?: Looks | undefined;
}

/** Reads a whole file of at most `limit` bytes. */
export function readFileBytes(
  file: ListedFile,
  limit: number,
  { room = newRoom, looks }: ReadOptions = {},
): FileBytes | Refusal {
  return readOpen(file, (descriptor) => {
    const found = fstatSync(descriptor);
    const { size } = found;
    looks?.note(file.machine, found);
    return size > limit
      ? { diagnostic: tooLargeFile(file.path, size, limit) }
      : readWhole(descriptor, size, room);
  });
}

/** Opens the file for as long as `use` needs it; what the machine refuses is a report. */
export function readOpen<T>(file: ListedFile, use: (descriptor: number) => T): T | Refusal {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file.machine, "r");
    return use(descriptor);
  } catch (problem) {
    const diagnostic = unreadableFile(file.path, codeOf(problem));
    if (diagnostic === undefined) throw problem;
    return { diagnostic };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** `size` bytes of an open file, or fewer where it has become shorter. */
export function readWhole(descriptor: number, size: number, room = newRoom): FileBytes {
  const whole = room(size);
  let filled = 0;
  while (filled < size) {
    const got = readSync(descriptor, whole, filled, size - filled, filled);
    if (got === 0) break;
    filled += got;
  }
  const bytes = whole.subarray(0, filled);
  return { bytes, hash: hashBytes(bytes) };
}

/** Hashes what an open file holds from its start; `copy` is given each piece, which is used again after it. */
export function digest(descriptor: number, copy?: (piece: Uint8Array) => void): FileDigest {
  const sum = createHash("sha256");
  const piece = Buffer.allocUnsafe(1 << 18);
  let size = 0;
  for (;;) {
    const got = readSync(descriptor, piece, 0, piece.length, size);
    if (got === 0) return { size, hash: sum.digest("hex") };
    const part = piece.subarray(0, got);
    sum.update(part);
    copy?.(part);
    size += got;
  }
}

export function codeOf(problem: unknown): string | undefined {
  return problem instanceof Error && "code" in problem ? String(problem.code) : undefined;
}

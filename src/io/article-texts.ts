// The texts of articles that were parsed, in files that only grow: they are too many to be held. Each build writes to
// a file of its own; when most of what the files hold is out of use, it is copied together into one.
import { randomUUID } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import nodePath from "node:path";
import { writeUtf8 } from "../model/quick-bytes.js";
import { bytesOfUnit, readUtf8 } from "../model/utf8.js";
import { checkBytes } from "./check-bytes.js";

export interface TextPlace {
  /** Name of the file in the folder. */
  readonly file: string;
  /** Bytes. */
  readonly at: number;
  readonly length: number;
  /** CRC-32 of the bytes (check-bytes.ts). */
  readonly check: string;
}

export interface Texts {
  /** Undefined where the folder cannot be written to. */
  readonly add: (text: string) => TextPlace | undefined;
  /** Throws `damagedTexts` where it is not what was added. */
  readonly read: (place: TextPlace) => string;
  /** As UTF-8; the same otherwise. */
  readonly bytes: (place: TextPlace) => Buffer;
  /** The same, into a part of memory that is as long. */
  readonly copy: (place: TextPlace, into: Uint8Array) => void;
  /** Throws `damagedTexts` where the file of the place is not there. */
  readonly expect: (place: TextPlace) => void;
  /** Where other threads can read it too; undefined where they cannot. */
  readonly onDisk: (place: TextPlace) => TextPlace | undefined;
  /** Writes out what waits. False where the folder cannot be written to. */
  readonly flush: () => boolean;
  /** Writes out what waits, and copies the texts in use together where that is worth it; where each lies then.
   *  Undefined where the folder cannot be written to. */
  readonly settle: (used: readonly TextPlace[]) => ReadonlyMap<TextPlace, TextPlace> | undefined;
  /** Removes files in which nothing is in use. */
  readonly sweep: (used: Iterable<TextPlace>) => void;
}

/** A place as a text, and back; undefined for any other text. */
export function writePlace({ file, at, length, check }: TextPlace): string {
  return `${file} ${at} ${length} ${check}`;
}

export function readPlace(text: string): TextPlace | undefined {
  const [file = "", at, length, check = "", ...others] = text.split(" ");
  if (!nameOfTexts.test(file) || others.length > 0) return undefined;
  return { file, at: Number(at), length: Number(length), check };
}

/** Thrown where the cache does not hold what its index says: the build begins again without it. */
export const damagedTexts = Symbol("damaged texts");

const nameOfTexts = /^articles-[0-9a-f-]{36}\.texts$/;
/** Bytes that wait to be written together: memory that is used for the first time costs more than a few writes. */
const batch = 1 << 17;
/** Bytes out of use for which nothing is copied. */
const slack = 1 << 20;
/** Files beyond which texts are copied together. */
const mostFiles = 8;
/** Milliseconds after which a file that no index names is surely not another build's. */
const abandoned = 3_600_000;

export function openTexts(folder: string): Texts {
  const readers = new Map<string, number>();
  let writer = openTextWriter(folder);
  /** Texts that were copied together: the files in which they lay may be gone. */
  let moved: ReadonlyMap<TextPlace, TextPlace> = new Map();

  const placeNow = (place: TextPlace) => moved.get(place) ?? place;

  const bytesAt = (place: TextPlace): Buffer => {
    const bytes = Buffer.allocUnsafe(place.length);
    copy(place, bytes);
    return bytes;
  };

  const copy = (asked: TextPlace, into: Uint8Array): void => {
    const place = placeNow(asked);
    const waiting = writer.waiting(place);
    if (waiting === undefined) readBytes(place, into);
    else into.set(waiting);
    if (checkBytes(into) !== place.check) throw damagedTexts;
  };

  const openFile = ({ file }: TextPlace): number => {
    try {
      const descriptor = readers.get(file) ?? openSync(nodePath.join(folder, file), "r");
      readers.set(file, descriptor);
      return descriptor;
    } catch {
      throw damagedTexts;
    }
  };

  const readBytes = (place: TextPlace, bytes: Uint8Array): void => {
    const { at, length } = place;
    const descriptor = openFile(place);
    try {
      for (let got = 0; got < length; ) {
        const more = readSync(descriptor, bytes, got, length - got, at + got);
        if (more === 0) throw damagedTexts;
        got += more;
      }
    } catch {
      throw damagedTexts;
    }
  };

  return {
    add: (text) => writer.add(text),
    read: (place) => textOf(bytesAt(place)),
    bytes: bytesAt,
    copy,
    expect: (place) => {
      openFile(place);
    },
    onDisk: (asked) => {
      const place = placeNow(asked);
      return writer.waiting(place) === undefined ? place : undefined;
    },
    flush: () => writer.flush(),
    settle: (used) => {
      if (!writer.flush()) return undefined;
      const files = new Set<string>();
      let inUse = 0;
      for (const { file, length } of used) {
        files.add(file);
        inUse += length;
      }
      const whole = [...files].reduce((sum, file) => sum + statSync(nodePath.join(folder, file)).size, 0);
      if (files.size <= mostFiles && whole <= 2 * inUse + slack) return new Map();
      const into = openTextWriter(folder);
      const places = used.flatMap((place) => {
        const copied = into.addBytes(bytesAt(place));
        return copied === undefined ? [] : [[place, copied] as const];
      });
      if (!into.flush() || places.length < used.length) return new Map();
      writer.close();
      writer = into;
      moved = new Map(places);
      return moved;
    },
    sweep: (used) => {
      const files = new Set([...used].map(({ file }) => file));
      for (const name of readdirSync(folder)) {
        if (!nameOfTexts.test(name) || files.has(name)) continue;
        const machine = nodePath.join(folder, name);
        if (Date.now() - statSync(machine).mtimeMs > abandoned) unlinkSync(machine);
      }
    },
  };
}

/** Throws `damagedTexts` where the bytes are no text. */
export function textOf(bytes: Uint8Array): string {
  const text = readUtf8(bytes);
  if (text === undefined) throw damagedTexts;
  return text;
}

/** Writes to a file of its own, which is made with the first text. */
export interface TextWriter {
  /** Undefined where the folder cannot be written to. */
  readonly add: (text: string) => TextPlace | undefined;
  readonly addBytes: (bytes: Uint8Array) => TextPlace | undefined;
  /** What is not on the disk yet. */
  readonly waiting: (place: TextPlace) => Buffer | undefined;
  /** False where the folder cannot be written to: what was added last is not on the disk then. */
  readonly flush: () => boolean;
  readonly close: () => void;
}

export function openTextWriter(folder: string): TextWriter {
  const file = `articles-${randomUUID()}.texts`;
  let descriptor: number | undefined;
  let refused = false;
  /** Bytes on the disk, and those in `buffer` that wait to be written behind them. */
  let written = 0;
  let size = 0;
  let buffer = Buffer.alloc(0);
  /** An empty text needs its file too. */
  let isAsked = false;

  const write = () => {
    if (descriptor === undefined) {
      mkdirSync(folder, { recursive: true });
      descriptor = openSync(nodePath.join(folder, file), "wx");
    }
    writeFileSync(descriptor, buffer.subarray(0, size));
    written += size;
    size = 0;
  };

  const flush = () => {
    try {
      if (!refused && (size > 0 || (isAsked && descriptor === undefined))) write();
    } catch {
      refused = true;
    }
    return !refused;
  };

  /** Puts up to `most` bytes behind those that wait; `fill` says how many. */
  const append = (most: number, fill: () => number): TextPlace | undefined => {
    if (refused || (size + most > buffer.length && !flush())) return undefined;
    if (most > buffer.length) buffer = Buffer.allocUnsafeSlow(Math.max(batch, most));
    const length = fill();
    isAsked = true;
    const check = checkBytes(buffer.subarray(size, size + length));
    const place = { file, at: written + size, length, check };
    size += length;
    return place;
  };

  return {
    add: (text) => append(text.length * bytesOfUnit, () => writeUtf8(buffer, text, size)),
    addBytes: (bytes) =>
      append(bytes.length, () => {
        buffer.set(bytes, size);
        return bytes.length;
      }),
    waiting: ({ file: name, at, length }) =>
      name === file && at >= written ? buffer.subarray(at - written, at - written + length) : undefined,
    flush,
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}

// Images made once, kept under the hash of all that draws them: `images/ab/KEY`, which holds the image's SHA-256 (32
// bytes), its length (6 bytes) and the image.
// Written whole under another name first and renamed, so that two builds at a time and a sudden end do no harm; what
// is torn all the same does not fit its hash and is drawn again. Safe to delete at any time.
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import nodePath from "node:path";
import { hashBytes } from "../model/hash.js";

export interface ImageCache {
  readonly has: (key: string) => boolean;
  readonly read: (key: string) => CachedImage | undefined;
  readonly write: (key: string, bytes: Uint8Array) => void;
  /** Once a day: says that a build used the images, and removes what none has used for 30 days, by the times of the
   *  files. `now` in ms since the epoch. */
  readonly keep: (keys: Iterable<string>, now: number) => void;
}

export interface CachedImage {
  readonly bytes: Uint8Array;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
}

const day = 86_400_000;
const unusedFor = 30 * day;
const hashBytesLength = 32;
const headBytes = hashBytesLength + 6;

/** `folder` is absolute and is made by the first image. */
export function openImageCache(folder: string): ImageCache {
  const images = nodePath.join(folder, "images");
  const fileOf = (key: string) => nodePath.join(images, key.slice(0, 2), key);
  const read = (key: string): CachedImage | undefined => {
    const whole = attempt(() => readFileSync(fileOf(key)));
    if (whole === undefined || whole.length <= headBytes) return undefined;
    const bytes = whole.subarray(headBytes);
    const hash = hashBytes(bytes);
    if (hash === whole.subarray(0, hashBytesLength).toString("hex")) {
      touch(fileOf(key), Date.now());
      return { bytes, hash };
    }
    // The next build draws it again.
    attempt(() => rmSync(fileOf(key), { force: true }));
    return undefined;
  };
  return {
    has: (key) => isWhole(fileOf(key)),
    read,
    write: (key, bytes) => {
      const file = fileOf(key);
      const draft = `${file}.${process.pid}`;
      mkdirSync(nodePath.dirname(file), { recursive: true });
      const length = Buffer.alloc(headBytes - hashBytesLength);
      length.writeUIntBE(bytes.length, 0, length.length);
      writeFileSync(draft, Buffer.concat([Buffer.from(hashBytes(bytes), "hex"), length, bytes]));
      try {
        renameSync(draft, file);
      } catch (problem) {
        // Windows lets no file be replaced while another build reads it; that one has the same image.
        rmSync(draft, { force: true });
        if (!isWhole(file)) throw problem;
      }
    },
    keep: (keys, now) => {
      const mark = nodePath.join(images, "pruned");
      const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs;
      if (last !== undefined && now - last < day && last <= now) return;
      for (const key of keys) touch(fileOf(key), now);
      prune(images, now);
      attempt(() => {
        writeFileSync(mark, "");
        utimesSync(mark, new Date(now), new Date(now));
      });
    },
  };
}

/** What was used today already is not written to again. */
function touch(file: string, now: number): void {
  const last = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (last === undefined || Math.abs(now - last) < day) return;
  attempt(() => utimesSync(file, new Date(now), new Date(now)));
}

function prune(images: string, now: number): void {
  const names = attempt(() => readdirSync(images, { recursive: true, encoding: "utf8" })) ?? [];
  for (const name of names) {
    const file = nodePath.join(images, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile() && now - found.mtimeMs > unusedFor) attempt(() => rmSync(file, { force: true }));
  }
}

/** As long as its head says; whether its bytes are right is asked when it is read. */
function isWhole(file: string): boolean {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= headBytes) return false;
  const head = attempt(() => {
    const descriptor = openSync(file, "r");
    try {
      const bytes = Buffer.alloc(headBytes);
      readSync(descriptor, bytes, 0, headBytes, 0);
      return bytes;
    } finally {
      closeSync(descriptor);
    }
  });
  return head?.readUIntBE(hashBytesLength, headBytes - hashBytesLength) === size - headBytes;
}

/** The cache serves or it does not; another build may have changed it in between. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

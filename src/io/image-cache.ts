// Images made once, kept under the hash of all that draws them: `images/ab/KEY`, 32 bytes of SHA-256 and the image.
// Written whole under another name first and renamed, so that two builds at a time and a sudden end do no harm; what
// is torn all the same does not fit its hash and is drawn again. Safe to delete at any time.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import nodePath from "node:path";
import { hashBytes } from "./read-files.js";

export interface ImageCache {
  readonly has: (key: string) => boolean;
  readonly read: (key: string) => CachedImage | undefined;
  readonly write: (key: string, bytes: Uint8Array) => void;
  /** Says that a build used the images, and removes what none has used for 30 days; `now` in ms since the epoch. */
  readonly keep: (keys: Iterable<string>, now: number) => void;
}

export interface CachedImage {
  readonly bytes: Uint8Array;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
}

const day = 86_400_000;
const unusedFor = 30 * day;
const headBytes = 32;

/** `folder` is absolute and is made by the first image. */
export function openImageCache(folder: string): ImageCache {
  const images = nodePath.join(folder, "images");
  const fileOf = (key: string) => nodePath.join(images, key.slice(0, 2), key);
  const read = (key: string): CachedImage | undefined => {
    const whole = readFile(fileOf(key));
    if (whole === undefined || whole.length <= headBytes) return undefined;
    const bytes = whole.subarray(headBytes);
    const hash = hashBytes(bytes);
    return hash === whole.subarray(0, headBytes).toString("hex") ? { bytes, hash } : undefined;
  };
  return {
    has: (key) => (statSync(fileOf(key), { throwIfNoEntry: false })?.size ?? 0) > headBytes,
    read,
    write: (key, bytes) => {
      const file = fileOf(key);
      const draft = `${file}.${process.pid}`;
      mkdirSync(nodePath.dirname(file), { recursive: true });
      writeFileSync(draft, Buffer.concat([Buffer.from(hashBytes(bytes), "hex"), bytes]));
      renameSync(draft, file);
    },
    keep: (keys, now) => {
      for (const key of keys) touch(fileOf(key), now);
      const mark = nodePath.join(images, "pruned");
      const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs;
      if (last !== undefined && now - last < day && last <= now) return;
      prune(images, now);
      attempt(() => {
        writeFileSync(mark, "");
        utimesSync(mark, new Date(now), new Date(now));
      });
    },
  };
}

/** Once a day is enough, and spares a build thousands of writes. */
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

function readFile(file: string): Buffer | undefined {
  return attempt(() => readFileSync(file));
}

/** The cache serves or it does not; another build may have changed it in between. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

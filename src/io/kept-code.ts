// The files of the bundle, with what V8 compiled of them at an earlier start: to compile them anew, function by function
// as each is first called, takes a fifth of the time of a small build. It is kept beside the command: whoever could put
// other code there could as well change the command itself. Where nobody may write there, nothing is kept.
import { isAscii } from "node:buffer";
import { createHash } from "node:crypto";
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import nodePath from "node:path";
import { fileURLToPath } from "node:url";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { threadId } from "node:worker_threads";
import { untuned } from "./tune-engine.js";

interface Loaded {
  /** Of the source. */
  readonly hash: Buffer;
  readonly script: Script;
  /** Where its code is kept. */
  readonly place: string;
  /** How many files the start had loaded that kept it; 0 where nothing was kept, or nothing that can be used. */
  readonly by: number;
}

const lib = nodePath.dirname(fileURLToPath(import.meta.url));
const requirePackage = createRequire(import.meta.url);
const loaded: Loaded[] = [];
const modules = new Map<string, { exports: unknown }>();

/**
 * Runs a file of the bundle, once, as the CommonJS module that it is.
 * @param file absolute
 * @returns its exports
 */
export function load(file: string): unknown {
  const known = modules.get(file);
  if (known !== undefined) return known.exports;
  if (modules.size === 0) process.once("exit", keepAll);
  const module = { exports: {} as unknown };
  modules.set(file, module);
  const here = nodePath.dirname(file);
  const require = (id: string) =>
    id.startsWith(".") ? loadOurs(nodePath.join(here, id)) : requirePackage(id);
  try {
    untuned(() => compile(file)(module.exports, require, module, file, here));
  } catch (fault) {
    // Whoever asks again is to be told again, and not given half of it.
    modules.delete(file);
    throw fault;
  }
  return module.exports;
}

/** There is one of what Node itself has loaded for this module: how the engine is tuned is known there. */
function loadOurs(file: string): unknown {
  return file in requirePackage.cache ? requirePackage(file) : load(file);
}

type ModuleBody = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

const opening = "(function (exports, require, module, __filename, __dirname) { ";
const closing = "\n})";

function compile(file: string): ModuleBody {
  const bytes = readBetween(opening, file, closing);
  const hash = createHash("sha256").update(bytes).digest();
  // The bundle is made of single bytes, which V8 takes as they are.
  const source = isAscii(bytes) ? bytes.toString("latin1") : bytes.toString();
  const place = nodePath.join(codeFolder(), `${nodePath.basename(file)}.bin`);
  const kept = readKept(place, hash);
  const script = new Script(source, {
    filename: file,
    columnOffset: -opening.length,
    ...(kept && { cachedData: kept.code }),
  });
  const taken = script.cachedDataRejected === false ? kept : undefined;
  loaded.push({ hash, script, place, by: taken?.by ?? 0 });
  return script.runInThisContext() as ModuleBody;
}

/** Other for each version of Node, kind of processor and set of V8's flags, all of which V8 asks to be the same. */
function codeFolder(): string {
  return nodePath.join(lib, "code", `${process.version}-${process.arch}-${cachedDataVersionTag()}`);
}

/** Memory for one file after the other: what is used for the first time costs more than reading a file into it. */
let room = Buffer.alloc(0);
/** Bytes: as many as most of them need. */
const usual = 1 << 19;

/** The bytes of a file between two texts of single bytes; they hold until the next is read. */
function readBetween(before: string, file: string, after: string): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const end = before.length + fstatSync(descriptor).size;
    if (room.length < end + after.length) room = Buffer.allocUnsafeSlow(Math.max(end + after.length, usual));
    let at = room.write(before, "latin1");
    for (let got = 1; at < end && got > 0; at += got) got = readSync(descriptor, room, at, end - at, null);
    return room.subarray(0, at + room.write(after, at, "latin1"));
  } finally {
    closeSync(descriptor);
  }
}

// A kept file: SHA-256 of the hash of the source and of all that follows, since V8 believes whatever it is given; how many
// files were loaded, as a little-endian number of four bytes; four bytes for alignment; what V8 wrote.
const digestBytes = 32;
const headBytes = digestBytes + 8;

function readKept(place: string, hash: Buffer): { readonly code: Buffer; readonly by: number } | undefined {
  try {
    const kept = readBetween("", place, "");
    const body = kept.subarray(digestBytes);
    if (!digestOf(hash, body).equals(kept.subarray(0, digestBytes))) return;
    return { code: kept.subarray(headBytes), by: body.readUInt32LE() };
  } catch {
    // There is none yet, or a file that was cut short.
    return;
  }
}

function digestOf(hash: Buffer, body: Buffer): Buffer {
  return createHash("sha256").update(hash).update(body).digest();
}

/**
 * Keeps the code of a start that had to compile for itself, or did more than the one that kept it and so knows more
 * functions.
 */
function keepAll(): void {
  try {
    untuned(() => {
      for (const one of loaded) if (one.by < loaded.length) keep(one);
    });
  } catch {
    // No place to write, or another process is writing there: the next start will do.
  }
}

function keep({ hash, script, place }: Loaded): void {
  // V8 was given other flags since: it would not take the code back.
  const folder = nodePath.dirname(place);
  if (folder !== codeFolder()) return;
  const body = Buffer.concat([Buffer.alloc(headBytes - digestBytes), script.createCachedData()]);
  body.writeUInt32LE(loaded.length);
  mkdirSync(folder, { recursive: true });
  const draft = `${place}.${process.pid}-${threadId}`;
  try {
    writeFileSync(draft, Buffer.concat([digestOf(hash, body), body]));
    renameSync(draft, place);
  } catch (problem) {
    rmSync(draft, { force: true });
    throw problem;
  }
}

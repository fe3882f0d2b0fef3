// Texts of the site as the bytes that are written. Where a mark stands for the HTML of an article (late-html.ts), its
// bytes are taken from the cache as they lie there: most of a page is never read.
import { transcode } from "node:buffer";
import { keepSome } from "../model/keep-some.js";
import { finishLate, isWrittenAsKept, lateBound, readLateText } from "../model/late-html.js";
import { bytesOfUnit } from "../model/utf8.js";
import { openTexts, readPlace, type Texts } from "./article-texts.js";

export interface Encoder {
  /** UTF-8, which holds until the next is encoded. Throws `damagedTexts` where the cache does not hold a text. */
  readonly encode: (text: string) => Uint8Array;
  /** The same for a text that is UTF-16 already. */
  readonly encodeUtf16: (text: Buffer) => Uint8Array;
}

/** UTF-16 units of the longest text for which there is room. */
const longest = 1 << 19;

/** Texts made for feeds that are kept: an article stands in several of them. They take 10 KB each. */
const mostKept = 1000;

/** `texts`: where the texts of articles are kept, absolute. Without it, marks are texts like any other. */
export function createEncoder(texts: string | undefined): Encoder {
  let room: Buffer | undefined;
  let opened: Texts | undefined;
  const made = new Map<string, Uint8Array>();
  const bytesOf = (mark: string): Uint8Array | undefined => {
    const known = made.get(mark);
    if (known !== undefined) return known;
    const late = readLateText(mark);
    const place = late && readPlace(late.text);
    if (late === undefined || place === undefined || texts === undefined) return undefined;
    opened ??= openTexts(texts);
    if (isWrittenAsKept(late)) return opened.bytes(place);
    const bytes = Buffer.from(finishLate(late, opened.read(place)));
    if (late.isXml) keepSome(made, mark, bytes, mostKept);
    return bytes;
  };
  /** New memory of this size for each is dear. */
  const roomFor = (size: number) => {
    if (size > longest * bytesOfUnit) return Buffer.allocUnsafe(size);
    room ??= Buffer.allocUnsafeSlow(longest * bytesOfUnit);
    return room.subarray(0, size);
  };
  const join = (pieces: readonly Uint8Array[]): Uint8Array => {
    const whole = roomFor(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  };
  const encodeUtf16 = (text: Buffer): Uint8Array => {
    const pieces: Uint8Array[] = [];
    let done = 0;
    for (let at = texts === undefined ? -1 : findBound(text, 0); at !== -1; ) {
      const end = findBound(text, at + bound.length);
      const html = end === -1 ? undefined : bytesOf(text.toString("utf16le", at + bound.length, end));
      if (html !== undefined) {
        pieces.push(fromUtf16(text.subarray(done, at)), html);
        done = end + bound.length;
      }
      at = findBound(text, html === undefined ? at + bound.length : done);
    }
    const rest = fromUtf16(text.subarray(done));
    return pieces.length === 0 ? rest : join([...pieces, rest]);
  };
  return {
    encode: (text) => {
      if (texts !== undefined && text.includes(lateBound)) return encodeUtf16(Buffer.from(text, "utf16le"));
      if (text.length > longest) return Buffer.from(text);
      const whole = roomFor(text.length * bytesOfUnit);
      return whole.subarray(0, whole.write(text));
    },
    encodeUtf16,
  };
}

/** The bytes around a mark. */
const bound = Buffer.from(lateBound, "utf16le");

/** In UTF-16; -1 where there is none. */
function findBound(text: Buffer, from: number): number {
  return text.indexOf(bound, from, "utf16le");
}

/** A string in between takes five times as long, but half characters need it. */
function fromUtf16(text: Buffer): Buffer {
  try {
    return transcode(text, "utf16le", "utf8");
  } catch {
    return Buffer.from(text.toString("utf16le"));
  }
}

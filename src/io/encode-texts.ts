// Texts of the site as the bytes that are written. Where a mark stands for the HTML of an article (late-html.ts), its
// bytes are taken from the cache as they lie there: most of a page is never read. Where one stands for a QR code, that is
// drawn, or was already.
import { transcode } from "node:buffer";
import { keepSome } from "../model/keep-some.js";
import { finishLate, isFinished, isWrittenAsKept, lateBound, readLate } from "../model/late-html.js";
import { readLatin1, readUtf8Part, writeUtf8, writeUtf16 } from "../model/quick-bytes.js";
import { bytesOfUnit } from "../model/utf8.js";
import { openTexts, readPlace, type TextPlace, type Texts, textOf } from "./article-texts.js";
import { giveBack } from "./give-back.js";
import { type LateCodes, openLateCodes } from "./late-codes.js";
import { openShelf } from "./shelf.js";

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
export function createEncoder(texts: string | undefined, codes: LateCodes = openLateCodes()): Encoder {
  let opened: Texts | undefined;
  const made = new Map<string, Uint8Array>();
  const shelf = openShelf();
  const keep = (place: TextPlace, from: Texts) =>
    shelf(place.length, (room) => {
      from.copy(place, room);
      return place.length;
    });
  const rooms = { utf8: openRoom(longest * bytesOfUnit), utf16: openRoom(longest * 2) };

  /** What a mark stands for; undefined where it is a text like any other. */
  const piecesOf = (mark: string): readonly Piece[] | undefined => {
    const known = made.get(mark);
    if (known !== undefined) return [known];
    const late = readLate(mark);
    const place = late && readPlace(late.text);
    if (late === undefined || place === undefined || texts === undefined) return undefined;
    opened ??= openTexts(texts);
    if ("code" in late) {
      opened.expect(place);
      return codes.html(mark, late);
    }
    if (isWrittenAsKept(late)) return [place];
    const kept = late.isCdata ? keep(place, opened) : opened.bytes(place);
    const bytes = isFinished(readLatin1(kept, 0, kept.length))
      ? kept
      : Buffer.from(finishLate(late, textOf(kept)));
    if (late.isCdata) keepSome(made, mark, bytes, mostKept);
    return [bytes];
  };
  const join = (pieces: readonly Piece[]): Uint8Array => {
    const whole = rooms.utf8(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      if (piece instanceof Uint8Array) whole.set(piece, at);
      else opened?.copy(piece, whole.subarray(at, at + piece.length));
      at += piece.length;
    }
    return whole;
  };
  /** What was transcoded for the text before: nobody has it any more. */
  let last: Uint8Array | undefined;
  const encodeUtf16 = (text: Buffer): Uint8Array => {
    if (last !== undefined) giveBack(last);
    const bytes = fromUtf16(text);
    last = bytes;
    const pieces: Piece[] = [];
    let done = 0;
    for (let at = texts === undefined ? -1 : bytes.indexOf(bound); at !== -1; ) {
      const end = bytes.indexOf(bound, at + bound.length);
      const found = end === -1 ? undefined : piecesOf(readUtf8Part(bytes, at + bound.length, end));
      if (found !== undefined) {
        pieces.push(bytes.subarray(done, at), ...found);
        done = end + bound.length;
      }
      at = bytes.indexOf(bound, found === undefined ? at + bound.length : done);
    }
    return pieces.length === 0 ? bytes : join([...pieces, bytes.subarray(done)]);
  };
  return {
    encode: (text) => {
      if (texts !== undefined && text.includes(lateBound)) {
        const whole = rooms.utf16(text.length * 2);
        writeUtf16(whole, text, 0);
        return encodeUtf16(whole);
      }
      if (text.length > longest) return Buffer.from(text);
      const whole = rooms.utf8(text.length * bytesOfUnit);
      return whole.subarray(0, writeUtf8(whole, text, 0));
    },
    encodeUtf16,
  };
}

/** What stands in a text: bytes, or where they are kept. */
type Piece = Uint8Array | TextPlace;

/** Memory for one text after the other, since new memory for each is dear. Where one is longer it has its own. */
function openRoom(most: number): (size: number) => Buffer {
  let room: Buffer | undefined;
  return (size) => {
    if (size > most) return Buffer.allocUnsafe(size);
    room ??= Buffer.allocUnsafeSlow(most);
    return room.subarray(0, size);
  };
}

/** The bytes around a mark. */
const bound = Buffer.from(lateBound);

/** A string in between takes five times as long, but half characters need it. */
function fromUtf16(text: Buffer): Buffer {
  try {
    return transcode(text, "utf16le", "utf8");
  } catch {
    return Buffer.from(text.toString("utf16le"));
  }
}

// Texts of the site as the bytes that are written. Where a mark stands for the HTML of an article (late-html.ts), its
// bytes are taken from the cache as they lie there: most of a page is never read.
import { transcode } from "node:buffer";
import { fillNamedHoles } from "../model/holes.js";
import { lateBound, readLateText } from "../model/late-html.js";
import { openTexts, readPlace, type Texts } from "./article-texts.js";

export interface Encoder {
  /** UTF-8, which holds until the next is encoded. Throws `damagedTexts` where the cache does not hold a text. */
  readonly encode: (text: string) => Uint8Array;
  /** The same for a text that is UTF-16 already. */
  readonly encodeUtf16: (text: Buffer) => Uint8Array;
}

/** Characters of the longest text for which there is room; none of UTF-16 becomes more than three bytes. */
const longest = 1 << 19;

/** `texts`: where the texts of articles are kept, absolute. Without it, marks are texts like any other. */
export function createEncoder(texts: string | undefined): Encoder {
  let room: Buffer | undefined;
  let kept: Texts | undefined;
  const htmlOf = (mark: string): Uint8Array | undefined => {
    const late = readLateText(mark);
    const place = late && readPlace(late.text);
    if (late === undefined || place === undefined || texts === undefined) return undefined;
    kept ??= openTexts(texts);
    const bytes = kept.bytes(place);
    const isHoled = Object.keys(late.fillings).length > 0;
    return isHoled ? Buffer.from(fillNamedHoles(bytes.toString(), late.fillings)) : bytes;
  };
  const encodeUtf16 = (text: Buffer): Uint8Array => {
    const pieces: Uint8Array[] = [];
    let done = 0;
    for (let at = texts === undefined ? -1 : findBound(text, 0); at !== -1; ) {
      const end = findBound(text, at + bound.length);
      const mark = end === -1 ? "" : text.toString("utf16le", at + bound.length, end);
      const html = htmlOf(mark);
      if (html !== undefined) {
        pieces.push(fromUtf16(text.subarray(done, at)), html);
        done = end + bound.length;
      }
      at = findBound(text, html === undefined ? at + bound.length : done);
    }
    const rest = fromUtf16(text.subarray(done));
    return pieces.length === 0 ? rest : Buffer.concat([...pieces, rest]);
  };
  return {
    encode: (text) => {
      if (texts !== undefined && text.includes(lateBound)) return encodeUtf16(Buffer.from(text, "utf16le"));
      // New memory of this size for each is dear.
      if (text.length > longest) return Buffer.from(text);
      room ??= Buffer.allocUnsafeSlow(longest * 3);
      return room.subarray(0, room.write(text));
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

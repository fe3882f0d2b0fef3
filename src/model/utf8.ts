// UTF-8 → text, and the units of a text, by the quickest way that Node has: it takes a fifth of the time of a TextDecoder
// for Vietnamese, and letters of one byte stay letters of one byte.
import { Buffer, isAscii, isUtf8, transcode } from "node:buffer";
import { readLatin1 } from "./quick-bytes.js";

/** Of UTF-8, at most, for a unit of UTF-16. */
export const bytesOfUnit = 3;

/** Bytes below which a detour does not pay. */
const short = 200;

/**
 * The UTF-16 units of a text, for loops. Node 20 looks `charCodeAt` up anew for each letter, which takes as long as ten
 * letters, once it has met texts of five kinds in one place: of one byte a letter or two, parts of others, joined ones.
 */
export function unitsOf(text: string): Uint16Array {
  if (text !== last.text) last = { text, units: unitsIn(Buffer.from(text, "utf16le")) };
  return last.units;
}

/** What was made last: a file's text is looked at when it is decoded, and read right after. */
let last: { readonly text: string; readonly units: Uint16Array } = { text: "", units: new Uint16Array(0) };

/** They are those bytes, and change with them. */
function unitsIn({ buffer, byteOffset, length }: Uint8Array): Uint16Array {
  return new Uint16Array(buffer, byteOffset, length >> 1);
}

/** A byte order mark is a letter like any other. Undefined where the bytes are not UTF-8. */
export function readUtf8(bytes: Uint8Array): string | undefined {
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(own)) return readLatin1(own, 0, own.length);
  if (!isUtf8(own)) return undefined;
  if (own.length < short) return own.toString();
  const made = transcode(own, "utf8", "utf16le");
  last = { text: made.toString("utf16le"), units: unitsIn(made) };
  return last.text;
}

// UTF-8 → text, by the quickest way that Node has: it takes a fifth of the time of a TextDecoder for Vietnamese, and
// letters of one byte stay letters of one byte.
import { Buffer, isAscii, isUtf8, transcode } from "node:buffer";

/** Bytes below which a detour does not pay. */
const short = 200;

/** A byte order mark is a letter like any other. Undefined where the bytes are not UTF-8. */
export function readUtf8(bytes: Uint8Array): string | undefined {
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(own)) return own.toString("latin1");
  if (!isUtf8(own)) return undefined;
  return own.length < short ? own.toString() : transcode(own, "utf8", "utf16le").toString("utf16le");
}

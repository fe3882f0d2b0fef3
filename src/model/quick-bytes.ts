// Texts to bytes and back, without the looks that the documented methods of a Buffer take at what they are given: those
// take two microseconds where the text is copied in one. Node has had these methods as long as it has had buffers, and
// says nothing of them; should it ever be without one, the documented way takes its place.

/** Those of a Buffer that look at nothing: places and sizes must be right. */
interface Quick extends Buffer {
  readonly latin1Slice: (start: number, end: number) => string;
  readonly utf8Slice: (start: number, end: number) => string;
  readonly latin1Write: (text: string, at: number, most: number) => number;
  readonly utf8Write: (text: string, at: number, most: number) => number;
  readonly ucs2Write: (text: string, at: number, most: number) => number;
}

type Read = (bytes: Buffer, start: number, end: number) => string;
/** Gives the number of bytes written. There must be room for all of it. */
type Write = (bytes: Buffer, text: string, at: number) => number;

const has = (name: keyof Quick) => typeof (Buffer.prototype as Partial<Quick>)[name] === "function";

/** A letter for each byte, U+0000 to U+00FF. */
export const readLatin1: Read = has("latin1Slice")
  ? (bytes, start, end) => (bytes as Quick).latin1Slice(start, end)
  : (bytes, start, end) => bytes.toString("latin1", start, end);

/** What is not UTF-8 becomes U+FFFD. */
export const readUtf8Part: Read = has("utf8Slice")
  ? (bytes, start, end) => (bytes as Quick).utf8Slice(start, end)
  : (bytes, start, end) => bytes.toString("utf8", start, end);

/** Of letters up to U+00FF. */
export const writeLatin1: Write = has("latin1Write")
  ? (bytes, text, at) => (bytes as Quick).latin1Write(text, at, text.length)
  : (bytes, text, at) => bytes.write(text, at, "latin1");

/** Half characters become U+FFFD. */
export const writeUtf8: Write = has("utf8Write")
  ? (bytes, text, at) => (bytes as Quick).utf8Write(text, at, bytes.length - at)
  : (bytes, text, at) => bytes.write(text, at);

/** Little end first. */
export const writeUtf16: Write = has("ucs2Write")
  ? (bytes, text, at) => (bytes as Quick).ucs2Write(text, at, 2 * text.length)
  : (bytes, text, at) => bytes.write(text, at, "utf16le");

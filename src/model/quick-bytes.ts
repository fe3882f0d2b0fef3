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

export interface Ways {
  /** A letter for each byte, U+0000 to U+00FF. */
  readonly readLatin1: Read;
  /** What is not UTF-8 becomes U+FFFD. */
  readonly readUtf8Part: Read;
  /** Of letters up to U+00FF. */
  readonly writeLatin1: Write;
  /** Half characters become U+FFFD. */
  readonly writeUtf8: Write;
  /** Little end first. */
  readonly writeUtf16: Write;
}

export const quickWays: Ways = {
  readLatin1: (bytes, start, end) => (bytes as Quick).latin1Slice(start, end),
  readUtf8Part: (bytes, start, end) => (bytes as Quick).utf8Slice(start, end),
  writeLatin1: (bytes, text, at) => (bytes as Quick).latin1Write(text, at, text.length),
  writeUtf8: (bytes, text, at) => (bytes as Quick).utf8Write(text, at, bytes.length - at),
  writeUtf16: (bytes, text, at) => (bytes as Quick).ucs2Write(text, at, 2 * text.length),
};

export const documentedWays: Ways = {
  readLatin1: (bytes, start, end) => bytes.toString("latin1", start, end),
  readUtf8Part: (bytes, start, end) => bytes.toString("utf8", start, end),
  writeLatin1: (bytes, text, at) => bytes.write(text, at, "latin1"),
  writeUtf8: (bytes, text, at) => bytes.write(text, at),
  writeUtf16: (bytes, text, at) => bytes.write(text, at, "utf16le"),
};

const undocumented = ["latin1Slice", "utf8Slice", "latin1Write", "utf8Write", "ucs2Write"] as const;
const hasAll = undocumented.every((name) => typeof (Buffer.prototype as Partial<Quick>)[name] === "function");

export const { readLatin1, readUtf8Part, writeLatin1, writeUtf8, writeUtf16 } = hasAll
  ? quickWays
  : documentedWays;

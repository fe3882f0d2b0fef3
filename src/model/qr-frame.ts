// What all QR codes of one version and level share, by ISO/IEC 18004:2015: made when the first of them is asked for,
// and kept. A site's addresses are nearly of one length, so that two or three of these serve it.
import { alignmentsAlong, blocksOf, multiplesFor, type QrLevel, sizeOf, wordsFor } from "./qr-tables.js";

export interface QrFrame {
  /** Squares on a side, without the quiet zone. */
  readonly size: number;
  readonly version: number;
  /** A code (`squares` of `QrCode`) whose bytes are all 0: its patterns, and the squares that the mask turns. */
  readonly blank: Int32Array;
  /** The square of each bit, a byte's highest first; counted along the rows, each of them as long as its words. */
  readonly places: Uint16Array;
  /** Bytes of the text in all blocks, with its head. */
  readonly dataLength: number;
  /** Blocks, of which the last `longer` have a byte of the text more. */
  readonly blocks: number;
  readonly longer: number;
  /** Bytes of the text in each of the other blocks. */
  readonly blockLength: number;
  readonly checks: number;
  /** See `multiplesFor`. */
  readonly multiples: Int32Array;
  /** Memory for one code after the other: small pieces of it, asked for again and again, are dear. */
  readonly room: {
    /** As long as `blank`. */
    readonly squares: Int32Array;
    readonly data: Uint8Array;
    /** The check bytes of a block, and one word more, which stays 0. */
    readonly rest: Int32Array;
  };
}

const frames: Readonly<Record<QrLevel, (QrFrame | undefined)[]>> = { L: [], M: [] };

/** Of the smallest code that holds so many bytes in byte mode; undefined where none does. */
export function frameFor(bytes: number, level: QrLevel): QrFrame | undefined {
  for (let version = 1; version <= 40; version++) {
    if (bytes + headOf(version) <= dataLengthOf(version, level)) return openFrame(version, level);
  }
  return undefined;
}

/** Bytes around a text: 4 bits for the mode, 8 or 16 for the length (table 3), 4 that end it. */
function headOf(version: number): number {
  return version < 10 ? 2 : 3;
}

const dataLengths: Readonly<Record<QrLevel, number[]>> = { L: [], M: [] };

function dataLengthOf(version: number, level: QrLevel): number {
  dataLengths[level][version] ??= blocksOf(version, level).dataLength;
  return dataLengths[level][version];
}

function openFrame(version: number, level: QrLevel): QrFrame {
  frames[level][version] ??= makeFrame(version, level);
  return frames[level][version];
}

function makeFrame(version: number, level: QrLevel): QrFrame {
  const { dataLength, wholeLength, count, checks } = blocksOf(version, level);
  const size = sizeOf(version);
  const patterns = drawPatterns(version, size);
  writeFormat(patterns, size, level);
  const blank = maskRest(patterns, size);
  return {
    size,
    version,
    blank,
    places: orderPlaces(patterns, size).slice(0, 8 * wholeLength),
    dataLength,
    blocks: count,
    longer: dataLength % count,
    blockLength: Math.floor(dataLength / count),
    checks,
    multiples: multiplesFor(checks),
    room: {
      squares: new Int32Array(blank.length),
      data: new Uint8Array(dataLength),
      rest: new Int32Array(wordsFor(checks) + 1),
    },
  };
}

/** Squares of the patterns; 0 is one for data. */
const light = 2;
const dark = 3;

function drawPatterns(version: number, size: number): Uint8Array {
  const squares = new Uint8Array(size * size);
  const fill = (left: number, top: number, width: number, height: number, kind: number) => {
    for (let y = top; y < top + height; y++) squares.fill(kind, y * size + left, y * size + left + width);
  };
  const rings = (x: number, y: number, side: number) => {
    const reach = (side - 1) / 2;
    fill(x - reach, y - reach, side, side, dark);
    fill(x - reach + 1, y - reach + 1, side - 2, side - 2, light);
    fill(x - reach + 2, y - reach + 2, side - 4, side - 4, dark);
  };
  // Around the finders, with the squares of the format.
  fill(0, 0, 9, 9, light);
  fill(size - 8, 0, 8, 9, light);
  fill(0, size - 8, 9, 8, light);
  for (let i = 8; i < size - 8; i++) {
    fill(i, 6, 1, 1, i % 2 === 0 ? dark : light);
    fill(6, i, 1, 1, i % 2 === 0 ? dark : light);
  }
  rings(3, 3, 7);
  rings(size - 4, 3, 7);
  rings(3, size - 4, 7);
  const centres = alignmentCentres(version, size);
  const last = size - 7;
  for (const y of centres) {
    for (const x of centres) {
      const isAtFinder = (x === 6 && (y === 6 || y === last)) || (x === last && y === 6);
      if (!isAtFinder) rings(x, y, 5);
    }
  }
  if (version >= 7) writeVersion(squares, size, version);
  // One is dark in every code.
  fill(8, size - 8, 1, 1, dark);
  return squares;
}

/** Along a side: evenly from the far end, by an even number; what that leaves is in the first gap (annex E). */
function alignmentCentres(version: number, size: number): number[] {
  const along = alignmentsAlong(version);
  if (along === 0) return [];
  const step = 2 * Math.floor((size - 13) / (along - 1) / 2 + 0.75);
  return [6, ...Array.from({ length: along - 1 }, (_, i) => size - 7 - i * step)];
}

/** `value` with the remainder of its division behind it. */
function withRemainder(value: number, divisor: number, bits: number): number {
  let rest = value << bits;
  for (let shift = 31 - Math.clz32(rest); shift >= bits; shift--) {
    if ((rest >> shift) & 1) rest ^= divisor << (shift - bits);
  }
  return (value << bits) | rest;
}

/** Level and mask, twice: around the first finder, and beside the two others (7.9). */
function writeFormat(squares: Uint8Array, size: number, level: QrLevel): void {
  const bits = withRemainder(((level === "L" ? 1 : 0) << 3) | mask, 0x537, 10) ^ 0x5412;
  for (let i = 0; i < 15; i++) {
    const kind = (bits >> i) & 1 ? dark : light;
    // The timing patterns are stepped over.
    const down = i < 6 ? i : i < 8 ? i + 1 : size - 15 + i;
    const back = i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i;
    squares[down * size + 8] = kind;
    squares[8 * size + back] = kind;
  }
}

/** The version, twice: beside the finders at the right and at the bottom (7.10). */
function writeVersion(squares: Uint8Array, size: number, version: number): void {
  const bits = withRemainder(version, 0x1f25, 12);
  for (let i = 0; i < 18; i++) {
    const kind = (bits >> i) & 1 ? dark : light;
    const [near, far] = [Math.floor(i / 3), size - 11 + (i % 3)];
    squares[near * size + far] = kind;
    squares[far * size + near] = kind;
  }
}

/**
 * A reader takes the mask from the code itself. Trying all eight, as the standard advises, costs eight times as much;
 * for addresses, whose bytes are letters, this one is as good as the best: by the standard's own measure 613 on
 * average over 200 addresses against 606, and the worst of them 751 against 706 (the other seven: 708 to 798).
 */
export const mask = 2;

/** Words of 32 squares in a row; behind its last square at least one is left over, for the size is odd. */
export function wordsAcross(size: number): number {
  return (size >> 5) + 1;
}

/** The patterns, and every third column of what they leave, which is what this mask turns (table 10). */
function maskRest(patterns: Uint8Array, size: number): Int32Array {
  const across = wordsAcross(size);
  const blank = new Int32Array(size * across);
  for (let y = 0, square = 0; y < size; y++) {
    for (let x = 0; x < size; x++, square++) {
      const kind = patterns[square] as number;
      if (kind !== dark && (kind === light || x % 3 !== 0)) continue;
      const word = y * across + (x >> 5);
      blank[word] = (blank[word] as number) | (1 << ~x);
    }
  }
  return blank;
}

/** The squares for data, up and down in strips of two from the right (7.7.3); see `places` of a frame. */
function orderPlaces(patterns: Uint8Array, size: number): Uint16Array {
  const width = 32 * wordsAcross(size);
  const places = new Uint16Array(size * size);
  let found = 0;
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    // The upright timing pattern is in no strip.
    if (right === 6) right--;
    for (let i = 0; i < size; i++) {
      const y: number = isUp ? size - 1 - i : i;
      const square = y * size + right;
      if (patterns[square] === 0) places[found++] = y * width + right;
      if (patterns[square - 1] === 0) places[found++] = y * width + right - 1;
    }
    isUp = !isUp;
  }
  return places;
}

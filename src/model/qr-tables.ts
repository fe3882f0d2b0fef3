// The numbers of ISO/IEC 18004:2015 that QR codes are made of: how a code's bytes are parted into blocks, and the field
// in which their check bytes are reckoned.

/** How much of a code may be damaged: 7 % or 15 % of its bytes. */
export type QrLevel = "L" | "M";

export interface QrBlocks {
  /** Bytes of the text in all blocks, with its head. */
  readonly dataLength: number;
  /** Bytes in all blocks, check bytes too. */
  readonly wholeLength: number;
  readonly count: number;
  /** Check bytes in each block. */
  readonly checks: number;
}

interface LevelTable {
  /** Check bytes in each block, by version from 1 (table 9). */
  readonly checks: readonly number[];
  /** Blocks, by version from 1 (table 9). */
  readonly counts: readonly number[];
}

// biome-ignore format: ten versions a line
const levels: Readonly<Record<QrLevel, LevelTable>> = {
  L: {
    checks: [
      7, 10, 15, 20, 26, 18, 20, 24, 30, 18,
      20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
      28, 28, 30, 30, 26, 28, 30, 30, 30, 30,
      30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    counts: [
      1, 1, 1, 1, 1, 2, 2, 2, 2, 4,
      4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
      8, 9, 9, 10, 12, 12, 12, 13, 14, 15,
      16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
    ],
  },
  M: {
    checks: [
      10, 16, 26, 18, 24, 16, 18, 22, 22, 26,
      30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
      26, 28, 28, 28, 28, 28, 28, 28, 28, 28,
      28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ],
    counts: [
      1, 1, 1, 2, 2, 4, 4, 4, 5, 5,
      5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
      17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
      31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
    ],
  },
};

/** `version`: 1 to 40. */
export function blocksOf(version: number, level: QrLevel): QrBlocks {
  const checks = levels[level].checks[version - 1] as number;
  const count = levels[level].counts[version - 1] as number;
  const wholeLength = squaresForData(version) >> 3;
  return { dataLength: wholeLength - checks * count, wholeLength, count, checks };
}

/** Squares on a side, without the quiet zone. */
export function sizeOf(version: number): number {
  return 4 * version + 17;
}

/** What finders, timing, format and version leave of all squares, and alignment patterns of that (table 1). */
function squaresForData(version: number): number {
  const size = sizeOf(version);
  const rest = size * size - 3 * 64 - 2 * (size - 16) - 31 - (version < 7 ? 0 : 36);
  const along = alignmentsAlong(version);
  if (along === 0) return rest;
  // Those on the timing patterns have five squares in common with them.
  return rest - 25 * (along * along - 3) + 5 * 2 * (along - 2);
}

/** Alignment patterns on a side, those counted that would lie on a finder and are left out (annex E). */
export function alignmentsAlong(version: number): number {
  return version === 1 ? 0 : Math.floor(version / 7) + 2;
}

/** Numbers of the field with 256 elements, modulo x⁸ + x⁴ + x³ + x² + 1 (7.5.2). */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** Coefficients of (x − 1)(x − 2)(x − 4)… with so many roots, the highest power first (annex A). */
function makeGenerator(roots: number): Uint8Array {
  const coefficients = new Uint8Array(roots + 1);
  coefficients[0] = 1;
  for (let degree = 1, root = 1; degree <= roots; degree++, root = multiply(root, 2)) {
    for (let i = degree; i > 0; i--) {
      coefficients[i] = (coefficients[i] as number) ^ multiply(coefficients[i - 1] as number, root);
    }
  }
  return coefficients;
}

/** Words of 32 bits that hold the check bytes of a block. */
export function wordsFor(checks: number): number {
  return (checks + 3) >> 2;
}

const multiples: (Int32Array | undefined)[] = [];

/**
 * For dividing by the generator polynomial a byte at a time: for each byte the polynomial times it, without the highest
 * power. Four coefficients in a word, the first of them in its upper end, with zeros behind the last.
 */
export function multiplesFor(checks: number): Int32Array {
  multiples[checks] ??= makeMultiples(checks);
  return multiples[checks];
}

function makeMultiples(checks: number): Int32Array {
  const words = wordsFor(checks);
  const table = new Int32Array(256 * words);
  const generator = makeGenerator(checks);
  for (let i = 0; i < checks; i++) {
    table[words + (i >> 2)] =
      (table[words + (i >> 2)] as number) | ((generator[i + 1] as number) << (24 - 8 * (i & 3)));
  }
  for (let byte = 2; byte < 256; byte += 2) {
    for (let i = 0; i < words; i++) {
      const half = table[(byte >> 1) * words + i] as number;
      // All four times 2.
      const even = ((half & 0x7f7f7f7f) << 1) ^ (((half >>> 7) & 0x01010101) * 0x1d);
      table[byte * words + i] = even;
      table[(byte + 1) * words + i] = even ^ (table[words + i] as number);
    }
  }
  return table;
}

// An address as a QR code: one SVG with one compact path, black on white in every theme, so that a camera reads it
// from a dark screen too. Strokes along the rows are a quarter of the size of squares. And the same as squares, for
// images to keep: those have the best of all masks.
import { correction, generate } from "lean-qr";
import { escapeMarkup } from "../model/text.js";
import { encodeQr, type QrCode } from "./qr-code.js";
import { mask, wordsAcross } from "./qr-frame.js";
import { drawPath } from "./qr-path.js";
import type { QrLevel } from "./qr-tables.js";

/** `label` is what a screen reader says in place of the picture. */
export function qrHtml(path: QrPath, label: string): string {
  const [start, size] = [-quiet, path.size + 2 * quiet];
  return `<svg class="qr-code" xmlns="http://www.w3.org/2000/svg" viewBox="${start} ${start - 0.5} ${size} ${size}" width="${size * 4}" height="${size * 4}" role="img" aria-label="${escapeMarkup(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M${start} ${start - 0.5}h${size}v${size}h-${size}z"/><path stroke="#000" d="${path.d}"/></svg>`;
}

export interface QrPath {
  readonly d: string;
  /** Squares on a side, without the quiet zone. */
  readonly size: number;
}

/** Squares of white around the code, as the standard asks. */
const quiet = 4;
/** Bytes of a path; beyond it a code keeps less in reserve, so that it stays small. */
const largest = 4000;

/** Undefined for an address that is too long for any code (2,953 bytes). */
export function makeQrPath(address: string): QrPath | undefined {
  if (bytesOf(address) > 2900) return undefined;
  const path = fitsQr(address) ? drawAt(address, "M", largest) : undefined;
  return path ?? drawAt(address, "L", Number.POSITIVE_INFINITY);
}

/** Undefined where the path would have more than `most` bytes. */
function drawAt(address: string, level: QrLevel, most: number): QrPath | undefined {
  const code = isAscii(address) ? encodeQr(address, level) : encodeAny(address, level);
  const d = code === undefined ? undefined : drawPath(code, most);
  return code === undefined || d === undefined ? undefined : { d, size: code.size };
}

/** No address that we make has other letters than ASCII; the library finds the shortest way to write those. */
function encodeAny(address: string, level: QrLevel): QrCode {
  const own = correction[level];
  const code = generate(address, { minCorrectionLevel: own, maxCorrectionLevel: own, mask });
  const { size } = code;
  const across = wordsAcross(size);
  const squares = new Int32Array(size * across);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const word = y * across + (x >> 5);
      if (code.get(x, y)) squares[word] = (squares[word] as number) | (1 << ~x);
    }
  }
  return { size, squares };
}

/** True for an address that a code can hold with some in reserve. */
export function fitsQr(address: string): boolean {
  return bytesOf(address) <= 2300;
}

/** In UTF-8. */
function bytesOf(text: string): number {
  return isAscii(text) ? text.length : new TextEncoder().encode(text).length;
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** The code as rows of squares, true where dark, without the quiet zone. */
export function makeQrSquares(address: string): boolean[][] {
  const code = generate(address, { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  return Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (_, x) => code.get(x, y)),
  );
}

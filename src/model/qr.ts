// An address as a QR code: one SVG with one compact path, black on white in every theme, so that a camera reads it
// from a dark screen too. Strokes along the rows are a quarter of the size of squares.
import { encodeQr, type QrCode } from "./qr-code.js";
import { drawPath } from "./qr-path.js";
import type { QrLevel } from "./qr-tables.js";
import { escapeMarkup } from "./text.js";

export interface QrPath {
  readonly d: string;
  /** Squares on a side, without the quiet zone. */
  readonly size: number;
}

/** What stands before the path of a code of so many squares, and behind it. `label` is for a screen reader. */
export interface AroundQr {
  readonly before: string;
  readonly after: string;
}

/** `label` is what a screen reader says in place of the picture. */
export function qrHtml({ d, size }: QrPath, label: string): string {
  const { before, after } = aroundQr(size, label);
  return before + d + after;
}

export function aroundQr(size: number, label: string): AroundQr {
  const [start, side] = [-quiet, size + 2 * quiet];
  return {
    before: `<svg class="qr-code" xmlns="http://www.w3.org/2000/svg" viewBox="${start} ${start - 0.5} ${side} ${side}" width="${side * 4}" height="${side * 4}" role="img" aria-label="${escapeMarkup(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M${start} ${start - 0.5}h${side}v${side}h-${side}z"/><path stroke="#000" d="`,
    after: `"/></svg>`,
  };
}

/** Squares of white around the code, as the standard asks. */
const quiet = 4;
/** Bytes of a path; beyond it a code keeps less in reserve, so that it stays small. */
const largest = 4000;

/** Undefined where no code of the level holds the address. */
export type EncodeAddress = (address: string, level: QrLevel) => QrCode | undefined;

/**
 * Undefined for an address that is too long for any code (2,953 bytes). By itself for letters of ASCII only: no address
 * that we make has others.
 */
export function makeQrPath(address: string, encode: EncodeAddress = encodeQr): QrPath | undefined {
  if (Buffer.byteLength(address) > 2900) return undefined;
  const path = fitsQr(address) ? drawAt(encode(address, "M"), largest) : undefined;
  return path ?? drawAt(encode(address, "L"), Number.POSITIVE_INFINITY);
}

/** Undefined where the path would have more than `most` bytes. */
function drawAt(code: QrCode | undefined, most: number): QrPath | undefined {
  const d = code === undefined ? undefined : drawPath(code, most);
  return code === undefined || d === undefined ? undefined : { d, size: code.size };
}

/** True for an address that a code can hold with some in reserve. */
export function fitsQr(address: string): boolean {
  return Buffer.byteLength(address) <= 2300;
}

export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

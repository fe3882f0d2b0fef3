// Codes of any address, by the library where ours ends: of letters beyond ASCII, and as squares, for images to keep, which
// have the best of all masks.
import { correction, generate } from "lean-qr";
import { isAscii, makeQrPath, type QrPath } from "../model/qr.js";
import { encodeQr, type QrCode } from "../model/qr-code.js";
import { mask, wordsAcross } from "../model/qr-frame.js";
import type { QrLevel } from "../model/qr-tables.js";

/** Undefined for an address that is too long for any code (2,953 bytes). */
export function qrPathOf(address: string): QrPath | undefined {
  return makeQrPath(address, isAscii(address) ? encodeQr : encodeAny);
}

/** The library finds the shortest way to write such letters. */
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

/** The code as rows of squares, true where dark, without the quiet zone. */
export function makeQrSquares(address: string): boolean[][] {
  const code = generate(address, { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  return Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (_, x) => code.get(x, y)),
  );
}

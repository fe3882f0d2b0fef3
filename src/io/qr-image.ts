// A QR code as a PNG to keep: for a document, a slide, a sheet on a wall. Whole pixels for every square, so that it is
// sharp in any size.
import type { SharpLibrary } from "./drawing-tools.js";

/** Squares of white around the code, as the standard asks. */
const quiet = 4;
/** Pixels: no code is larger than this. */
const largest = 720;

/** `squares`: rows, true where dark, without the quiet zone. */
export async function drawQr(
  sharp: SharpLibrary,
  squares: readonly (readonly boolean[])[],
): Promise<Uint8Array> {
  const side = squares.length + 2 * quiet;
  const pixels = Buffer.alloc(side * side, 255);
  for (const [y, row] of squares.entries()) {
    for (const [x, dark] of row.entries()) if (dark) pixels[(y + quiet) * side + x + quiet] = 0;
  }
  const size = side * Math.max(1, Math.floor(largest / side));
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .resize(size, size, { kernel: "nearest" })
    .toColourspace("b-w")
    .png({ compressionLevel: 9 })
    .toBuffer();
}

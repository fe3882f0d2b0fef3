import jsQR from "jsqr";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawQr } from "../../src/io/qr-image.js";
import { fitsQr } from "../../src/model/qr.js";
import { makeQrSquares } from "../../src/pages/qr.js";

const read = jsQR as unknown as typeof jsQR.default;

describe("a code to keep", () => {
  test.each([
    "https://example.org/vi/2023/01/a.html",
    `https://bantin.example/vi/2025/11/${"bai-viet-dai-".repeat(20)}.html`,
    `https://bantin.example/${"a".repeat(2000)}`,
  ])("says %s", async (address) => {
    const bytes = await drawQr(sharp, makeQrSquares(address));
    const { width = 0, height, format, channels } = await sharp(bytes).metadata();
    expect([format, channels, height]).toEqual(["png", 1, width]);
    expect(width).toBeLessThanOrEqual(720);
    expect(width).toBeGreaterThan(400);
    expect(bytes.length).toBeLessThan(30_000);
    const pixels = await sharp(bytes).toColourspace("srgb").ensureAlpha().raw().toBuffer();
    expect(read(new Uint8ClampedArray(pixels), width, width)?.data).toBe(address);
  });

  test("is the same every time", async () => {
    const draw = () => drawQr(sharp, makeQrSquares("https://example.org/"));
    expect(await draw()).toEqual(await draw());
  });
});

test("an address that no code holds has none", () => {
  expect([
    fitsQr(`https://example.org/${"ă".repeat(1100)}`),
    fitsQr(`https://example.org/${"ă".repeat(1200)}`),
  ]).toEqual([true, false]);
});

// Codes are read back by a decoder that knows nothing of how they were made.
import jsQR from "jsqr";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { qrHtml } from "../../src/model/qr.js";
import { qrPathOf } from "../../src/pages/qr.js";

/** What a camera reads from the picture, drawn `scale` pixels a square. */
async function decode(svg: string, scale: number): Promise<string | undefined> {
  const size = Number(/viewBox="\S+ \S+ (\d+)/.exec(svg)?.[1]) * scale;
  const picture = sharp(Buffer.from(svg)).resize(size, size).ensureAlpha().raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  const read = jsQR as unknown as typeof jsQR.default;
  return read(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

const long =
  "sinh-hoat-chi-bo-thang-mot-chon-mot-viec-lam-cho-xong-va-bao-lai-trong-buoi-hop-sau-de-ai-cung-biet";

describe("an address", () => {
  test.each([
    "https://h.example/vi/2023/01/a.html",
    "https://bantin.phuoclongdong.example/vi/2026/01/sinh-hoat-chi-bo-thang-1.html",
    `https://bantin.phuoclongdong.example/vi/2026/01/${long}.html`,
    `https://xn--bnti-1qa.phuoclongdong.gov.vn/dang-bo/ban-tin/vi/2026/01/${long}.html`,
  ])("%s is read back, small and large, from a path under 4 KB", async (address) => {
    const path = qrPathOf(address);
    expect(path?.d.length).toBeLessThan(4096);
    const svg = qrHtml(path as NonNullable<typeof path>, "Mã QR");
    expect(await decode(svg, 3)).toBe(address);
    expect(await decode(svg, 8)).toBe(address);
  });
});

test("the same address gives the same code", () => {
  expect(qrPathOf("https://h.example/a")).toEqual(qrPathOf("https://h.example/a"));
});

test("an address too long for any code has none", () => {
  expect(qrPathOf(`https://h.example/${"a".repeat(3000)}`)).toBeUndefined();
});

test("the label is escaped, and nothing in the picture needs a style", () => {
  const svg = qrHtml({ d: "M0 0h1", size: 21 }, '“A” & <b> "c"');
  expect(svg).toContain('aria-label="“A” &amp; &lt;b&gt; &quot;c&quot;"');
  expect(svg).not.toMatch(/style|<style|data:/);
});

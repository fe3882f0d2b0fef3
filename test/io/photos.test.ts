import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readImageFacts } from "../../src/io/photos.js";

const picture = () => sharp({ create: { width: 30, height: 20, channels: 3, background: "#b00" } });
const svg = (attributes: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="9" height="9"/></svg>`);

const format = (name: string) => /^[a-z]+/i.exec(name)?.[0].toLowerCase();

describe("size as seen", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])("JPEG, orientation %i", async (orientation) => {
    const bytes = await picture().jpeg().withMetadata({ orientation }).toBuffer();
    const seen = orientation < 5 ? { width: 30, height: 20 } : { width: 20, height: 30 };
    expect(await readImageFacts(bytes)).toEqual({ ...seen, format: "jpeg" });
  });

  test.each([
    ["PNG", () => picture().png().toBuffer()],
    ["WebP", () => picture().webp().toBuffer()],
    ["GIF", () => picture().gif().toBuffer()],
    ["AVIF", () => picture().avif().toBuffer()],
    ["SVG with a size", async () => svg('width="30" height="20"')],
    ["SVG with a view box alone", async () => svg('viewBox="0 0 30 20"')],
  ])("%s", async (name, make) =>
    expect(await readImageFacts(await make())).toMatchObject({ width: 30, height: 20, format: format(name) }),
  );

  test("transparency, and the frames of an animation", async () => {
    const clear = await picture().ensureAlpha(0.5).png().toBuffer();
    expect(await readImageFacts(clear)).toMatchObject({ format: "png", hasAlpha: true });
    const frames = await Promise.all(
      ["#b00", "#0b0"].map((background) =>
        sharp({ create: { width: 9, height: 9, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await readImageFacts(moving)).toMatchObject({ format: "gif", frames: 2, width: 9, height: 9 });
  });

  test("a picture of many pixels tells its size without being unfolded", async () => {
    const bytes = await picture().png().toBuffer();
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(50_000, 20);
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    expect(await readImageFacts(bytes)).toMatchObject({ width: 60_000, height: 50_000, format: "png" });
  });
});

describe("unreadable", () => {
  test.each([
    ["nothing", Buffer.alloc(0)],
    ["a web page", Buffer.from("<!doctype html><title>x</title>")],
    ["a JPEG that ends at once", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["an SVG that is not one", Buffer.from("<svg")],
    ["a web page with a drawing in it", Buffer.from("<!doctype html><svg viewBox='0 0 1 1'></svg>")],
    [
      "a drawing in another encoding",
      Buffer.from('<svg viewBox="0 0 1 1"><desc>\xe9</desc></svg>', "latin1"),
    ],
  ])("%s", async (_, bytes) =>
    expect(await readImageFacts(bytes)).toEqual({ unreadable: expect.stringMatching(/./) }),
  );
});

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { type DrawnImage, drawVariants, readPicture } from "../../src/io/images.js";
import { readImageFacts } from "../../src/io/photos.js";
import type { ImageFormat, ImageRecipe } from "../../src/model/image.js";
import { temporaryFolder, writeFiles } from "../cli.js";
import { exiftool, isMissing } from "../programs.js";
import { cornerColour, corners, phonePhoto } from "./pictures.js";

const recipe = (format: ImageFormat, width: number, height: number): ImageRecipe => ({
  format,
  width,
  height,
  base: { width, height },
  quality: 78,
  lossless: format === "png",
});

async function draw(
  bytes: Uint8Array,
  recipes: readonly ImageRecipe[],
  pixels = 50e6,
): Promise<DrawnImage[]> {
  const drawn: DrawnImage[] = [];
  const base = recipes[0]?.base ?? { width: 1, height: 1 };
  const picture = await readPicture(sharp, { bytes, pixels }, base);
  await drawVariants(sharp, picture, recipes, (image) => drawn.push(image));
  return drawn;
}

const one = async (bytes: Uint8Array, format: ImageFormat, width: number, height: number) => {
  const [image] = await draw(bytes, [recipe(format, width, height)]);
  return image?.bytes ?? new Uint8Array();
};

const red = [255, 0, 0];
const near = (found: readonly number[], wanted: readonly number[], by = 12) =>
  expect(
    Math.max(...found.map((value, index) => Math.abs(value - (wanted[index] ?? 0)))),
  ).toBeLessThanOrEqual(by);

vi.setConfig({ testTimeout: 60_000 });

describe("a photo of 12 megapixels", () => {
  test("becomes all of its variants, of their size and their format", async () => {
    const photo = await phonePhoto(4000, 3000, 6);
    const recipes = (["webp", "jpeg"] as const).flatMap((format) =>
      [400, 800, 1200, 1600].map((width) => ({
        ...recipe(format, width, (width * 3) / 4),
        base: { width: 1600, height: 1200 },
      })),
    );
    const drawn = await draw(photo, recipes);
    expect(drawn).toHaveLength(8);
    for (const { recipe: wanted, bytes } of drawn) {
      const { format, width, height } = await sharp(bytes).metadata();
      expect([format, width, height]).toEqual([wanted.format, wanted.width, wanted.height]);
      near(await cornerColour(bytes, "tl"), red);
    }
    // One that was lost is drawn alone, and is the same.
    const [alone] = await draw(photo, recipes.slice(5, 6));
    expect(alone?.bytes).toEqual(drawn.find(({ recipe: own }) => own === recipes[5])?.bytes);
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("orientation %i is upright", async (orientation) => {
  const photo = await phonePhoto(600, 400, orientation);
  expect(await readImageFacts(photo)).toMatchObject({ width: 600, height: 400 });
  const made = await one(photo, "jpeg", 300, 200);
  expect((await sharp(made).metadata()).orientation).toBeUndefined();
  near(await cornerColour(made, "tl"), red);
  near(await cornerColour(made, "tr"), [0, 255, 0]);
  near(await cornerColour(made, "bl"), [0, 0, 255]);
});

describe("colour becomes sRGB", () => {
  const raw = { width: 600, height: 400, channels: 3 as const };

  test("from Display P3", async () => {
    const photo = await sharp(await corners(600, 400), { raw })
      .withIccProfile("p3")
      .jpeg({ quality: 95 })
      .toBuffer();
    expect((await sharp(photo).metadata()).icc).toBeDefined();
    // Read as if they were sRGB, the numbers of P3 are paler.
    const unread = await sharp(photo, { ignoreIcc: true }).raw().toBuffer();
    expect(unread[0]).toBeLessThan(245);
    near(await cornerColour(await one(photo, "jpeg", 300, 200), "tl"), red, 6);
  });

  test("from CMYK", async () => {
    const photo = await sharp(await corners(600, 400), { raw })
      .toColourspace("cmyk")
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).space).toBe("cmyk");
    const made = await one(photo, "jpeg", 300, 200);
    expect((await sharp(made).metadata()).space).toBe("srgb");
    const [r, g, b] = await cornerColour(made, "tl");
    expect(r).toBeGreaterThan(180);
    expect(Math.max(g, b)).toBeLessThan(90);
  });

  test("from 16 bits, and from grey", async () => {
    const deep = await sharp(await corners(600, 400), { raw })
      .toColourspace("rgb16")
      .png()
      .toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe("ushort");
    const made = await one(deep, "jpeg", 300, 200);
    near(await cornerColour(made, "tl"), red);
    const grey = await sharp(await corners(600, 400), { raw })
      .greyscale()
      .jpeg()
      .toBuffer();
    const [r, g, b] = await cornerColour(await one(grey, "webp", 300, 200), "br");
    near([r, g, b], [128, 128, 128]);
  });
});

test("transparency stays, without loss", async () => {
  const clear = await sharp({ create: { width: 500, height: 300, channels: 4, background: "#b8892b80" } })
    .png()
    .toBuffer();
  for (const format of ["png", "webp"] as const) {
    const [drawn] = await draw(clear, [{ ...recipe(format, 400, 240), lossless: true }]);
    const pixels = await sharp(drawn?.bytes).raw().toBuffer({ resolveWithObject: true });
    expect(pixels.info.channels).toBe(4);
    const resized = await sharp(clear).resize(400, 240, { fit: "fill" }).raw().toBuffer();
    expect(pixels.data.equals(resized)).toBe(true);
    near([...pixels.data.subarray(0, 4)], [0xb8, 0x89, 0x2b, 0x80], 2);
  }
});

test("no metadata is left in any format", async () => {
  const photo = await phonePhoto(600, 400, 6);
  expect((await sharp(photo).metadata()).exif).toBeDefined();
  const drawn = await draw(
    photo,
    (["webp", "jpeg", "png", "avif"] as const).map((format) => recipe(format, 300, 200)),
  );
  for (const { bytes } of drawn) {
    const { exif, icc, xmp, iptc, comments } = await sharp(bytes).metadata();
    expect([exif, icc, xmp, iptc, comments]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  }
});

test.skipIf(isMissing(exiftool))(
  "exiftool finds the place in the source and nothing in what is made",
  async () => {
    const folder = temporaryFolder();
    const photo = await phonePhoto(600, 400, 6);
    const drawn = await draw(
      photo,
      (["webp", "jpeg", "avif"] as const).map((format) => recipe(format, 300, 200)),
    );
    const files = Object.fromEntries(drawn.map(({ recipe: { format }, bytes }) => [`made.${format}`, bytes]));
    writeFiles(folder, { "source.jpg": photo, ...files });
    const tags = (name: string) => {
      const asked = [
        "-j",
        "-a",
        "-G1",
        "-GPS:all",
        "-IFD0:all",
        "-ExifIFD:all",
        "-XMP:all",
        "-IPTC:all",
        "-ICC_Profile:all",
      ];
      const run = spawnSync(exiftool as string, [...asked, join(folder, name)], { encoding: "utf8" });
      return Object.keys(JSON.parse(run.stdout)[0]).filter((key) => key !== "SourceFile");
    };
    expect(tags("source.jpg").some((tag) => tag.startsWith("GPS:"))).toBe(true);
    for (const name of Object.keys(files)) expect([name, tags(name)]).toEqual([name, []]);
  },
);

describe("refused", () => {
  test("a photo that ends in its middle", async () => {
    const photo = await phonePhoto(1200, 900);
    await expect(one(photo.subarray(0, photo.length / 2), "jpeg", 400, 300)).rejects.toThrow();
  });

  test("a photo of more pixels than allowed, whatever its header says", async () => {
    const photo = await phonePhoto(1200, 900);
    await expect(draw(photo, [recipe("jpeg", 400, 300)], 1_000_000)).rejects.toThrow(/pixel/i);
  });
});

// Photographs as phones, cameras and drawing programs make them, small or large, with a corner that tells which way
// is up: red at the top left, green at the top right, blue at the bottom left.
import sharp, { type Sharp } from "sharp";

/** Upright pixels with the four corners in their colours, as raw RGB. */
export async function corners(width: number, height: number): Promise<Buffer> {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const patch = (background: string) =>
    sharp({ create: { ...half, channels: 3, background } })
      .png()
      .toBuffer();
  const base = sharp({ create: { width, height, channels: 3, background: "#808080" } });
  const layers = [
    { input: await patch("#ff0000"), left: 0, top: 0 },
    { input: await patch("#00ff00"), left: width - half.width, top: 0 },
    { input: await patch("#0000ff"), left: 0, top: height - half.height },
  ];
  return base.composite(layers).removeAlpha().raw().toBuffer();
}

const turns: Readonly<Record<number, (image: Sharp) => Sharp>> = {
  1: (image) => image,
  2: (image) => image.flop(),
  3: (image) => image.rotate(180),
  4: (image) => image.flip(),
  5: (image) => image.rotate(270).flop(),
  6: (image) => image.rotate(270),
  7: (image) => image.rotate(90).flop(),
  8: (image) => image.rotate(90),
};

/** A JPEG that is upright only for readers of its EXIF orientation, with a camera, a place and a comment in it. */
export async function phonePhoto(width: number, height: number, orientation = 1): Promise<Buffer> {
  const raw = { width, height, channels: 3 as const };
  const upright = sharp(await corners(width, height), { raw });
  const turned = await (turns[orientation] as (image: Sharp) => Sharp)(upright).png().toBuffer();
  return sharp(turned)
    .withExif({
      IFD0: { Make: "Dien thoai", Model: "X1", Copyright: "Lan" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "10/1 33/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "106/1 36/1 0/1",
      },
    })
    .withMetadata({ orientation })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** Mean colour of a corner's patch: `tl`, `tr`, `bl`, `br`. */
export async function cornerColour(bytes: Uint8Array, corner: string): Promise<[number, number, number]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const x = Math.floor(info.width * (corner.endsWith("l") ? 0.25 : 0.75));
  const y = Math.floor(info.height * (corner.startsWith("t") ? 0.25 : 0.75));
  const at = (y * info.width + x) * info.channels;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

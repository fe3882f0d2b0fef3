// Draws the variants of one photo from one decoding: upright, in sRGB, without any metadata. Memory at a time: the
// source's bytes, one picture of the largest variant's size, and what the decoder itself needs.
import type { ImageRecipe, Size } from "../model/image.js";
import type { SharpLibrary } from "./drawing-tools.js";

export interface DrawnImage {
  readonly recipe: ImageRecipe;
  readonly bytes: Uint8Array;
}

/** Pixels, upright and in sRGB, one byte a channel. */
export interface Picture extends Size {
  readonly data: Uint8Array;
  readonly channels: 1 | 2 | 3 | 4;
}

/** The one decoding from which all of a photo's images are drawn. Throws where it is damaged or has more than `pixels`. */
export async function readPicture(
  sharp: SharpLibrary,
  source: { readonly bytes: Uint8Array; readonly pixels: number },
  { width, height }: Size,
): Promise<Picture> {
  const { data, info } = await sharp(source.bytes, {
    limitInputPixels: source.pixels,
    failOn: "error",
    autoOrient: true,
  })
    .resize(width, height, { fit: "fill" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** `onImage` is given each as soon as it is made. */
export async function drawVariants(
  sharp: SharpLibrary,
  { data, ...whole }: Picture,
  recipes: readonly ImageRecipe[],
  onImage: (image: DrawnImage) => void,
): Promise<void> {
  const { channels } = whole;
  let width = whole.width;
  let pixels = data;
  for (const recipe of [...recipes].sort((a, b) => b.width - a.width)) {
    if (recipe.width !== width) {
      const { width: wide, height } = recipe;
      pixels = await sharp(data, { raw: whole }).resize(wide, height, { fit: "fill" }).raw().toBuffer();
      width = recipe.width;
    }
    const raw = { width: recipe.width, height: recipe.height, channels };
    onImage({ recipe, bytes: await encode(sharp(pixels, { raw }), recipe) });
  }
}

function encode(
  image: ReturnType<SharpLibrary>,
  { format, quality, lossless }: ImageRecipe,
): Promise<Buffer> {
  switch (format) {
    case "webp":
      // Effort 2 is twice as fast as the usual 4, at files 4 % larger.
      return image.webp({ quality, lossless, effort: 2 }).toBuffer();
    case "avif":
      return image.avif({ quality: Math.max(30, quality - 20), effort: 3 }).toBuffer();
    case "png":
      return image.png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    case "jpeg":
      return image.flatten({ background: "#ffffff" }).jpeg({ quality, progressive: true }).toBuffer();
  }
}

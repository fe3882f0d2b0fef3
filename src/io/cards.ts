// Draws a card: the drawing with its texts, the photo and the logo laid into it, saved as a JPEG that every sharing
// site takes.
import nodePath from "node:path";
import { type CardSpec, cardSizes } from "../model/image.js";
import { type Box, type CardFonts, planDrawing } from "./card-drawing.js";
import { fontsFolder, type SharpLibrary } from "./drawing-tools.js";
import { readFontMetrics } from "./font-metrics.js";

/** The pictures that a card holds. */
export interface CardPictures {
  readonly photo?: CardPhoto;
  /** The bytes of a picture file. */
  readonly logo?: Uint8Array;
}

/** A photo decoded once for all cards that show it: upright, in sRGB, not much larger than a card. */
export interface CardPhoto {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** Bytes: what every sharing site takes without asking for less. */
const largestCard = 200_000;
const qualities = [84, 74, 64, 52, 40];

export function readCardFonts(): CardFonts {
  const font = (name: string) => readFontMetrics(nodePath.join(fontsFolder(), `BeVietnamPro_${name}.ttf`));
  return { bold: font("700Bold"), semibold: font("600SemiBold"), regular: font("400Regular") };
}

/** Throws where a picture is damaged. */
export async function drawCard(
  sharp: SharpLibrary,
  {
    spec,
    fonts,
    pictures,
  }: { readonly spec: CardSpec; readonly fonts: CardFonts; readonly pictures: CardPictures },
): Promise<Uint8Array> {
  const { svg, photo, logo } = planDrawing(spec, fonts);
  const laid = [];
  if (photo !== undefined && pictures.photo !== undefined) {
    laid.push(await layPhoto(sharp, pictures.photo, photo));
  }
  if (pictures.logo !== undefined) laid.push(await layLogo(sharp, pictures.logo, logo));
  const { width, height } = cardSizes[spec.shape];
  const { data, info } = await sharp(Buffer.from(svg), { density: 72 })
    .resize(width, height, { fit: "fill" })
    .flatten({ background: spec.colours.paper })
    .composite(laid)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  for (const quality of qualities) {
    const bytes = await sharp(data, { raw }).jpeg({ quality, chromaSubsampling: "4:4:4" }).toBuffer();
    if (bytes.length <= largestCard || quality === qualities.at(-1)) return bytes;
  }
  throw new Error("no quality to draw a card in");
}

/** Throws where the photo is damaged or has more than `pixels`. */
export async function readCardPhoto(
  sharp: SharpLibrary,
  source: { readonly bytes: Uint8Array; readonly pixels: number },
): Promise<CardPhoto> {
  const { width, height } = cardSizes.square;
  const { data, info } = await sharp(source.bytes, {
    limitInputPixels: source.pixels,
    failOn: "error",
    autoOrient: true,
  })
    .resize(width, height, { fit: "outside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

async function layPhoto(sharp: SharpLibrary, photo: CardPhoto, { left, top, width, height }: Box) {
  const { data, ...size } = photo;
  const { data: cut, info } = await sharp(data, { raw: size })
    .resize(width, height, { fit: "cover", position: "attention" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return { input: cut, raw, left, top };
}

async function layLogo(sharp: SharpLibrary, bytes: Uint8Array, { left, top, width, height }: Box) {
  const input = await sharp(bytes, { density: 600, limitInputPixels: 50e6 })
    .resize(width, height, { fit: "contain", position: "left", background: "#00000000" })
    .png()
    .toBuffer();
  return { input, left, top };
}

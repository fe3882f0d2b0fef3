// Draws a card: the drawing with its texts, the photo and the logo laid into it, saved as a JPEG that every sharing
// site takes.
import nodePath from "node:path";
import { type CardSpec, cardSizes } from "../model/image.js";
import { type Box, type CardFonts, planDrawing } from "./card-drawing.js";
import { fontsFolder, type SharpLibrary } from "./drawing-tools.js";
import { readFontMetrics } from "./font-metrics.js";

/** The pictures that a card holds, as bytes. */
export interface CardPictures {
  readonly photo?: Uint8Array;
  readonly logo?: Uint8Array;
  /** Largest photo, in pixels. */
  readonly pixels: number;
}

/** Bytes: what every sharing site takes without asking for less. */
const largestCard = 200_000;
const qualities = [88, 80, 70, 58, 45];

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
    laid.push(await layPhoto(sharp, pictures.photo, photo, pictures.pixels));
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
    const bytes = await sharp(data, { raw })
      .jpeg({ quality, chromaSubsampling: "4:4:4", progressive: true })
      .toBuffer();
    if (bytes.length <= largestCard || quality === qualities.at(-1)) return bytes;
  }
  throw new Error("no quality to draw a card in");
}

async function layPhoto(
  sharp: SharpLibrary,
  bytes: Uint8Array,
  { left, top, width, height }: Box,
  pixels: number,
) {
  const { data, info } = await sharp(bytes, { limitInputPixels: pixels, failOn: "error", autoOrient: true })
    .resize(width, height, { fit: "cover", position: "attention" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return { input: data, raw, left, top };
}

async function layLogo(sharp: SharpLibrary, bytes: Uint8Array, { left, top, width, height }: Box) {
  const input = await sharp(bytes, { density: 600, limitInputPixels: 50e6 })
    .resize(width, height, { fit: "contain", position: "left", background: "#00000000" })
    .png()
    .toBuffer();
  return { input, left, top };
}

// Draws a card: the drawing with its texts, the photo and the logo laid into it, saved as a JPEG that every sharing
// site takes.
import nodePath from "node:path";
import { type CardSpec, cardSizes } from "../model/image.js";
import { type Box, type CardFonts, planDrawing } from "./card-drawing.js";
import { fontsFolder, type SharpLibrary } from "./drawing-tools.js";
import { readFontMetrics } from "./font-metrics.js";
import type { Picture } from "./images.js";

export interface CardTable {
  /** What a card cuts its photo from: not much larger than a card, without transparency. */
  readonly layOut: (photo: Picture) => Promise<Picture>;
  /** `photo`: as `layOut` gave it. Throws where the logo is damaged. */
  readonly draw: (spec: CardSpec, photo?: Picture) => Promise<Uint8Array>;
}

/** Bytes: what every sharing site takes without asking for less. */
const largestCard = 200_000;
/** With what a picture takes of the bytes of the first. */
const qualities = [
  { quality: 84, size: 1 },
  { quality: 74, size: 0.75 },
  { quality: 64, size: 0.6 },
  { quality: 52, size: 0.5 },
  { quality: 40, size: 0 },
] as const;

/** Fonts and logo are read once for all cards of a build. `logo`: the bytes of a picture file, where there is one. */
export function openCardTable(sharp: SharpLibrary, logo: Uint8Array | undefined): CardTable {
  const fonts = readCardFonts();
  const logos = new Map<number, Promise<Picture>>();
  const logoAt = (side: number, bytes: Uint8Array) => {
    const known = logos.get(side) ?? drawLogo(sharp, bytes, side);
    logos.set(side, known);
    return known;
  };
  return {
    layOut: (photo) => layOutPhoto(sharp, photo),
    draw: async (spec, photo) => {
      const plan = planDrawing(spec, fonts);
      const card = await drawText(sharp, plan.svg);
      if (photo !== undefined && plan.photo !== undefined) {
        layOpaque(card, await cutPhoto(sharp, photo, plan.photo), plan.photo);
      }
      if (logo !== undefined) layClear(card, await logoAt(plan.logo.width, logo), plan.logo);
      return encode(sharp, card);
    },
  };
}

function readCardFonts(): CardFonts {
  const font = (name: string) => readFontMetrics(nodePath.join(fontsFolder(), `BeVietnamPro_${name}.ttf`));
  return { bold: font("700Bold"), semibold: font("600SemiBold"), regular: font("400Regular") };
}

async function drawText(sharp: SharpLibrary, svg: string): Promise<Picture> {
  return toPicture(sharp(Buffer.from(svg), { density: 72 }).removeAlpha());
}

async function layOutPhoto(sharp: SharpLibrary, { data, ...raw }: Picture): Promise<Picture> {
  const { width } = cardSizes.square;
  const { height } = cardSizes.wide;
  return toPicture(
    sharp(data, { raw })
      .resize(width, height, { fit: "outside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" }),
  );
}

function cutPhoto(sharp: SharpLibrary, { data, ...raw }: Picture, { width, height }: Box): Promise<Picture> {
  return toPicture(sharp(data, { raw }).resize(width, height, { fit: "cover", position: "attention" }));
}

function drawLogo(sharp: SharpLibrary, bytes: Uint8Array, side: number): Promise<Picture> {
  return toPicture(
    sharp(bytes, { density: 600, limitInputPixels: 50e6 })
      .resize(side, side, { fit: "contain", position: "left", background: "#00000000" })
      .ensureAlpha(),
  );
}

async function toPicture(image: ReturnType<SharpLibrary>): Promise<Picture> {
  const { data, info } = await image
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

function layOpaque(card: Picture, top: Picture, at: Box): void {
  const row = top.width * top.channels;
  for (let y = 0; y < top.height; y++) {
    card.data.set(top.data.subarray(y * row, (y + 1) * row), startOf(card, at, y));
  }
}

function layClear(card: Picture, top: Picture, at: Box): void {
  for (let y = 0; y < top.height; y++) {
    let to = startOf(card, at, y);
    for (let from = y * top.width * 4; from < (y + 1) * top.width * 4; from += 4) {
      const alpha = (top.data[from + 3] ?? 0) / 255;
      for (let channel = 0; channel < 3; channel++, to++) {
        const below = card.data[to] ?? 0;
        card.data[to] = Math.round(below + ((top.data[from + channel] ?? 0) - below) * alpha);
      }
    }
  }
}

function startOf(card: Picture, { left, top }: Box, y: number): number {
  return ((top + y) * card.width + left) * card.channels;
}

async function encode(sharp: SharpLibrary, { data, ...raw }: Picture): Promise<Uint8Array> {
  let first: number | undefined;
  for (const { quality, size } of qualities) {
    // What will surely be too large is not tried.
    if (first !== undefined && first * size > largestCard) continue;
    const bytes = await sharp(data, { raw }).jpeg({ quality, chromaSubsampling: "4:4:4" }).toBuffer();
    first ??= bytes.length;
    if (bytes.length <= largestCard || size === 0) return bytes;
  }
  throw new Error("no quality to draw a card in");
}

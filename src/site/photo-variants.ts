// What becomes of one photo: its variants by format and width, each under a name that holds the hash of all that
// draws it. A pure function of the photo's facts and the settings, so that pages, checks and drawing agree.
import type { PhotoSettings } from "../model/config.js";
import { extensionOf, type FileFacts } from "../model/files.js";
import { hashText } from "../model/hash.js";
import type { ImageFormat, ImageRecipe } from "../model/image.js";
import type { OutPath } from "../model/paths.js";
import type { Site } from "../model/site.js";
import { mediaPath, variantPath } from "./urls.js";

export interface Variant {
  readonly path: OutPath;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** SHA-256 of all that draws it. */
  readonly key: string;
  readonly recipe: ImageRecipe;
}

export interface PhotoSet {
  /** `image/webp` */
  readonly type: string;
  /** By width, ascending; at least one. */
  readonly variants: readonly [Variant, ...Variant[]];
}

/** The sets of a photo in the order in which a browser chooses; the last is the one that every browser knows. */
export type PhotoSets = readonly [...PhotoSet[], PhotoSet];

export type Photo = Raster | DrawingFile;

interface PhotoFile {
  /** What a click opens, and what others are given as the photo itself. */
  readonly path: OutPath;
  /** Of that file, in pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Raster extends PhotoFile {
  readonly kind: "raster";
  readonly facts: FileFacts;
  readonly sets: PhotoSets;
}

/** An SVG, published as its cleaned text. */
export interface DrawingFile extends PhotoFile {
  readonly kind: "drawing";
  readonly facts: FileFacts;
  readonly text: string;
}

/** Undefined where the photo cannot be published, which the checks report. */
export function photoFrom({ config, drawing: { tools } }: Site, facts: FileFacts): Photo | undefined {
  const { width, height } = facts;
  if (width === undefined || height === undefined || facts.unreadable !== undefined) return undefined;
  if (facts.drawing !== undefined) {
    const { text } = facts.drawing;
    return { kind: "drawing", facts, text, width, height, path: mediaPath(facts.path, hashText(text)) };
  }
  if (isMislabelled(facts) || isAnimated(facts) || extensionOf(facts.path) === "svg") return undefined;
  if (isTooLarge(facts, config.limits.photoMegapixels)) return undefined;
  const { photos } = config;
  const make = (format: ImageFormat): PhotoSet => {
    const widths = widthsOf(width, photos);
    const variants = widths.map((own) => variantOf(facts, recipeOf(facts, format, own, photos), tools));
    return { type: `image/${format}`, variants: variants as [Variant, ...Variant[]] };
  };
  const last = make(facts.hasAlpha === true ? "png" : "jpeg");
  const largest = last.variants.at(-1) ?? last.variants[0];
  return {
    kind: "raster",
    facts,
    sets: [...(photos.avif ? [make("avif")] : []), make("webp"), last],
    path: largest.path,
    width: largest.width,
    height: largest.height,
  };
}

export function isTooLarge({ width = 0, height = 0 }: FileFacts, megapixels: number): boolean {
  return width * height > megapixels * 1e6;
}

export function isAnimated({ frames = 1 }: FileFacts): boolean {
  return frames > 1;
}

/** True where the name says another kind of picture than the bytes. */
export function isMislabelled({ path, format }: FileFacts): boolean {
  if (format === undefined) return false;
  const extension = extensionOf(path);
  return format !== (formats[extension] ?? extension);
}

const formats: Readonly<Record<string, string>> = { jpg: "jpeg", jfif: "jpeg" };

/** The configured widths below the photo's own, and its own where it is smaller than the largest of them. */
function widthsOf(own: number, { widths, originals }: PhotoSettings): number[] {
  const below = widths.filter((width) => width < own);
  if (below.length === widths.length) return originals ? [...below, own] : below;
  const last = below.at(-1) ?? 0;
  // Two files of nearly one size would help nobody.
  return [...(last > own * 0.9 ? below.slice(0, -1) : below), own];
}

function recipeOf(
  { width = 1, height = 1, hasAlpha = false }: FileFacts,
  format: ImageFormat,
  own: number,
  { quality }: PhotoSettings,
): ImageRecipe {
  return {
    format,
    width: own,
    height: Math.max(1, Math.round((height * own) / width)),
    quality,
    lossless: format === "png" || (hasAlpha && format === "webp"),
  };
}

function variantOf({ path, hash }: FileFacts, recipe: ImageRecipe, tools: string): Variant {
  const { format, width, height } = recipe;
  const key = hashText(JSON.stringify([hash, recipe, tools]));
  return { path: variantPath(path, format, width, key), width, height, key, recipe };
}

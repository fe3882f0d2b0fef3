// What becomes of each photo: its variants by format and width, each under a name that holds the hash of all that
// draws it. Made once for a site, from the photo's facts and the settings, so that pages, checks and drawing agree.
import type { Config, PhotoSettings } from "../model/config.js";
import { extensionOf, type FileFacts } from "../model/files.js";
import { hashText } from "../model/hash.js";
import type { ImageFormat, Size } from "../model/image.js";
import type { SourcePath } from "../model/paths.js";
import type { Photo, PhotoSet, Variant } from "../model/photo.js";
import { mediaPath, mediaStem, variantPath } from "./urls.js";

/** Every photo that can be published, by its file; what cannot be is reported by the checks. */
export function planVariants(
  files: ReadonlyMap<SourcePath, FileFacts>,
  config: Config,
  tools: string,
): ReadonlyMap<SourcePath, Photo> {
  const settings = JSON.stringify([config.photos, tools]);
  const photos = new Map<SourcePath, Photo>();
  for (const [path, facts] of files) {
    const photo = photoFrom(facts, config, settings);
    if (photo !== undefined) photos.set(path, photo);
  }
  return photos;
}

function photoFrom(facts: FileFacts, config: Config, settings: string): Photo | undefined {
  const { width, height, hash } = facts;
  if (width === undefined || height === undefined || facts.unreadable !== undefined) return undefined;
  if (facts.drawing !== undefined) {
    const { text } = facts.drawing;
    return { kind: "drawing", facts, text, width, height, path: mediaPath(facts.path, hashText(text)) };
  }
  if (isMislabelled(facts) || isAnimated(facts) || extensionOf(facts.path) === "svg") return undefined;
  if (isTooLarge(facts, config.limits.photoMegapixels)) return undefined;
  const { photos } = config;
  const drawn = hashText(hash + settings);
  const widths = widthsOf(width, photos);
  const stem = mediaStem(facts.path);
  const base = sizeAt(facts, widths.at(-1) ?? width);
  const make = (format: ImageFormat): PhotoSet => {
    const variants = widths.map((own): Variant => {
      const size = sizeAt(facts, own);
      const lossless = format === "png" || (facts.hasAlpha === true && format === "webp");
      return {
        path: variantPath({ stem, format, width: own, hash: drawn }),
        key: `${drawn}-${own}.${format}`,
        recipe: { format, ...size, base, quality: photos.quality, lossless },
        ...size,
      };
    });
    return { type: `image/${format}`, variants: variants as [Variant, ...Variant[]] };
  };
  const last = make(facts.hasAlpha === true ? "png" : "jpeg");
  const largest = last.variants.at(-1) ?? last.variants[0];
  return {
    kind: "raster",
    facts,
    base,
    sets: [...(photos.avif ? [make("avif")] : []), make("webp"), last],
    path: largest.path,
    width: largest.width,
    height: largest.height,
  };
}

function sizeAt({ width = 1, height = 1 }: FileFacts, own: number): Size {
  return { width: own, height: Math.max(1, Math.round((height * own) / width)) };
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

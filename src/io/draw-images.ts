// Draws what a build needs and the cache does not have: the variants of each photo from one decoding, then its cards.
// As many at a time as the processor has cores, four at most; memory is bounded by that many times one source file
// and its decoded picture (a turned or interlaced one whole: limits.photoMegapixels × 4 bytes).
import type { Diagnostic } from "../model/diagnostic.js";
import type { NamedAt } from "../model/image.js";
import { type CopySource, isMadeImage, type MadeImage, type Output } from "../model/page.js";
import type { OutPath, SourcePath } from "../model/paths.js";
import { drawCard, readCardFonts, readCardPhoto } from "./cards.js";
import { drawnAtOnce, loadSharp, type SharpLibrary } from "./drawing-tools.js";
import type { ImageCache } from "./image-cache.js";
import { drawVariants } from "./images.js";
import { drawQr } from "./qr-image.js";
import { readFileBytes } from "./read-files.js";
import type { ListedFile } from "./read-folder.js";
import { changedFile } from "./write-faults.js";

export interface DrawInput {
  readonly outputs: readonly Output[];
  /** "cards" for a site that will not be written: photos are then drawn for the reports of damaged ones alone. */
  readonly without: "nothing" | "cards";
  readonly cache: ImageCache;
  /** True for an image that stands in the output folder already. */
  readonly holds: (path: OutPath) => boolean;
  /** Absolute: the folder of the cache, for the fonts. */
  readonly folder: string;
  readonly locate: (from: CopySource) => ListedFile;
  readonly limits: { readonly photoMegapixels: number; readonly attachmentBytes: number };
  /** The report for a photo that cannot be drawn. */
  readonly faultOf: (namedAt: NamedAt) => Diagnostic;
  readonly onImage?: (done: number, total: number) => void;
}

/** The reports of photos that are damaged; everything else is in the cache afterwards. */
export async function drawImages(input: DrawInput): Promise<readonly Diagnostic[]> {
  const { outputs, cache, folder } = input;
  const missing = new Map<string, MadeImage>();
  for (const output of outputs) {
    if (!isMadeImage(output) || (output.kind !== "image" && input.without === "cards")) continue;
    if (missing.has(output.key) || input.holds(output.path) || cache.has(output.key)) continue;
    missing.set(output.key, output);
  }
  if (missing.size === 0) return [];
  const sharp = await loadSharp(folder);
  const studio = openStudio(input, sharp, missing.size);
  const faults = new Map<SourcePath, Diagnostic>();
  const { photos, cards, codes } = groupWork([...missing.values()]);
  await runAll(photos, async (images) => {
    const fault = await studio.drawPhoto(images);
    if (fault !== undefined) faults.set(images[0].from.path, fault);
  });
  // A card with a damaged photo needs no second report.
  const sound = cards.filter(([{ spec }]) => spec.photo === undefined || !faults.has(spec.photo.path));
  await runAll(sound, async (group) => {
    const fault = await studio.drawCards(group);
    if (fault !== undefined) faults.set(fault.file, fault);
  });
  await runAll(codes, studio.drawCode);
  return [...faults.values()];
}

type PhotoOutput = Extract<Output, { readonly kind: "image" }>;
type CardOutput = Extract<Output, { readonly kind: "card" }>;
type QrOutput = Extract<Output, { readonly kind: "qr" }>;
type Group<T> = readonly [T, ...T[]];

interface Work {
  readonly photos: readonly Group<PhotoOutput>[];
  readonly cards: readonly Group<CardOutput>[];
  readonly codes: readonly QrOutput[];
}

/** By the file from which they are drawn, which is then read once. */
function groupWork(images: readonly MadeImage[]): Work {
  const photos = new Map<string, [PhotoOutput, ...PhotoOutput[]]>();
  const cards = new Map<string, [CardOutput, ...CardOutput[]]>();
  const codes: QrOutput[] = [];
  const put = <T>(groups: Map<string, [T, ...T[]]>, key: string, one: T) => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  };
  for (const image of images) {
    if (image.kind === "image") put(photos, image.from.path, image);
    else if (image.kind === "qr") codes.push(image);
    else put(cards, image.spec.photo?.path ?? image.key, image);
  }
  return { photos: [...photos.values()], cards: [...cards.values()], codes };
}

async function runAll<T>(jobs: readonly T[], run: (job: T) => Promise<void>): Promise<void> {
  const queue = jobs.values();
  const work = async () => {
    for (const job of queue) await run(job);
  };
  await Promise.all(Array.from({ length: drawnAtOnce }, work));
}

interface Studio {
  readonly drawPhoto: (images: Group<PhotoOutput>) => Promise<Diagnostic | undefined>;
  readonly drawCards: (cards: Group<CardOutput>) => Promise<Diagnostic | undefined>;
  readonly drawCode: (code: QrOutput) => Promise<void>;
}

function openStudio(input: DrawInput, sharp: SharpLibrary, total: number): Studio {
  const { cache, locate, limits, faultOf, onImage = () => {} } = input;
  const pixels = limits.photoMegapixels * 1e6;
  let done = 0;
  const keep = (key: string, bytes: Uint8Array) => {
    cache.write(key, bytes);
    onImage(++done, total);
  };
  let fonts: ReturnType<typeof readCardFonts> | undefined;
  /** A file that was changed since its hash went into a name may not be drawn under that name. */
  const read = (from: CopySource, hash: string) => {
    const found = readFileBytes(locate(from), limits.attachmentBytes);
    return "bytes" in found && found.hash !== hash ? { diagnostic: changedFile(from.path) } : found;
  };
  return {
    drawPhoto: async (images) => {
      const [{ from, hash, namedAt }] = images;
      const found = read(from, hash);
      if ("diagnostic" in found) return found.diagnostic;
      const keyOf = new Map(images.map(({ recipe, key }) => [recipe, key]));
      try {
        const recipes = images.map(({ recipe }) => recipe);
        await drawVariants(sharp, { bytes: found.bytes, pixels }, recipes, ({ recipe, bytes }) => {
          keep(keyOf.get(recipe) ?? "", bytes);
        });
        return undefined;
      } catch (problem) {
        if (isMachineFault(problem)) throw problem;
        return faultOf(namedAt);
      }
    },
    drawCards: async (cards) => {
      fonts ??= readCardFonts();
      const [{ spec: first }] = cards;
      const photo = first.photo && read(first.photo, first.photo.hash);
      const logo = first.logo && read(first.logo, first.logo.hash);
      for (const found of [photo, logo])
        if (found !== undefined && "diagnostic" in found) return found.diagnostic;
      const pictures = {
        ...(photo !== undefined &&
          "bytes" in photo && { photo: await readCardPhoto(sharp, { bytes: photo.bytes, pixels }) }),
        ...(logo !== undefined && "bytes" in logo && { logo: logo.bytes }),
      };
      for (const { spec, key } of cards) keep(key, await drawCard(sharp, { spec, fonts, pictures }));
      return undefined;
    },
    drawCode: async ({ key, squares }) => keep(key, await drawQr(sharp, squares())),
  };
}

/** A full disk, a folder that may not be written to: no fault of the photo. */
function isMachineFault(problem: unknown): boolean {
  return problem instanceof Error && "code" in problem && typeof problem.code === "string";
}

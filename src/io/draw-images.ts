// Draws what a build needs and the cache does not have: the variants of each photo and its cards from one decoding.
// As many at a time as the processor has cores, four at most; memory is bounded by that many times one source file
// and its decoded picture (a turned or interlaced one whole: limits.photoMegapixels × 4 bytes).
import type { Diagnostic } from "../model/diagnostic.js";
import type { CardPhoto, CardSpec, NamedAt } from "../model/image.js";
import { type CopySource, isMadeImage, type MadeImage, type Output } from "../model/page.js";
import type { OutPath, SourcePath } from "../model/paths.js";
import { type CardTable, openCardTable } from "./cards.js";
import { drawnAtOnce, loadSharp, type SharpLibrary } from "./drawing-tools.js";
import type { ImageCache } from "./image-cache.js";
import { drawVariants, type Picture, readPicture } from "./images.js";
import { drawQr } from "./qr-image.js";
import { type Refusal, readFileBytes } from "./read-files.js";
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
  const sharp = loadSharp(folder);
  const studio = openStudio(input, sharp, missing.size);
  const faults = new Map<SourcePath, Diagnostic>();
  await runAll(groupWork([...missing.values()]), async (job) => {
    const fault = await studio.draw(job);
    if (fault !== undefined) faults.set(fault.file, fault);
  });
  return [...faults.values()];
}

type PhotoOutput = Extract<Output, { readonly kind: "image" }>;
type CardOutput = Extract<Output, { readonly kind: "card" }>;
type QrOutput = Extract<Output, { readonly kind: "qr" }>;

/** What is drawn from one file, which is then read and decoded once; or a card without a photo, or a code. */
interface Job {
  readonly images: PhotoOutput[];
  readonly cards: CardOutput[];
  readonly codes: QrOutput[];
}

function groupWork(images: readonly MadeImage[]): Job[] {
  const jobs = new Map<string, Job>();
  const jobOf = (name: string): Job => {
    const job = jobs.get(name) ?? { images: [], cards: [], codes: [] };
    jobs.set(name, job);
    return job;
  };
  for (const image of images) {
    if (image.kind === "image") jobOf(image.from.path).images.push(image);
    else if (image.kind === "card") jobOf(image.spec.photo?.path ?? image.key).cards.push(image);
    else jobOf(image.key).codes.push(image);
  }
  return [...jobs.values()];
}

async function runAll<T>(jobs: readonly T[], run: (job: T) => Promise<void>): Promise<void> {
  const queue = jobs.values();
  const work = async () => {
    for (const job of queue) await run(job);
  };
  await Promise.all(Array.from({ length: drawnAtOnce }, work));
}

interface Studio {
  readonly draw: (job: Job) => Promise<Diagnostic | undefined>;
}

function openStudio(input: DrawInput, sharp: SharpLibrary, total: number): Studio {
  const { cache, locate, limits, faultOf, onImage = () => {} } = input;
  const pixels = limits.photoMegapixels * 1e6;
  let done = 0;
  const keep = (key: string, bytes: Uint8Array) => {
    cache.write(key, bytes);
    onImage(++done, total);
  };
  /** A file that was changed since its hash went into a name may not be drawn under that name. */
  const read = (from: CopySource, hash: string) => {
    const found = readFileBytes(locate(from), limits.attachmentBytes);
    return "bytes" in found && found.hash !== hash ? { diagnostic: changedFile(from.path) } : found;
  };
  let table: CardTable | Refusal | undefined;
  const openTable = ({ logo }: CardSpec): CardTable | Refusal => {
    const found = logo && read(logo, logo.hash);
    return found !== undefined && "diagnostic" in found ? found : openCardTable(sharp, found?.bytes);
  };

  const decode = async ({ images: [image], cards: [card] }: Job): Promise<Picture | Refusal | undefined> => {
    const file: CardPhoto | undefined =
      image === undefined ? card?.spec.photo : { ...image.from, hash: image.hash, base: image.recipe.base };
    if (file === undefined) return undefined;
    const found = read(file, file.hash);
    if ("diagnostic" in found) return found;
    try {
      return await readPicture(sharp, { bytes: found.bytes, pixels }, file.base);
    } catch (problem) {
      if (isMachineFault(problem)) throw problem;
      return { diagnostic: image === undefined ? changedFile(file.path) : faultOf(image.namedAt) };
    }
  };

  const drawCards = async (cards: readonly CardOutput[], picture: Picture | undefined) => {
    const [first] = cards;
    if (first === undefined) return undefined;
    table ??= openTable(first.spec);
    if ("diagnostic" in table) return table.diagnostic;
    const photo = picture && (await table.layOut(picture));
    for (const { spec, key } of cards) keep(key, await table.draw(spec, photo));
    return undefined;
  };

  return {
    draw: async (job) => {
      const picture = await decode(job);
      if (picture !== undefined && "diagnostic" in picture) return picture.diagnostic;
      if (picture !== undefined) {
        const keyOf = new Map(job.images.map(({ recipe, key }) => [recipe, key]));
        await drawVariants(sharp, picture, [...keyOf.keys()], ({ recipe, bytes }) => {
          keep(keyOf.get(recipe) ?? "", bytes);
        });
      }
      for (const { key, squares } of job.codes) keep(key, await drawQr(sharp, squares()));
      return drawCards(job.cards, picture);
    },
  };
}

/** A full disk, a folder that may not be written to: no fault of the photo. */
function isMachineFault(problem: unknown): boolean {
  return problem instanceof Error && "code" in problem && typeof problem.code === "string";
}

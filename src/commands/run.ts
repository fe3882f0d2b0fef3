// The one pipeline, with all of its reading and writing: every command that makes pages goes through it. It gathers
// the reports of all stages, and writes only where there is no error.
import { damagedTexts } from "../io/article-texts.js";
import { type DrawInput, drawImages } from "../io/draw-images.js";
import { type ImageCache, openImageCache } from "../io/image-cache.js";
import { type OutFolder, openOutFolder } from "../io/out-folder.js";
import { type Diagnostic, isError, sortDiagnostics } from "../model/diagnostic.js";
import { isMadeImage, type Output } from "../model/page.js";
import { damagedPhoto } from "../site/photo-faults.js";
import { findMissingContent } from "./content.js";
import { type Gathered, gather } from "./gather.js";
import { faultOf, type Made, type MakeOptions, make } from "./make.js";
import { findUnchanged, keepRecord, printOf } from "./unchanged.js";

export interface RunOptions extends MakeOptions {
  /** The output folder, absolute. */
  readonly out: string;
  /** Warnings keep the site from being written too. */
  readonly strict: boolean;
  /** Milliseconds to wait for another build of the same output folder. */
  readonly patience: number;
  /** Gathered already; else it is read now. */
  readonly gathered?: Gathered;
}

export interface RunResult {
  /** The site is written. */
  readonly ok: boolean;
  readonly pages: number;
  readonly photos: number;
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function run(options: RunOptions): Promise<RunResult> {
  try {
    return await runOnce(options);
  } catch (problem) {
    const { cache, gathered } = options;
    if (problem !== damagedTexts || !cache.isRead || gathered !== undefined) throw problem;
    // The cache does not hold what its index says: everything is read anew.
    return runOnce({ ...options, cache: { ...cache, isRead: false } });
  }
}

async function runOnce(options: RunOptions): Promise<RunResult> {
  const { settings, out, patience } = options;
  const diagnostics: Diagnostic[] = [...settings.diagnostics];
  const missing = findMissingContent(settings.root);
  if (missing !== undefined) {
    return { ok: false, pages: 0, photos: 0, diagnostics: sortDiagnostics([...diagnostics, missing]) };
  }
  const folder = await openOutFolder({ root: settings.root, out, patience, cache: options.cache.folder });
  if ("rule" in folder) diagnostics.push(folder);
  const target = "rule" in folder ? undefined : folder;
  try {
    const print = target && printOf(options);
    const unchanged = print && target && findUnchanged(options, print, target);
    if (unchanged !== undefined) return unchanged;
    const gathered = options.gathered ?? (await gather(options));
    const made = make(options, gathered, { published: target?.published });
    diagnostics.push(...made.diagnostics);
    const blocked = () => diagnostics.some((diagnostic) => options.strict || isError(diagnostic));
    if (target !== undefined) {
      // Damaged photos show only when they are drawn: they are reported with all other faults of the content.
      const cache = openImageCache(options.cache.folder);
      const { holds } = target;
      diagnostics.push(...(await draw(options, { ...made, cache, holds }, blocked() ? "cards" : "nothing")));
      if (!blocked()) diagnostics.push(...(await write(options, target, { ...made, cache, holds })));
      if (!blocked()) cache.keep(made.outputs.flatMap(keyOf), options.cache.started);
    }
    const result = {
      ok: !diagnostics.some((diagnostic) => options.strict || isError(diagnostic)),
      pages: made.pages,
      photos: made.photos,
      diagnostics: sortDiagnostics(diagnostics),
    };
    if (print && target) keepRecord(options, target, { print, articles: gathered.articles, result });
    return result;
  } finally {
    target?.close();
  }
}

function keyOf(output: Output): string[] {
  return isMadeImage(output) ? [output.key] : [];
}

type Drawn = Made & Pick<OutFolder, "holds"> & { readonly cache: ImageCache };

function draw({ settings, cache, onStage }: RunOptions, made: Drawn, without: DrawInput["without"]) {
  return drawImages({
    ...made,
    without,
    folder: cache.folder,
    limits: settings.config.limits,
    faultOf: damagedPhoto,
    onImage: (done, total) => onStage("draw", done, total),
  });
}

async function write(
  { onStage }: RunOptions,
  target: OutFolder,
  made: Drawn,
): Promise<readonly Diagnostic[]> {
  const { outputs, locate, cache } = made;
  const onFile = (done: number) => onStage("write", done, outputs.length);
  const { diagnostics } = await target.write({ outputs, locate, imageOf: cache.read, faultOf, onFile });
  return diagnostics;
}

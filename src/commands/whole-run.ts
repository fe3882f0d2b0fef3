// Everything from the reading of the articles to the writing of the site. It gathers the reports of all stages, and
// writes only where there is no error.
import { type DrawInput, drawImages } from "../io/draw-images.js";
import { type ImageCache, openImageCache } from "../io/image-cache.js";
import { factsOfIndex } from "../io/index-lookup.js";
import type { OutFolder } from "../io/out-folder.js";
import type { ParsedArticle, ParseSettings } from "../model/article.js";
import { type Diagnostic, isError, sortDiagnostics } from "../model/diagnostic.js";
import { isMadeImage, type Output } from "../model/page.js";
import { faceOf } from "../pages/fingerprints.js";
import { type KeptSite, keepSite } from "../site/kept-site.js";
import { damagedPhoto } from "../site/photo-faults.js";
import { type Gathered, gather, parsingOf } from "./gather.js";
import { faultOf, type Made, make } from "./make.js";
import type { RunOptions, RunResult } from "./run.js";

export interface WholeRun {
  readonly articles: readonly ParsedArticle[];
  readonly result: RunResult;
  /** What is kept of the site for the next build; undefined where that is nothing. */
  readonly site: () => KeptBuild | undefined;
}

/** Without a `target` nothing is written. `faults` are those found before. */
export async function runWhole(
  options: RunOptions,
  target: OutFolder | undefined,
  faults: readonly Diagnostic[],
): Promise<WholeRun> {
  const gathered = options.gathered ?? (await gather({ ...options, isLate: target !== undefined }));
  const made = make(options, gathered, { published: target?.published() });
  const diagnostics = [...faults, ...made.diagnostics];
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
  return { articles: gathered.articles, result, site: () => keepBuild(options, gathered, made) };
}

/** What an edit of a few articles needs of the build before it. */
export interface KeptBuild {
  readonly site: KeptSite;
  readonly parsing: ParseSettings;
  readonly ground: string;
  /** What a look at the index of the articles told. */
  readonly index: string;
}

function keepBuild({ cache }: RunOptions, gathered: Gathered, { compiled }: Made): KeptBuild | undefined {
  if (compiled === undefined) return undefined;
  const { site, parts } = compiled.result;
  const { plan } = parts.planned;
  const kept = keepSite(site, (linked) => faceOf(plan, linked));
  const index = factsOfIndex(cache.folder);
  return kept && { site: kept, parsing: parsingOf(gathered), ground: plan.ground, index };
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
  { onStage, ahead, cache: { folder } }: RunOptions,
  target: OutFolder,
  made: Drawn,
): Promise<readonly Diagnostic[]> {
  const { outputs, locate, cache } = made;
  const onFile = (done: number) => onStage("write", done, outputs.length);
  const { diagnostics } = await target.write({
    outputs,
    locate,
    imageOf: cache.read,
    faultOf,
    onFile,
    texts: folder,
    ahead,
  });
  return diagnostics;
}

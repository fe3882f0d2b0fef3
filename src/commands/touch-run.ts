// A build after the edit of a few articles: where only their words are others, it reads those articles and what their
// pages show of others, and writes no more than the pages that show them. Where anything speaks against it, it leaves the
// site as it is, and everything is built.
import { damagedTexts } from "../io/article-texts.js";
import { type BuildRecord, readKeptSite, writeRecord } from "../io/build-record.js";
import { drawingTools } from "../io/drawing-tools.js";
import { type FewArticles, openFewArticles } from "../io/few-articles.js";
import type { OutFolder } from "../io/out-folder.js";
import { type ArticleReader, createArticleReader } from "../io/read-article.js";
import type { ListedFile } from "../io/read-folder.js";
import { type Article, isBroken } from "../model/article.js";
import type { SourcePath } from "../model/paths.js";
import { openKeptSite } from "../site/open-kept-site.js";
import { type Edit, touchUp } from "../touch-up.js";
import { articleKey, readThemeOf } from "./gather.js";
import { faultOf } from "./make.js";
import type { RunOptions, RunResult } from "./run.js";
import { type Inputs, youngOf } from "./unchanged.js";
import type { KeptBuild } from "./whole-run.js";

export interface TouchUpRun {
  readonly record: BuildRecord;
  readonly edited: readonly ListedFile[];
  readonly print: Inputs;
}

/** Articles with other words since the site was kept, beyond which it is kept anew. */
const mostTouched = 200;

/** Undefined where everything is to be built; the site is as it was then. */
export async function runTouchUp(
  options: RunOptions,
  target: OutFolder,
  run: TouchUpRun,
): Promise<RunResult | undefined> {
  try {
    return await touchUpOnce(options, target, run);
  } catch (problem) {
    if (problem !== damagedTexts) throw problem;
    return undefined;
  }
}

async function touchUpOnce(
  options: RunOptions,
  target: OutFolder,
  { record, edited, print }: TouchUpRun,
): Promise<RunResult | undefined> {
  const { cache, out, settings, onStage } = options;
  const result = JSON.parse(record.result) as RunResult;
  const sources = new Set<SourcePath>(edited.map(({ path }) => path));
  // What was said of these articles may have to be said otherwise now.
  if (result.diagnostics.some(({ file }) => sources.has(file))) return undefined;
  const kept = readKeptSite(cache.folder, out, record) as KeptBuild | undefined;
  if (kept === undefined || record.touched.length + edited.length > mostTouched) return undefined;
  const articles = openFewArticles({
    folder: cache.folder,
    key: articleKey(cache, kept.parsing),
    index: kept.index,
  });
  if (articles === undefined) return undefined;

  const fresh = new Map<SourcePath, Article>();
  const { site, faceOf, hashOf } = openKeptSite(kept.site, {
    config: settings.config,
    folder: { paths: new Set(print.content.files.map(({ path }) => path)) },
    tools: drawingTools(),
    touched: new Map(record.touched.map(([source, hash, face]) => [source, { hash, face }])),
    articleAt: (source, hash) => fresh.get(source) ?? articles.get(source, hash),
  });
  const { read } = createArticleReader(kept.parsing);
  const edits: Edit[] = [];
  for (const file of edited) {
    const edit = readEdit(file, { articles, read, hash: hashOf(file.path) });
    if (edit === undefined) return undefined;
    fresh.set(file.path, edit.article);
    edits.push(edit);
  }
  onStage("compile", 0, 0);
  const { theme } = readThemeOf(options);
  const touched = touchUp({ site, keptFace: faceOf, edits, theme, ground: kept.ground });
  const young = youngOf(
    print,
    new Map([...record.young, ...edits.map(({ article }) => [article.source, article.hash] as const)]),
  );
  if (touched === undefined || young.some(([, hash]) => hash === "")) return undefined;
  // Asked last: the files are looked at by a thread, in the meantime.
  if (!(await target.isStanding())) return undefined;

  const { outputs } = touched;
  const written = await target.replace({
    outputs,
    locate: ({ path }) => {
      throw new Error(`an edit of words copies nothing: ${path}`);
    },
    faultOf,
    onFile: (done) => onStage("write", done, outputs.length),
  });
  // All faults are to be told together.
  if (written === undefined || written.diagnostics.length > 0) return undefined;
  articles.save(cache.started);
  const others = record.touched.filter(([source]) => !sources.has(source));
  const now = edits.map(({ article: { source, hash } }) => [source, hash, touched.faceOf(source)] as const);
  const next = { ...record, print: print.print, young, list: target.list(), touched: [...others, ...now] };
  writeRecord(cache.folder, out, next, print);
  return result;
}

interface EditInput {
  readonly articles: FewArticles;
  readonly read: ArticleReader["read"];
  readonly hash: string | undefined;
}

/** Undefined where there is anything to say about the article. */
function readEdit(file: ListedFile, { articles, read, hash }: EditInput): Edit | undefined {
  if (hash === undefined) return undefined;
  const before = articles.get(file.path, hash);
  const article = read({ file, expected: before.hash });
  if (article === undefined || isBroken(article) || article.diagnostics.length > 0) return undefined;
  const own = articles.put(file, article);
  return own && { before, article: own };
}

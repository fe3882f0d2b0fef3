// The site again after an edit of words: titles, leads and texts, the most frequent edits while one writes. Which
// articles there are, in which order and in which lists, is the same; so everything that was linked holds, and only the
// pages of those stories are planned anew. Anything else is compiled anew.
import { type CompileInput, type CompileResult, outputsOf } from "./compile.js";
import { type Article, isBroken, type ParsedArticle } from "./model/article.js";
import { endOf } from "./model/moment.js";
import type { Output } from "./model/page.js";
import type { SourcePath } from "./model/paths.js";
import type { LinkedArticle } from "./model/site.js";
import { clearDigests } from "./pages/fingerprints.js";
import { type LinkedPaths, replanStories } from "./pages/index.js";
import { articlePath, sharePath } from "./site/urls.js";

export interface Compiled {
  readonly input: CompileInput;
  readonly result: CompileResult;
}

/**
 * Undefined where more than words has changed. The site of `last` is brought up to date in place: pages of both results
 * show the new words, but only those of the new one that may be others are new objects.
 */
export function recompile(last: Compiled, input: CompileInput): CompileResult | undefined {
  const edits = findEdits(last, input);
  if (edits === undefined) return undefined;
  const faces = edits.filter(({ before, article }) => before.face !== article.face);
  const moves = findMoves(last, faces);
  if (moves === undefined) return undefined;
  const { site, parts, outputs } = last.result;
  clearDigests(parts.planned.plan.digests);
  for (const { article } of edits) {
    const page = site.bySource.get(article.source);
    if (page !== undefined && !("absent" in page)) Object.assign(page, { article });
  }
  if (moves.size === 0) {
    const texts = new Set<SourcePath | undefined>(edits.map(({ article }) => article.source));
    const isOther = (output: Output) =>
      output.kind === "text" || (output.kind === "page" && texts.has(output.page.source));
    return { ...last.result, outputs: outputs.map((output) => (isOther(output) ? { ...output } : output)) };
  }
  const old = new Map([...moves.keys()].map(({ path, sharePath }, index) => [index, { path, sharePath }]));
  for (const [linked, paths] of moves) Object.assign(linked, paths);
  const replaced = new Map([...moves.keys()].map((linked, index) => [linked, old.get(index) as LinkedPaths]));
  const planned = replanStories(parts.planned, replaced);
  const newParts = { ...parts, planned };
  return { ...last.result, parts: newParts, outputs: outputsOf(newParts) };
}

interface Edit {
  readonly before: Article;
  readonly article: Article;
}

/** The articles with new words; undefined where anything else is new. */
function findEdits({ input: old, result }: Compiled, input: CompileInput): Edit[] | undefined {
  const parts = [
    "config",
    "tags",
    "authors",
    "files",
    "folder",
    "theme",
    "tools",
    "published",
    "maker",
  ] as const;
  if (parts.some((part) => old[part] !== input[part])) return undefined;
  if (JSON.stringify(old.show) !== JSON.stringify(input.show)) return undefined;
  if (old.articles.length !== input.articles.length) return undefined;
  const edits: Edit[] = [];
  for (const [index, article] of input.articles.entries()) {
    const before = old.articles[index];
    if (before === article) continue;
    if (before === undefined || isBroken(before) || isBroken(article)) return undefined;
    if (before.source !== article.source || frameOf(before) !== frameOf(article)) return undefined;
    edits.push({ before, article });
  }
  // A report of the whole site names lines, which an edit moves.
  const sources = new Set<SourcePath>(edits.map(({ article }) => article.source));
  if (result.diagnostics.some(({ file }) => sources.has(file))) return undefined;
  return isSameTime(input.articles, old.now, input.now) ? edits : undefined;
}

/** All of an article that decides where it stands and what leads to it and from it. */
export function frameOf({ kind, key, lang, meta, slug, face, anchors, images, links }: Article): string {
  const { title: _title, lead: _lead, kicker: _kicker, slug: _slug, ...rest } = meta;
  return JSON.stringify([
    kind,
    key,
    lang,
    rest,
    anchors,
    images.map(({ place: _, ...image }) => image),
    links.map(({ place: _, ...link }) => link),
    // A standing page is named in every menu.
    kind === "page" ? face : "",
    // Old addresses lead to the new one.
    meta.aliases.length > 0 ? [slug, meta.title] : "",
  ]);
}

/** The stories of the edits, each article with its addresses from now on; undefined where one is taken. */
function findMoves(
  { input, result }: Compiled,
  edits: readonly Edit[],
): Map<LinkedArticle, LinkedPaths> | undefined {
  const moves = new Map<LinkedArticle, LinkedPaths>();
  const slugs = new Map(edits.map(({ article }) => [article.source, article.slug]));
  for (const { article } of edits) {
    const page = result.site.bySource.get(article.source);
    if (page === undefined || "absent" in page) continue;
    for (const linked of Object.values((page as LinkedArticle).translations)) {
      if (linked === undefined) continue;
      const path = articlePath(
        linked.lang,
        linked.date,
        slugs.get(linked.article.source) ?? linked.article.slug,
      );
      moves.set(linked, { path, sharePath: sharePath(path) });
    }
  }
  const isMoved = [...moves].some(([linked, { path }]) => linked.path !== path);
  if (!isMoved) return moves;
  // Addresses of the last build are reported when they change.
  if (input.published !== undefined) return undefined;
  const taken = new Set(result.outputs.map(({ path }) => path.toLowerCase()));
  for (const [linked, { path, sharePath }] of moves) {
    if (linked.path === path) continue;
    for (const one of [path, sharePath]) if (taken.has(one.toLowerCase())) return undefined;
    taken.add(path.toLowerCase());
  }
  return moves;
}

/** True where no article appears, disappears or stops leading the home page between the two times (milliseconds). */
function isSameTime(articles: readonly ParsedArticle[], one: number, other: number): boolean {
  const [from, to] = one < other ? [one, other] : [other, one];
  const passes = (instant: number) => from <= instant && instant <= to;
  return !articles.some((article) => {
    if (isBroken(article)) return false;
    const { date, expires, featuredUntil } = article.meta;
    return (
      (date !== undefined && passes(date.instant)) ||
      (expires !== undefined && passes(endOf(expires))) ||
      (featuredUntil !== undefined && passes(endOf(featuredUntil)))
    );
  });
}

// The site again after an edit that changed nothing but the text of articles: by far the most frequent edit while one
// writes. What other pages show of such an article (its face) is the same, so everything that was linked and planned
// holds, and only its own page and the files that hold whole texts are others. Anything else is compiled anew.
import type { CompileInput, CompileResult } from "./compile.js";
import { type Article, isBroken, type ParsedArticle } from "./model/article.js";
import { endOf } from "./model/moment.js";
import type { Output } from "./model/page.js";
import type { LinkedArticle } from "./model/site.js";

export interface Compiled {
  readonly input: CompileInput;
  readonly result: CompileResult;
}

/**
 * Undefined where more than texts has changed. The site of `last` is brought up to date in place: the pages of both
 * results show the new texts, but only those of the new one are new objects.
 */
export function recompile(last: Compiled, input: CompileInput): CompileResult | undefined {
  const texts = findTexts(last, input);
  if (texts === undefined) return undefined;
  const { site, outputs } = last.result;
  for (const article of texts.values()) {
    const page = site.bySource.get(article.source);
    if (page !== undefined && !("absent" in page))
      (page as { -readonly [K in keyof LinkedArticle]: LinkedArticle[K] }).article = article;
  }
  const isOther = (output: Output) =>
    output.kind === "text" ||
    (output.kind === "page" && output.page.source !== undefined && texts.has(output.page.source));
  return { ...last.result, outputs: outputs.map((output) => (isOther(output) ? { ...output } : output)) };
}

/** The articles with a new text, by their files; undefined where anything else is new. */
function findTexts(
  { input: old, result }: Compiled,
  input: CompileInput,
): Map<Article["source"], Article> | undefined {
  const parts = ["config", "tags", "authors", "files", "folder", "theme", "tools", "published"] as const;
  if (parts.some((part) => old[part] !== input[part])) return undefined;
  if (JSON.stringify(old.show) !== JSON.stringify(input.show)) return undefined;
  if (old.articles.length !== input.articles.length) return undefined;
  const texts = new Map<Article["source"], Article>();
  for (const [index, article] of input.articles.entries()) {
    const before = old.articles[index];
    if (before === article) continue;
    if (before === undefined || isBroken(article) || !isSameButText(before, article)) return undefined;
    texts.set(article.source, article);
  }
  // A report of the whole site names lines, which an edit moves.
  if (result.diagnostics.some(({ file }) => texts.has(file as Article["source"]))) return undefined;
  return isSameTime(input.articles, old.now, input.now) ? texts : undefined;
}

function isSameButText(old: ParsedArticle, { source, face, anchors, images, links }: Article): boolean {
  if (isBroken(old) || old.source !== source || old.face !== face) return false;
  const leads = (article: Pick<Article, "anchors" | "images" | "links">) =>
    JSON.stringify([
      article.anchors,
      article.images.map(({ place: _, ...image }) => image),
      article.links.map(({ place: _, ...link }) => link),
    ]);
  return leads(old) === leads({ anchors, images, links });
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

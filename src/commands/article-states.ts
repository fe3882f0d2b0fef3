// What an editor wants to know of each article: whether readers see it, and whether its translations keep up.
import { type Article, isBroken, type ParsedArticle, type StoryKey } from "../model/article.js";
import type { Lang } from "../model/lang.js";
import { endOf } from "../model/moment.js";
import { inheritFields, pairArticles } from "../site/stories.js";

/** `internal` articles have no page in the preview either. */
export type ArticleState = "internal" | "draft" | "scheduled" | "expired" | "published";

export interface StoryState {
  readonly key: StoryKey;
  readonly kind: Article["kind"];
  readonly articles: readonly StatedArticle[];
  /** Languages of the bulletin that the story does not have. */
  readonly missing: readonly Lang[];
}

export interface StatedArticle {
  readonly article: Article;
  readonly state: ArticleState;
  /** The original has changed since this was translated from it. */
  readonly isOutdated: boolean;
}

/** Broken articles have no state; they are among the errors. `now`: milliseconds since the epoch. */
export function storyStates(
  articles: readonly ParsedArticle[],
  languages: readonly Lang[],
  now: number,
): StoryState[] {
  return pairArticles(articles, languages).families.map((family) => {
    const inherited = inheritFields(family);
    // What is broken may well be the original.
    const isUnsure = family.members.some(isBroken);
    const hashes = new Set(inherited.map(({ article }) => article.hash));
    return {
      key: family.key,
      kind: family.kind,
      articles: inherited.map(({ article, date }) => ({
        article,
        state: stateOf(article, date?.instant, now),
        isOutdated: !isUnsure && isOutdated(article, hashes),
      })),
      missing: languages.filter((lang) => !family.members.some((member) => member.lang === lang)),
    };
  });
}

function stateOf({ meta }: Article, date: number | undefined, now: number): ArticleState {
  if (meta.internal) return "internal";
  if (meta.draft) return "draft";
  if (date !== undefined && date > now) return "scheduled";
  return meta.expires !== undefined && endOf(meta.expires) < now ? "expired" : "published";
}

function isOutdated({ meta: { sourceHash } }: Article, hashes: ReadonlySet<string>): boolean {
  return sourceHash !== undefined && ![...hashes].some((hash) => hash.startsWith(sourceHash));
}

/** Those that readers do not see, without looking at all stories: a page is drawn while somebody waits. */
export function unpublishedIn(
  articles: readonly ParsedArticle[],
  languages: readonly Lang[],
  now: number,
): Map<ParsedArticle["source"], ArticleState> {
  const suspects = new Set(articles.filter((one) => mayBeHidden(one, now)).map(({ key }) => key));
  const families = articles.filter(({ key }) => suspects.has(key));
  const stated = storyStates(families, languages, now).flatMap((story) => story.articles);
  return new Map(
    stated.flatMap(({ article, state }) => (state === "published" ? [] : [[article.source, state] as const])),
  );
}

/** A translation may have the date of its original. */
function mayBeHidden(article: ParsedArticle, now: number): boolean {
  if (isBroken(article)) return false;
  const { date } = article.meta;
  return stateOf(article, date?.instant, now) !== "published";
}

// All articles → the site: translations paired, fields inherited, what is not public left out, addresses given,
// collections filled. What it returns is what readers may see, and nothing else.
import { type Article, isBroken, type ParsedArticle, type StoryKey } from "../model/article.js";
import type { Config, Vocabulary } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FileFacts, Folder } from "../model/files.js";
import type { Drawing } from "../model/image.js";
import type { Lang } from "../model/lang.js";
import { endOf, monthOf, yearOf } from "../model/moment.js";
import type { SourcePath } from "../model/paths.js";
import type {
  AbsentArticle,
  Collection,
  LinkedArticle,
  Site,
  StandingPage,
  StandingStory,
  Story,
} from "../model/site.js";
import { checkAddresses } from "./addresses.js";
import {
  addArticle,
  openShelf,
  type Shelf,
  sortCollections,
  takeIssue,
  takeLatest,
  takeMonth,
  takeTerm,
} from "./collections.js";
import { planVariants } from "./photo-variants.js";
import {
  checkFamily,
  type Family,
  type Given,
  type Inherited,
  inheritFields,
  isPublic,
  pairArticles,
  type Visibility,
} from "./stories.js";
import { noteTerm, openTerms, type Terms, termId } from "./terms.js";
import { articlePath, sharePath, standingPath } from "./urls.js";

export interface LinkInput {
  readonly config: Config;
  readonly articles: readonly ParsedArticle[];
  readonly tags: Vocabulary;
  readonly authors: Vocabulary;
  readonly files: ReadonlyMap<SourcePath, FileFacts>;
  readonly folder: Folder;
  readonly drawing: Drawing;
  /** Milliseconds since the epoch. It decides only which articles are public; it appears in no output. */
  readonly now: number;
  readonly show: Visibility;
}

interface AllTerms {
  readonly tag: Terms;
  readonly author: Terms;
  readonly section: Terms;
}

export function linkSite(input: LinkInput): {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { config, files, folder, drawing } = input;
  const { languages } = config;
  // Reading order is the order of paths: what depends on "first" must not depend on the disk.
  const articles = [...input.articles].sort((a, b) =>
    a.source < b.source ? -1 : a.source > b.source ? 1 : 0,
  );
  const { families, diagnostics } = pairArticles(articles, languages);
  const found: Diagnostic[] = [...diagnostics];
  const terms: AllTerms = {
    tag: openTerms("tag", input.tags.entries),
    author: openTerms("author", input.authors.entries),
    section: openTerms("section", config.sections),
  };
  const visible = new Map<Family, readonly Inherited[]>();
  for (const family of families) {
    const inherited = inheritFields(family);
    found.push(...checkFamily(family, inherited, (name) => termId(terms.section, name)));
    const shown = inherited.filter((one) => isPublic(one, input.now, input.show));
    visible.set(family, shown);
    for (const one of shown) found.push(...noteTerms(terms, one));
  }

  const shelf = openShelf(languages);
  const latest = takeLatest(shelf);
  const bySource = new Map<SourcePath, LinkedArticle | StandingPage | AbsentArticle>(
    articles.map((article) => [article.source, { absent: isBroken(article) ? "broken" : "hidden" }]),
  );
  const all: LinkedArticle[] = [];
  const stories: Story[] = [];
  const standing: StandingStory[] = [];
  for (const [family, shown] of visible) {
    const { key } = family;
    if (family.kind === "page") {
      const pages: Record<Lang, StandingPage> = {};
      for (const one of shown) pages[one.article.lang] = linkStanding(one.article, key, pages);
      for (const page of Object.values(pages)) bySource.set(page.article.source, page);
      if (shown.length > 0) standing.push({ key, in: pages });
      continue;
    }
    const translations: Record<Lang, LinkedArticle> = {};
    for (const one of shown) {
      const linked = linkArticle({ key, translations, number: all.length, ...one }, shelf, terms);
      if (linked === undefined) continue;
      translations[linked.lang] = linked;
      bySource.set(linked.article.source, linked);
      all.push(linked);
    }
    if (Object.keys(translations).length > 0) stories.push({ key, in: translations });
  }
  all.sort(newestFirst);
  for (const linked of all) addArticle(linked, latest);
  const everyPage = [...all, ...standing.flatMap((story) => Object.values(story.in) as StandingPage[])];
  found.push(...checkAddresses(everyPage.sort((a, b) => (a.article.source < b.article.source ? -1 : 1))));

  const site: Site = {
    config,
    stories: inOrderOf(all, stories),
    standing: standing.sort((a, b) => (a.key < b.key ? -1 : 1)),
    collections: sortCollections(shelf, config.sections),
    featured: Object.fromEntries(languages.map((lang) => [lang, featuredIn(all, lang, input.now)])),
    bySource,
    files,
    folder,
    photos: planVariants(files, config, drawing.tools),
    drawing,
  };
  return { site, diagnostics: found };
}

function noteTerms(terms: AllTerms, one: Inherited): Diagnostic[] {
  const note = (which: Terms, given: Given<readonly string[]> | undefined) =>
    (given?.value ?? []).flatMap((name) => noteTerm(which, name, (given as Given<unknown>).by) ?? []);
  const section = one.section && { ...one.section, value: [one.section.value] };
  const own = (given: Given<unknown> | undefined) => given?.by === one.article;
  // A name is reported once, where it is written; articles that inherit it only make it known.
  return [
    ...note(terms.tag, one.tags).filter(() => own(one.tags)),
    ...note(terms.author, one.author).filter(() => own(one.author)),
    ...note(terms.section, section).filter(() => own(section)),
  ];
}

function linkStanding(
  article: Article,
  story: StoryKey,
  translations: StandingPage["translations"],
): StandingPage {
  const { lang } = article;
  return { article, story, translations, lang, path: standingPath(lang, article.slug) };
}

type Member = Inherited &
  Pick<LinkedArticle, "number" | "translations"> & {
    readonly key: StoryKey;
  };

function linkArticle(one: Member, shelf: Shelf, terms: AllTerms): LinkedArticle | undefined {
  const { article, date } = one;
  if (date === undefined) return undefined;
  const path = articlePath(article.lang, date, article.slug);
  const collect = (which: Terms, names: readonly string[]) => {
    const found: Collection[] = [];
    for (const name of names) {
      const id = termId(which, name);
      const term = id === "" ? undefined : takeTerm(shelf, which, id);
      if (term !== undefined && !found.includes(term)) found.push(term);
    }
    return found;
  };
  const [section] = one.section ? collect(terms.section, [one.section.value]) : [];
  return {
    article,
    number: one.number,
    story: one.key,
    translations: one.translations,
    lang: article.lang,
    path,
    sharePath: sharePath(path),
    date,
    authors: collect(terms.author, one.author?.value ?? []),
    tags: collect(terms.tag, one.tags?.value ?? []),
    month: takeMonth(shelf, `${yearOf(date)}/${monthOf(date)}`),
    ...(section === undefined ? {} : { section }),
    ...(one.issue === undefined ? {} : { issue: takeIssue(shelf, one.issue.value, one.issue.by.lang) }),
    ...(one.cover === undefined ? {} : { cover: one.cover }),
  };
}

function newestFirst(a: LinkedArticle, b: LinkedArticle): number {
  if (a.date.instant !== b.date.instant) return b.date.instant - a.date.instant;
  if (a.story !== b.story) return a.story < b.story ? -1 : 1;
  return a.article.source < b.article.source ? -1 : 1;
}

/** Each where its first article is. */
function inOrderOf(articles: readonly LinkedArticle[], stories: readonly Story[]): Story[] {
  const byArticles = new Map(stories.map((story) => [story.in, story]));
  return articles.flatMap(({ translations }) => {
    const story = byArticles.get(translations);
    byArticles.delete(translations);
    return story ?? [];
  });
}

function featuredIn(all: readonly LinkedArticle[], lang: Lang, now: number): LinkedArticle[] {
  return all
    .filter(({ lang: own, article: { meta } }) => {
      const valid = meta.featuredUntil === undefined || endOf(meta.featuredUntil) >= now;
      return own === lang && meta.featured !== undefined && valid;
    })
    .sort((a, b) => (a.article.meta.featured ?? 0) - (b.article.meta.featured ?? 0));
}

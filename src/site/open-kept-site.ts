// The site as it was kept (kept-site.ts), with articles that are read when somebody asks for them.
import type { Article } from "../model/article.js";
import type { Config } from "../model/config.js";
import type { Folder } from "../model/files.js";
import type { Lang, LangText } from "../model/lang.js";
import type { SourcePath } from "../model/paths.js";
import type {
  AbsentArticle,
  Collection,
  CollectionKind,
  LinkedArticle,
  Site,
  StandingPage,
  StandingStory,
  Story,
} from "../model/site.js";
import { collect } from "./collections.js";
import { type ArticleAt, KeptLinked, openRows } from "./kept-linked.js";
import type { KeptCollection, KeptSite, KeptStanding } from "./kept-site.js";
import { planVariants } from "./photo-variants.js";

export interface KeptSurroundings {
  readonly config: Config;
  readonly folder: Folder;
  readonly tools: string;
  /** Articles whose texts are others since the site was kept. */
  readonly touched: ReadonlyMap<SourcePath, { readonly hash: string; readonly face: string }>;
  readonly articleAt: ArticleAt;
}

export interface OpenedSite {
  readonly site: Site;
  /** What was kept beside an article of it. */
  readonly faceOf: (linked: LinkedArticle) => string | undefined;
  /** The first digits of the hash of an article's text, or all of them; undefined for what is no public article. */
  readonly hashOf: (source: SourcePath) => string | undefined;
}

/** The site of `kept`, with articles that are read when they are asked for. */
export function openKeptSite(kept: KeptSite, surroundings: KeptSurroundings): OpenedSite {
  const { config, folder, tools, touched, articleAt } = surroundings;
  const { languages } = config;
  const collections = kept.collections.map((one) => openCollection(one, languages));
  const latest = collections.find(({ kind }) => kind === "latest") as Collection;
  const bySource = new Map<SourcePath, LinkedArticle | StandingPage | AbsentArticle>();
  const stories = new Map<string, Record<Lang, LinkedArticle>>();
  const all: KeptLinked[] = [];
  const rows = openRows(kept, collections, articleAt);
  const { sources, hashes, faces, langs } = rows;
  for (const [source, { hash, face }] of touched) {
    const place = sources.indexOf(source);
    if (place === -1) continue;
    hashes[place] = hash;
    faces[place] = face;
  }
  for (const [place, story] of rows.stories.entries()) {
    const translations = stories.get(story) ?? {};
    stories.set(story, translations);
    const linked = new KeptLinked(rows, place, translations);
    const lang = langs[place] as Lang;
    translations[lang] = linked;
    bySource.set(sources[place] as SourcePath, linked);
    collect(linked, latest, lang);
    linked.collect();
    all.push(linked);
  }
  for (const [source, absent] of kept.absent) bySource.set(source, { absent });
  const standing = openStanding(kept.standing, articleAt);
  for (const [source, page] of standing.pages) bySource.set(source, page);
  const files = new Map(kept.files.map((facts) => [facts.path, facts]));
  const site: Site = {
    config,
    stories: [...stories].map(([key, own]): Story => ({ key, in: own })),
    standing: standing.stories,
    collections: Object.fromEntries(
      kinds.map((kind) => [kind, collections.filter((one) => one.kind === kind)]),
    ) as Record<CollectionKind, Collection[]>,
    featured: Object.fromEntries(
      languages.map((lang) => [lang, (kept.featured[lang] ?? []).flatMap((place) => all[place] ?? [])]),
    ),
    bySource,
    files,
    folder,
    photos: planVariants(files, config, tools),
    drawing: kept.drawing,
  };
  return {
    site,
    faceOf: (linked) => (linked instanceof KeptLinked ? faces[linked.number] : undefined),
    hashOf: (source) => hashes[sources.indexOf(source)],
  };
}

const kinds: readonly CollectionKind[] = ["latest", "section", "tag", "author", "issue", "month"];

function openCollection({ name, ...rest }: KeptCollection, languages: readonly Lang[]): Collection {
  return {
    name: Object.fromEntries(languages.map((lang, index) => [lang, name[index] as LangText])),
    articles: Object.fromEntries(languages.map((lang) => [lang, []])),
    ...rest,
  };
}

/** Stories and their languages come in the order in which they were kept. */
function openStanding(kept: readonly KeptStanding[], articleAt: ArticleAt) {
  const stories = new Map<string, Record<Lang, StandingPage>>();
  const pages = kept.map(({ source, hash, story, lang, path }) => {
    const translations = stories.get(story) ?? {};
    stories.set(story, translations);
    let article: Article | undefined;
    const page: StandingPage = {
      get article() {
        article ??= articleAt(source, hash);
        return article;
      },
      story,
      lang,
      path,
      translations,
    };
    translations[lang] = page;
    return [source, page] as const;
  });
  return { pages, stories: [...stories].map(([key, own]): StandingStory => ({ key, in: own })) };
}

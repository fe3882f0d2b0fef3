// The site as it was kept (kept-site.ts), with articles that are read when somebody asks for them.
import type { Article } from "../model/article.js";
import type { Config } from "../model/config.js";
import type { Folder } from "../model/files.js";
import type { Lang, LangText } from "../model/lang.js";
import type { Moment } from "../model/moment.js";
import type { OutPath, SourcePath } from "../model/paths.js";
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
import { addArticle } from "./collections.js";
import { type KeptCollection, type KeptSite, type KeptStanding, linesOf } from "./kept-site.js";
import { planVariants } from "./photo-variants.js";
import { sharePath } from "./urls.js";

export interface KeptSurroundings {
  readonly config: Config;
  readonly folder: Folder;
  readonly tools: string;
  /** Articles whose texts are others since the site was kept. */
  readonly touched: ReadonlyMap<SourcePath, { readonly hash: string; readonly face: string }>;
  /** The article at this path whose hash begins so. */
  readonly articleAt: (source: SourcePath, hash: string) => Article;
}

export interface OpenedSite {
  readonly site: Site;
  /** What was kept beside each article. */
  readonly faces: ReadonlyMap<LinkedArticle, string>;
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
  const faces = new Map<LinkedArticle, string>();
  const all: KeptLinked[] = [];
  const [sources, hashes, names, langs, paths, dates, ownFaces] = [
    kept.sources,
    kept.hashes,
    kept.stories,
    kept.langs,
    kept.paths,
    kept.dates,
    kept.faces,
  ].map(linesOf) as [string[], string[], string[], string[], string[], string[], string[]];
  for (const [source, { hash, face }] of touched) {
    const place = sources.indexOf(source);
    if (place === -1) continue;
    hashes[place] = hash;
    ownFaces[place] = face;
  }
  const { collected } = kept;
  let next = 0;
  const takeOne = () => collections[collected[next++] ?? -1];
  const takeMany = () => {
    const many: Collection[] = [];
    for (let left = collected[next++] ?? 0; left > 0; left--) many.push(takeOne() as Collection);
    return many;
  };
  const timeless = new Set(kept.timeless);
  const covers = new Map(kept.covers);
  for (const [place, source] of sources.entries()) {
    const story = names[place] as string;
    const translations = stories.get(story) ?? {};
    stories.set(story, translations);
    const linked = new KeptLinked({
      articleAt,
      source: source as SourcePath,
      hash: hashes[place] as string,
      story,
      translations,
      lang: langs[place] as Lang,
      path: paths[place] as OutPath,
      date: {
        iso: dates[place] as string,
        hasTime: !timeless.has(place),
        instant: kept.instants[place] as number,
      },
      tags: takeMany(),
      authors: takeMany(),
      month: takeOne() as Collection,
      section: takeOne(),
      issue: takeOne(),
      cover: covers.get(place),
    });
    translations[linked.lang] = linked;
    bySource.set(source as SourcePath, linked);
    faces.set(linked, ownFaces[place] as string);
    addArticle(linked, latest);
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
  return { site, faces, hashOf: (source) => hashes[sources.indexOf(source)] };
}

const kinds: readonly CollectionKind[] = ["latest", "section", "tag", "author", "issue", "month"];

function openCollection({ name, ...rest }: KeptCollection, languages: readonly Lang[]): Collection {
  return {
    ...rest,
    name: Object.fromEntries(languages.map((lang, index) => [lang, name[index] as LangText])),
    articles: Object.fromEntries(languages.map((lang) => [lang, []])),
  };
}

interface LinkedFields extends Omit<LinkedArticle, "article" | "sharePath" | "section" | "issue" | "cover"> {
  readonly articleAt: KeptSurroundings["articleAt"];
  readonly source: SourcePath;
  readonly hash: string;
  readonly section: Collection | undefined;
  readonly issue: Collection | undefined;
  readonly cover: LinkedArticle["cover"] | undefined;
}

/** Read when somebody asks for its article. */
class KeptLinked implements LinkedArticle {
  readonly story: string;
  readonly translations: LinkedArticle["translations"];
  readonly lang: Lang;
  readonly path: OutPath;
  readonly date: Moment;
  readonly authors: readonly Collection[];
  readonly tags: readonly Collection[];
  readonly month: Collection;
  declare readonly section?: Collection;
  declare readonly issue?: Collection;
  declare readonly cover?: NonNullable<LinkedArticle["cover"]>;
  readonly #articleAt: KeptSurroundings["articleAt"];
  readonly #source: SourcePath;
  readonly #hash: string;
  #article: Article | undefined;

  constructor(fields: LinkedFields) {
    this.#articleAt = fields.articleAt;
    this.#source = fields.source;
    this.#hash = fields.hash;
    this.story = fields.story;
    this.translations = fields.translations;
    this.lang = fields.lang;
    this.path = fields.path;
    this.date = fields.date;
    this.authors = fields.authors;
    this.tags = fields.tags;
    this.month = fields.month;
    if (fields.section !== undefined) this.section = fields.section;
    if (fields.issue !== undefined) this.issue = fields.issue;
    if (fields.cover !== undefined) this.cover = fields.cover;
  }

  get article(): Article {
    this.#article ??= this.#articleAt(this.#source, this.#hash);
    return this.#article;
  }

  get sharePath(): OutPath {
    return sharePath(this.path);
  }
}

/** Stories and their languages come in the order in which they were kept. */
function openStanding(kept: readonly KeptStanding[], articleAt: KeptSurroundings["articleAt"]) {
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

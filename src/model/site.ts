// The site: all articles linked. Made once by site/link.ts; everything in it is what readers may see.
import type { Article, Cover, StoryKey } from "./article.js";
import type { Config } from "./config.js";
import type { FileFacts, Folder } from "./files.js";
import type { Drawing } from "./image.js";
import type { ByLang, Lang, LangText } from "./lang.js";
import type { Moment } from "./moment.js";
import type { OutPath, SourcePath } from "./paths.js";
import type { Photo } from "./photo.js";

/** An article with what its story gave it and its address. */
export interface LinkedArticle {
  readonly article: Article;
  /** From 0, in no order that says anything: of all articles of a site each has its own. */
  readonly number: number;
  readonly story: StoryKey;
  /** The story's articles that readers may see, by language, this one included. */
  readonly translations: ByLang<LinkedArticle>;
  readonly lang: Lang;
  readonly path: OutPath;
  readonly sharePath: OutPath;
  readonly date: Moment;
  readonly authors: readonly Collection[];
  readonly tags: readonly Collection[];
  readonly section?: Collection | undefined;
  readonly issue?: Collection | undefined;
  readonly month: Collection;
  /** The cover and the article file beside which it is to be found (a story may inherit it). */
  readonly cover?: (Cover & { readonly beside: SourcePath }) | undefined;
}

export interface StandingPage {
  readonly article: Article;
  readonly story: StoryKey;
  /** The same page by language, this one included. */
  readonly translations: ByLang<StandingPage>;
  readonly lang: Lang;
  readonly path: OutPath;
}

export interface Story {
  readonly key: StoryKey;
  readonly in: ByLang<LinkedArticle>;
}

export interface StandingStory {
  readonly key: StoryKey;
  readonly in: ByLang<StandingPage>;
}

export type CollectionKind = "latest" | "section" | "tag" | "author" | "issue" | "month";

/**
 * Stories grouped by one key. `id` is its name in addresses: `xay-dung-dang`, `2023-01` (issue), `2023/01`
 * (month), "" (latest). For an issue `label` holds `01/2023` or `Xuân 2023`; elsewhere the name as first written.
 */
export interface Collection {
  readonly kind: CollectionKind;
  readonly id: string;
  /** For every language of the bulletin; `lang` differs from the page's where no name in it is known. */
  readonly name: Readonly<Record<Lang, LangText>>;
  readonly numbered: boolean;
  readonly role: ByLang<string>;
  readonly unit: ByLang<string>;
  /** Newest first; for every language of the bulletin, [] where there is none. */
  readonly articles: Readonly<Record<Lang, readonly LinkedArticle[]>>;
}

export interface Site {
  readonly config: Config;
  /** Newest first, by their newest article. */
  readonly stories: readonly Story[];
  readonly standing: readonly StandingStory[];
  /** In the order in which lists show them: sections as configured, issues and months newest first, tags and
   *  authors by name in the default language. `latest` has exactly one. */
  readonly collections: Readonly<Record<CollectionKind, readonly Collection[]>>;
  /** The lead stories of each language's home page that an editor chose, in order, those that are still valid. */
  readonly featured: Readonly<Record<Lang, readonly LinkedArticle[]>>;
  /** Every article file of the folder, by its path: what a link to it finds. */
  readonly bySource: ReadonlyMap<SourcePath, LinkedArticle | StandingPage | AbsentArticle>;
  readonly files: ReadonlyMap<SourcePath, FileFacts>;
  readonly folder: Folder;
  /** Those that can be published, by file. */
  readonly photos: ReadonlyMap<SourcePath, Photo>;
  readonly drawing: Drawing;
}

/** An article file that has no page: it is broken (reported by itself), or hidden (draft, scheduled, expired, internal). */
export interface AbsentArticle {
  readonly absent: "broken" | "hidden";
}

// What all kinds of page share while they are planned: the site, the words, and what each language's masthead shows,
// found once. A kind is a pure function of this; it says what a page is about and leaves layout to its template.
import type { MenuEntry } from "../model/config.js";
import type { PageCard } from "../model/image.js";
import type { Lang } from "../model/lang.js";
import type { Moment } from "../model/moment.js";
import type { Page } from "../model/page.js";
import type { OutPath } from "../model/paths.js";
import type { Collection, CollectionKind, LinkedArticle, Site, StandingPage } from "../model/site.js";
import { createDateFormat, type DateFormat, defaultPattern, longPattern } from "../strings/dates.js";
import { type LanguageNames, languageNames, localeOf } from "../strings/languages.js";
import { createSpeaker, type Speaker } from "../strings/speaker.js";
import type { WordsByLang } from "../strings/words.js";
import { type Digests, openDigests } from "./fingerprints.js";
import type { Kin } from "./kin.js";
import type { Nearby, Teasers } from "./nearby.js";
import type { KeptSharings } from "./sharing.js";
import type { KnownThings } from "./structured-data.js";
import type { DateText } from "./view.js";

export interface PageKind {
  readonly name: string;
  readonly pages: (plan: Plan) => readonly Page[];
}

/** The address of a file of the theme, `style.css`; undefined where the theme does not have it. */
export type AssetUrls = (name: string) => OutPath | undefined;

export interface Plan {
  readonly site: Site;
  readonly assets: AssetUrls;
  readonly words: WordsByLang;
  readonly editions: Readonly<Record<Lang, Edition>>;
  /** By language and depth of the page. */
  readonly nearby: Map<string, Nearby>;
  /** Those of `nearby`, by what they have in common. */
  readonly teasers: Map<string, Teasers>;
  /** By language, once a page asks for it. */
  readonly kin: Map<Lang, Kin>;
  /** Of the articles that were drawn last. */
  readonly sharings: KeptSharings;
  /** Cards by what they are about: many pages share one, and its name is a hash, made once. */
  readonly cards: Map<object, PageCard | undefined>;
  /** A hash of everything that decides on all pages: the theme, the configuration, Bantin itself. */
  readonly ground: string;
  readonly digests: Digests;
  readonly keptFace: KeptFace;
}

/** One language of the bulletin: how it speaks, and what of it exists. */
export interface Edition {
  readonly lang: Lang;
  readonly t: Speaker;
  /** As the configuration asks, with the time where it is known. */
  readonly formatDate: DateFormat;
  /** The day written out. */
  readonly formatDay: DateFormat;
  /** Some that were written before: an article's date stands on its own page and in a dozen lists. */
  readonly dates: Map<Moment, DateText>;
  /** What search engines are told of the publisher, of authors and tags. */
  readonly things: KnownThings;
  /** The day without the time, as cards show it. */
  readonly formatCardDate: DateFormat;
  readonly names: LanguageNames;
  /** As networks write it: `vi_VN`. */
  readonly locale: string;
  readonly sections: readonly Collection[];
  readonly currentIssue?: Collection;
  /** Kinds that have articles in this language, so that their index page exists; `latest` always does. */
  readonly kinds: ReadonlySet<CollectionKind>;
  readonly menu: readonly MenuItem[];
}

export type MenuItem = StandingPage | Extract<MenuEntry, { readonly url: string }>;

export interface PlanInput {
  readonly words: WordsByLang;
  readonly assets: AssetUrls;
  readonly ground: string;
  readonly keptFace?: KeptFace;
}

/** The face (fingerprints.ts) of an article where it is known already. */
export type KeptFace = (linked: LinkedArticle) => string | undefined;

export function openPlan(site: Site, { words, assets, ground, keptFace = () => undefined }: PlanInput): Plan {
  const { languages } = site.config;
  const names = languageNames(languages);
  const editions = languages.map((lang) => {
    const currentIssue = site.collections.issue.find((issue) => hasArticles(issue, lang));
    const own = wordsOf(words, lang);
    const formatDate = createDateFormat(site.config.dateFormat[lang] ?? defaultPattern(lang), own);
    const edition: Edition = {
      lang,
      t: createSpeaker(lang, own),
      formatDate,
      formatDay: createDateFormat(longPattern(lang), own),
      dates: new Map(),
      things: new Map(),
      formatCardDate: (moment) => formatDate({ ...moment, hasTime: false }),
      names: names[lang] ?? { own: lang, within: {} },
      locale: localeOf(lang),
      sections: site.collections.section.filter((section) => hasArticles(section, lang)),
      ...(currentIssue === undefined ? {} : { currentIssue }),
      kinds: kindsIn(site, lang),
      menu: menuIn(site, lang),
    };
    return [lang, edition];
  });
  return {
    site,
    assets,
    words,
    editions: Object.fromEntries(editions),
    nearby: new Map(),
    teasers: new Map(),
    kin: new Map(),
    cards: new Map(),
    ground,
    digests: openDigests(countArticles(site)),
    keptFace,
    sharings: new Map(),
  };
}

/** True where the collection has a page in the language. */
export function hasArticles(collection: Collection, lang: Lang): boolean {
  return articlesIn(collection, lang).length > 0;
}

export function articlesIn(collection: Collection, lang: Lang): Collection["articles"][Lang] {
  return collection.articles[lang] ?? [];
}

/** All articles of a language, newest first. */
export function latestIn(site: Site, lang: Lang): Collection["articles"][Lang] {
  return site.collections.latest[0]?.articles[lang] ?? [];
}

/** In all languages; their numbers are below this. */
export function countArticles(site: Site): number {
  return site.config.languages.reduce((sum, lang) => sum + latestIn(site, lang).length, 0);
}

export function editionOf(plan: Plan, lang: Lang): Edition {
  const edition = plan.editions[lang];
  if (edition === undefined) throw new Error(`${lang} is not a language of the bulletin`);
  return edition;
}

export function wordsOf(words: WordsByLang, lang: Lang): WordsByLang[Lang] {
  const found = words[lang];
  if (found === undefined) throw new Error(`there are no words for ${lang}`);
  return found;
}

function kindsIn(site: Site, lang: Lang): Set<CollectionKind> {
  const kinds = Object.keys(site.collections) as CollectionKind[];
  return new Set(
    kinds.filter((kind) => kind === "latest" || site.collections[kind].some((one) => hasArticles(one, lang))),
  );
}

function menuIn(site: Site, lang: Lang): MenuItem[] {
  const entries = site.config.menu ?? site.standing.map(({ key }) => ({ page: key }));
  return entries.flatMap((entry): readonly MenuItem[] => {
    if (!("page" in entry)) return [entry];
    const page = site.standing.find(({ key }) => key === entry.page)?.in[lang];
    return page === undefined ? [] : [page];
  });
}

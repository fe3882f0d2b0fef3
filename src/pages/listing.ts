// The one way to paginate: the pages of one collection in one language. Page 1 is paired with the same list in other
// languages; the pages after it are not, for they hold different stories.
import type { ByLang, Lang } from "../model/lang.js";
import type { Page } from "../model/page.js";
import type { OutPath } from "../model/paths.js";
import type { Collection, CollectionKind, LinkedArticle } from "../model/site.js";
import { homePath, indexPath, listPath } from "../site/urls.js";
import { collectionCard } from "./cards.js";
import { faceOf, labelOf } from "./fingerprints.js";
import { planPage } from "./frame.js";
import { kindWords } from "./kind-words.js";
import { articlesIn, editionOf, hasArticles, type Plan } from "./plan.js";
import { listTeaserOf, type PhotoTeaser, photoTeaserOf } from "./teasers.js";
import { stepTo } from "./trails.js";
import { collectionLabel, type Label, type LabelLink, labelIn, type View } from "./view.js";

export interface ListData {
  /** The kind of list, leading up to all lists of the kind; `latest` has none above it. */
  readonly up?: LabelLink;
  readonly heading: Label;
  /** An author's role and unit. */
  readonly about: readonly Label[];
  readonly count: string;
  readonly items: readonly PhotoTeaser[];
  /** Absent where everything fits on one page. */
  readonly pagination?: Pagination;
}

export interface Pagination {
  readonly text: string;
  /** "" on the first page. */
  readonly previous: string;
  /** "" on the last page. */
  readonly next: string;
  /** First, last and those around the present one, in order. */
  readonly pages: readonly PageLink[];
}

export interface PageLink {
  readonly number: number;
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
  /** True where pages were left out in front of this one. */
  readonly afterGap: boolean;
}

/** The list exists in a language where it has articles; the latest exist always. */
export function planListing(plan: Plan, collection: Collection, lang: Lang): Page[] {
  if (collection.kind !== "latest" && !hasArticles(collection, lang)) return [];
  const articles = articlesIn(collection, lang);
  const { pageSize } = plan.site.config;
  const total = Math.max(1, Math.ceil(articles.length / pageSize));
  return Array.from({ length: total }, (_, index) =>
    planListPage(plan, {
      collection,
      lang,
      number: index + 1,
      total,
      count: articles.length,
      articles: articles.slice(index * pageSize, (index + 1) * pageSize),
    }),
  );
}

interface ListPage {
  readonly collection: Collection;
  readonly lang: Lang;
  /** 1-based. */
  readonly number: number;
  readonly total: number;
  readonly count: number;
  readonly articles: readonly LinkedArticle[];
}

function planListPage(plan: Plan, list: ListPage): Page {
  const { collection, lang, number } = list;
  const { kind, id } = collection;
  const firsts = firstPages(plan, collection);
  return planPage(plan, () => ({
    path: listPath(kind, lang, id, number),
    lang,
    template: "list.njk",
    title: (view) => titleOf(view, list),
    ...(number === 1 ? { alternates: firsts } : {}),
    nearest: { ...nearestIndexes(plan, kind), ...firsts },
    section: listPath(kind, lang, id, 1),
    collection,
    trail: (view) => [
      ...(kind === "latest" ? [] : [{ text: view.t(kindWords[kind].all), path: indexPath(kind, lang) }]),
      stepTo(view, collection),
    ],
    card: collectionCard(plan, collection, lang),
    main: (view) => listData(view, list),
    shows: () => [
      labelOf(plan, collection),
      ...[number, list.total, list.count].map(String),
      ...list.articles.map((linked) => faceOf(plan, linked)),
    ],
  }));
}

function firstPages(plan: Plan, collection: Collection): ByLang<OutPath> {
  const { kind, id } = collection;
  const langs = plan.site.config.languages.filter(
    (lang) => kind === "latest" || hasArticles(collection, lang),
  );
  return Object.fromEntries(langs.map((lang) => [lang, listPath(kind, lang, id, 1)]));
}

/** For each language the index of the kind, else home. */
export function nearestIndexes(plan: Plan, kind: CollectionKind): ByLang<OutPath> {
  return Object.fromEntries(
    plan.site.config.languages.map((lang) => [
      lang,
      editionOf(plan, lang).kinds.has(kind) ? indexPath(kind, lang) : homePath(lang),
    ]),
  );
}

function titleOf(view: View, { collection, number }: ListPage): string[] {
  const heading = collectionLabel(view, collection).text;
  const page = number === 1 ? [] : [view.t("pageNumber", { page: number })];
  return [heading, ...page, view.plan.site.config.title[view.lang] ?? ""];
}

function listData(view: View, list: ListPage): ListData {
  const { collection, count, articles } = list;
  const { kind, role, unit } = collection;
  const { lang, t, url } = view;
  const up = { text: t(kindWords[kind].one), lang: "", href: url(indexPath(kind, lang)) };
  return {
    heading: collectionLabel(view, collection),
    about: [role, unit].flatMap((texts) => labelIn(view, texts) ?? []),
    count: t("articleCount", { count }),
    items: articles.map((linked, index) =>
      index === 0
        ? photoTeaserOf(view, linked, { place: "list", isFirst: true })
        : listTeaserOf(view, linked),
    ),
    ...(kind === "latest" ? {} : { up }),
    ...(list.total === 1 ? {} : { pagination: paginationOf(view, list) }),
  };
}

/** Pages shown on either side of the present one. */
const around = 2;

function paginationOf({ lang, t, url }: View, { collection, number, total }: ListPage): Pagination {
  const { kind, id } = collection;
  const href = (page: number) => (page < 1 || page > total ? "" : url(listPath(kind, lang, id, page)));
  const shown = [1, total];
  for (let page = number - around; page <= number + around; page++) shown.push(page);
  const numbers = [...new Set(shown)].filter((page) => page >= 1 && page <= total).sort((a, b) => a - b);
  return {
    text: t("pageOf", { page: number, total }),
    previous: href(number - 1),
    next: href(number + 1),
    pages: numbers.map((page, index) => ({
      number: page,
      label: t("pageNumber", { page }),
      href: href(page),
      current: page === number,
      afterGap: index > 0 && page - (numbers[index - 1] ?? 0) > 1,
    })),
  };
}

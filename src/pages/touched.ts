// The pages and documents that may be others after an edit of words, and no more: where an article stands, what it leads
// to and what leads to it is the same. Whether one really is another its fingerprint tells.
import type { Page } from "../model/page.js";
import type { OutPath } from "../model/paths.js";
import type { Collection, LinkedArticle, Site } from "../model/site.js";
import { planArticlePages } from "./article.js";
import type { Document } from "./documents.js";
import { feeds } from "./feeds.js";
import { gateway } from "./gateway.js";
import { home } from "./home.js";
import { indexes } from "./indexes.js";
import { kinIn } from "./kin.js";
import { planListing } from "./listing.js";
import { newsSitemap } from "./news-sitemap.js";
import { notFound } from "./not-found.js";
import { articlesIn, latestIn, openPlan, type PageKind, type Plan, type PlanInput } from "./plan.js";
import { mayRelateTo } from "./related.js";

export interface TouchedPages {
  readonly plan: Plan;
  readonly pages: readonly Page[];
  readonly documents: readonly Document[];
}

export interface Touched {
  /** Their texts are others. */
  readonly texts: readonly LinkedArticle[];
  /** Those of them that other pages show otherwise too. */
  readonly faces: readonly LinkedArticle[];
}

export function planTouched(site: Site, input: PlanInput, { texts, faces }: Touched): TouchedPages {
  const edited = new Set(texts);
  const plan = openPlan(site, {
    ...input,
    keptFace: (linked) => (edited.has(linked) ? undefined : input.keptFace?.(linked)),
  });
  const stories = faces.flatMap(({ translations }) => Object.values(translations) as LinkedArticle[]);
  const whole = new Set([...texts, ...stories]);
  const articles = new Set([...whole, ...faces.flatMap((linked) => companionsOf(plan, linked))]);
  const isShown = ({ articles: own }: Document) => own?.some((linked) => whole.has(linked)) ?? false;
  return {
    plan,
    pages: [
      ...[...articles].flatMap((linked) => planArticlePages(plan, linked)),
      ...(faces.length === 0 ? [] : planLists(plan, faces)),
    ],
    documents: [
      ...feeds.documents(plan, []).filter(isShown),
      ...(faces.length === 0 ? [] : newsSitemap.documents(plan, [])),
    ],
  };
}

/** Kinds whose pages may show any article; what they are made of is not told, so they are drawn each time. */
const showing: readonly PageKind[] = [gateway, notFound, home, indexes];

function planLists(plan: Plan, faces: readonly LinkedArticle[]): Page[] {
  const pages = new Map<OutPath, Page>();
  for (const linked of faces) {
    const { month, section, issue, tags, authors } = linked;
    for (const collection of [...plan.site.collections.latest, month, section, issue, ...tags, ...authors]) {
      const page = collection && listPageOf(plan, collection, linked);
      if (page !== undefined) pages.set(page.path, page);
    }
  }
  return [...showing.flatMap((kind) => kind.pages(plan)), ...pages.values()];
}

/** The page of a list on which an article stands. */
function listPageOf(plan: Plan, collection: Collection, linked: LinkedArticle): Page | undefined {
  const { lang } = linked;
  const place = articlesIn(collection, lang).indexOf(linked);
  return planListing(plan, collection, lang)[Math.floor(place / plan.site.config.pageSize)];
}

/** The articles whose pages show this one: beside them, or among the related. */
function companionsOf(plan: Plan, linked: LinkedArticle): LinkedArticle[] {
  const newestFirst = latestIn(plan.site, linked.lang);
  const kin = kinIn(plan, linked.lang);
  const own = kin.places[linked.number] ?? -1;
  if (own === -1) return [];
  const places = new Set([own - 1, own + 1, ...mayRelateTo(kin, own)]);
  return [...places].flatMap((place) => newestFirst[place] ?? []);
}

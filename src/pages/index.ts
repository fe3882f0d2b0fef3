// The pages of the site and the files that machines read, planned: two ordered lists of kinds. A new kind of page is
// one file beside this one, one template, one line here; a new kind of document is one file and one line.
import type { Page } from "../model/page.js";
import type { OutPath } from "../model/paths.js";
import type { LinkedArticle, Site } from "../model/site.js";
import { article, planArticlePages } from "./article.js";
import type { Document, DocumentKind } from "./documents.js";
import { feeds } from "./feeds.js";
import { gateway } from "./gateway.js";
import { home } from "./home.js";
import { indexes } from "./indexes.js";
import { lists } from "./lists.js";
import { manifest } from "./manifest.js";
import { newsSitemap } from "./news-sitemap.js";
import { notFound } from "./not-found.js";
import { openPlan, type PageKind, type Plan, type PlanInput } from "./plan.js";
import { planRedirects } from "./redirects.js";
import { robots } from "./robots.js";
import { sitemaps } from "./sitemaps.js";
import { standing } from "./standing.js";

export interface Planned {
  readonly plan: Plan;
  readonly pages: readonly Page[];
  readonly documents: readonly Document[];
}

export function planAll(site: Site, input: PlanInput): Planned {
  const plan = openPlan(site, input);
  const own = pageKinds.flatMap((kind) => kind.pages(plan));
  return planDocuments(plan, [...own, ...planRedirects(plan, own)]);
}

function planDocuments(plan: Plan, pages: readonly Page[]): Planned {
  return { plan, pages, documents: documentKinds.flatMap((kind) => kind.documents(plan, pages)) };
}

/** Plans the pages of stories anew, each in the place of the page that was at its old address. */
export function replanStories(
  { plan, pages }: Planned,
  moved: ReadonlyMap<LinkedArticle, LinkedPaths>,
): Planned {
  const fresh = new Map<OutPath, Page>();
  for (const [linked, old] of moved) {
    plan.cards.delete(linked);
    const [page, sharing] = planArticlePages(plan, linked);
    fresh.set(old.path, page).set(old.sharePath, sharing);
  }
  return planDocuments(
    plan,
    pages.map((page) => fresh.get(page.path) ?? page),
  );
}

export type LinkedPaths = Pick<LinkedArticle, "path" | "sharePath">;

export const pageKinds: readonly PageKind[] = [gateway, notFound, home, article, standing, lists, indexes];

export const documentKinds: readonly DocumentKind[] = [feeds, sitemaps, newsSitemap, robots, manifest];

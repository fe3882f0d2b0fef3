// The pages of the site and the files that machines read, planned: two ordered lists of kinds. A new kind of page is
// one file beside this one, one template, one line here; a new kind of document is one file and one line.
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import type { WordsByLang } from "../strings/words.js";
import { article } from "./article.js";
import type { Document, DocumentKind } from "./documents.js";
import { feeds } from "./feeds.js";
import { gateway } from "./gateway.js";
import { home } from "./home.js";
import { indexes } from "./indexes.js";
import { lists } from "./lists.js";
import { manifest } from "./manifest.js";
import { newsSitemap } from "./news-sitemap.js";
import { notFound } from "./not-found.js";
import { type AssetUrls, openPlan, type PageKind } from "./plan.js";
import { planRedirects } from "./redirects.js";
import { robots } from "./robots.js";
import { sitemaps } from "./sitemaps.js";
import { standing } from "./standing.js";

export interface Planned {
  readonly pages: readonly Page[];
  readonly documents: readonly Document[];
}

export function planAll(site: Site, words: WordsByLang, assets: AssetUrls): Planned {
  const plan = openPlan(site, words, assets);
  const own = pageKinds.flatMap((kind) => kind.pages(plan));
  const pages = [...own, ...planRedirects(plan, own)];
  return { pages, documents: documentKinds.flatMap((kind) => kind.documents(plan, pages)) };
}

export const pageKinds: readonly PageKind[] = [gateway, notFound, home, article, standing, lists, indexes];

export const documentKinds: readonly DocumentKind[] = [feeds, sitemaps, newsSitemap, robots, manifest];

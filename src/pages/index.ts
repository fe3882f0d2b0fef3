// The pages of the site, planned: one ordered list of kinds. A new kind of page is one file beside this one, one
// template, one line here.
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import type { WordsByLang } from "../strings/words.js";
import { article } from "./article.js";
import { gateway } from "./gateway.js";
import { home } from "./home.js";
import { indexes } from "./indexes.js";
import { lists } from "./lists.js";
import { notFound } from "./not-found.js";
import { type AssetUrls, openPlan, type PageKind } from "./plan.js";
import { share } from "./share.js";
import { standing } from "./standing.js";

export function planPages(site: Site, words: WordsByLang, assets: AssetUrls): readonly Page[] {
  const plan = openPlan(site, words, assets);
  return pageKinds.flatMap((kind) => kind.pages(plan));
}

export const pageKinds: readonly PageKind[] = [
  gateway,
  notFound,
  home,
  article,
  share,
  standing,
  lists,
  indexes,
];

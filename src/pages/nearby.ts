// What is the same for many pages. In the folders of the years lie nearly all pages, and nothing else that pages lead
// to but one another: from two pages there that are equally deep, anything outside of them has the same address. The
// same holds for the lists of one kind, which lie in `vi/tags` and in folders of it for their second and later pages. So
// what leads only there is made once for each depth.
import type { Article } from "../model/article.js";
import type { Lang } from "../model/lang.js";
import { once } from "../model/once.js";
import type { OutPath } from "../model/paths.js";
import type { Collection } from "../model/site.js";
import { listFolder, listFolderOf } from "../site/urls.js";
import type { Masthead } from "./masthead.js";
import { latestIn, type Plan } from "./plan.js";
import type { Surroundings } from "./surroundings.js";
import type { PhotoTeaser } from "./teasers.js";
import type { LabelLink } from "./view.js";

export interface Nearby {
  /** Of lists, the folder of their kind, `vi/tags/`. */
  readonly lists: string | undefined;
  surroundings?: Surroundings;
  /** By the pages that are marked in them. */
  readonly mastheads: Map<string, Masthead>;
  /** The pages of the site that a masthead leads to and would mark; empty before there is one. */
  readonly linked: Set<OutPath>;
  readonly links: Map<Collection, LabelLink>;
  /** Of lists: all but the first of a page; undefined elsewhere, and where there are too many articles. */
  readonly teasers: Teasers | undefined;
}

/** Lists of other kinds have the same, but for those that teasers lead to. */
export type Teasers = Map<Article, PhotoTeaser>;

/** Of each language and depth; with their HTML they take 2 KB each. */
export const mostTeasers = 5000;
/** Of a language: where there are more, a teaser is forgotten before it comes again, and memory is short. */
const manyArticles = 4 * mostTeasers;

/** Undefined for pages elsewhere. */
export function nearbyOf(plan: Plan, lang: Lang, path: OutPath): Nearby | undefined {
  const isInYears = /^\/\d{4}\//.test(path.slice(lang.length, lang.length + 6)) && path.startsWith(lang);
  const lists = isInYears ? undefined : listFolderOf(lang, path);
  if (!isInYears && lists === undefined) return undefined;
  const depth = depthOf(path);
  const key = `${lists ?? lang} ${depth}`;
  return once(plan.nearby, key, () => ({
    lists,
    mastheads: new Map(),
    linked: new Set(),
    links: new Map(),
    teasers: lists === undefined ? undefined : teasersOf(plan, lang, lists, depth),
  }));
}

function teasersOf({ site, teasers }: Plan, lang: Lang, lists: string, depth: number): Teasers | undefined {
  if (latestIn(site, lang).length > manyArticles) return undefined;
  const key = lists === listFolder("section", lang) ? lists : lang;
  return once(teasers, `${key} ${depth}`, () => new Map());
}

function depthOf(path: OutPath): number {
  let depth = 0;
  for (let i = path.indexOf("/"); i !== -1; i = path.indexOf("/", i + 1)) depth++;
  return depth;
}

/** True where a page has the same address from all of these: it does not lie in a folder that some of them lie in too. */
export function isSeenAlike({ lists }: Nearby, path: OutPath): boolean {
  return lists === undefined || !path.startsWith(lists) || !path.includes("/", lists.length);
}

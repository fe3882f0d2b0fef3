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
import type { Plan } from "./plan.js";
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
  /** Of lists: all but the first of a page. Lists of other kinds have the same, but for those that teasers lead to. */
  readonly teasers: Map<Article, PhotoTeaser>;
}

/** Undefined for pages elsewhere. */
export function nearbyOf({ nearby, teasers }: Plan, lang: Lang, path: OutPath): Nearby | undefined {
  const isInYears = /^\/\d{4}\//.test(path.slice(lang.length, lang.length + 6)) && path.startsWith(lang);
  const lists = isInYears ? undefined : listFolderOf(lang, path);
  if (!isInYears && lists === undefined) return undefined;
  const depth = depthOf(path);
  const key = `${lists ?? lang} ${depth}`;
  const known = nearby.get(key);
  if (known !== undefined) return known;
  const hasOthersTeasers = lists !== undefined && lists !== listFolder("section", lang);
  const made: Nearby = {
    lists,
    mastheads: new Map(),
    linked: new Set(),
    links: new Map(),
    teasers: once(teasers, hasOthersTeasers ? `${lang} lists ${depth}` : key, () => new Map()),
  };
  nearby.set(key, made);
  return made;
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

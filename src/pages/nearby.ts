// What is the same for many pages. In the folders of the years lie nearly all pages, and nothing else that pages lead
// to but one another: from two pages there that are equally deep, anything outside of them has the same address. So
// what leads only there is made once for each depth.
import type { Lang } from "../model/lang.js";
import type { OutPath } from "../model/paths.js";
import type { Collection } from "../model/site.js";
import type { Masthead } from "./masthead.js";
import type { Plan } from "./plan.js";
import type { Surroundings } from "./surroundings.js";
import type { LabelLink } from "./view.js";

export interface Nearby {
  surroundings?: Surroundings;
  /** By the list that is marked in them. */
  readonly mastheads: Map<OutPath | undefined, Masthead>;
  readonly links: Map<Collection, LabelLink>;
}

/** Undefined for pages elsewhere. */
export function nearbyOf({ nearby }: Plan, lang: Lang, path: OutPath): Nearby | undefined {
  const depth = depthInYears(lang, path);
  if (depth === undefined) return undefined;
  const key = `${lang} ${depth}`;
  const known = nearby.get(key) ?? { mastheads: new Map(), links: new Map() };
  nearby.set(key, known);
  return known;
}

/** How deep a page lies in the folder of a year of its language, `vi/2023`; undefined elsewhere. */
function depthInYears(lang: Lang, path: OutPath): number | undefined {
  const start = lang.length + 1;
  if (!path.startsWith(lang) || !/^\/\d{4}\//.test(path.slice(lang.length, start + 5))) return undefined;
  let depth = 0;
  for (let i = path.indexOf("/", start); i !== -1; i = path.indexOf("/", i + 1)) depth++;
  return depth;
}

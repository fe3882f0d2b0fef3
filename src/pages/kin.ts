// What makes articles of one language related, as numbers side by side: looking at a hundred articles for each one
// would otherwise run all over the memory, which costs far more than the comparing.
import type { Lang } from "../model/lang.js";
import type { Collection, LinkedArticle, Site } from "../model/site.js";
import { latestIn, type Plan } from "./plan.js";

/** Articles go by their place among all of their language, newest first; tags and sections by a number of their own. */
export interface Kin {
  readonly articles: readonly LinkedArticle[];
  readonly placeOf: ReadonlyMap<LinkedArticle, number>;
  /** Milliseconds, by article. */
  readonly instants: Float64Array;
  /** By article; -1 where there is none. */
  readonly sections: Int32Array;
  /** The tags of article n are those from `tagsFrom[n]` to `tagsFrom[n + 1]`. */
  readonly tags: Int32Array;
  readonly tagsFrom: Int32Array;
  /** The articles of each tag or section, by its number, newest first. */
  readonly shelves: readonly (readonly number[])[];
}

export function kinIn(plan: Plan, lang: Lang): Kin {
  const kin = plan.kin.get(lang) ?? findKin(plan.site, lang);
  plan.kin.set(lang, kin);
  return kin;
}

export function findKin(site: Site, lang: Lang): Kin {
  const articles = latestIn(site, lang);
  const numbers = new Map<Collection, number>();
  const shelves: number[][] = [];
  const shelve = (place: number, collection: Collection) => {
    const number = numbers.get(collection) ?? shelves.push([]) - 1;
    numbers.set(collection, number);
    shelves[number]?.push(place);
    return number;
  };
  const tags = articles.map((linked, place) => linked.tags.map((tag) => shelve(place, tag)));
  const tagsFrom = new Int32Array(articles.length + 1);
  for (const [place, own] of tags.entries()) tagsFrom[place + 1] = (tagsFrom[place] ?? 0) + own.length;
  return {
    articles,
    placeOf: new Map(articles.map((linked, place) => [linked, place])),
    instants: Float64Array.from(articles, ({ date }) => date.instant),
    sections: Int32Array.from(articles, ({ section }, place) =>
      section === undefined ? -1 : shelve(place, section),
    ),
    tags: Int32Array.from(tags.flat()),
    tagsFrom,
    shelves,
  };
}

/** How much two articles have in common: a shared tag says more than a shared section. */
export function closeness({ sections, tags, tagsFrom }: Kin, one: number, other: number): number {
  const section = sections[one] ?? -1;
  let score = section !== -1 && section === sections[other] ? 1 : 0;
  const [from = 0, to = 0] = [tagsFrom[one], tagsFrom[one + 1]];
  const [otherFrom = 0, otherTo = 0] = [tagsFrom[other], tagsFrom[other + 1]];
  for (let i = from; i < to; i++) {
    for (let j = otherFrom; j < otherTo; j++) if (tags[i] === tags[j]) score += 2;
  }
  return score;
}

// What makes articles of one language related, as numbers side by side: looking at a hundred articles for each one
// would otherwise run all over the memory, which costs far more than the comparing.
import type { Lang } from "../model/lang.js";
import type { Collection, LinkedArticle, Site } from "../model/site.js";
import { countArticles, latestIn, type Plan } from "./plan.js";

/** Articles go by their place among all of their language, newest first; tags and sections by a number of their own. */
export interface Kin {
  readonly articles: readonly LinkedArticle[];
  /** By the article's number in the site; -1 for those in other languages. */
  readonly places: Int32Array;
  /** Milliseconds, by article. */
  readonly instants: Float64Array;
  /** By article; -1 where there is none. */
  readonly sections: Int32Array;
  /** The tags of article n are those from `tagsFrom[n]` to `tagsFrom[n + 1]`. */
  readonly tags: Int32Array;
  readonly tagsFrom: Int32Array;
  /** Of each of `tags` and of `sections`: where its shelf holds the first article that is not newer than this one. */
  readonly tagMiddles: Int32Array;
  readonly sectionMiddles: Int32Array;
  /** By article, a bit for each of its tags; two tags may have the same. */
  readonly tagBits: Int32Array;
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
  const instants = Float64Array.from(articles, ({ date }) => date.instant);
  const numbers = new Map<Collection, number>();
  const shelves: number[][] = [];
  /** Of what was put on each shelf last. */
  const middles: number[] = [];
  const shelve = (place: number, collection: Collection): number => {
    const number = numbers.get(collection) ?? shelves.push([]) - 1;
    numbers.set(collection, number);
    const shelf = shelves[number] ?? [];
    const isOlder = instants[shelf.at(-1) ?? -1] !== instants[place];
    if (isOlder) middles[number] = shelf.length;
    shelf.push(place);
    return number;
  };
  const count = articles.reduce((sum, { tags }) => sum + tags.length, 0);
  const [tags, tagMiddles] = [new Int32Array(count), new Int32Array(count)];
  const [sections, sectionMiddles] = [new Int32Array(articles.length), new Int32Array(articles.length)];
  const tagsFrom = new Int32Array(articles.length + 1);
  const tagBits = new Int32Array(articles.length);
  const places = new Int32Array(countArticles(site)).fill(-1);
  let next = 0;
  for (const [place, linked] of articles.entries()) {
    places[linked.number] = place;
    for (const tag of linked.tags) {
      const number = shelve(place, tag);
      tags[next] = number;
      tagMiddles[next++] = middles[number] ?? 0;
      tagBits[place] = (tagBits[place] ?? 0) | bitOf(number);
    }
    tagsFrom[place + 1] = next;
    const section = linked.section === undefined ? -1 : shelve(place, linked.section);
    sections[place] = section;
    sectionMiddles[place] = middles[section] ?? 0;
  }
  return {
    ...{ articles, places, instants, shelves },
    ...{ sections, sectionMiddles, tags, tagsFrom, tagMiddles, tagBits },
  };
}

/** Of the shelf with this number, on which the article is. */
export function middleOn(kin: Kin, shelf: number, place: number): number {
  const { tags, tagsFrom, tagMiddles, sectionMiddles } = kin;
  const [from = 0, to = 0] = [tagsFrom[place], tagsFrom[place + 1]];
  for (let i = from; i < to; i++) if (tags[i] === shelf) return tagMiddles[i] ?? 0;
  return sectionMiddles[place] ?? 0;
}

export function bitOf(tag: number): number {
  return 1 << (tag & 31);
}

/** How many. */
export function tagsInCommon({ tags, tagsFrom }: Kin, one: number, other: number): number {
  let count = 0;
  const [from = 0, to = 0] = [tagsFrom[one], tagsFrom[one + 1]];
  const [otherFrom = 0, otherTo = 0] = [tagsFrom[other], tagsFrom[other + 1]];
  for (let i = from; i < to; i++) {
    for (let j = otherFrom; j < otherTo; j++) if (tags[i] === tags[j]) count++;
  }
  return count;
}

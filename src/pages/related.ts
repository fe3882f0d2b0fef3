// Related stories: those that share tags or the section, the nearest in time first. The work for one article is
// bounded: only its neighbours in each list are looked at, however long the list is.
import type { Collection, LinkedArticle } from "../model/site.js";
import { articlesIn } from "./plan.js";

/** Up to `count` articles in the article's language, the closest first; never the article itself. */
export function relatedTo(linked: LinkedArticle, count: number): LinkedArticle[] {
  const candidates = new Set<LinkedArticle>();
  for (const list of relatedLists(linked)) {
    const newestFirst = articlesIn(list, linked.lang);
    for (const near of newestFirst.slice(...nearestIn(newestFirst, linked))) candidates.add(near);
  }
  candidates.delete(linked);
  const score = new Map([...candidates].map((candidate) => [candidate, closeness(linked, candidate)]));
  const apart = ({ date }: LinkedArticle) => Math.abs(date.instant - linked.date.instant);
  return [...candidates]
    .sort(
      (a, b) =>
        (score.get(b) ?? 0) - (score.get(a) ?? 0) || apart(a) - apart(b) || (a.path < b.path ? -1 : 1),
    )
    .slice(0, count);
}

/** The lists in which related articles are looked for. */
export function relatedLists({ tags, section }: LinkedArticle): Collection[] {
  return [...tags.slice(0, tagsAtMost), ...(section === undefined ? [] : [section])];
}

const tagsAtMost = 8;
/** Looked at in each list, on either side of the article's date. */
const window = 8;

/** From where to where, the end left out, a list is looked at. */
export function nearestIn(
  newestFirst: readonly LinkedArticle[],
  { date }: Pick<LinkedArticle, "date">,
): [number, number] {
  let [low, high] = [0, newestFirst.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((newestFirst[middle]?.date.instant ?? 0) > date.instant) low = middle + 1;
    else high = middle;
  }
  return [Math.max(0, low - window), Math.min(newestFirst.length, low + window + 1)];
}

/** A shared tag says more than a shared section. */
function closeness(one: LinkedArticle, other: LinkedArticle): number {
  const shared = one.tags.filter((tag) => other.tags.includes(tag)).length;
  const sameSection = one.section !== undefined && one.section === other.section ? 1 : 0;
  return 2 * shared + sameSection;
}

// Related stories: those that share tags or the section, the nearest in time first. The work for one article is
// bounded: only its neighbours in each list are looked at, however long the list is.
import type { LinkedArticle } from "../model/site.js";
import { articlesIn } from "./plan.js";

/** Up to `count` articles in the article's language, the closest first; never the article itself. */
export function relatedTo(linked: LinkedArticle, count: number): LinkedArticle[] {
  const { lang, section, tags } = linked;
  const best: Candidate[] = [];
  for (let i = 0; i < tags.length && i < tagsAtMost; i++) {
    const tag = tags[i];
    if (tag !== undefined) addNeighbours(best, articlesIn(tag, lang), { linked, count });
  }
  if (section !== undefined) addNeighbours(best, articlesIn(section, lang), { linked, count });
  return best.map((candidate) => candidate.linked);
}

interface Candidate {
  readonly linked: LinkedArticle;
  readonly score: number;
  /** Milliseconds between the two articles. */
  readonly apart: number;
}

interface Wanted {
  readonly linked: LinkedArticle;
  readonly count: number;
}

const tagsAtMost = 8;
/** Looked at in each list, on either side of the article's date. */
const window = 8;

function addNeighbours(
  best: Candidate[],
  newestFirst: readonly LinkedArticle[],
  { linked, count }: Wanted,
): void {
  const middle = placeOf(newestFirst, linked.date.instant);
  const end = Math.min(newestFirst.length, middle + window + 1);
  for (let i = Math.max(0, middle - window); i < end; i++) {
    const other = newestFirst[i];
    if (other === undefined || other === linked) continue;
    const apart = Math.abs(other.date.instant - linked.date.instant);
    addCandidate(best, { linked: other, score: closeness(linked, other), apart }, count);
  }
}

/** Index of the first article that is not newer than `instant`. */
function placeOf(newestFirst: readonly LinkedArticle[], instant: number): number {
  let [low, high] = [0, newestFirst.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((newestFirst[middle]?.date.instant ?? 0) > instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * `best` stays in order and no longer than `count`. What did not get in, or was pushed out, never gets in later: the
 * last of `best` only gets better. So one that comes again is either there or refused again.
 */
function addCandidate(best: Candidate[], candidate: Candidate, count: number): void {
  let place = best.length;
  for (; place > 0; place--) {
    const before = best[place - 1];
    if (before === undefined || isCloser(before, candidate)) break;
    if (before.linked === candidate.linked) return;
  }
  if (place >= count) return;
  best.splice(place, 0, candidate);
  if (best.length > count) best.pop();
}

function isCloser(one: Candidate, other: Candidate): boolean {
  if (one.score !== other.score) return one.score > other.score;
  if (one.apart !== other.apart) return one.apart < other.apart;
  return one.linked.path < other.linked.path;
}

/** A shared tag says more than a shared section. */
function closeness(one: LinkedArticle, other: LinkedArticle): number {
  let score = one.section !== undefined && one.section === other.section ? 1 : 0;
  for (const tag of one.tags) if (other.tags.includes(tag)) score += 2;
  return score;
}

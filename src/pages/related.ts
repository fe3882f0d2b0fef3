// Related stories: those that share tags or the section, the nearest in time first. The work for one article is
// bounded: only its neighbours in each list are looked at, however long the list is.
import type { LinkedArticle } from "../model/site.js";
import { closeness, type Kin } from "./kin.js";

/** Up to `count` articles in the article's language, the closest first; never the article itself. */
export function relatedTo(kin: Kin, linked: LinkedArticle, count: number): LinkedArticle[] {
  const own = kin.placeOf.get(linked);
  if (own === undefined) return [];
  const best: Candidate[] = [];
  const [from = 0, to = 0] = [kin.tagsFrom[own], kin.tagsFrom[own + 1]];
  for (let i = from; i < to && i < from + tagsAtMost; i++) {
    addNeighbours(best, kin.tags[i], { kin, own, count });
  }
  addNeighbours(best, kin.sections[own], { kin, own, count });
  return best.flatMap(({ place }) => kin.articles[place] ?? []);
}

interface Candidate {
  readonly place: number;
  readonly score: number;
  /** Milliseconds between the two articles. */
  readonly apart: number;
}

interface Wanted {
  readonly kin: Kin;
  readonly own: number;
  readonly count: number;
}

const tagsAtMost = 8;
/** Looked at in each list, on either side of the article's date. */
const window = 8;

function addNeighbours(best: Candidate[], number: number | undefined, wanted: Wanted): void {
  const { kin, own } = wanted;
  const shelf = kin.shelves[number ?? -1] ?? [];
  const instant = kin.instants[own] ?? 0;
  const middle = middleOf(shelf, kin.instants, instant);
  const end = Math.min(shelf.length, middle + window + 1);
  for (let i = Math.max(0, middle - window); i < end; i++) {
    const place = shelf[i] ?? own;
    if (place === own) continue;
    const apart = Math.abs((kin.instants[place] ?? 0) - instant);
    addCandidate(best, { place, score: closeness(kin, own, place), apart }, wanted);
  }
}

/** Index of the first article that is not newer than `instant`. */
function middleOf(shelf: readonly number[], instants: Float64Array, instant: number): number {
  let [low, high] = [0, shelf.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instants[shelf[middle] ?? 0] ?? 0) > instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * `best` stays in order and no longer than `count`. What did not get in, or was pushed out, never gets in later: the
 * last of `best` only gets better. So one that comes again is either there or refused again.
 */
function addCandidate(best: Candidate[], candidate: Candidate, { kin, count }: Wanted): void {
  let place = best.length;
  for (; place > 0; place--) {
    const before = best[place - 1];
    if (before === undefined || isCloser(kin, before, candidate)) break;
    if (before.place === candidate.place) return;
  }
  if (place >= count) return;
  best.splice(place, 0, candidate);
  if (best.length > count) best.pop();
}

function isCloser({ articles }: Kin, one: Candidate, other: Candidate): boolean {
  if (one.score !== other.score) return one.score > other.score;
  if (one.apart !== other.apart) return one.apart < other.apart;
  return (articles[one.place]?.path ?? "") < (articles[other.place]?.path ?? "");
}

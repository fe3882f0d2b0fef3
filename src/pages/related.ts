// Related stories: those that share tags or the section, the nearest in time first. The work for one article is
// bounded: only its neighbours in each list are looked at, however long the list is.
import type { LinkedArticle } from "../model/site.js";
import { bitOf, type Kin, middleOn, tagsInCommon } from "./kin.js";

/** Up to `count` articles in the article's language, the closest first; never the article itself. */
export function relatedTo(kin: Kin, linked: LinkedArticle, count: number): LinkedArticle[] {
  const own = kin.places[linked.number] ?? -1;
  if (own === -1) return [];
  const best: Candidate[] = [];
  for (const near of windowsOf(kin, own)) addNeighbours(best, near, { kin, own, count });
  return best.map(({ place }) => kin.articles[place]).filter((one) => one !== undefined);
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

/** Part of a list: from the first to just before the second. */
export interface Window {
  readonly shelf: readonly number[];
  readonly from: number;
  readonly to: number;
  /** The number of the tag of which it is; -1 for a section. */
  readonly tag: number;
}

/** Where the related of an article are looked for: its tags and its section, around its date. */
export function windowsOf(kin: Kin, own: number): Window[] {
  const { shelves, tags, tagsFrom, tagMiddles, sections, sectionMiddles } = kin;
  const windows: Window[] = [];
  const [from = 0, to = 0] = [tagsFrom[own], tagsFrom[own + 1]];
  for (let i = from; i < to && i < from + tagsAtMost; i++) {
    const tag = tags[i] ?? -1;
    windows.push(windowAt(shelves[tag] ?? [], tagMiddles[i] ?? 0, tag));
  }
  const section = shelves[sections[own] ?? -1];
  if (section !== undefined) windows.push(windowAt(section, sectionMiddles[own] ?? 0, -1));
  return windows;
}

function windowAt(shelf: readonly number[], middle: number, tag: number): Window {
  return {
    shelf,
    from: Math.max(0, middle - eitherSide),
    to: Math.min(shelf.length, middle + eitherSide + 1),
    tag,
  };
}

/** The places of all for which an article may be among the related, and some more. */
export function mayRelateTo(kin: Kin, own: number): Set<number> {
  const { shelves, tags, tagsFrom, sections } = kin;
  const found = new Set<number>();
  for (const number of [...tags.subarray(tagsFrom[own], tagsFrom[own + 1]), sections[own] ?? -1]) {
    const shelf = shelves[number] ?? [];
    const at = shelf.indexOf(own);
    // The middle of a window comes no later in the list than the article itself.
    for (let i = Math.max(0, at - eitherSide); i < shelf.length; i++) {
      const place = shelf[i] ?? own;
      if (middleOn(kin, number, place) > at + eitherSide) break;
      found.add(place);
    }
  }
  return found;
}

const tagsAtMost = 8;
/** Looked at in each list, on either side of the article's date. */
const eitherSide = 8;

function addNeighbours(best: Candidate[], { shelf, from, to, tag }: Window, wanted: Wanted): void {
  const { kin, own, count } = wanted;
  const { instants, sections, tagBits } = kin;
  const instant = instants[own] ?? 0;
  const section = sections[own] ?? -1;
  const others = bitsBeside(kin, own, tag);
  for (let i = from; i < to; i++) {
    const place = shelf[i] ?? own;
    if (place === own) continue;
    // Most have this tag alone in common, and nobody need look at the tags one by one.
    const isKnown = tag !== -1 && ((tagBits[place] ?? 0) & others) === 0;
    const tagsShared = isKnown ? 1 : tagsInCommon(kin, own, place);
    // A shared tag says more than a shared section.
    const score = 2 * tagsShared + (section !== -1 && section === sections[place] ? 1 : 0);
    const apart = Math.abs((instants[place] ?? 0) - instant);
    // Nearly all are refused: nothing is made of those.
    const last = best[count - 1];
    if (last !== undefined && leadOf(last, score, apart) > 0) continue;
    addCandidate(best, { place, score, apart }, wanted);
  }
}

/** Of the article's tags but for one. */
function bitsBeside({ tags, tagsFrom }: Kin, own: number, tag: number): number {
  let bits = 0;
  const [from = 0, to = 0] = [tagsFrom[own], tagsFrom[own + 1]];
  for (let i = from; i < to; i++) if (tags[i] !== tag) bits |= bitOf(tags[i] ?? 0);
  return bits;
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
  const lead = leadOf(one, other.score, other.apart);
  return lead === 0 ? (articles[one.place]?.path ?? "") < (articles[other.place]?.path ?? "") : lead > 0;
}

/** Above 0 where the candidate is closer than what has this score and is so far apart; 0 where neither is. */
function leadOf(candidate: Candidate, score: number, apart: number): number {
  return candidate.score - score || apart - candidate.apart;
}

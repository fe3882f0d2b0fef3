// An article as lists show it: what leads a reader to it.
import { keepSome } from "../model/keep-some.js";
import { recurring } from "../model/recurring.js";
import type { LinkedArticle } from "../model/site.js";
import { photoHtml, photoOf } from "../site/photos.js";
import { mostTeasers } from "./nearby.js";
import { collectionLink, type DateText, dateText, type LabelLink, type View } from "./view.js";

export interface Teaser {
  readonly title: string;
  readonly href: string;
  readonly date: DateText;
  /** The lead, else the first paragraph, plain; "" where there is neither. */
  readonly summary: string;
  readonly section: LabelLink | undefined;
}

export interface PhotoTeaser extends Teaser {
  /** The cover as a `<picture>`, "" where there is none. */
  readonly photoHtml: string;
}

export function teaserOf(view: View, linked: LinkedArticle): Teaser {
  return photoTeaserOf(view, linked);
}

/** Where the teaser stands; `isFirst` where a reader sees it before scrolling. */
export interface TeaserPlace {
  readonly place: "lead" | "second" | "block" | "list" | "related";
  readonly isFirst?: boolean;
}

/** In a list, but for its first: the same on all its pages and in other lists. */
export function listTeaserOf(view: View, linked: LinkedArticle): PhotoTeaser {
  const teasers = view.nearby?.teasers;
  const known = teasers?.get(linked.article);
  if (known !== undefined) return known;
  const teaser = photoTeaserOf(view, linked, { place: "list" });
  if (teasers === undefined) return teaser;
  const kept = recurring(teaser);
  keepSome(teasers, linked.article, kept, mostTeasers);
  return kept;
}

/** Without a place the teaser has no photo. */
export function photoTeaserOf(view: View, linked: LinkedArticle, place?: TeaserPlace): PhotoTeaser {
  const { article, date, path, section } = linked;
  return {
    title: article.meta.title,
    href: view.url(path),
    date: dateText(view, date),
    summary: article.description,
    section: section && collectionLink(view, section),
    photoHtml: place === undefined ? "" : photoOfTeaser(view, linked, place),
  };
}

function photoOfTeaser(
  { plan, url }: View,
  { cover }: LinkedArticle,
  { place, isFirst = false }: TeaserPlace,
): string {
  const photo = cover && photoOf(plan.site, cover.beside, cover.path);
  // The title beside it says what it is about, so the photo is decoration to a screen reader.
  return photo === undefined ? "" : photoHtml(photo, "", { url, place, eager: isFirst });
}

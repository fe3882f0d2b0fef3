// An article as lists show it: what leads a reader to it.
import type { LinkedArticle } from "../model/site.js";
import { photoHtml, photoOf } from "../site/photos.js";
import { collectionLink, type DateText, dateText, type LabelLink, type View } from "./view.js";

export interface Teaser {
  readonly title: string;
  readonly href: string;
  readonly date: DateText;
  /** The lead, else the first paragraph, plain; "" where there is neither. */
  readonly summary: string;
  readonly section?: LabelLink;
}

export interface PhotoTeaser extends Teaser {
  /** The cover as a `<picture>`, "" where there is none. */
  readonly photoHtml: string;
}

export function teaserOf(view: View, linked: LinkedArticle): Teaser {
  return {
    title: linked.article.meta.title,
    href: view.url(linked.path),
    date: dateText(view, linked.date),
    summary: linked.article.description,
    ...(linked.section === undefined ? {} : { section: collectionLink(view, linked.section) }),
  };
}

/** Where the teaser stands; `isFirst` where a reader sees it before scrolling. */
export interface TeaserPlace {
  readonly place: "lead" | "second" | "block" | "list" | "related";
  readonly isFirst?: boolean;
}

export function photoTeaserOf(
  view: View,
  linked: LinkedArticle,
  { place, isFirst = false }: TeaserPlace,
): PhotoTeaser {
  const { cover } = linked;
  const photo = cover && photoOf(view.plan.site, cover.beside, cover.path);
  if (photo === undefined) return { ...teaserOf(view, linked), photoHtml: "" };
  // The title beside it says what it is about, so the photo is decoration to a screen reader.
  const html = photoHtml(photo, "", {
    url: view.url,
    place,
    eager: isFirst,
  });
  return { ...teaserOf(view, linked), photoHtml: html };
}

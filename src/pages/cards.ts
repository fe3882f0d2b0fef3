// The card of each page, in words: which section, title and date it shows. Pages without a card of their own are
// shared under the card of their language's home.

import { cardSizes, type PageCard } from "../model/image.js";
import type { Lang } from "../model/lang.js";
import type { OutPath } from "../model/paths.js";
import type { Collection, LinkedArticle } from "../model/site.js";
import { type CardSubject, cardPhoto, planCard } from "../site/cards.js";
import { absoluteUrl, listPath } from "../site/urls.js";
import { kindWords } from "./kind-words.js";
import { editionOf, type Plan } from "./plan.js";
import { collectionLabel, openView, type View } from "./view.js";

export interface CardData {
  readonly alt: string;
  readonly wide: CardImage;
  readonly square: CardImage;
}

export interface CardImage {
  readonly href: string;
  /** For other sites; "" without a `url` in the configuration. */
  readonly absolute: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The card as a page names it. */
export function cardData({ plan, url }: View, card: PageCard): CardData {
  const image = (path: OutPath, width: number, height: number): CardImage => ({
    href: url(path),
    absolute: absoluteUrl(plan.site.config, path) ?? "",
    width,
    height,
  });
  return {
    alt: card.alt,
    wide: image(card.wide.path, cardSizes.wide.width, cardSizes.wide.height),
    square: image(card.square.path, cardSizes.square.width, cardSizes.square.height),
  };
}

export function articleCard(plan: Plan, linked: LinkedArticle): PageCard | undefined {
  const { lang, path, section, date, article } = linked;
  const view = openView(plan, lang, path);
  const photo = cardPhoto(plan.site, linked);
  return cardOf(plan, lang, {
    name: path.slice(path.lastIndexOf("/") + 1).replace(/\.html$/, ""),
    kicker: section === undefined ? "" : collectionLabel(view, section).text,
    title: article.meta.title,
    date: editionOf(plan, lang).formatCardDate(date),
    ...(photo === undefined ? {} : { photo }),
  });
}

/** Months and the latest are no subjects to share: they have the card of the home page. */
export function collectionCard(plan: Plan, collection: Collection, lang: Lang): PageCard | undefined {
  const { kind, id } = collection;
  if (kind === "latest" || kind === "month") return homeCard(plan, lang);
  const view = openView(plan, lang, listPath(kind, lang, id, 1));
  return cardOf(plan, lang, {
    name: `${kind}-${id}`,
    // An issue's name says already that it is one.
    kicker: kind === "issue" ? "" : view.t(kindWords[kind].one),
    title: collectionLabel(view, collection).text,
    date: "",
  });
}

export function homeCard(plan: Plan, lang: Lang): PageCard | undefined {
  const { title, publisher } = plan.site.config;
  const name = title[lang] ?? "";
  return cardOf(plan, lang, { name: "home", kicker: publisher[lang] ?? "", title: name, date: "" });
}

interface Said extends Omit<CardSubject, "texts"> {
  readonly kicker: string;
  readonly title: string;
  readonly date: string;
}

function cardOf(plan: Plan, lang: Lang, { kicker, title, date, ...subject }: Said): PageCard | undefined {
  const name = plan.site.config.title[lang] ?? "";
  return planCard(plan.site, { ...subject, texts: { lang, kicker, title, date, name } });
}

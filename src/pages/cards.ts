// The card of each page, in words: which section, title and date it shows. Pages without a card of their own are
// shared under the card of their language's home.
import { cardSizes, type PageCard, type QrFile } from "../model/image.js";
import type { Lang } from "../model/lang.js";
import type { OutPath } from "../model/paths.js";
import { fitsQr } from "../model/qr.js";
import type { Collection, LinkedArticle } from "../model/site.js";
import { type CardSubject, cardPhoto, planCard, planQr } from "../site/cards.js";
import { absoluteUrl, listPath } from "../site/urls.js";
import { kindWords } from "./kind-words.js";
import { articlesIn, editionOf, type Plan } from "./plan.js";
import { makeQrSquares } from "./qr.js";
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
  return once(plan, linked, () => {
    const { lang, path, section, date, article } = linked;
    const photo = cardPhoto(plan.site, linked);
    return cardOf(plan, lang, {
      name: stemOf(path),
      kicker: section === undefined ? "" : collectionLabel(openView(plan, lang, path), section).text,
      title: article.meta.title,
      date: editionOf(plan, lang).formatCardDate(date),
      ...(photo === undefined ? {} : { photo }),
    });
  });
}

/** The code of an article's address, to keep; absent without a `url`, without cards, and where `share:` asks for none. */
export function articleQr({ site }: Plan, { lang, path }: LinkedArticle): QrFile | undefined {
  if (site.config.cards === false) return undefined;
  const address = site.config.share.includes("qr") ? absoluteUrl(site.config, path) : undefined;
  if (address === undefined || !fitsQr(address)) return undefined;
  return planQr(site, { lang, name: stemOf(path), address, squares: () => makeQrSquares(address) });
}

function stemOf(path: OutPath): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.html$/, "");
}

/** Months and the latest are no subjects to share: they have the card of the home page. */
export function collectionCard(plan: Plan, collection: Collection, lang: Lang): PageCard | undefined {
  const { kind, id } = collection;
  if (kind === "latest" || kind === "month") return homeCard(plan, lang);
  // A collection has one list of articles in each language, and one card.
  return once(plan, articlesIn(collection, lang), () => {
    const view = openView(plan, lang, listPath(kind, lang, id, 1));
    return cardOf(plan, lang, {
      name: `${kind}-${id}`,
      // An issue's name says already that it is one.
      kicker: kind === "issue" ? "" : view.t(kindWords[kind].one),
      title: collectionLabel(view, collection).text,
      date: "",
    });
  });
}

export function homeCard(plan: Plan, lang: Lang): PageCard | undefined {
  return once(plan, editionOf(plan, lang), () => {
    const { title, publisher } = plan.site.config;
    const name = title[lang] ?? "";
    return cardOf(plan, lang, { name: "home", kicker: publisher[lang] ?? "", title: name, date: "" });
  });
}

function once({ site, cards }: Plan, about: object, make: () => PageCard | undefined): PageCard | undefined {
  if (site.config.cards === false) return undefined;
  if (!cards.has(about)) cards.set(about, make());
  return cards.get(about);
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

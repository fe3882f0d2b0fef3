// What networks, feed readers and browsers find in a page's head: the card that Zalo and Facebook draw, the feeds, the
// manifest, the colours, the facts for search engines. Absolute addresses only where the configuration has a `url`.
import type { ByLang, Lang } from "../model/lang.js";
import type { Moment } from "../model/moment.js";
import type { OutPath } from "../model/paths.js";
import type { Collection, LinkedArticle } from "../model/site.js";
import { absoluteUrl, listFeedPath } from "../site/urls.js";
import { modifiedOf, type Picture, pictureOf } from "./article-facts.js";
import type { CardData } from "./cards.js";
import { hasFeed } from "./feeds.js";
import { editionOf } from "./plan.js";
import { structuredJson } from "./structured-data.js";
import { atom, type FeedLink } from "./surroundings.js";
import { collectionLabel, type View } from "./view.js";

/** What a page is about, as far as machines care. */
export interface Subject {
  /** The article that the page shows or passes on. */
  readonly article?: LinkedArticle;
  /** The collection that the page lists. */
  readonly collection?: Collection;
  /** The way from the front page to this one, for search engines; the page itself the last, home left out. */
  readonly trail?: (view: View) => readonly Step[];
  /** When what the page shows last changed. */
  readonly modified?: Moment;
}

export interface Step {
  readonly text: string;
  readonly path: OutPath;
}

export interface Discovery {
  /** In the order in which they are printed; `article:tag` may come again. Empty on 404.html. */
  readonly openGraph: readonly Entry[];
  /** `summary_large_image`, or `summary` where there is no picture. */
  readonly twitterCard: string;
  readonly feeds: readonly FeedLink[];
  /** "" on pages that search engines are not to list. */
  readonly structuredJsonHtml: string;
}

interface Entry {
  readonly property: string;
  readonly content: string;
}

/** The parts of a page's plan that are told here. */
interface Told extends Subject {
  readonly path: OutPath;
  readonly lang: Lang;
  readonly description?: string;
  readonly alternates?: ByLang<OutPath>;
  readonly insteadOf?: OutPath;
}

interface Known {
  /** The feeds of everything new. */
  readonly feeds: readonly FeedLink[];
  /** Undefined on 404.html. */
  readonly canonical: OutPath | undefined;
  readonly title: string;
  readonly card: CardData | undefined;
}

export function discoveryOf(view: View, told: Told, known: Known): Discovery {
  const { canonical, title, card, feeds } = known;
  const { plan } = view;
  // Search engines get the photo; a network shows the card that was drawn for it.
  const photo = told.article && pictureOf(plan, told.article);
  const picture = shownAs(card) ?? photo;
  const isListed = canonical !== undefined && told.insteadOf === undefined;
  return {
    openGraph: canonical === undefined ? [] : openGraphOf(view, told, { canonical, title, picture }),
    twitterCard: picture === undefined ? "summary" : "summary_large_image",
    feeds: feedsOf(view, told, feeds),
    structuredJsonHtml: isListed ? structuredJson(view, told, photo) : "",
  };
}

interface Shown {
  readonly canonical: OutPath;
  readonly title: string;
  readonly picture: SharedPicture | undefined;
}

type SharedPicture = Pick<Picture, "url" | "width" | "height" | "alt">;

function shownAs(card: CardData | undefined): SharedPicture | undefined {
  if (card === undefined || card.wide.absolute === "") return undefined;
  const { absolute: url, width, height } = card.wide;
  return { url, width, height, alt: card.alt };
}

function openGraphOf(view: View, told: Told, shown: Shown): Discovery["openGraph"] {
  const { site } = view.plan;
  const { article, lang } = told;
  const { picture } = shown;
  const own = article?.article;
  const entries: Entry[] = [];
  const add = (property: string, content = "") => {
    if (content !== "") entries.push({ property, content });
  };
  add("og:type", article === undefined ? "website" : "article");
  add("og:site_name", site.config.title[lang]);
  add("og:title", own?.meta.title ?? shown.title);
  add("og:description", own?.description ?? told.description);
  add("og:url", absoluteUrl(site.config, shown.canonical));
  add("og:locale", editionOf(view.plan, lang).locale);
  for (const other of Object.keys(article?.translations ?? told.alternates ?? {})) {
    const isShown = other !== lang && site.config.languages.includes(other);
    if (isShown) add("og:locale:alternate", editionOf(view.plan, other).locale);
  }
  if (picture !== undefined) {
    add("og:image", picture.url);
    add("og:image:width", String(picture.width));
    add("og:image:height", String(picture.height));
    add("og:image:alt", picture.alt);
  }
  if (article === undefined) return entries;
  add("article:published_time", article.date.iso);
  add("article:modified_time", modifiedOf(article).iso);
  if (article.section !== undefined) add("article:section", collectionLabel(view, article.section).text);
  for (const tag of article.tags) add("article:tag", collectionLabel(view, tag).text);
  return entries;
}

/** The feed of the list that the page shows comes before those of everything. */
function feedsOf(view: View, { lang, collection }: Told, whole: readonly FeedLink[]): readonly FeedLink[] {
  if (collection === undefined || !hasFeed(collection)) return whole;
  const own = {
    type: atom,
    title: view.t("feedOf", { name: collectionLabel(view, collection).text }),
    href: view.url(listFeedPath(collection.kind, lang, collection.id)),
  };
  return [own, ...whole];
}

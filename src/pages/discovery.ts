// What networks, feed readers and browsers find in a page's head: the card that Zalo and Facebook draw, the feeds, the
// manifest, the colours, the facts for search engines. Absolute addresses only where the configuration has a `url`.
import type { ByLang, Lang } from "../model/lang.js";
import type { Moment } from "../model/moment.js";
import type { OutPath } from "../model/paths.js";
import type { Collection, LinkedArticle } from "../model/site.js";
import { absoluteUrl, feedPath, gatewayPath, listFeedPath, manifestPath } from "../site/urls.js";
import { modifiedOf, type Picture, pictureOf } from "./article-facts.js";
import type { CardData } from "./cards.js";
import { hasFeed } from "./feeds.js";
import { papersOf } from "./manifest.js";
import { editionOf } from "./plan.js";
import { structuredJson } from "./structured-data.js";
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
  readonly openGraph: readonly { readonly property: string; readonly content: string }[];
  /** `summary_large_image`, or `summary` where there is no picture. */
  readonly twitterCard: string;
  readonly feeds: readonly { readonly type: string; readonly title: string; readonly href: string }[];
  readonly manifest: string;
  readonly themeColours: { readonly light: string; readonly dark: string };
  /** "" on pages that search engines are not to list. */
  readonly structuredJsonHtml: string;
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
  /** Undefined on 404.html. */
  readonly canonical: OutPath | undefined;
  readonly title: string;
  readonly card: CardData | undefined;
}

export function discoveryOf(view: View, told: Told, { canonical, title, card }: Known): Discovery {
  const { plan, url } = view;
  // Search engines get the photo; a network shows the card that was drawn for it.
  const photo = told.article && pictureOf(plan, told.article);
  const picture = shownAs(card) ?? photo;
  const isListed = canonical !== undefined && told.insteadOf === undefined;
  return {
    openGraph: canonical === undefined ? [] : openGraphOf(view, told, { canonical, title, picture }),
    twitterCard: picture === undefined ? "summary" : "summary_large_image",
    feeds: feedsOf(view, told),
    manifest: url(manifestPath),
    themeColours: papersOf(plan.site.config),
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
  const { article } = told;
  const { picture } = shown;
  const others = Object.keys(article?.translations ?? told.alternates ?? {}).filter(
    (lang) => lang !== told.lang && site.config.languages.includes(lang),
  );
  const own = article?.article;
  const entries: (readonly [string, string | undefined])[] = [
    ["og:type", article === undefined ? "website" : "article"],
    ["og:site_name", site.config.title[told.lang]],
    ["og:title", own?.meta.title ?? shown.title],
    ["og:description", own?.description ?? told.description],
    ["og:url", absoluteUrl(site.config, shown.canonical)],
    ["og:locale", editionOf(view.plan, told.lang).locale],
    ...others.map((lang) => ["og:locale:alternate", editionOf(view.plan, lang).locale] as const),
    ...(picture === undefined ? [] : pictureEntries(picture)),
    ...(article === undefined ? [] : articleEntries(view, article)),
  ];
  return entries.flatMap(([property, content = ""]) => (content === "" ? [] : [{ property, content }]));
}

function pictureEntries({ url, width, height, alt }: SharedPicture): (readonly [string, string])[] {
  return [
    ["og:image", url],
    ["og:image:width", String(width)],
    ["og:image:height", String(height)],
    ["og:image:alt", alt],
  ];
}

function articleEntries(view: View, article: LinkedArticle): (readonly [string, string])[] {
  const { date, section, tags } = article;
  return [
    ["article:published_time", date.iso],
    ["article:modified_time", modifiedOf(article).iso],
    ...(section === undefined ? [] : [["article:section", collectionLabel(view, section).text] as const]),
    ...tags.map((tag) => ["article:tag", collectionLabel(view, tag).text] as const),
  ];
}

function feedsOf(view: View, { path, lang, collection }: Told): Discovery["feeds"] {
  const { t, url, plan } = view;
  const { config } = plan.site;
  const langs = path === gatewayPath ? config.languages : path.startsWith(`${lang}/`) ? [lang] : [];
  const own =
    collection === undefined || !hasFeed(collection)
      ? []
      : [
          {
            type: atom,
            title: t("feedOf", { name: collectionLabel(view, collection).text }),
            href: url(listFeedPath(collection.kind, lang, collection.id)),
          },
        ];
  const whole = langs.flatMap((one) => {
    const title = t("feedOf", { name: config.title[one] ?? one });
    return [
      { type: atom, title, href: url(feedPath(one, "xml")) },
      { type: "application/feed+json", title, href: url(feedPath(one, "json")) },
    ];
  });
  return [...own, ...whole];
}

const atom = "application/atom+xml";

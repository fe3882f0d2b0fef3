// news-sitemap.xml: the articles of the two days up to the newest one. The clock plays no part, so the same bulletin
// always gives the same file.
import type { LinkedArticle } from "../model/site.js";
import { absoluteUrl, newsSitemapPath } from "../site/urls.js";
import { languageCode } from "../strings/languages.js";
import type { DocumentKind } from "./documents.js";
import { latestIn, type Plan } from "./plan.js";
import { element, textElement, type Xml, xmlDocument } from "./xml.js";

export const newsSitemap: DocumentKind = {
  name: "news-sitemap",
  documents: (plan) => (hasNews(plan) ? [{ path: newsSitemapPath, text: () => writeNews(plan) }] : []),
};

/** Only absolute addresses may stand in it. */
export function hasNews({ site }: Plan): boolean {
  return site.config.url !== undefined && site.stories.length > 0;
}

/** Milliseconds. */
const twoDays = 2 * 86_400_000;
/** By the protocol. */
const mostNews = 1000;

function writeNews(plan: Plan): string {
  const all = plan.site.config.languages.flatMap((lang) => latestIn(plan.site, lang).slice(0, mostNews));
  const newest = Math.max(...all.map(({ date }) => date.instant));
  const news = all
    .filter(({ date }) => date.instant >= newest - twoDays)
    .sort((a, b) => b.date.instant - a.date.instant)
    .slice(0, mostNews);
  return xmlDocument(element("urlset", nameSpaces, ...news.map((linked) => entryOf(plan, linked))));
}

const nameSpaces = {
  xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
  "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
} as const;

function entryOf({ site: { config } }: Plan, { article, date, lang, path }: LinkedArticle): Xml {
  return element(
    "url",
    {},
    textElement("loc", absoluteUrl(config, path) ?? ""),
    element(
      "news:news",
      {},
      element(
        "news:publication",
        {},
        textElement("news:name", config.title[lang] ?? ""),
        textElement("news:language", languageCode(lang)),
      ),
      textElement("news:publication_date", date.hasTime ? date.iso : date.iso.slice(0, 10)),
      textElement("news:title", article.meta.title),
    ),
  );
}

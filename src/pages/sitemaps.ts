// sitemap.xml: every page that search engines may list, with its translations. Only absolute addresses may stand in
// it, so without a `url` there is none. More than 50,000 pages go into parts, and sitemap.xml names the parts.
import type { Page } from "../model/page.js";
import { absoluteUrl, sitemapPartPath, sitemapPath } from "../site/urls.js";
import type { Document, DocumentKind } from "./documents.js";
import type { Plan } from "./plan.js";
import { element, type Xml, xmlDocument } from "./xml.js";

export const sitemaps: DocumentKind = {
  name: "sitemaps",
  documents: (plan, pages) => planSitemaps(plan, pages, mostInOne),
};

/** By the protocol. */
const mostInOne = 50_000;

export function planSitemaps({ site }: Plan, pages: readonly Page[], most: number): readonly Document[] {
  const { config } = site;
  const listed = pages.filter(({ indexed }) => indexed !== undefined);
  if (config.url === undefined || listed.length === 0) return [];
  const url = (path: Page["path"]) => absoluteUrl(config, path) ?? "";
  const write = (part: readonly Page[]) =>
    xmlDocument(element("urlset", nameSpaces, ...part.map((page) => entryOf(page, url))));
  if (listed.length <= most) return [{ path: sitemapPath, text: () => write(listed) }];
  const parts = Array.from({ length: Math.ceil(listed.length / most) }, (_, index) => ({
    path: sitemapPartPath(index + 1),
    text: () => write(listed.slice(index * most, (index + 1) * most)),
  }));
  const named = parts.map(({ path }) => element("sitemap", {}, element("loc", {}, url(path))));
  const index = xmlDocument(element("sitemapindex", { xmlns: nameSpaces.xmlns }, ...named));
  return [{ path: sitemapPath, text: () => index }, ...parts];
}

const nameSpaces = {
  xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
  "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
} as const;

/** The links come after `lastmod`: elsewhere they make the sitemap invalid. */
function entryOf({ path, indexed }: Page, url: (path: Page["path"]) => string): Xml {
  const { alternates = [], modified } = indexed ?? {};
  return element(
    "url",
    {},
    element("loc", {}, url(path)),
    ...(modified === undefined ? [] : [element("lastmod", {}, modified.iso)]),
    ...alternates.map(({ hreflang, path: to }) =>
      element("xhtml:link", { rel: "alternate", hreflang, href: url(to) }),
    ),
  );
}

// sitemap.xml: every page that search engines may list, with its translations. Only absolute addresses may stand in
// it, so without a `url` there is none. More than 50,000 pages go into parts, and sitemap.xml names the parts.
import type { Page } from "../model/page.js";
import { inGroups } from "../model/parts.js";
import type { OutPath } from "../model/paths.js";
import { absoluteUrl, sitemapPartPath, sitemapPath } from "../site/urls.js";
import type { Document, DocumentKind } from "./documents.js";
import { textFingerprint } from "./fingerprints.js";
import type { Plan } from "./plan.js";
import { element, textElement, toKeep, type Xml, xmlDocument } from "./xml.js";

export const sitemaps: DocumentKind = {
  name: "sitemaps",
  documents: (plan, pages) => planSitemaps(plan, pages, mostInOne),
};

/** By the protocol. */
const mostInOne = 50_000;

export function planSitemaps(plan: Plan, pages: readonly Page[], most: number): readonly Document[] {
  const { config } = plan.site;
  const listed = pages.filter(({ indexed }) => indexed !== undefined);
  if (config.url === undefined || listed.length === 0) return [];
  const url = (path: Page["path"]) => absoluteUrl(config, path) ?? "";
  const write = (part: readonly Page[]) =>
    xmlDocument(element("urlset", nameSpaces, ...part.map((page) => toKeep(entryOf(page, url)))));
  const documentOf = (path: OutPath, part: readonly Page[]): Document => ({
    path,
    text: () => write(part),
    fingerprint: () => textFingerprint(plan, path, part.map(saidOf)),
  });
  if (listed.length <= most) return [documentOf(sitemapPath, listed)];
  const parts = [...inGroups(listed, most)].map((part, index) =>
    documentOf(sitemapPartPath(index + 1), part),
  );
  const named = parts.map(({ path }) => element("sitemap", {}, textElement("loc", url(path))));
  const index = xmlDocument(element("sitemapindex", { xmlns: nameSpaces.xmlns }, ...named));
  return [{ path: sitemapPath, text: () => index }, ...parts];
}

const nameSpaces = {
  xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
  "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
} as const;

/** All that stands in a page's entry. */
function saidOf({ path, indexed }: Page): string {
  let said = `${path} ${indexed?.modified?.iso ?? ""}`;
  for (const { hreflang, path: to } of indexed?.alternates ?? []) said += ` ${hreflang} ${to}`;
  return said;
}

/** The links come after `lastmod`: elsewhere they make the sitemap invalid. */
function entryOf({ path, indexed }: Page, url: (path: Page["path"]) => string): Xml {
  const { alternates = [], modified } = indexed ?? {};
  return element(
    "url",
    {},
    textElement("loc", url(path)),
    ...(modified === undefined ? [] : [textElement("lastmod", modified.iso)]),
    ...alternates.map(({ hreflang, path: to }) =>
      element("xhtml:link", { rel: "alternate", hreflang, href: url(to) }),
    ),
  );
}

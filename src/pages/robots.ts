// robots.txt: everything may be read, and where the sitemaps are. Sharing pages are not shut out here: a crawler has
// to open them to see that they are not to be listed.
import { absoluteUrl, newsSitemapPath, robotsPath, sitemapPath } from "../site/urls.js";
import type { DocumentKind } from "./documents.js";
import { hasNews } from "./news-sitemap.js";

export const robots: DocumentKind = {
  name: "robots",
  documents: (plan) => {
    const { config } = plan.site;
    const maps = [sitemapPath, ...(hasNews(plan) ? [newsSitemapPath] : [])];
    const lines = maps.flatMap((path) => absoluteUrl(config, path) ?? []).map((url) => `Sitemap: ${url}`);
    const text = ["User-agent: *", "Allow: /", ...(lines.length === 0 ? [] : ["", ...lines]), ""].join("\n");
    return [{ path: robotsPath, text: () => text }];
  },
};

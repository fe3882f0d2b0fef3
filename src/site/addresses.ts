// The addresses of articles: two never share one.
import { type Article, isBroken, type ParsedArticle } from "../model/article.js";
import type { Config } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { OutPath } from "../model/paths.js";
import { fieldPlace } from "./stories.js";
import { absoluteUrl, articlePath } from "./urls.js";

/** Errors for every address that more than one article has; the first by path keeps it. */
export function checkAddresses(
  articles: readonly { readonly article: Article; readonly path: OutPath }[],
): Diagnostic[] {
  const taken = new Set<string>(articles.map(({ path }) => path));
  const owners = new Map<OutPath, Article>();
  const diagnostics: Diagnostic[] = [];
  for (const { article, path } of articles) {
    const owner = owners.get(path);
    if (owner === undefined) owners.set(path, article);
    else diagnostics.push(sameAddress(article, owner, path, freeSlug(article.slug, path, taken)));
  }
  return diagnostics;
}

/** Absolute: those whose codes pages will hold, as far as they are known before the articles are linked. */
export function addressesForCodes(config: Config, articles: readonly ParsedArticle[]): string[] {
  if (config.url === undefined || !config.share.includes("qr")) return [];
  return articles.flatMap((article) => {
    // Of a date that a translation has from its original the address is not known yet.
    if (isBroken(article) || article.meta.date === undefined) return [];
    return absoluteUrl(config, articlePath(article.lang, article.meta.date, article.slug)) ?? [];
  });
}

function freeSlug(slug: string, path: OutPath, taken: Set<string>): string {
  const folder = path.slice(0, path.lastIndexOf("/"));
  let number = 2;
  while (taken.has(`${folder}/${slug}-${number}.html`)) number++;
  taken.add(`${folder}/${slug}-${number}.html`);
  return `${slug}-${number}`;
}

function sameAddress(article: Article, owner: Article, path: OutPath, slug: string): Diagnostic {
  return {
    rule: "address-same",
    severity: "error",
    file: article.source,
    place: fieldPlace(article, article.meta.slug === undefined ? "title" : "slug"),
    message: {
      vi: `Bài này và ${owner.source} có cùng địa chỉ ${path}`,
      en: `This article and ${owner.source} have the same address ${path}`,
    },
    hint: {
      vi: `Thêm vào phần đầu bài dòng: slug: ${slug}`,
      en: `Add this line at the top of the article: slug: ${slug}`,
    },
  };
}

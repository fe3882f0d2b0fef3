// How many pages of each kind a site of these articles must have at the least, and how many it has. A side that writes
// fewer is not compared: leaving pages out is the cheapest way to be fast.
import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { articlesOf, languages } from "./corpus.mjs";

/** The kinds that every side makes; each may make more. */
export const kinds = ["article", "share", "list", "tag", "tags", "feed", "sitemap"];

const pageSize = 20;

export function expectedPages(corpus) {
  const byLang = new Map();
  const byTag = new Map();
  let articles = 0;
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { lang, tags } of articlesOf(corpus)) {
    articles++;
    count(byLang, lang);
    for (const tag of tags) count(byTag, `${lang} ${tag}`);
  }
  const pagesOf = (map) => [...map.values()].reduce((sum, size) => sum + Math.ceil(size / pageSize), 0);
  return {
    article: articles,
    share: articles,
    list: pagesOf(byLang),
    tag: pagesOf(byTag),
    tags: languages.length,
    feed: languages.length,
    sitemap: 1,
  };
}

/** @param kindOf path in the output with "/" → kind, or undefined for everything else */
export function countPages(folder, kindOf) {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  let files = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files++;
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    const kind = kindOf(path.replaceAll(sep, "/"));
    if (kind !== undefined) counts[kind]++;
  }
  return { ...counts, files };
}

/** Lines that say what is missing; none where nothing is. */
export function missingPages(expected, found) {
  return kinds
    .filter((kind) => found[kind] < expected[kind])
    .map((kind) => `${kind}: ${found[kind]} of at least ${expected[kind]}`);
}

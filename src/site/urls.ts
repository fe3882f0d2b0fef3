// Every address of the site is made here. Addresses are relative between pages, so that the output works at the
// root of a domain, in a sub-path and from a disk; absolute ones exist only where the configuration has a `url`.
import type { Config } from "../model/config.js";
import type { ImageFormat } from "../model/image.js";
import type { Lang } from "../model/lang.js";
import { type Moment, monthOf, yearOf } from "../model/moment.js";
import { type OutPath, outPath, type SourcePath } from "../model/paths.js";
import type { CollectionKind } from "../model/site.js";
import { slugOf } from "../model/slug.js";

export const gatewayPath = outPath("index.html");
export const notFoundPath = outPath("404.html");
export const sitemapPath = outPath("sitemap.xml");
export const newsSitemapPath = outPath("news-sitemap.xml");
export const robotsPath = outPath("robots.txt");
export const manifestPath = outPath("manifest.webmanifest");

const folders: Record<CollectionKind, string> = {
  latest: "latest",
  section: "sections",
  tag: "tags",
  author: "authors",
  issue: "issues",
  month: "archive",
};

export function homePath(lang: Lang): OutPath {
  return outPath(`${lang}/index.html`);
}

export function articlePath(lang: Lang, date: Moment, slug: string): OutPath {
  return outPath(`${lang}/${yearOf(date)}/${monthOf(date)}/${slug}.html`);
}

export function sharePath(article: OutPath): OutPath {
  return outPath(article.replace(/\.html$/, "/share.html"));
}

export function standingPath(lang: Lang, slug: string): OutPath {
  return outPath(`${lang}/${slug}.html`);
}

/** Page 1 is `vi/tags/ID.html`, page 2 `vi/tags/ID/2.html`; the latest begin at `vi/latest/index.html`. */
export function listPath(kind: CollectionKind, lang: Lang, id: string, pageNumber: number): OutPath {
  const folder = listFolder(kind, lang);
  if (id === "") return outPath(`${folder}${pageNumber === 1 ? "index" : pageNumber}.html`);
  return outPath(pageNumber === 1 ? `${folder}${id}.html` : `${folder}${id}/${pageNumber}.html`);
}

/** Where the lists of a kind lie: `vi/tags/`. */
export function listFolder(kind: CollectionKind, lang: Lang): string {
  return `${lang}/${folders[kind]}/`;
}

/** The folder of the lists among which a page lies; undefined for pages elsewhere. */
export function listFolderOf(lang: Lang, path: OutPath): string | undefined {
  const start = lang.length + 1;
  const end = path.indexOf("/", start);
  return path.startsWith(lang) && listFolders.has(path.slice(start, end))
    ? path.slice(0, end + 1)
    : undefined;
}

const listFolders = new Set(Object.values(folders));

/** The page that lists all collections of a kind; for the latest it is their first page. */
export function indexPath(kind: CollectionKind, lang: Lang): OutPath {
  return outPath(`${listFolder(kind, lang)}index.html`);
}

/** All that is new in a language: `vi/feed.xml` (Atom), `vi/feed.json` (JSON Feed). */
export function feedPath(lang: Lang, format: "xml" | "json"): OutPath {
  return outPath(`${lang}/feed.${format}`);
}

/** What is new in one list, Atom: `vi/tags/ID/feed.xml`. */
export function listFeedPath(kind: CollectionKind, lang: Lang, id: string): OutPath {
  return outPath(`${listFolder(kind, lang)}${id}/feed.xml`);
}

/** A part of the sitemap of a site that is too large for one file; `part` counts from 1. */
export function sitemapPartPath(part: number): OutPath {
  return outPath(`sitemap-${part}.xml`);
}

/** A style sheet, script or picture of the theme: `assets/NAME-HASH.ext`; the hash is of the bytes as written. */
export function assetPath(name: string, hash: string): OutPath {
  return hashedPath("assets", name, hash);
}

/** A file of an article as it is: `media/NAME-HASH.ext`. */
export function mediaPath(source: SourcePath, hash: string): OutPath {
  const name = source.slice(source.lastIndexOf("/") + 1);
  return hashedPath("media", `${mediaStem(source)}${name.slice(name.lastIndexOf(".")).toLowerCase()}`, hash);
}

/** A variant of a photo: `media/NAME-WIDTH-HASH.ext`; the hash is of all that draws it. */
export function variantPath({ stem, format, width, hash }: VariantName): OutPath {
  const extension = format === "jpeg" ? "jpg" : format;
  return hashedPath("media", `${stem}-${width}.${extension}`, hash);
}

export interface VariantName {
  /** `mediaStem` of the photo, which is the same for all of its variants. */
  readonly stem: string;
  readonly format: ImageFormat;
  readonly width: number;
  readonly hash: string;
}

/** A card or a code, `cards/LANG/NAME-HASH.jpg`; the hash is of all that draws it. `name` with its ending. */
export function cardPath(lang: Lang, name: string, key: string): OutPath {
  return hashedPath(`cards/${lang}`, name, key);
}

/** A file's name as it stands in addresses, without its ending. */
export function mediaStem(source: SourcePath): string {
  const name = source.slice(source.lastIndexOf("/") + 1);
  return slugOf(name.slice(0, name.lastIndexOf("."))) || "file";
}

function hashedPath(folder: string, name: string, hash: string): OutPath {
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot === -1 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
  return outPath(`${folder}/${stem}-${hash.slice(0, 10)}${extension}`);
}

export type Url = (to: OutPath, anchor?: string) => string;

/** From a page to other files of the output; all paths are ASCII and need no encoding. */
export function relativeTo(from: OutPath): Url {
  /** Those in which it lies, the innermost first, and the way up to each. */
  const folders: { readonly folder: string; readonly up: string }[] = [];
  let up = "";
  for (let end = from.lastIndexOf("/"); end > 0; end = from.lastIndexOf("/", end - 1)) {
    folders.push({ folder: from.slice(0, end + 1), up });
    up += "../";
  }
  return (to, anchor) => {
    const fragment = anchor === undefined ? "" : `#${anchor}`;
    if (from === to && fragment !== "") return fragment;
    for (const shared of folders) {
      if (to.startsWith(shared.folder)) return shared.up + to.slice(shared.folder.length) + fragment;
    }
    return up + to + fragment;
  };
}

/** With the `url` of the configuration; undefined without. A folder's index is addressed by its folder. */
export function absoluteUrl(config: Config, path: OutPath, anchor?: string): string | undefined {
  if (config.url === undefined) return undefined;
  const fragment = anchor === undefined ? "" : `#${anchor}`;
  const isIndex = path.endsWith("/index.html") || path === "index.html";
  return `${config.url}/${isIndex ? path.slice(0, -"index.html".length) : path}${fragment}`;
}

/** From the root of the host: for 404.html alone, which a server shows at any depth. */
export function rootUrl(config: Config, path: OutPath): string {
  const base = config.url === undefined ? "" : new URL(config.url).pathname.replace(/\/$/, "");
  return `${base}/${path}`;
}

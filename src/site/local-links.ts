// Where a link of an article leads. One answer for the checks, which report it, and for the pages, which draw it.

import type { Article, LocalLink } from "../model/article.js";
import { isMarkdown } from "../model/files.js";
import { type OutPath, outPath } from "../model/paths.js";
import type { LinkedArticle, Site, StandingPage } from "../model/site.js";
import { slugOf } from "../model/slug.js";
import { type LocalFile, localFile, placesOf, resolveFile } from "./local-files.js";

export type Linked = LinkedArticle | StandingPage;

export type LinkTarget =
  /** An article; `anchor` is the id in its page, "missing" where it has none of that name. */
  | {
      readonly kind: "article";
      readonly page: Linked;
      readonly anchor: string | undefined;
      readonly anchorMissing: boolean;
    }
  /** An article file that has no page now: the text stays, the link goes. */
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly file: LocalFile }
  /** A made page by its address, `/vi/latest/index.html`. */
  | { readonly kind: "page"; readonly path: OutPath; readonly anchor: string | undefined }
  | { readonly kind: "missing" }
  | { readonly kind: "outside" };

/**
 * A link to an article's file leads to that story in the reader's language; where that translation is missing, and
 * within the same story, to exactly the named file.
 */
export function resolveLink(site: Site, from: Linked, link: LocalLink): LinkTarget {
  if (link.path === "") return toArticle(from, link.anchor);
  const places = placesOf(from.article.source, link.path);
  if (places.length === 0) return { kind: "outside" };
  const named = places.map((place) => site.bySource.get(place)).find((page) => page !== undefined);
  if (named !== undefined) {
    if ("absent" in named) return { kind: "absent" };
    const sameStory = named.translations === from.translations;
    return toArticle(sameStory ? named : (named.translations[from.lang] ?? named), link.anchor);
  }
  if (link.path.startsWith("/") && link.path.endsWith(".html")) {
    return { kind: "page", path: outPath(link.path.slice(1)), anchor: link.anchor };
  }
  const source = resolveFile(site.folder, from.article.source, link.path);
  if (source !== undefined && isMarkdown(source)) return { kind: "absent" };
  const file = localFile(site, from.article.source, link.path);
  return file === undefined ? { kind: "missing" } : { kind: "file", file };
}

/** An author writes `#ket-qua` or the heading's words; the page has `#h-ket-qua`. */
export function resolveAnchor(article: Article, anchor: string): string | undefined {
  const tries = [anchor, `h-${anchor}`, `u-${anchor}`, `h-${slugOf(anchor)}`];
  return tries.find((id) => article.anchors.includes(id));
}

function toArticle(page: Linked, anchor: string | undefined): LinkTarget {
  if (anchor === undefined || anchor === "") {
    return { kind: "article", page, anchor: undefined, anchorMissing: false };
  }
  const id = resolveAnchor(page.article, anchor);
  return { kind: "article", page, anchor: id, anchorMissing: id === undefined };
}

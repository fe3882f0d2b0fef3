// An article as feeds tell it: the whole text with addresses that hold outside of the site, a stable id, true times.
// Atom and JSON Feed say the same; they only write it differently.
import type { LateHtml } from "../model/late-html.js";
import type { LinkedArticle } from "../model/site.js";
import { escapeMarkup } from "../model/text.js";
import { uuidOf } from "../model/uuid.js";
import { fillBody } from "../site/body.js";
import { absoluteUrl, listPath } from "../site/urls.js";
import { modifiedOf, pictureOf } from "./article-facts.js";
import { attachmentsOf } from "./attachments.js";
import { coverOf } from "./cover.js";
import { collectionLabel, dateText, fileFacts, type View } from "./view.js";

export interface FeedEntry {
  /** `urn:uuid:…`, of the story and its language alone: it outlives every change of address. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** HTML, in pieces with an end of line between them. */
  readonly content: readonly (string | LateHtml)[];
  /** RFC 3339 with offset. */
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  /** Absolute; "" where there is none. */
  readonly image: string;
}

/** `view` is of the feed: its addresses are absolute, or relative to the feed without a `url`. */
export function feedEntry(view: View, linked: LinkedArticle): FeedEntry {
  const { article, authors, date, lang, path, story, tags } = linked;
  return {
    id: `urn:uuid:${uuidOf(`${story} ${lang}`)}`,
    url: view.url(path),
    title: article.meta.title,
    summary: article.description,
    content: contentOf(view, linked),
    published: date.iso,
    updated: modifiedOf(linked).iso,
    authors: authors.map((author) => ({
      name: collectionLabel(view, author).text,
      url: view.url(listPath("author", lang, author.id, 1)),
    })),
    tags: tags.map((tag) => ({ id: tag.id, name: collectionLabel(view, tag).text })),
    image: pictureOf(view.plan, linked)?.url ?? "",
  };
}

/** Absolute addresses where the configuration has a `url`. */
export function feedUrl(view: View): View["url"] {
  const { config } = view.plan.site;
  return (to, anchor) => absoluteUrl(config, to, anchor) ?? view.url(to, anchor);
}

function contentOf(view: View, linked: LinkedArticle): FeedEntry["content"] {
  const { site } = view.plan;
  const { lead, meta } = linked.article;
  const body = fillBody(site, linked, {
    url: view.url,
    fileFacts: (facts) => fileFacts(view, facts),
    firstPhotoEager: false,
    page: view.url(linked.path),
  });
  const parts = [
    ...correctionsHtml(view, linked),
    lead === undefined || lead.html === "" ? "" : `<p><strong>${lead.html}</strong></p>`,
    coverHtml(view, linked),
    body,
    meta.source === undefined ? "" : `<p>${escapeMarkup(view.t("sourceOf", { source: meta.source }))}</p>`,
    attachmentsHtml(view, linked),
  ];
  return parts.filter((part) => part !== "");
}

function correctionsHtml(view: View, { article: { meta } }: LinkedArticle): string[] {
  const word = escapeMarkup(view.t("corrections"));
  return meta.corrections.map(
    ({ date, text }) =>
      `<p><strong>${word}</strong> (${escapeMarkup(dateText(view, date).text)}): ${escapeMarkup(text)}</p>`,
  );
}

function coverHtml(view: View, linked: LinkedArticle): string {
  const cover = coverOf(view, linked);
  if (cover === undefined) return "";
  const credit = cover.credit === "" ? "" : `<em>${escapeMarkup(cover.credit)}</em>`;
  const words = [escapeMarkup(cover.caption), credit].filter((html) => html !== "").join(" ");
  const caption = words === "" ? "" : `<figcaption>${words}</figcaption>`;
  return `<figure>${cover.photoHtml}${caption}</figure>`;
}

function attachmentsHtml(view: View, linked: LinkedArticle): string {
  const items = attachmentsOf(view, linked).map(
    ({ title, href, facts }) =>
      `<li><a href="${escapeMarkup(href)}">${escapeMarkup(title)}</a> (${escapeMarkup(facts)})</li>`,
  );
  return items.length === 0 ? "" : `<ul>${items.join("")}</ul>`;
}

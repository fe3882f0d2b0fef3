// Fills the holes of an article's HTML for one reader's page (or feed): only here do addresses enter the body.
import type { Article } from "../model/article.js";
import { type FileFacts, fileKindOf } from "../model/files.js";
import { type Filling, fillHoles, type HoleKind, holeName, linkHoles } from "../model/holes.js";
import { LateHtml, withWholeAnchors } from "../model/late-html.js";
import type { Site } from "../model/site.js";
import { escapeMarkup } from "../model/text.js";
import { type Linked, type LinkTarget, resolveLink } from "./local-links.js";
import { photoHtml, photoOf } from "./photos.js";
import type { Url } from "./urls.js";

/** How the page that shows the body writes addresses and sizes. */
export interface BodyStyle {
  readonly url: Url;
  /** The type and size of a file in the reader's language, plain text: `PDF, 1,2 MB`. */
  readonly fileFacts: (facts: FileFacts) => string;
  /** True where no photo stands above the body: its first photo is then loaded at once. */
  readonly firstPhotoEager: boolean;
  /** What a click on a photo does, in words; absent where photos are no links (feeds). */
  readonly enlarge?: string;
  /** Where the body stands outside of its own page (feeds): the address of that, for its anchors. */
  readonly page?: string;
}

/** The HTML of an article; it is written without being read where it can be. */
export function fillBody(site: Site, from: Linked, style: BodyStyle): string | LateHtml {
  const { late, links, images } = from.article;
  if (late === undefined) return readBody(site, from, style);
  const fill = fillerFor(site, from, style);
  const fillings: Record<string, string> = {};
  // Which of them the text holds is not known.
  const note = (kind: HoleKind, index: number) => {
    fillings[holeName(kind, index)] = fill(kind, index);
  };
  for (const index of links.keys()) for (const kind of linkHoles) note(kind, index);
  for (const index of images.keys()) note("image", index);
  return new LateHtml({ text: late, fillings, page: style.page }, () => readBody(site, from, style));
}

function readBody(site: Site, from: Linked, style: BodyStyle): string {
  return withWholeAnchors(fillHoles(from.article.body, fillerFor(site, from, style)), style.page);
}

function fillerFor(site: Site, from: Linked, style: BodyStyle): Filling {
  const { article } = from;
  const targets = article.links.map((link) => resolveLink(site, from, link));
  return (kind, index) => {
    if (kind === "image") {
      const image = article.images[index];
      const photo = image && photoOf(site, article.source, image.path);
      if (image === undefined || photo === undefined) return "";
      const { url, enlarge } = style;
      const eager = style.firstPhotoEager && index === 0;
      const links = enlarge !== undefined && image.role !== "inline" ? { enlarge } : {};
      return photoHtml(photo, image.alt, { url, place: image.role, eager, ...links });
    }
    const target = targets[index];
    const attributes = article.links[index]?.attributes ?? "";
    if (target === undefined) return "";
    if (kind === "link") return `<a${linkAttributes(from, target, style)}${attributes}>`;
    if (kind === "facts") return target.kind === "file" ? ` ${factsHtml(target, style)}`.trimEnd() : "";
    return kind === "player" ? openPlayer(from, target, style) : closePlayer(target, style);
  };
}

/** True where `fillBody` may make a photo a link to its largest variant. */
export function hasPhotos({ images }: Article): boolean {
  return images.some(({ role }) => role !== "inline");
}

/** ` href="…"`, with the language where the reader will find another; nothing where there is no page to lead to. */
function linkAttributes(from: Linked, target: LinkTarget, style: BodyStyle): string {
  if (target.kind === "article") {
    const { page, anchor } = target;
    const href = ` href="${escapeMarkup(style.url(page.path, anchor))}"`;
    return page.lang === from.lang ? href : `${href} hreflang="${escapeMarkup(page.lang)}"`;
  }
  if (target.kind === "page") return ` href="${escapeMarkup(style.url(target.path, target.anchor))}"`;
  if (target.kind === "file") return ` href="${escapeMarkup(style.url(target.file.path))}" class="file"`;
  return "";
}

type FileTarget = Extract<LinkTarget, { readonly kind: "file" }>;

function factsHtml(target: FileTarget, style: BodyStyle): string {
  // What a reader gets is a variant, neither of the type nor of the size of the original.
  if (fileKindOf(target.file.facts.path) === "photo") return "";
  return `<span class="file-facts">(${escapeMarkup(style.fileFacts(target.file.facts))})</span>`;
}

function openPlayer(from: Linked, target: LinkTarget, style: BodyStyle): string {
  const link = `<a${linkAttributes(from, target, style)}>`;
  if (target.kind !== "file") return `<p>${link}`;
  const tag = fileKindOf(target.file.facts.path) === "film" ? "video" : "audio";
  const src = escapeMarkup(style.url(target.file.path));
  return `<figure class="player"><${tag} controls preload="none" src="${src}"></${tag}><figcaption>${link}`;
}

function closePlayer(target: LinkTarget, style: BodyStyle): string {
  if (target.kind !== "file") return "</a></p>";
  return `</a> ${factsHtml(target, style)}</figcaption></figure>`;
}

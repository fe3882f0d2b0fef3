// The last step on an article's tree: what only the whole site knows is cut out and left as a hole, and every other
// address is written anew. After it the HTML holds no address but of http, https, mail, telephone and the article's
// own footnotes, and loads nothing from anywhere.
import type { Element, ElementContent, Parents, Root } from "hast";
import type { Heading, LocalImage, LocalLink } from "../model/article.js";
import { fileKindOf } from "../model/files.js";
import { type HoleKind, hole } from "../model/holes.js";
import { type Place, placeFinder } from "../model/place.js";
import { escapeMarkup } from "../model/text.js";
import { reportAddress } from "./address-reports.js";
import { readAddress } from "./addresses.js";
import type { MarkdownContext } from "./context.js";
import { notesLabel } from "./plugins/footnotes.js";
import { isRecording, onlyRecording, sourceOf } from "./recordings.js";
import { wordsOf } from "./words-of.js";

export interface Cuttings {
  readonly headings: Heading[];
  readonly anchors: string[];
  readonly links: LocalLink[];
  readonly images: LocalImage[];
}

/** Changes the tree: local links, images and recordings become `raw` nodes that hold holes. */
export function cutHoles(tree: Root, context: MarkdownContext): Cuttings {
  const cuttings: Cuttings = { headings: [], anchors: [], links: [], images: [] };
  const placeOf = placeFinder(context.source.text);
  cutIn(tree, {
    context,
    cuttings,
    role: "inline",
    placeOf: (node) => placeOf(context.bodyOffset + (node.position?.start.offset ?? 0)),
  });
  return cuttings;
}

interface Work {
  readonly context: MarkdownContext;
  readonly cuttings: Cuttings;
  /** Of the images here. */
  readonly role: LocalImage["role"];
  /** The photo that has no other beside it, in a gallery of an odd number. */
  readonly lastOfGallery?: ElementContent | undefined;
  readonly placeOf: (node: Element) => Place;
}

function cutIn(parent: Parents, work: Work): void {
  const children = parent.children as ElementContent[];
  let cut: ElementContent[] | undefined;
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as ElementContent;
    const replaced = child.type === "element" ? cutElement(child, parent, work) : undefined;
    if (replaced !== undefined) cut ??= children.slice(0, index);
    if (replaced === undefined) cut?.push(child);
    else for (const node of replaced) cut?.push(node);
  }
  if (cut !== undefined) parent.children = cut;
}

/** What stands in the element's place; undefined where it stays. */
function cutElement(node: Element, parent: Parents, work: Work): ElementContent[] | undefined {
  const { tagName, properties } = node;
  const only = tagName === "p" ? onlyRecording(node) : undefined;
  if (only !== undefined) return cutRecording(only, "block", work);
  if (tagName === "img") return cutImage(node, work);
  if (tagName === "source") return [];
  if (tagName === "audio" || tagName === "video") {
    return cutRecording(node, isPhrasing(parent) ? "text" : "block", work);
  }
  if (typeof properties["id"] === "string") addAnchor(node, properties["id"], work.cuttings);
  // The schema leaves an empty list where it refused every class.
  if (Array.isArray(properties["className"]) && properties["className"].length === 0)
    delete properties["className"];
  if ("align" in properties) alignByClass(node);
  if (tagName === "a") return cutLink(node, work);
  cutIn(node, tagName === "figure" ? inFigure(node, work) : work);
  return undefined;
}

function addAnchor(node: Element, id: string, { anchors, headings }: Cuttings): void {
  anchors.push(id);
  const depth = /^h([2-6])$/.exec(node.tagName)?.[1];
  if (depth === undefined || id === notesLabel) return;
  headings.push({ id, depth: Number(depth), text: wordsOf(node.children).replace(/\s+/g, " ").trim() });
}

/** Alignment by attribute is no longer HTML, and by style the page's own security policy forbids it. */
function alignByClass(node: Element): void {
  const { align, ...others } = node.properties;
  node.properties = align === "center" || align === "right" ? { ...others, className: [align] } : others;
}

function inFigure(figure: Element, work: Work): Work {
  const { className } = figure.properties;
  const is = (name: string) => Array.isArray(className) && className.includes(name);
  if (is("gallery")) {
    const photos = figure.children.filter((child) => child.type === "element" && child.tagName === "figure");
    const last = photos.length % 2 === 1 ? photos.at(-1) : undefined;
    return { ...work, role: "gallery", lastOfGallery: last };
  }
  if (work.role === "gallery") return figure === work.lastOfGallery ? { ...work, role: "galleryLast" } : work;
  return is("quote") ? work : { ...work, role: "figure" };
}

function cutLink(node: Element, work: Work): ElementContent[] | undefined {
  const { href } = node.properties;
  if (typeof href !== "string" || isFootnoteLink(node, href)) {
    cutIn(node, work);
    return undefined;
  }
  const address = readAddress(href);
  // A photo in a figure is a link itself, and there is no link in a link.
  const inLink: Work = { ...work, role: "inline" };
  if (address.kind === "remote" || address.kind === "contact") {
    node.properties["href"] = address.href;
    if (address.kind === "remote") node.properties["rel"] = ["noopener"];
    cutIn(node, inLink);
    if (isWordless(node)) node.children = [text(address.href)];
    return undefined;
  }
  if (address.kind === "local") {
    const { path } = address;
    const index = addLink(node, path, address.anchor, work);
    cutIn(node, inLink);
    const words = isWordless(node) ? [text(path === "" ? `#${address.anchor}` : path)] : node.children;
    const isFile = fileKindOf(path) !== undefined;
    return [raw("link", index), ...words, closing, ...(isFile ? [raw("facts", index)] : [])];
  }
  reportAddress(work.context, address, { node, what: "link", words: wordsOf(node.children).trim() });
  cutIn(node, inLink);
  if (node.properties["id"] === undefined) return node.children;
  delete node.properties["href"];
  return undefined;
}

/** A link to a note or back from it, which is complete as it is. */
function isFootnoteLink(node: Element, href: string): boolean {
  const { id, className } = node.properties;
  const isOurs =
    String(id).startsWith("note-") || (Array.isArray(className) && className.includes("note-back"));
  return isOurs && /^#note-\d+(?:-ref(?:-\d+)?)?$/.test(href);
}

function isWordless(node: Element): boolean {
  return !node.children.some((child) => child.type === "raw") && wordsOf(node.children).trim() === "";
}

function addLink(node: Element, path: string, anchor: string | undefined, work: Work): number {
  const { links } = work.cuttings;
  const attributes = ["id", "title", "lang", "dir"]
    .map((name) => [name, node.properties[name]] as const)
    .filter(([, value]) => typeof value === "string" && value !== "")
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`)
    .join("");
  const link = { path, place: work.placeOf(node), attributes };
  return links.push(anchor === undefined ? link : { ...link, anchor }) - 1;
}

function cutImage(node: Element, work: Work): ElementContent[] {
  const alt = String(node.properties["alt"] ?? "");
  const address = readAddress(String(node.properties["src"] ?? ""));
  if (address.kind === "local" && address.path !== "") {
    const { images } = work.cuttings;
    const image: LocalImage = { path: address.path, alt, role: work.role, place: work.placeOf(node) };
    return [raw("image", images.push(image) - 1)];
  }
  const fault = address.kind === "local" ? ({ kind: "empty" } as const) : address;
  reportAddress(work.context, fault, { node, what: "image", words: alt });
  return alt === "" ? [] : [text(alt)];
}

/** A recording alone becomes a player, whether it was written as a link or as HTML; in running text it is a link. */
function cutRecording(node: Element, shape: "block" | "text", work: Work): ElementContent[] {
  const address = readAddress(sourceOf(node));
  if (address.kind !== "local" || !isRecording(address.path)) {
    const isUnnamed = address.kind === "local" && address.path === "";
    reportAddress(work.context, isUnnamed ? { kind: "empty" } : address, { node, what: "media", words: "" });
    return [];
  }
  const { path } = address;
  const title = node.properties["title"];
  const index = addLink({ ...node, properties: { id: node.properties["id"] } }, path, undefined, work);
  const isLink = node.tagName === "a" && !isWordless(node);
  if (isLink) cutIn(node, work);
  const name = typeof title === "string" && title !== "" ? title : path.slice(path.lastIndexOf("/") + 1);
  const words = isLink ? node.children : [text(name)];
  if (shape === "block") return [raw("player", index), ...words, raw("playerEnd", index)];
  return [raw("link", index), ...words, closing, raw("facts", index)];
}

const phrasing: ReadonlySet<string> = new Set(
  "p a abbr b bdi bdo cite code del dfn em h1 h2 h3 h4 h5 h6 i ins kbd mark q rp rt ruby s samp small span strong sub summary sup time u var dt caption".split(
    " ",
  ),
);

function isPhrasing(parent: Parents): boolean {
  return parent.type === "element" && phrasing.has(parent.tagName);
}

const closing: ElementContent = { type: "raw", value: "</a>" };

function raw(kind: HoleKind, index: number): ElementContent {
  return { type: "raw", value: hole(kind, index) };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}

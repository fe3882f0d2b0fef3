// Photos with their captions: a paragraph of images alone becomes a figure, or a gallery. A caption stands in the
// image's title, below the image in its paragraph, or in the next paragraph; it is never repeated as alt, and
// figures written as HTML are left alone.
import type { Element, ElementContent, Parents, Root } from "hast";
import { type ContextFile, contextOf, type MarkdownContext, report } from "../context.js";
import { findCredit, isByline } from "../credits.js";
import {
  cutAt,
  element,
  isBlank,
  isElement,
  isNamed,
  text,
  textOf,
  trimNodes,
  unwrapWhole,
} from "../inline-nodes.js";
import { holdsImage, type PhotoGroup, readPhotos } from "./photo-paragraph.js";

export function rehypeFigures(): (tree: Root, file: ContextFile) => undefined {
  return (tree, file) => {
    if (!holdsImage(tree)) return;
    const wordless: Element[] = [];
    placeFigures(tree, wordless);
    for (const image of wordless) warnWordless(image, contextOf(file));
  };
}

/** Gathers the images that have neither caption nor alt. */
function placeFigures(parent: Parents, wordless: Element[]): void {
  const children = parent.children as ElementContent[];
  const placed: ElementContent[] = [];
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as ElementContent;
    const isBare = parent.type === "root" && isNamed(child, "img");
    const groups = isBare ? [{ images: [child], words: [] }] : readPhotos(child);
    if (groups === undefined) {
      placed.push(child);
      if (isNamed(child, "img") && isWordless(child)) wordless.push(child);
      if (isElement(child) && !isCaptioned(child)) placeFigures(child, wordless);
      continue;
    }
    let next = index + 1;
    while (next < children.length && isBlank(children[next] as ElementContent)) next++;
    const figures = buildFigures(groups, captionOf(children[next]));
    for (const node of figures.nodes) placed.push(node);
    for (const image of figures.uncaptioned) if (isWordless(image)) wordless.push(image);
    if (figures.tookFollowing) index = next;
  }
  parent.children = placed;
}

function isWordless(image: Element): boolean {
  return String(image.properties["alt"] ?? "").trim() === "";
}

function isCaptioned(node: Element): boolean {
  return node.tagName === "figure" && node.children.some((child) => isNamed(child, "figcaption"));
}

/** What a paragraph says as the caption of the photo above it; undefined where it is not one. */
function captionOf(node: ElementContent | undefined): Words | undefined {
  if (!isNamed(node, "p") || holdsImage(node)) return undefined;
  const words = textOf(node.children);
  if (isByline(words)) return undefined;
  return unwrapWhole(node.children, italics) ?? (findCredit(words) === undefined ? undefined : node.children);
}

type Words = readonly ElementContent[];

const italics: ReadonlySet<string> = new Set(["em", "i"]);

interface Figures {
  readonly nodes: readonly ElementContent[];
  readonly uncaptioned: readonly Element[];
  readonly tookFollowing: boolean;
}

function buildFigures(groups: readonly PhotoGroup[], following: Words | undefined): Figures {
  const nodes: ElementContent[] = [];
  const uncaptioned: Element[] = [];
  let tookFollowing = false;
  for (const [index, { images, words }] of groups.entries()) {
    const own = words.length > 0 ? (unwrapWhole(words, italics) ?? words) : undefined;
    const offered = own ?? (index === groups.length - 1 ? following : undefined);
    const [image] = images;
    const title = images.length === 1 && image !== undefined ? titleOf(image) : undefined;
    const takes = offered !== undefined && (title === undefined || isCreditAlone(offered));
    const below = takes ? offered : undefined;
    const caption =
      title === undefined ? below : [text(below === undefined ? title : `${title} `), ...(below ?? [])];
    nodes.push(images.length === 1 ? photo(image as Element, caption) : gallery(images, caption));
    if (own !== undefined && !takes) nodes.push(paragraph(words));
    if (own === undefined && takes) tookFollowing = true;
    if (caption === undefined) {
      for (const each of images) if (titleOf(each) === undefined) uncaptioned.push(each);
    }
  }
  return { nodes, uncaptioned, tookFollowing };
}

/** Below a title, which is the caption, only the credit can still belong to the photo. */
function isCreditAlone(words: Words): boolean {
  return findCredit(textOf(words).trim())?.start === 0;
}

function titleOf(image: Element): string | undefined {
  const title = String(image.properties["title"] ?? "").trim();
  return title === "" ? undefined : title;
}

function gallery(images: readonly Element[], caption: Words | undefined): Element {
  const photos = images.map((image) => {
    const title = titleOf(image);
    return photo(image, title === undefined ? undefined : [text(title)]);
  });
  return element("figure", "gallery", caption === undefined ? photos : [...photos, figcaption(caption)]);
}

function photo(image: Element, caption: Words | undefined): Element {
  const { title: _, ...properties } = image.properties;
  const plain = { ...image, properties };
  return element("figure", "photo", caption === undefined ? [plain] : [plain, figcaption(caption)]);
}

function figcaption(words: Words): Element {
  const trimmed = trimNodes(words);
  const credit = findCredit(textOf(trimmed));
  const caption: Element = { type: "element", tagName: "figcaption", properties: {}, children: trimmed };
  if (credit === undefined) return caption;
  const [head, rest] = cutAt(trimmed, credit.start);
  const [named, tail] = cutAt(rest, credit.end - credit.start);
  return { ...caption, children: [...head, element("span", "credit", named), ...tail] };
}

function paragraph(words: Words): Element {
  return { type: "element", tagName: "p", properties: {}, children: [...words] };
}

function warnWordless(image: Element, context: MarkdownContext): void {
  const path = decodePath(String(image.properties["src"] ?? ""));
  const target = /[\s()]/.test(path) ? `<${path}>` : path;
  report(context, image, {
    rule: "image-without-words",
    severity: "warning",
    message: {
      vi: `Ảnh “${path}” chưa có chú thích, cũng chưa có mô tả`,
      en: `Photo “${path}” has neither a caption nor a description`,
    },
    hint: {
      vi: `Viết: ![Mô tả ảnh](${target} "Chú thích. Ảnh: Tên người chụp")`,
      en: `Write: ![What the photo shows](${target} "Caption. Photo: Photographer")`,
    },
  });
}

function decodePath(source: string): string {
  try {
    return decodeURI(source).normalize("NFC");
  } catch {
    return source;
  }
}

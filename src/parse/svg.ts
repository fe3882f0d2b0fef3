// A drawing (SVG) of the content made safe: read as a tree, cleaned by an allow-list, written anew. What comes out
// loads nothing, runs nothing, and is all that is published of the file.
import type { Element, Nodes, Properties, Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { VFile } from "vfile";
import { paint, propertyOf, svgSchema } from "./svg-schema.js";

export interface CleanDrawing {
  readonly text: string;
  /** What was left out, as tags and attributes, sorted; descriptions of the file itself are not named. */
  readonly dropped: readonly string[];
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Undefined where the text is no drawing, or one that is too large or nested too deeply to be read. */
export function cleanSvg(text: string): CleanDrawing | undefined {
  if (text.length > longest || isDeep(text)) return undefined;
  const whole: Root = { type: "root", children: [{ type: "raw", value: withoutProlog(text) }] };
  const svg = findSvg(rehypeRaw()(whole, new VFile()) as Root);
  if (svg === undefined) return undefined;
  const dropped = new Set<string>();
  const allowed = new Set(svgSchema.tagNames);
  visit(svg, (element) => {
    if (!allowed.has(element.tagName)) {
      if (!isDescription(element.tagName)) dropped.add(`<${element.tagName}>`);
    } else element.properties = cleanProperties(element.properties, dropped);
  });
  const size = sizeOf(svg.properties);
  if (size === undefined) return undefined;
  const clean = sanitise({ type: "root", children: [svg] }) as Root;
  const [top] = clean.children;
  if (top?.type !== "element") return undefined;
  const properties = { xmlns: "http://www.w3.org/2000/svg", ...top.properties, ...size };
  const made: Root = { type: "root", children: [{ ...top, properties }] };
  return { text: `${stringify(made)}\n`, dropped: [...dropped].sort(), ...size };
}

/** UTF-16 units: drawings of honest size; larger ones are better as PNG. */
const longest = 2_000_000;
const deepest = 100;

const sanitise = rehypeSanitize(svgSchema);

function stringify(tree: Root): string {
  const writer = unified().use(rehypeStringify, {
    space: "svg",
    closeSelfClosing: true,
    closeEmptyElements: true,
    characterReferences: { useNamedReferences: false },
  });
  return writer.stringify(tree);
}

/** Counted from the tags alone, never too low: the parser is quadratic on deep nesting. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [tag] of text.matchAll(/<(?:\/[a-z]|[a-z][^>]*>)/gi)) {
    if (tag.startsWith("</")) depth = Math.max(0, depth - 1);
    else if (!tag.endsWith("/>") && ++depth > deepest) return true;
  }
  return false;
}

/** An HTML parser knows no XML declaration and no internal DTD. */
function withoutProlog(text: string): string {
  const start = text.search(/<svg[\s>]/i);
  return start === -1 ? "" : text.slice(start);
}

function findSvg(root: Root): Element | undefined {
  const found = root.children.find((node) => node.type === "element" && node.tagName === "svg");
  return found?.type === "element" ? found : undefined;
}

function visit(node: Nodes, see: (element: Element) => void): void {
  if (node.type === "element") see(node);
  if ("children" in node) for (const child of node.children) visit(child, see);
}

/** What drawing programs note for themselves: `sodipodi:namedview`, `metadata`, `i:pgf`. */
function isDescription(name: string): boolean {
  return name.includes(":") || name === "metadata";
}

function cleanProperties(properties: Properties, dropped: Set<string>): Properties {
  const { style, href, xLinkHref, ...others } = properties;
  const made: Properties = {};
  for (const [name, value] of Object.entries({ ...others, ...paintOf(String(style ?? "")) })) {
    if (/^on/i.test(name)) dropped.add(name.toLowerCase());
    else if (isSafePaint(value)) made[name] = value;
    else dropped.add("url()");
  }
  const target = href ?? xLinkHref;
  if (typeof target === "string" && target.startsWith("#")) made["href"] = target;
  else if (target !== undefined && target !== null) dropped.add("href");
  return made;
}

/** The declarations of a `style` attribute as attributes, which need no style of the page. */
function paintOf(style: string): Properties {
  const made: Properties = {};
  for (const declaration of style.split(";")) {
    const [, name = "", value = ""] = /^\s*([a-z-]+)\s*:\s*([^:]*?)\s*$/i.exec(declaration) ?? [];
    if (!paint.includes(name.toLowerCase()) || value === "") continue;
    made[propertyOf(name.toLowerCase())] = value;
  }
  return made;
}

/** A value may point to another part of the drawing, and to nothing else. */
function isSafePaint(value: Properties[string]): boolean {
  const text = Array.isArray(value) ? value.join(" ") : String(value);
  return !/url\s*\(|expression|@import|\\/i.test(text.replace(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi, ""));
}

/** Of the view box, else of width and height in pixels; what has neither is 300 × 150, as in browsers. */
function sizeOf({ viewBox, width, height }: Properties): { width: number; height: number } | undefined {
  const box = String(viewBox ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const own = [width, height].map((value) => /^\s*([\d.]+)\s*(?:px)?\s*$/.exec(String(value ?? ""))?.[1]);
  const [, , boxWidth = 0, boxHeight = 0] = box.length === 4 ? box : [];
  const ratio = boxHeight > 0 ? boxWidth / boxHeight : 2;
  const wide = Number(own[0] ?? (boxWidth || 300));
  const high = Number(own[1] ?? wide / ratio);
  const size = { width: Math.round(wide), height: Math.round(high) };
  const isReal = [size.width, size.height].every((side) => side >= 1 && side <= 100_000);
  return isReal ? size : undefined;
}

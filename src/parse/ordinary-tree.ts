// The short way from an ordinary text to its HTML tree: straight from the parser's nodes, without a Markdown tree in
// between. Ordinary is what has nothing in it that a plugin of Markdown would change or report, but for the lead;
// anything else is left to the pipeline, which is the measure: a test holds the two equal.
import type { Element, ElementContent, Root, Text } from "hast";
import type { Image, Link } from "mdast";
import type { State } from "mdast-util-to-hast";
import { defaultHandlers } from "remark-rehype";
import type { NodeReader } from "./markdown-tree.js";
import { breaks, capitals, escapes, findSigns } from "./word-signs.js";
import { wordsOf } from "./words-of.js";

export interface OrdinaryTree {
  readonly tree: Root;
  readonly holdsImages: boolean;
  readonly holdsQuotes: boolean;
  /** What stands in its blocks by `findSigns`. */
  readonly signs: number;
  /** The blocks without `breaks`. */
  readonly calm: ReadonlySet<ElementContent>;
}

export interface OrdinaryText {
  readonly nodes: NodeReader;
  /** The file's text; places of the nodes count from `offset` on (UTF-16). */
  readonly source: string;
  readonly offset: number;
  /** Whether words are the same in the text and in the tree: nothing in it stands for something else. */
  readonly isLiteral: boolean;
  /** How deep its nodes may nest. */
  readonly deepest: number;
  /** Names of abbreviations that no two capitals give away. */
  readonly oddNames: readonly string[];
}

/**
 * Undefined where the text is not an ordinary one. Where it is literal, paragraphs in which no plugin has anything to
 * do are `raw` nodes: their HTML, which holds nothing but words and emphasis.
 */
export function buildOrdinaryTree(ordinary: OrdinaryText): OrdinaryTree | undefined {
  if (ordinary.nodes.nodeCount > mostNodes) return undefined;
  const { nodes, source, offset, isLiteral, deepest, oddNames } = ordinary;
  const work: Work = {
    nodes,
    source,
    offset,
    isLiteral,
    deepest,
    oddNames,
    depth: 0,
    isOrdinary: true,
    holdsImages: false,
    holdsQuotes: false,
    signs: 0,
    calm: new Set(),
  };
  const children = wrapLines(readTopBlocks(work), []);
  if (!work.isOrdinary) return undefined;
  const { holdsImages, holdsQuotes, signs, calm } = work;
  return { tree: { type: "root", children }, holdsImages, holdsQuotes, signs, calm };
}

/** The first paragraph is never written at once: it may be the lead, or the description. */
function readTopBlocks(work: Work): ElementContent[] {
  const { nodes } = work;
  const blocks: ElementContent[] = [];
  let isDescribed = false;
  for (const id of nodes.getChildIds(0)) {
    const signs = signsIn(id, work);
    work.signs |= signs;
    const isParagraph = nodes.getNodeType(id) === kind.paragraph;
    const isPlain: boolean = isParagraph && isDescribed && signs === 0;
    const block: ElementContent | undefined =
      (isPlain ? writeParagraph(id, work) : undefined) ?? readBlock(id, work);
    if (block === undefined) break;
    blocks.push(block);
    if ((signs & breaks) === 0) work.calm.add(block);
    isDescribed ||= block.type === "element" && isParagraph && wordsOf(block.children).trim() !== "";
  }
  return blocks;
}

function signsIn(id: number, { nodes, source, offset, isLiteral }: Work): number {
  const position = isLiteral ? nodes.getPosition(id) : undefined;
  if (position === undefined) return capitals | breaks | escapes;
  return findSigns(source, offset + (position.start.offset ?? 0), offset + (position.end.offset ?? 0));
}

function writeParagraph(id: number, work: Work): ElementContent | undefined {
  const html = writePhrases(id, 1, work);
  return html === undefined || holdsName(html, work) ? undefined : { type: "raw", value: `<p>${html}</p>` };
}

function holdsName(html: string, { oddNames }: Work): boolean {
  if (oddNames.length === 0) return false;
  const words = html.replace(/<\/?(?:em|strong)>/g, "");
  return oddNames.some((name) => words.includes(name));
}

/** Undefined where there is more in them than words and emphasis. */
function writePhrases(parent: number, depth: number, work: Work): string | undefined {
  if (depth > work.deepest) return refuse(work);
  let html = "";
  for (const id of work.nodes.getChildIds(parent)) {
    const type = work.nodes.getNodeType(id);
    if (type === kind.text) {
      html += readText(id, work).value;
      continue;
    }
    const name = type === kind.emphasis ? "em" : type === kind.strong ? "strong" : undefined;
    const inner = name === undefined ? undefined : writePhrases(id, depth + 1, work);
    if (inner === undefined) return undefined;
    html += `<${name}>${inner}</${name}>`;
  }
  return html;
}

/** Far below what the pipeline takes, so that nothing has to be counted but nodes and the cells of one table. */
const mostNodes = 20_000;
const mostCells = 1_000;

interface Work extends OrdinaryText {
  depth: number;
  isOrdinary: boolean;
  holdsImages: boolean;
  holdsQuotes: boolean;
  signs: number;
  readonly calm: Set<ElementContent>;
}

function refuse(work: Work): undefined {
  work.isOrdinary = false;
}

/** What each kind of node is by its number in the parser. */
const kind = {
  paragraph: 1,
  heading: 2,
  rule: 3,
  quote: 4,
  list: 5,
  item: 6,
  text: 10,
  emphasis: 11,
  strong: 12,
  code: 13,
  break: 14,
  link: 15,
  image: 16,
  table: 21,
} as const;

function readBlocks(parent: number, work: Work): Element[] {
  const blocks: Element[] = [];
  if (++work.depth > work.deepest) refuse(work);
  for (const id of work.isOrdinary ? work.nodes.getChildIds(parent) : []) {
    const block = readBlock(id, work);
    if (block !== undefined) blocks.push(block);
  }
  work.depth--;
  return blocks;
}

function readBlock(id: number, work: Work): Element | undefined {
  switch (work.nodes.getNodeType(id)) {
    case kind.paragraph:
      return element("p", readPhrases(id, work));
    case kind.heading:
      return readHeading(id, work);
    case kind.rule:
      return element("hr", []);
    case kind.quote:
      work.holdsQuotes = true;
      return element("blockquote", wrapLines(readBlocks(id, work), [lineEnd()]));
    case kind.list:
      return readList(id, work);
    case kind.table:
      return readTable(id, work);
    default:
      return refuse(work);
  }
}

/** A line of hyphens under words is reported. */
function readHeading(id: number, work: Work): Element | undefined {
  const depth = work.nodes.fieldU8(id, 0, 1);
  if (depth === 2) {
    const { start, end } = work.nodes.getPosition(id) ?? {};
    if (start?.line !== end?.line) return refuse(work);
  }
  return element(`h${depth}`, readPhrases(id, work));
}

/** Tasks get marks, and a list that begins with a year is reported. */
function readList(id: number, work: Work): Element | undefined {
  const { nodes } = work;
  const { ordered, start, spread } = nodes.getListData(id);
  if (ordered && start >= 1000) return refuse(work);
  const ids = nodes.getChildIds(id);
  let isLoose = spread;
  for (const item of ids) {
    const data = nodes.getListItemData(item);
    if (data.checked !== null) return refuse(work);
    isLoose ||= data.spread;
  }
  const items = ids.map((item) => element("li", layItem(readBlocks(item, work), isLoose)));
  const list = element(ordered ? "ol" : "ul", wrapLines(items, [lineEnd()]));
  if (ordered && start !== 1) list.properties["start"] = start;
  return list;
}

/** The paragraphs of a tight list are laid open. */
function layItem(blocks: readonly Element[], isLoose: boolean): ElementContent[] {
  const laid: ElementContent[] = [];
  for (const [index, block] of blocks.entries()) {
    const isOpen = block.tagName === "p" && !isLoose;
    if (!isOpen || index !== 0) laid.push(lineEnd());
    if (isOpen) for (const child of block.children) laid.push(child);
    else laid.push(block);
  }
  const last = blocks.at(-1);
  if (last !== undefined && (isLoose || last.tagName !== "p")) laid.push(lineEnd());
  return laid;
}

function readTable(id: number, work: Work): Element | undefined {
  const aligns = work.nodes.getTableAlign(id);
  const ids = work.nodes.getChildIds(id);
  if (ids.length * aligns.length > mostCells) return refuse(work);
  const rows = ids.map((row, index) => {
    const cells = work.nodes.getChildIds(row);
    const tagName = index === 0 ? "th" : "td";
    const made = aligns.map((align, column) => {
      const cell = cells[column];
      const one = element(tagName, cell === undefined ? [] : readPhrases(cell, work));
      if (align !== null) one.properties["align"] = align;
      return one;
    });
    return element("tr", wrapLines(made, [lineEnd()]));
  });
  const parts = [element("thead", wrapLines(rows.slice(0, 1), [lineEnd()]))];
  if (rows.length > 1) parts.push(element("tbody", wrapLines(rows.slice(1), [lineEnd()])));
  return element("table", wrapLines(parts, [lineEnd()]));
}

function readPhrases(parent: number, work: Work): ElementContent[] {
  const phrases: ElementContent[] = [];
  if (++work.depth > work.deepest) refuse(work);
  const ids = work.isOrdinary ? work.nodes.getChildIds(parent) : [];
  for (const id of ids) {
    const type = work.nodes.getNodeType(id);
    if (type === kind.text) phrases.push(readText(id, work));
    else if (type === kind.break) phrases.push(...readBreak(id, ids, work));
    else {
      const phrase = readPhrase(id, type, work);
      if (phrase !== undefined) phrases.push(phrase);
    }
  }
  work.depth--;
  return phrases;
}

function readPhrase(id: number, type: number, work: Work): Element | undefined {
  switch (type) {
    case kind.emphasis:
      return element("em", readPhrases(id, work));
    case kind.strong:
      return element("strong", readPhrases(id, work));
    case kind.code:
      return element("code", [text(work.nodes.getTextValue(id).replaceAll("\n", " "))]);
    case kind.link:
      return readLink(id, work);
    case kind.image:
      return readImage(id, work);
    default:
      return refuse(work);
  }
}

/** Printed asterisks are reported; what looks like a link or a photo with a space in its name becomes one. */
function readText(id: number, work: Work): Text {
  const value = wordsAt(id, work);
  if (value.includes("**") || value.includes("](") || isEnclosed(value)) refuse(work);
  return text(value);
}

/** On one line the words as they were typed are a piece of the text, which costs less than reading them anew. */
function wordsAt(id: number, { nodes, source, offset, isLiteral }: Work): string {
  const position = isLiteral ? nodes.getPosition(id) : undefined;
  if (position === undefined || position.start.line !== position.end.line) return nodes.getTextValue(id);
  return source.slice(offset + (position.start.offset ?? 0), offset + (position.end.offset ?? 0));
}

function isEnclosed(value: string): boolean {
  if (!value.includes(")")) return false;
  const bare = value.trim();
  return bare.startsWith("(") && bare.endsWith(")");
}

/** The library takes the white space off what comes next. */
function readBreak(id: number, ids: readonly number[], work: Work): ElementContent[] {
  const next = ids[ids.indexOf(id) + 1];
  if (next !== undefined && work.nodes.getNodeType(next) !== kind.text) refuse(work);
  if (next !== undefined && /^[\t ]/.test(work.nodes.getTextValue(next))) refuse(work);
  return [element("br", []), lineEnd()];
}

/** Letters that the library leaves as they are in an address. */
const plainAddress = /^[!#$&-;=?-Z_a-z~]*$/;

function readLink(id: number, work: Work): Element {
  const { nodes } = work;
  const url = nodes.fieldString(id, 0);
  const title = nodes.fieldString(id, 8);
  const children = readPhrases(id, work);
  const properties = { href: plainAddress.test(url) ? url : normalise(url) };
  const made: Element = {
    type: "element",
    tagName: "a",
    properties: title === "" ? properties : { ...properties, title },
    children,
  };
  return withPosition(made, id, work);
}

function readImage(id: number, work: Work): Element {
  work.holdsImages = true;
  const { nodes } = work;
  const title = nodes.fieldString(id, 16);
  const image: Image = {
    type: "image",
    url: nodes.fieldString(id, 0),
    alt: nodes.fieldString(id, 8),
    title: title === "" ? null : title,
  };
  return withPosition(defaultHandlers.image(bareState, image) as Element, id, work);
}

/** As much of the library's state as its handlers of links and images ask for. */
const bareState = {
  all: () => [],
  patch: () => undefined,
  applyData: (_: unknown, made: unknown) => made,
} as unknown as State;

function normalise(url: string): string {
  const link: Link = { type: "link", url, children: [] };
  return String((defaultHandlers.link(bareState, link) as Element).properties["href"]);
}

/** Links and images alone are placed later. */
function withPosition(made: Element, id: number, { nodes }: Work): Element {
  const position = nodes.getPosition(id);
  if (position !== undefined) made.position = position;
  return made;
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}

function text(value: string): Text {
  return { type: "text", value };
}

function lineEnd(): Text {
  return { type: "text", value: "\n" };
}

/** Line ends between blocks, and around them where `wrapped` begins with one. */
function wrapLines(blocks: readonly ElementContent[], wrapped: ElementContent[]): ElementContent[] {
  const isWrapped = wrapped.length > 0;
  for (const [index, block] of blocks.entries()) {
    if (index > 0) wrapped.push(lineEnd());
    wrapped.push(block);
  }
  if (isWrapped && blocks.length > 0) wrapped.push(lineEnd());
  return wrapped;
}

// The short way from an ordinary text to its HTML tree: straight from the parser's nodes, without a Markdown tree in
// between. Ordinary is what has nothing in it that a plugin of Markdown would change or report, but for the lead;
// anything else is left to the pipeline, which is the measure: a test holds the two equal.
import type { Element, ElementContent, Root } from "hast";
import type { Code } from "mdast";
import { defaultHandlers } from "remark-rehype";
import { unitsOf } from "../../model/utf8.js";
import { tieDashes } from "../plugins/no-break.js";
import { onlyRecording } from "../recordings.js";
import { wordsOf } from "../words-of.js";
import { type Paragraph, writeParagraph } from "./paragraphs.js";
import { bareState, readPhrases } from "./phrases.js";
import { breaks, capitals, escapes, findSigns, spacedDash } from "./word-signs.js";
import {
  element,
  kind,
  lineEnd,
  type Note,
  type NoteCall,
  type OrdinaryText,
  refuse,
  type Work,
  wrapLines,
} from "./work.js";

export interface OrdinaryTree {
  readonly tree: Root;
  readonly holdsImages: boolean;
  readonly holdsQuotes: boolean;
  /** What stands in its blocks by `findSigns`. */
  readonly signs: number;
  /** The blocks without `breaks` and `spacedDash`. */
  readonly calm: ReadonlySet<ElementContent>;
  /** Whether dashes were tied to the words before them in blocks that were written at once. */
  readonly isTied: boolean;
  readonly calls: readonly NoteCall[];
  readonly notes: readonly Note[];
}

/**
 * Undefined where the text is not an ordinary one. Where it is literal, paragraphs in which no plugin has anything to
 * do are `raw` nodes: their HTML, which holds nothing but words and emphasis.
 */
export function buildOrdinaryTree(ordinary: OrdinaryText): OrdinaryTree | undefined {
  let count = ordinary.nodes.nodeCount;
  for (const { children } of ordinary.paragraphs) count += 2 * children.length;
  if (count > mostNodes) return undefined;
  const work: Work = {
    units: unitsOf(ordinary.source),
    shift: 0,
    depth: 0,
    isOrdinary: true,
    isInNote: false,
    holdsImages: false,
    holdsQuotes: false,
    signs: 0,
    isTied: false,
    calm: new Set(),
    calls: [],
    notes: [],
    ...ordinary,
  };
  const children = wrapLines(readTopBlocks(work), []);
  if (!work.isOrdinary) return undefined;
  const { holdsImages, holdsQuotes, signs, calm, isTied, calls, notes } = work;
  return { tree: { type: "root", children }, holdsImages, holdsQuotes, signs, calm, isTied, calls, notes };
}

function readTopBlocks(work: Work): ElementContent[] {
  const { nodes, paragraphs } = work;
  const blocks: ElementContent[] = [];
  let taken = 0;
  let isDescribed = false;
  for (const id of nodes.getChildIds(0)) {
    const type = nodes.getNodeType(id);
    const paragraph = type === kind.paragraph ? paragraphs[taken] : undefined;
    const isTaken = paragraph !== undefined && nodes.getPosition(id)?.start.offset === paragraph.at;
    const signs = isTaken ? paragraph.signs : signsIn(id, work);
    work.signs |= signs;
    if (type === kind.note) {
      readNote(id, work);
      continue;
    }
    const block: ElementContent | undefined = isTaken
      ? layParagraph(paragraph, isDescribed, work)
      : readBlock(id, work);
    if (block === undefined) break;
    if (isTaken) {
      taken++;
      work.shift += paragraph.more;
    }
    blocks.push(block);
    if ((signs & (breaks | spacedDash)) === 0) work.calm.add(block);
    isDescribed ||= type === kind.paragraph && block.type === "element" && mayDescribe(block);
  }
  if (taken < paragraphs.length) refuse(work);
  return blocks;
}

/** A recording alone becomes a player. */
function mayDescribe(paragraph: Element): boolean {
  return wordsOf(paragraph.children).trim() !== "" && onlyRecording(paragraph) === undefined;
}

/** As HTML at once where no plugin has anything to do; never the first, which may be the lead, or the description. */
function layParagraph(paragraph: Paragraph, isDescribed: boolean, work: Work): ElementContent {
  const { signs, holdsLinks, children } = paragraph;
  const isPlain = work.isLiteral && isDescribed && !holdsLinks && (signs & ~spacedDash) === 0;
  if (!isPlain || holdsName(children, work)) return element("p", children);
  const html = `<p>${writeParagraph(children)}</p>`;
  if (signs !== spacedDash) return { type: "raw", value: html };
  work.isTied = true;
  return { type: "raw", value: tieDashes(html) };
}

function holdsName(children: readonly ElementContent[], { oddNames }: Work): boolean {
  if (oddNames.length === 0) return false;
  const words = wordsOf(children);
  return oddNames.some((name) => words.includes(name));
}

function signsIn(id: number, { nodes, units, isLiteral }: Work): number {
  const position = isLiteral ? nodes.getPosition(id) : undefined;
  if (position === undefined) return capitals | breaks | escapes;
  return findSigns(units, position.start.offset ?? 0, position.end.offset ?? 0);
}

/** Far below what the pipeline takes, so that nothing has to be counted but nodes and the cells of one table. */
const mostNodes = 20_000;
const mostCells = 1_000;

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
    case kind.fence:
      return readFence(id, work);
    case kind.list:
      return readList(id, work);
    case kind.table:
      return readTable(id, work);
    default:
      return refuse(work);
  }
}

/** Those that stand in other blocks are left to the library. */
function readNote(id: number, work: Work): void {
  work.isInNote = true;
  work.notes.push({ identifier: work.nodes.fieldString(id, 0), blocks: readBlocks(id, work) });
  work.isInNote = false;
}

/** Code that is only indented may be prose. */
function readFence(id: number, work: Work): Element | undefined {
  const { nodes, source } = work;
  const start = nodes.getPosition(id)?.start.offset ?? 0;
  if (!/^[`~]{3}/.test(source.slice(start, start + 8))) return refuse(work);
  const lang = nodes.fieldString(id, 0);
  const code: Code = { type: "code", lang: lang === "" ? null : lang, value: nodes.fieldString(id, 16) };
  return defaultHandlers.code(bareState, code) as Element;
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

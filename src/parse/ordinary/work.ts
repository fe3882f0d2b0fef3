// What is shared by the readers of an ordinary text (tree.ts): the text with the parser's nodes, and what was found.
import type { Element, ElementContent, Text } from "hast";
import type { NodeReader } from "../markdown-tree.js";
import type { Paragraph } from "./paragraphs.js";

export interface OrdinaryText {
  /** Those of what was left to the parser. */
  readonly nodes: NodeReader;
  readonly source: string;
  readonly paragraphs: readonly Paragraph[];
  /** Whether words are the same in the text and in the tree: nothing in it stands for something else. */
  readonly isLiteral: boolean;
  /** How deep its nodes may nest. */
  readonly deepest: number;
  /** Names of abbreviations that no two capitals give away. */
  readonly oddNames: readonly string[];
}

export interface Work extends OrdinaryText {
  /** Of the source. */
  readonly units: Uint16Array;
  /** By how much a place in the text is further on than in what was left of it. */
  shift: number;
  depth: number;
  isOrdinary: boolean;
  isInNote: boolean;
  holdsImages: boolean;
  holdsQuotes: boolean;
  signs: number;
  isTied: boolean;
  readonly calm: Set<ElementContent>;
  readonly calls: NoteCall[];
  readonly notes: Note[];
}

/** The call of a note; what stands in its element is made once all are known. */
export interface NoteCall {
  readonly identifier: string;
  readonly home: Element;
}

export interface Note {
  readonly identifier: string;
  readonly blocks: readonly Element[];
}

export function refuse(work: Work): undefined {
  work.isOrdinary = false;
}

/** What each kind of node is by its number in the parser. */
export const kind = {
  paragraph: 1,
  heading: 2,
  rule: 3,
  quote: 4,
  list: 5,
  fence: 8,
  text: 10,
  emphasis: 11,
  strong: 12,
  code: 13,
  break: 14,
  link: 15,
  image: 16,
  note: 19,
  call: 20,
  table: 21,
} as const;

export function element(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}

export function text(value: string): Text {
  return { type: "text", value };
}

export function lineEnd(): Text {
  return { type: "text", value: "\n" };
}

/** Line ends between blocks, and around them where `wrapped` begins with one. */
export function wrapLines(blocks: readonly ElementContent[], wrapped: ElementContent[]): ElementContent[] {
  const isWrapped = wrapped.length > 0;
  for (const [index, block] of blocks.entries()) {
    if (index > 0) wrapped.push(lineEnd());
    wrapped.push(block);
  }
  if (isWrapped && blocks.length > 0) wrapped.push(lineEnd());
  return wrapped;
}

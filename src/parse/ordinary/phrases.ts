// Words, emphasis, links and images of an ordinary text, as mdast-util-to-hast makes them.
import type { Element, ElementContent, Text } from "hast";
import type { Image, Link } from "mdast";
import type { State } from "mdast-util-to-hast";
import { defaultHandlers } from "remark-rehype";
import { element, kind, lineEnd, refuse, text, type Work } from "./work.js";

export function readPhrases(parent: number, work: Work): ElementContent[] {
  const phrases: ElementContent[] = [];
  if (++work.depth > work.deepest) refuse(work);
  const ids = work.isOrdinary ? work.nodes.getChildIds(parent) : [];
  for (const [index, id] of ids.entries()) {
    const type = work.nodes.getNodeType(id);
    if (type === kind.text) phrases.push(readText(id, work));
    else if (type === kind.break) phrases.push(...readBreak(ids[index + 1], work));
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
    case kind.call:
      return readCall(id, work);
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
function wordsAt(id: number, { nodes, source, isLiteral }: Work): string {
  const position = isLiteral ? nodes.getPosition(id) : undefined;
  if (position === undefined || position.start.line !== position.end.line) return nodes.getTextValue(id);
  return source.slice(position.start.offset, position.end.offset);
}

function isEnclosed(value: string): boolean {
  if (!value.includes(")")) return false;
  const bare = value.trim();
  return bare.startsWith("(") && bare.endsWith(")");
}

/** The library takes the white space off what comes next. */
function readBreak(next: number | undefined, work: Work): ElementContent[] {
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

/** A note that calls another is left to the library. */
function readCall(id: number, work: Work): Element | undefined {
  if (work.isInNote) return refuse(work);
  const home = element("sup", []);
  work.calls.push({ identifier: work.nodes.fieldString(id, 0), home });
  return home;
}

/** As much of the library's state as its handlers ask for, of nodes that hold no others. */
export const bareState = {
  all: () => [],
  patch: () => undefined,
  applyData: (_: unknown, made: unknown) => made,
} as unknown as State;

function normalise(url: string): string {
  const link: Link = { type: "link", url, children: [] };
  return String((defaultHandlers.link(bareState, link) as Element).properties["href"]);
}

/** Links and images alone are placed later. */
function withPosition(made: Element, id: number, { nodes, shift }: Work): Element {
  const { line, column, offset = 0 } = nodes.getPosition(id)?.start ?? { line: 1, column: 1 };
  const start = { line, column, offset: offset + shift };
  made.position = { start, end: start };
  return made;
}

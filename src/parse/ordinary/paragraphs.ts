// Most of an article is paragraphs of one line, between blank ones, of nothing but words, plain emphasis and plain
// links. They are read here in one pass over their letters; the parser, to which a letter costs ten times as much,
// sees a stand-in for each. Any doubt leaves a paragraph to the parser.
import type { Element, ElementContent } from "hast";
import { unitsOf } from "../../model/utf8.js";
import { isDigit } from "../nesting.js";
import { wordsOf } from "../words-of.js";
import { before, kind, readWords, type Scan } from "./word-signs.js";
import { element, text } from "./work.js";

export interface Paragraph {
  /** The offset of its stand-in in what is left (UTF-16). */
  readonly at: number;
  /** How much longer it is than its stand-in. */
  readonly more: number;
  readonly children: ElementContent[];
  readonly signs: number;
  readonly holdsLinks: boolean;
}

export interface TakenText {
  /** The text with a stand-in for each paragraph that was taken. */
  readonly left: string;
  readonly paragraphs: readonly Paragraph[];
}

/** Itself a paragraph wherever the paragraph was one; where it was none, no paragraph is found at its place. */
export const standIn = "x";

/** A text with its units of UTF-16, letter by letter. */
interface Letters {
  readonly source: string;
  readonly units: Uint16Array;
  /** Where in it what is read begins. */
  readonly offset: number;
}

/** Of the text from an offset on. */
export function takeParagraphs(source: string, offset: number): TakenText {
  const units = unitsOf(source);
  const letters = { source, units, offset };
  const paragraphs: Paragraph[] = [];
  const pieces: string[] = [];
  let length = 0;
  let done = offset;
  for (let start = offset; start < source.length; ) {
    const reading = mayBegin(units[start]) ? readParagraph(letters, start) : undefined;
    if (reading !== undefined) {
      pieces.push(source.slice(done, start), standIn);
      length += start - done;
      done = reading.scan.at;
      const { children, scan, holdsLinks } = reading;
      const more = done - start - standIn.length;
      paragraphs.push({ at: length, more, children, signs: scan.signs, holdsLinks });
      length += standIn.length;
    }
    const end = source.indexOf("\n\n", Math.max(start, done));
    if (end === -1) break;
    start = end + 2;
    while (units[start] === newline) start++;
  }
  pieces.push(source.slice(done));
  return { left: pieces.join(""), paragraphs };
}

const newline = 10;
const star = 42;
const space = 32;
const slash = 47;

/** Latin letters, `“`, and the emphasis of a lead: no sign that can begin any other block. */
function mayBegin(code = 0): boolean {
  return isLetter(code) || code === 0x201c || code === star;
}

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return (small > 0x60 && small < 0x7b) || (code > 0xbf && code < 0x250) || (code > 0x1dff && code < 0x1f00);
}

interface Reading {
  readonly children: ElementContent[];
  readonly holdsLinks: boolean;
  readonly scan: Scan;
}

function readParagraph(letters: Letters, start: number): Reading | undefined {
  const { source } = letters;
  const scan: Scan = { at: start, before: before.other, signs: 0 };
  const children: ElementContent[] = [];
  let holdsLinks = false;
  for (let from = start; ; from = scan.at) {
    const found = readToMark(letters, scan);
    if (scan.at > from) children.push(text(source.slice(from, scan.at)));
    if (found === kind.end || found === kind.lineEnd) {
      return endsHere(letters, scan) ? { children, holdsLinks, scan } : undefined;
    }
    const phrase =
      found === kind.opening
        ? readLink(letters, scan)
        : found === kind.mark
          ? readEmphasis(letters, scan)
          : undefined;
    if (phrase === undefined) return undefined;
    holdsLinks ||= phrase.tagName === "a";
    children.push(phrase);
  }
}

/** Before a blank line, or at the end of the text, and without white space there. */
function endsHere({ units }: Letters, { at, before: last }: Scan): boolean {
  if (last === before.white) return false;
  if (at === units.length) return true;
  return units[at] === newline && (at + 1 === units.length || units[at + 1] === newline);
}

/** Over all that is part of the words here. */
function readToMark({ source, units }: Letters, scan: Scan): number {
  for (;;) {
    const found = readWords(units, units.length, scan);
    const isWords =
      found === kind.parenthesis ||
      (found === kind.colon && units[scan.at + 1] !== slash) ||
      (found === kind.point && !/^www$/i.test(source.slice(scan.at - 3, scan.at)));
    if (!isWords) return found;
    scan.at++;
    scan.before = before.other;
  }
}

/** Words in one or two asterisks that can only be the beginning and only the end of emphasis. */
function readEmphasis(letters: Letters, scan: Scan): Element | undefined {
  const { source, units } = letters;
  const open = scan.at;
  const size = units[open + 1] === star ? 2 : 1;
  const from = open + size;
  const first = units[from] ?? 0;
  if (units[open] !== star || !isApart(letters, open - 1)) return undefined;
  if (!isLetter(first) && !isDigit(first) && first !== 0x201c) return undefined;
  scan.at = from;
  const found = readToMark(letters, scan);
  const close = scan.at;
  if (found !== kind.mark || scan.before === before.white || !source.startsWith("**".slice(0, size), close)) {
    return undefined;
  }
  scan.at = close + size;
  if (!isApart(letters, scan.at) && !closing.includes(source.charAt(scan.at))) return undefined;
  return element(size === 1 ? "em" : "strong", [text(source.slice(from, close))]);
}

const closing = ".,;:!?)”";

function isApart({ units }: Letters, at: number): boolean {
  const code = at < 0 || at >= units.length ? newline : units[at];
  return code === space || code === newline;
}

/** No letter in an address that would be written otherwise, no sign in a title that would be read otherwise. */
const target = /\]\(([A-Za-z0-9#:/?=._,+&-]+)(?: "([^"\\&<`\n]*)")?\)/y;

function readLink(letters: Letters, scan: Scan): Element | undefined {
  const { source, offset } = letters;
  const open = scan.at;
  if (source.charAt(open - 1) === "!" || source.charAt(open + 1) === "^") return undefined;
  scan.at++;
  if (readToMark(letters, scan) !== kind.closing || scan.at === open + 1) return undefined;
  const words = source.slice(open + 1, scan.at);
  target.lastIndex = scan.at;
  const [all, href = "", title = ""] = target.exec(source) ?? [];
  if (all === undefined) return undefined;
  scan.at += all.length;
  const link = element("a", [text(words)]);
  link.properties["href"] = href;
  if (title !== "") link.properties["title"] = title;
  // Only the offset is ever read; a line and a column there must be.
  const start = { line: 1, column: 1, offset: open - offset };
  link.position = { start, end: start };
  return link;
}

/** The HTML of words and emphasis. */
export function writeParagraph(children: readonly ElementContent[]): string {
  let html = "";
  for (const child of children) {
    if (child.type === "text") html += child.value;
    else if (child.type === "element")
      html += `<${child.tagName}>${wordsOf(child.children)}</${child.tagName}>`;
  }
  return html;
}

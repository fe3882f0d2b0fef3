// Refuses text that a parser would drown in, before one sees it: native code cannot be stopped once it runs. Two
// linear scans: how deep quotes and lists can nest, and how much inline markup one block can hold. Both err on the
// high side, so nothing deeper than the limit ever gets through; real articles stay far below.

/** Why a text is refused, and the UTF-16 offset where it shows. */
export interface Overload {
  readonly kind: "deep" | "dense";
  readonly offset: number;
}

export function findOverload(text: string, deepest: number): Overload | undefined {
  const deep = findDeepLine(text, deepest);
  if (deep !== undefined) return { kind: "deep", offset: deep };
  const dense = findDenseBlock(text);
  return dense === undefined ? undefined : { kind: "dense", offset: dense };
}

const tab = 9;
const space = 32;
const star = 42;
const plus = 43;
const dash = 45;
const dot = 46;
const greater = 62;
const parenthesis = 41;

/**
 * The start of the first line that can stand deeper than `deepest` quotes and lists. A line's depth is at most its
 * own markers, plus the items still open above that its white space (two columns for each) can reach.
 */
function findDeepLine(text: string, deepest: number): number | undefined {
  let open = 0;
  let isAfterBlank = true;
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf("\n", start);
    if (end === -1) end = text.length;
    const prefix = measurePrefix(text, start, end, deepest);
    if (prefix === undefined) {
      isAfterBlank = true;
    } else {
      const items = prefix.items + Math.min(open, Math.floor(prefix.columns / 2));
      if (prefix.quotes + items > deepest) return start;
      // A line that may go on with a paragraph closes nothing.
      open = isAfterBlank ? items : Math.max(open, items);
      isAfterBlank = false;
    }
    start = end + 1;
  }
  return undefined;
}

interface Prefix {
  readonly quotes: number;
  readonly items: number;
  /** Columns of white space, a tab counted as four. */
  readonly columns: number;
}

/** The markers before a line's own words; undefined for a blank line. */
function measurePrefix(text: string, start: number, end: number, deepest: number): Prefix | undefined {
  let quotes = 0;
  let items = 0;
  let columns = 0;
  let at = start;
  for (; at < end && quotes + items <= deepest; at++) {
    const code = text.charCodeAt(at);
    if (code === space) columns++;
    else if (code === tab) columns += 4;
    else if (code === greater) quotes++;
    else if (code === star || code === plus || code === dash) {
      if (!isSpaceAt(text, at + 1, end) || isRule(text, at, end)) break;
      items++;
    } else {
      const after = skipNumber(text, at, end);
      if (after === at || !isSpaceAt(text, after, end)) break;
      items++;
      at = after - 1;
    }
  }
  return at === end && quotes === 0 && items === 0 ? undefined : { quotes, items, columns };
}

function isSpaceAt(text: string, at: number, end: number): boolean {
  const code = at < end ? text.charCodeAt(at) : space;
  return code === space || code === tab;
}

/** `* * *` is a line across the page, not lists in lists. */
function isRule(text: string, start: number, end: number): boolean {
  const marker = text.charCodeAt(start);
  let markers = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === marker) markers++;
    else if (code !== space && code !== tab) return false;
  }
  return markers > 2;
}

/** The end of `12.` or `12)`, or `start` where none stands. */
function skipNumber(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && at - start < 9 && isDigit(text.charCodeAt(at))) at++;
  const code = at < end ? text.charCodeAt(at) : 0;
  return at > start && (code === dot || code === parenthesis) ? at + 1 : start;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * The parser joins the pieces of a block's text one by one, at a cost of pieces × length: half a nanosecond each.
 * This much is about two seconds, and far more than the largest table of a bulletin.
 */
const heaviest = 4e9;

/** The start of the block with which the inline markup of the text becomes too heavy. */
function findDenseBlock(text: string): number | undefined {
  if (text.length ** 2 < heaviest) return undefined;
  let weight = 0;
  let blockStart = 0;
  let pieces = 0;
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf("\n", start);
    if (end === -1) end = text.length;
    const found = countPieces(text, start, end);
    if (found === undefined) {
      weight += pieces * (start - blockStart);
      pieces = 0;
      blockStart = end + 1;
    } else {
      pieces += found;
    }
    if (weight + pieces * (end - blockStart) > heaviest) return blockStart;
    start = end + 1;
  }
  return undefined;
}

const pieceMarks: ReadonlySet<number> = new Set([..."&\\*_~`[]!<:@."].map((mark) => mark.charCodeAt(0)));

/** How many characters of a line can begin a piece of its own; undefined for a blank line. */
function countPieces(text: string, start: number, end: number): number | undefined {
  let pieces = 0;
  let isBlank = true;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (pieceMarks.has(code)) pieces++;
    if (code !== space && code !== tab) isBlank = false;
  }
  return isBlank ? undefined : pieces;
}

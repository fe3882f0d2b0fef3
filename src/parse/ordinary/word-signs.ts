// What a block of Markdown may hold for the plugins that look at running text, found in one pass over its letters:
// two capitals in a row may be an abbreviation; a dash at the end of words, or a number before a dash or a slash, may
// not be parted at the end of a line. Any doubt is a yes.

export const capitals = 1;
export const breaks = 2;
/** Signs that HTML writes otherwise. */
export const escapes = 4;
/** A dash right before white space, and never a doubt. */
export const spacedDash = 8;

// Kinds of letters: constants of their own, for a field of an object would be looked up at each letter.
const other = 0;
const capital = 1;
const digit = 2;
const dash = 3;
const slash = 4;
const white = 5;
const percent = 6;
/** Of emphasis and links: no part of the words, which are read as if it were not there. */
const mark = 7;
const closing = 8;
const parenthesis = 9;
const escaped = 10;

/** By UTF-16 unit, up to the last of general punctuation. */
const kinds: Uint8Array = new Uint8Array(0x2070);

function setKinds(of: number, ...ranges: readonly (readonly [from: number, to: number])[]): void {
  for (const [from, to] of ranges) kinds.fill(of, from, to + 1);
}

function setLetters(of: number, letters: string): void {
  for (const letter of letters) kinds[letter.charCodeAt(0)] = of;
}

// Beyond Latin-1 every letter counts as a capital but the small ones of Vietnamese: those from U+1E00 on are odd.
setKinds(capital, [0x41, 0x5a], [0xc0, 0xde], [0x100, 0x1dff], [0x1f00, 0x1fff]);
for (let code = 0x1e00; code < 0x1f00; code += 2) kinds[code] = capital;
setLetters(other, "ăđĩũơư×");
setLetters(digit, "0123456789");
setLetters(dash, "-–—―");
setLetters(slash, "/");
setLetters(percent, "%");
setLetters(mark, "*_[");
setLetters(closing, "]");
setLetters(parenthesis, ")");
setLetters(escaped, "<&");
setLetters(white, " \u00a0\u1680\u2028\u2029\u202f\u205f");
setKinds(white, [0x09, 0x0d], [0x2000, 0x200a]);

/** The sum of `capitals`, `breaks`, `escapes` and `spacedDash`, where the text from one UTF-16 offset to another may hold them. */
export function findSigns(markdown: string, from: number, to: number): number {
  let signs = 0;
  let before: number = other;
  /** Before the target of a link, behind which its words go on. */
  let ofLink: number = other;
  for (let at = from; at < to; at++) {
    const found = kinds[markdown.charCodeAt(at)];
    if (found === other) {
      before = found;
      continue;
    }
    if (found === white) {
      if (before === dash) signs |= spacedDash;
      before = found;
      continue;
    }
    if (found === undefined) return capitals | breaks | escapes;
    if (before === dash && found >= mark) signs |= breaks;
    if (before === digit && (found === dash || found === slash)) signs |= breaks;
    if (before === capital && found === capital) signs |= capitals;
    if (found === escaped) signs |= escapes;
    if (found === closing) ofLink = before;
    else if (found === parenthesis) before = ofLink;
    else if (found !== mark && (found !== percent || before !== digit)) before = found;
  }
  return before === dash ? signs | breaks : signs;
}

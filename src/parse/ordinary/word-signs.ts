// What a block of Markdown may hold for the plugins that look at running text, found in one pass over its letters:
// two capitals in a row may be an abbreviation; a dash at the end of words, or a number before a dash or a slash, may
// not be parted at the end of a line. Any doubt is a yes.

export const capitals = 1;
export const breaks = 2;
/** Signs that HTML writes otherwise. */
export const escapes = 4;
/** A dash right before white space, and never a doubt. */
export const spacedDash = 8;

const kind = {
  other: 0,
  capital: 1,
  digit: 2,
  dash: 3,
  slash: 4,
  white: 5,
  percent: 6,
  /** Of emphasis and links: no part of the words, which are read as if it were not there. */
  mark: 7,
  closing: 8,
  parenthesis: 9,
  escaped: 10,
} as const;

/** By UTF-16 unit, up to the last of general punctuation. */
const kinds: Uint8Array = new Uint8Array(0x2070);

function setKinds(of: number, ...ranges: readonly (readonly [from: number, to: number])[]): void {
  for (const [from, to] of ranges) kinds.fill(of, from, to + 1);
}

function setLetters(of: number, letters: string): void {
  for (const letter of letters) kinds[letter.charCodeAt(0)] = of;
}

// Beyond Latin-1 every letter counts as a capital but the small ones of Vietnamese: those from U+1E00 on are odd.
setKinds(kind.capital, [0x41, 0x5a], [0xc0, 0xde], [0x100, 0x1dff], [0x1f00, 0x1fff]);
for (let code = 0x1e00; code < 0x1f00; code += 2) kinds[code] = kind.capital;
setLetters(kind.other, "ăđĩũơư×");
setLetters(kind.digit, "0123456789");
setLetters(kind.dash, "-–—―");
setLetters(kind.slash, "/");
setLetters(kind.percent, "%");
setLetters(kind.mark, "*_[");
setLetters(kind.closing, "]");
setLetters(kind.parenthesis, ")");
setLetters(kind.escaped, "<&");
setLetters(kind.white, " \u00a0\u1680\u2028\u2029\u202f\u205f");
setKinds(kind.white, [0x09, 0x0d], [0x2000, 0x200a]);

/** The sum of `capitals`, `breaks`, `escapes` and `spacedDash`, where the text from one UTF-16 offset to another may hold them. */
export function findSigns(markdown: string, from: number, to: number): number {
  let signs = 0;
  let before: number = kind.other;
  /** Before the target of a link, behind which its words go on. */
  let ofLink: number = kind.other;
  for (let at = from; at < to; at++) {
    const found = kinds[markdown.charCodeAt(at)];
    if (found === kind.other) {
      before = found;
      continue;
    }
    if (found === kind.white) {
      if (before === kind.dash) signs |= spacedDash;
      before = found;
      continue;
    }
    if (found === undefined) return capitals | breaks | escapes;
    if (before === kind.dash && found >= kind.mark) signs |= breaks;
    if (before === kind.digit && (found === kind.dash || found === kind.slash)) signs |= breaks;
    if (before === kind.capital && found === kind.capital) signs |= capitals;
    if (found === kind.escaped) signs |= escapes;
    if (found === kind.closing) ofLink = before;
    else if (found === kind.parenthesis) before = ofLink;
    else if (found !== kind.mark && (found !== kind.percent || before !== kind.digit)) before = found;
  }
  return before === kind.dash ? signs | breaks : signs;
}

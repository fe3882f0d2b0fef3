// What running text holds for the plugins that look at it, found in one pass over its letters: two capitals in a row
// may be an abbreviation; a dash at the end of words, or a number before a dash or a slash, may not be parted at the
// end of a line. Any doubt is a yes.

export const capitals = 1;
export const breaks = 2;
/** Signs that HTML writes otherwise. */
export const escapes = 4;
/** A dash right before white space, and never a doubt. */
export const spacedDash = 8;

export const kind = {
  other: 0,
  capital: 1,
  digit: 2,
  dash: 3,
  slash: 4,
  white: 5,
  percent: 6,
  /** `w` and `W` can begin an address, up to their point. */
  w: 7,
  point: 8,
  // From here on readWords stops: what may be more than words, and the ends of lines.
  /** `*` and `_`: no part of the words, which are read as if it were not there. */
  mark: 10,
  opening: 11,
  closing: 12,
  parenthesis: 13,
  escaped: 14,
  colon: 15,
  /** Any other that can begin a piece of markup; here a letter like others. */
  markup: 16,
  /** With tabs and the like. */
  lineEnd: 17,
  unknown: 18,
  /** Of the piece that was to be read. */
  end: 19,
} as const;

/** By UTF-16 unit; what lies beyond general punctuation is unknown. */
const kinds: Uint8Array = new Uint8Array(0x10000).fill(kind.unknown, 0x2070);

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
setLetters(kind.w, "w");
setLetters(kind.point, ".");
setLetters(kind.colon, ":");
setLetters(kind.mark, "*_");
setLetters(kind.opening, "[");
setLetters(kind.closing, "]");
setLetters(kind.parenthesis, ")");
setLetters(kind.escaped, "<&");
setLetters(kind.white, " \u00a0\u1680\u2028\u2029\u202f\u205f");
setKinds(kind.white, [0x2000, 0x200a]);
setKinds(kind.markup, [0x00, 0x1f], [0x7f, 0x9f]);
setLetters(kind.markup, "`~@\\");
setKinds(kind.lineEnd, [0x09, 0x0d]);

/** What stands before a letter, as far as it matters: the row of `steps`. */
export const before = { other: 0, capital: 32, digit: 64, dash: 96, white: 128, w: 160 } as const;

/** By what stands before and the kind of a letter: what stands before the next, the signs, and whether to stop. */
const steps = new Uint16Array(192);
const stop = 0x1000;

function setStep(from: number, found: number, to: number, signs = 0): void {
  steps[from + found] = to | (signs << 8);
}

for (const from of Object.values(before)) {
  for (const name of ["capital", "digit", "dash", "white", "w"] as const)
    setStep(from, kind[name], before[name]);
  for (let found: number = kind.mark; found < kind.end; found++) steps[from + found] = from | stop;
}
setStep(before.capital, kind.capital, before.capital, capitals);
setStep(before.digit, kind.dash, before.dash, breaks);
setStep(before.digit, kind.slash, before.other, breaks);
setStep(before.digit, kind.percent, before.digit);
setStep(before.dash, kind.white, before.white, spacedDash);
for (const from of [before.w, before.capital]) steps[from + kind.point] = from | stop;

/** A place in a text, what stands before it, and the sum of the signs up to it. */
export interface Scan {
  at: number;
  before: number;
  signs: number;
}

/** Goes on over words, up to what may be more than that, and gives its kind. `units` are those of UTF-16 (utf8.ts). */
export function readWords(units: Uint16Array, to: number, scan: Scan): number {
  let state = scan.before;
  for (let at = scan.at; at < to; at++) {
    const found = kinds[units[at] as number] as number;
    const step = steps[state + found] as number;
    state = step & 0xff;
    if (step < 0x100) continue;
    scan.signs |= (step >> 8) & 0xf;
    if (step < stop) continue;
    if (state === before.dash && found <= kind.escaped) scan.signs |= breaks;
    scan.at = at;
    scan.before = state;
    return found;
  }
  scan.at = to;
  scan.before = state;
  if (state === before.dash) scan.signs |= breaks;
  return kind.end;
}

/** The sum of `capitals`, `breaks`, `escapes` and `spacedDash`, where the text from one UTF-16 offset to another may hold them. */
export function findSigns(units: Uint16Array, from = 0, to = units.length): number {
  const scan: Scan = { at: from, before: before.other, signs: 0 };
  /** Before the target of a link, behind which its words go on. */
  let ofLink: number = before.other;
  for (let found = readWords(units, to, scan); found !== kind.end; found = readWords(units, to, scan)) {
    if (found === kind.unknown) return capitals | breaks | escapes;
    scan.at++;
    if (found === kind.mark || found === kind.opening) continue;
    if (found === kind.escaped) scan.signs |= escapes;
    if (found === kind.lineEnd && scan.before === before.dash) scan.signs |= spacedDash;
    if (found === kind.closing) ofLink = scan.before;
    else if (found === kind.parenthesis) scan.before = ofLink;
    else scan.before = found === kind.lineEnd ? before.white : before.other;
  }
  return scan.signs;
}

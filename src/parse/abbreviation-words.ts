// Abbreviations as text: where they stand, what defines one, and how a compound is made of others. A definition is
// the words before `(…)`, as many as the abbreviation has letters, with the same initials: tone marks do not count
// (Ủ = U), letters do (Đ ≠ D). Everything is linear in the text.
import { letterPattern } from "../model/letters.js";

/** An abbreviation, or what looks like one, with nothing of a longer word or number around it. */
export interface Token {
  readonly value: string;
  /** UTF-16 offset. */
  readonly start: number;
  readonly end: number;
}

export interface Definition {
  /** As written, white space folded. */
  readonly words: string;
  /** Where it stands: from the first word to behind the closing parenthesis. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Finder {
  readonly search: RegExp;
  /** Names that hold no two capitals in a row: `ThS`, `5S`. */
  readonly odd: ReadonlySet<string>;
}

const twoCapitals = letterPattern(String.raw`\p{Lu}{2}`);
const onlyTwoCapitals = letterPattern(String.raw`^\p{Lu}{2}$`);
const capitals = letterPattern(String.raw`^\p{Lu}+(?:[-–]\p{Lu}+)*$`);
const wordPart = letterPattern(String.raw`[\p{L}\p{N}\p{M}]`);

/** The names that two capitals in a row do not give away. */
export function oddNamesOf(names: readonly string[]): string[] {
  return names.filter((name) => name !== "" && !twoCapitals.test(name));
}

/** A finder of two capitals in a row and of the given names. */
export function createFinder(names: readonly string[]): Finder {
  const odd = oddNamesOf(names);
  const escaped = odd.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return { search: new RegExp([maybeCapitals, ...escaped].join("|"), "g"), odd: new Set(odd) };
}

/**
 * All that may be an abbreviation, whole: with everything that hangs together by hyphens, slashes or points, so
 * that `05-CT/TW` or an address never yields its parts.
 */
export function findTokens(text: string, { search, odd }: Finder): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  search.lastIndex = 0;
  for (let hit = search.exec(text); hit !== null; hit = search.exec(text)) {
    if (!odd.has(hit[0]) && !onlyTwoCapitals.test(hit[0])) {
      search.lastIndex = hit.index + 1;
      continue;
    }
    let start = hit.index;
    let end = hit.index;
    while (start > from && hangsTogether(text, start - 1)) start--;
    while (end < text.length && hangsTogether(text, end)) end++;
    if (end === hit.index) end++;
    else if (!/[/@#\\_=&%+~]/.test(text[start - 1] ?? "") && !/[@_=\\]/.test(text[end] ?? "")) {
      tokens.push({ value: text.slice(start, end), start, end });
    }
    from = end;
    search.lastIndex = end;
  }
  return tokens;
}

/** The words before the parenthesis at `open` that define the abbreviation in it, or undefined. */
export function findDefinition(text: string, open: number, abbreviation: string): Definition | undefined {
  if (abbreviation.length > longest || !capitals.test(abbreviation)) return undefined;
  const letters = [...abbreviation].filter((letter) => letter !== "-" && letter !== "–");
  let at = skipBack(text, open, /[\s”"’»]/u);
  const end = at;
  for (let index = letters.length - 1; index >= 0; index--) {
    const wordEnd = at;
    while (at > 0 && wordEnd - at < longestWord && isOfWord(text, at - 1)) at--;
    if (at === wordEnd || !isInitial(letters[index] as string, text[at] as string)) return undefined;
    if (index === 0) break;
    const next = skipBack(text, at, /[\s,&“”"–-]/u);
    if (next === at) return undefined;
    at = next;
  }
  if (letters.length < 2) return undefined;
  const isQuoted = /[“"«]/.test(text.slice(at, end));
  const words = text
    .slice(at, isQuoted ? open : end)
    .replace(/\s+/gu, " ")
    .trimEnd();
  return {
    words,
    text,
    start: at,
    end: open + abbreviation.length + 2,
  };
}

/**
 * The words of a compound of defined abbreviations (CBĐV of CB and ĐV), if it can be split in one way only. Where
 * the definitions stand one after another in a list, its comma is kept: "cán bộ, đảng viên".
 */
export function splitCompound(
  compound: string,
  defined: ReadonlyMap<string, Definition>,
): string | undefined {
  if (compound.length > longest) return undefined;
  const ways: Way[] = [{ count: 1, words: "" }];
  for (let end = 1; end <= compound.length; end++) {
    let way: Way = { count: 0, words: "" };
    for (let start = 0; start < end; start++) {
      const head = ways[start];
      const last = defined.get(compound.slice(start, end));
      if (head === undefined || head.count === 0 || last === undefined) continue;
      const words =
        head.last === undefined ? last.words : `${head.words}${joiner(head.last, last)}${last.words}`;
      way = { count: way.count + head.count, words, last };
    }
    ways.push(way);
  }
  const whole = ways.at(-1);
  return whole?.count === 1 ? whole.words : undefined;
}

interface Way {
  /** In how many ways the compound can be split up to here. */
  readonly count: number;
  readonly words: string;
  readonly last?: Definition;
}

function joiner(left: Definition, right: Definition): string {
  const isNear = left.text === right.text && right.start > left.end && right.start - left.end < 4;
  return isNear && /^,\s*$/u.test(left.text.slice(left.end, right.start)) ? ", " : " ";
}

/**
 * Two characters of which each may be a capital: everything beyond Latin-1 but ă đ ĩ ũ ơ ư, which Vietnamese text is
 * full of. Eight times faster than `\p{Lu}`.
 */
const maybeCapitals =
  "[A-ZÀ-ÖØ-Þ\\u0100-\\u0102\\u0104-\\u0110\\u0112-\\u0128\\u012a-\\u0168\\u016a-\\u01a0\\u01a2-\\u01af\\u01b1-\\uffff]{2}";
/** Letters and hyphens of the longest abbreviation, and letters of the longest word that defines one. */
const longest = 16;
const longestWord = 30;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** True inside a word, and for a single mark such as `-` or `/` between two letters or digits. */
function hangsTogether(text: string, at: number): boolean {
  if (isWordPart(text, at)) return true;
  return /[-–/.+@_&=?#%~\\]/.test(text[at] as string) && isWordPart(text, at - 1) && isWordPart(text, at + 1);
}

function isOfWord(text: string, at: number): boolean {
  if (isWordPart(text, at)) return true;
  return /['’]/.test(text[at] as string) && isWordPart(text, at - 1) && isWordPart(text, at + 1);
}

function isWordPart(text: string, at: number): boolean {
  const char = text[at];
  return char !== undefined && wordPart.test(char);
}

function skipBack(text: string, from: number, skipped: RegExp): number {
  let at = from;
  while (at > 0 && from - at < 6 && skipped.test(text[at - 1] as string)) at--;
  return at;
}

/** `Ủ` begins with U, `ương` with Ư or, as many write, with U; `đảng` never with D. */
function isInitial(letter: string, initial: string): boolean {
  const wanted = letter.normalize("NFD").replace(tones, "").toUpperCase();
  const given = initial.normalize("NFD").replace(tones, "").toUpperCase();
  return wanted === given || wanted === given.replace(/\p{M}/gu, "");
}

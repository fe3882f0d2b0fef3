// The photographer's credit at the end of a caption: `Ảnh: Lương Quyên`, `(Ảnh: CPV)`, `Ảnh tư liệu`. It stands in
// the last sentence only, and it is short, so that `Ảnh:` inside prose is never taken for one. The words stay as
// written: this file only says where they stand.
import { letterPattern } from "../model/letters.js";
import { endMark, lastEndMark } from "./plain-text.js";
import { holdsSentenceEnd } from "./sentence.js";

/** UTF-16 offsets in the caption. */
export interface Credit {
  readonly start: number;
  readonly end: number;
}

/** The credit that ends a caption, its parentheses included; undefined where there is none. */
export function findCredit(caption: string): Credit | undefined {
  const end = endOfWords(caption);
  const tailStart = Math.max(0, end - tailLength);
  for (const { 0: word, index } of caption.slice(tailStart, end).matchAll(creditWord)) {
    const at = tailStart + index;
    const credit = creditAt(caption.slice(0, end), at, word);
    if (credit !== undefined) return credit;
  }
  return undefined;
}

/** `Bài, ảnh: Thanh Nga`: who wrote the article, though it also says whose the photos are. */
export function isByline(text: string): boolean {
  return /^\s*\(?(?:tin|bài|text|story|words)(?:\s*(?:,|&|và|and|[-–/])\s*(?:ảnh|photos?|pictures))?\s*:/iu.test(
    text.slice(0, tailLength),
  );
}

const longestCredit = 80;
const tailLength = 120;
const creditWord = /nguồn\s+ảnh|ảnh|file photo|photos?/giu;

function endOfWords(caption: string): number {
  const mark = lastEndMark(caption);
  const marked = mark !== -1 && caption.slice(mark + endMark.length).trim() === "";
  return caption.slice(0, marked ? mark : caption.length).trimEnd().length;
}

const wordEnd = letterPattern(String.raw`[\p{L}\p{N}\p{M}]$`);
const capitalFirst = letterPattern(String.raw`^\p{Lu}`);

function creditAt(text: string, at: number, word: string): Credit | undefined {
  const before = text.slice(Math.max(0, at - tailLength), at);
  if (wordEnd.test(before) || /(?:tin|bài|text|story|words)\s*(?:,|&|và|and|[-–/])\s*$/iu.test(before)) {
    return undefined;
  }
  const bracket = /[([]\s*$/u.exec(before);
  const start = bracket === null ? at : at - bracket[0].length;
  const rest = text.slice(at + word.length);
  const capital = capitalFirst.test(word);
  const apart = bracket !== null || /(?:^|[.!?…”"»)\]/|:;]\s*|\s[-–—―]\s+)$/u.test(before);
  const named = /^\s*:\s*(?=[^\s:])/u.exec(rest);
  const phrase = isPhrase(`${word}${rest}`);
  if (named === null && !(phrase && apart)) return undefined;
  if (!capital && bracket === null) return undefined;

  const words = rest.slice(named?.[0].length ?? 0);
  if (words.length > longestCredit || holdsSentenceEnd(words.replace(/[.)\]]{1,3}$/u, ""))) return undefined;
  if (bracket !== null) return /^[^()[\]]*[)\]]\.?$/u.test(words) ? { start, end: text.length } : undefined;
  return { start, end: text.length - unopened(words) };
}

/** Of a caption wholly in parentheses, the closing one is not the credit's. */
function unopened(words: string): number {
  return words.includes("(") || words.includes("[") ? 0 : (/[)\]]\.?$/u.exec(words)?.[0].length ?? 0);
}

function isPhrase(text: string): boolean {
  return /^(?:ảnh\s+(?:tư\s+liệu|minh\s+h(?:ọa|oạ))(?![\p{L}\p{M}])|file photo(?![\p{L}])|photos?\s+(?:by|courtesy of)\s)/iu.test(
    text,
  );
}

// Where the information block of an article begins and ends. Only a line of exactly three hyphens opens and closes
// it (blanks after them cannot be seen and do no harm); what else people end up with is reported and, where it is
// plain what was meant, taken for the fence, so that the fields are still checked.
import type { ArticleKind } from "../../model/article.js";
import type { Bilingual } from "../../model/diagnostic.js";
import { letterPattern } from "../../model/letters.js";
import { placeAt } from "../../model/place.js";
import type { Fault } from "../config/reading.js";
import { articleKeys } from "./keys.js";

/** UTF-16 offsets in the text of the file. */
export interface Block {
  readonly start: number;
  /** The end of the last line, without its "\n"; not before `start`. */
  readonly end: number;
  /** Where the Markdown begins. */
  readonly bodyOffset: number;
}

export interface BlockResult {
  /** Absent where there is none, or none that may be read. */
  readonly block?: Block;
  readonly faults: readonly Fault[];
}

export function findBlock(text: string, kind: ArticleKind): BlockResult {
  const opening = findOpening(text, kind);
  if (opening.start === undefined) return { faults: opening.faults };
  const closing = findClosing(text, opening.start);
  const end = Math.max(opening.start, closing.end);
  const faults = [...opening.faults, ...closing.faults];
  if (isTooLong(text, opening.start, end)) return { faults: [...faults, longFault(text, opening.start)] };
  return { block: { start: opening.start, end, bodyOffset: closing.bodyOffset }, faults };
}

/** Far beyond what anyone types, and short enough for YAML, whose time grows with the square of some lines. */
const mostLetters = 200_000;
const mostLines = 5_000;

function isTooLong(text: string, start: number, end: number): boolean {
  if (end - start <= mostLines) return false;
  return end - start > mostLetters || text.slice(start, end).split("\n", mostLines + 1).length > mostLines;
}

interface Opening {
  /** Where the first line inside begins. */
  readonly start?: number;
  readonly faults: readonly Fault[];
}

function findOpening(text: string, kind: ArticleKind): Opening {
  const first = Math.max(0, text.search(/\S/));
  const at = text.lastIndexOf("\n", first) + 1;
  const line = lineAt(text, at);
  const start = at + line.length + 1;
  if (isFence(line)) {
    return at === 0 ? { start, faults: [] } : { start, faults: [fenceFault(text, 0, blankLines)] };
  }
  if (isBrokenFence(line)) return { start, faults: [fenceFault(text, at, replaceLine)] };
  if (/^[+;]{3}\s*$/.test(line)) return { faults: [fenceFault(text, at, replaceLine)] };
  if (line.startsWith("---")) return { faults: [languageFault(text, at, line.slice(3).trim().slice(0, 40))] };
  if (isKnownKey(line)) return { start: at, faults: [fenceFault(text, at, lineAbove)] };
  return { faults: [missingFault(kind)] };
}

/** Each look goes through the rest of the file. */
const mostLooks = 20;

interface Closing {
  readonly end: number;
  readonly bodyOffset: number;
  readonly faults: readonly Fault[];
}

function findClosing(text: string, start: number): Closing {
  let afterBlank = false;
  let last = start;
  let looks = 0;
  for (let at = start; at < text.length; ) {
    const line = lineAt(text, at);
    const next = Math.min(text.length, at + line.length + 1);
    if (isFence(line)) return { end: at - 1, bodyOffset: next, faults: [] };
    if (isBrokenFence(line) || line.startsWith("---")) {
      return { end: at - 1, bodyOffset: next, faults: [fenceFault(text, at, replaceLine)] };
    }
    if (!belongs(line) && looks++ < mostLooks && isBody(text, at, afterBlank)) {
      return { end: at - 1, bodyOffset: at, faults: [fenceFault(text, at, lineAbove)] };
    }
    afterBlank = line.trim() === "";
    if (!afterBlank) last = at;
    at = next;
  }
  return { end: text.length, bodyOffset: text.length, faults: [fenceFault(text, last, lineBelow)] };
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(at, end === -1 ? text.length : end);
}

function isFence(line: string): boolean {
  return line.startsWith("---") && /^---\s*$/.test(line);
}

/** Hyphens that Word made into dashes, too few or too many of them, other rules; `...` ends a block in YAML. */
function isBrokenFence(line: string): boolean {
  return (
    /^(?:[–—―‒‐‑−]|-[ \t]*[-–—―‒‐‑−])[-–—―‒‐‑− \t]*$/.test(line) || /^(?:\.{3}|[*_=~]{3,})\s*$/.test(line)
  );
}

const key = letterPattern(String.raw`^\p{L}[\p{L}\p{M}\p{N} _./-]{0,39}[:：]`);

/** Whether a line may stand in the block: a key, an item, a comment, or anything that is indented. */
function belongs(line: string): boolean {
  return /^(?:$|[\s#\-\]}"'])/.test(line) || key.test(line);
}

function isKnownKey(line: string): boolean {
  const [, key] = /^([^:：]{1,40})[:：]/.exec(line) ?? [];
  return key !== undefined && articleKeys.find(key) !== undefined;
}

/** Whether the article's text begins at a line that does not belong: else it is a line that strayed into the block. */
function isBody(text: string, at: number, afterBlank: boolean): boolean {
  let keys = 0;
  let strays = 0;
  for (let next = at; next < text.length; ) {
    const line = lineAt(text, next);
    if (isFence(line)) return (afterBlank || strays > 2) && keys < strays;
    if (!belongs(line)) strays++;
    else if (isKnownKey(line)) keys++;
    next += line.length + 1;
  }
  return keys < strays;
}

const replaceLine: Bilingual = { vi: "Thay dòng này bằng ---", en: "Replace this line with ---" };
const lineAbove: Bilingual = {
  vi: "Thêm một dòng --- ngay trên dòng này",
  en: "Put a line of --- right above this line",
};
const lineBelow: Bilingual = {
  vi: "Thêm một dòng --- ngay dưới dòng này",
  en: "Put a line of --- right below this line",
};
const blankLines: Bilingual = {
  vi: "Dòng --- phải là dòng đầu tiên của tệp: xóa các dòng trống ở trên",
  en: "The line of --- must be the first of the file: delete the blank lines above it",
};

function fenceFault(text: string, at: number, hint: Bilingual): Fault {
  return {
    rule: "front-matter-fence",
    place: placeAt(text, at),
    message: {
      vi: "Phần thông tin đầu bài phải mở và đóng bằng một dòng chỉ có ba dấu gạch ngang ---",
      en: "The information block must open and close with a line of exactly three hyphens",
    },
    hint,
  };
}

function longFault(text: string, start: number): Fault {
  return {
    rule: "front-matter-long",
    place: placeAt(text, start),
    message: {
      vi: `Phần thông tin đầu bài dài quá ${mostLines} dòng hoặc ${mostLetters} chữ`,
      en: `The information block has more than ${mostLines} lines or ${mostLetters} letters`,
    },
    hint: {
      vi: "Xem dòng --- kết thúc có nằm đúng chỗ, ngay dưới mục cuối cùng, không",
      en: "See whether the closing line of --- stands right below the last field",
    },
  };
}

function languageFault(text: string, at: number, language: string): Fault {
  return {
    rule: "front-matter-language",
    place: placeAt(text, at),
    message: {
      vi: `Dòng đầu chỉ được có ba dấu gạch ngang ---, không được viết thêm “${language}”`,
      en: `The first line must be three hyphens alone, without “${language}”`,
    },
    hint: replaceLine,
  };
}

function missingFault(kind: ArticleKind): Fault {
  const lines = kind === "article" ? "---\ntitle: …\ndate: 20/01/2023\n---" : "---\ntitle: …\n---";
  return {
    rule: "front-matter-missing",
    place: { line: 1, column: 1 },
    message: {
      vi: "Bài chưa có phần thông tin ở đầu tệp",
      en: "The article has no information block at the start of the file",
    },
    hint: { vi: `Bắt đầu tệp bằng các dòng:\n${lines}`, en: `Start the file with the lines:\n${lines}` },
  };
}

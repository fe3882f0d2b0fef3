// Dates as the reader's language writes them, by patterns of our own: Intl's long Vietnamese form reads unnaturally
// and changes between versions. A time that the author did not give is never shown.
import type { Lang } from "../model/lang.js";
import type { Moment } from "../model/moment.js";
import type { Words } from "./shape.js";

/** What a page shows by default; the part in [ ] only where the time is known. */
export function defaultPattern(lang: Lang): string {
  return patternsOf(lang).date;
}

/** The day written out, without the time. */
export function longPattern(lang: Lang): string {
  return patternsOf(lang).long;
}

export type DateFormat = (moment: Moment) => string;

/**
 * Writes the wall time of the bulletin's zone. Letters: `d dd M MM MMM MMMM yyyy H HH mm EEEE`; words stand in '…'
 * ('' is one quote); all other characters stand for themselves.
 */
export function createDateFormat(pattern: string, words: Words): DateFormat {
  const tokens = tokenize(pattern);
  const withTime = tokens.map((token) => writerOf(token, words));
  const dayAlone = withoutTime(tokens).map((token) => writerOf(token, words));
  return ({ iso, hasTime }) => {
    let text = "";
    for (const write of hasTime ? withTime : dayAlone) text += write(iso);
    return text;
  };
}

const patterns: Readonly<Record<"vi" | "en" | "other", { readonly date: string; readonly long: string }>> = {
  vi: { date: "dd/MM/yyyy[ - HH:mm]", long: "EEEE, 'ngày' dd 'tháng' MM 'năm' yyyy" },
  en: { date: "d MMMM yyyy[, HH:mm]", long: "EEEE, d MMMM yyyy" },
  other: { date: "yyyy-MM-dd[ HH:mm]", long: "yyyy-MM-dd" },
};

function patternsOf(lang: Lang): (typeof patterns)["vi"] {
  const primary = lang.split("-", 1)[0];
  return patterns[primary === "vi" || primary === "en" ? primary : "other"];
}

interface Token {
  readonly text: string;
  /** True for a field such as `dd`, false for characters that stand for themselves. */
  readonly letters: boolean;
  readonly optional: boolean;
}

function tokenize(pattern: string): Token[] {
  const tokens: Token[] = [];
  let optional = false;
  for (const [text] of pattern.matchAll(/'(?:[^']|'')*'|([dMyHmE])\1*|[\s\S]/gu)) {
    if (text === "[" || text === "]") optional = text === "[";
    else if (text === "''") tokens.push({ text: "'", letters: false, optional });
    else if (/^'.+'$/su.test(text))
      tokens.push({ text: text.slice(1, -1).replaceAll("''", "'"), letters: false, optional });
    else tokens.push({ text, letters: /^[dMyHmE]/.test(text), optional });
  }
  return tokens;
}

/** The optional part goes; a time outside of it goes with what joins it to the date. */
function withoutTime(tokens: readonly Token[]): Token[] {
  const day = tokens.filter(({ optional }) => !optional);
  const isTime = ({ letters, text }: Token) => letters && /^[Hm]/.test(text);
  const first = day.findIndex(isTime);
  if (first === -1) return day;
  const last = day.findLastIndex(isTime);
  const before = day.slice(0, first);
  const after = day.slice(last + 1);
  const isDay = (token: Token) => token.letters;
  if (before.some(isDay)) return [...before.slice(0, before.findLastIndex(isDay) + 1), ...after];
  return after.slice(Math.max(after.findIndex(isDay), 0));
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** `month` is 1 to 12. */
export function monthName(month: number, words: Words): string {
  return words[`month${months[month - 1] ?? "January"}`];
}

type Writer = (iso: string) => string;

function writerOf({ letters, text }: Token, words: Words): Writer {
  return (letters && fieldWriter(text, words)) || (() => text);
}

/** What depends on the words alone is looked up here once, for thousands of dates are written. */
function fieldWriter(field: string, words: Words): Writer | undefined {
  switch (field) {
    case "d":
      return (iso) => withoutZero(iso, 8);
    case "dd":
      return (iso) => iso.slice(8, 10);
    case "M":
      return (iso) => withoutZero(iso, 5);
    case "MM":
      return (iso) => iso.slice(5, 7);
    case "MMM":
      return byMonth(months.map((name) => words[`short${name}`]));
    case "MMMM":
      return byMonth(months.map((name) => words[`month${name}`]));
    case "yyyy":
      return (iso) => iso.slice(0, 4);
    case "H":
      return (iso) => withoutZero(iso, 11);
    case "HH":
      return (iso) => iso.slice(11, 13);
    case "mm":
      return (iso) => iso.slice(14, 16);
    case "EEEE": {
      const names = weekdays.map((name) => words[`weekday${name}`]);
      return (iso) => names[weekdayOf(iso)] ?? "";
    }
    default:
      return undefined;
  }
}

/** Two digits of `iso` as a number is said: `05` is 5. */
function withoutZero(iso: string, at: number): string {
  return iso[at] === "0" ? iso.slice(at + 1, at + 2) : iso.slice(at, at + 2);
}

function byMonth(names: readonly string[]): Writer {
  return (iso) => names[Number(iso.slice(5, 7)) - 1] ?? names[0] ?? "";
}

/** 0 is Sunday. */
function weekdayOf(iso: string): number {
  const [year, month, day] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
  // Day 0 of the epoch was a Thursday; +7 keeps days before it positive.
  const days = Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
  return (((days + 4) % 7) + 7) % 7;
}

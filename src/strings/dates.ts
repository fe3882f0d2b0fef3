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
  const dayTokens = withoutTime(tokens);
  return ({ iso, hasTime }) => {
    let text = "";
    for (const token of hasTime ? tokens : dayTokens) {
      text += token.letters ? writeField(token.text, iso, words) : token.text;
    }
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

function writeField(field: string, iso: string, words: Words): string {
  const [year, month, day] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10)];
  const [hour, minute] = [iso.slice(11, 13), iso.slice(14, 16)];
  switch (field) {
    case "d":
      return String(Number(day));
    case "dd":
      return day;
    case "M":
      return String(Number(month));
    case "MM":
      return month;
    case "MMM":
      return words[`short${months[Number(month) - 1] ?? "January"}`];
    case "MMMM":
      return monthName(Number(month), words);
    case "yyyy":
      return year;
    case "H":
      return String(Number(hour));
    case "HH":
      return hour;
    case "mm":
      return minute;
    case "EEEE":
      return words[`weekday${weekdayOf(Number(year), Number(month), Number(day))}`];
    default:
      return field;
  }
}

function weekdayOf(year: number, month: number, day: number): (typeof weekdays)[number] {
  // Day 0 of the epoch was a Thursday; +7 keeps days before it positive.
  const days = Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
  return weekdays[(((days + 4) % 7) + 7) % 7] ?? "Sunday";
}

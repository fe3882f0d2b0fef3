// Date patterns: letters d dd M MM MMM MMMM yyyy H HH mm EEEE, words in '…' ('' is one quote), a part in [ ] that
// is shown only where the time is known. Here they are only checked; strings/dates.ts writes dates by them.

import type { Bilingual } from "../../model/diagnostic.js";
import { letterPattern } from "../../model/letters.js";
import type { YamlEntry } from "../yaml-document.js";
import { addFault, quoteText, type Reading, writeLine } from "./reading.js";
import { parseText } from "./values.js";

const fields: readonly string[] = ["d", "dd", "M", "MM", "MMM", "MMMM", "yyyy", "H", "HH", "mm", "EEEE"];

/** Letters of other programs' patterns. */
const meanings: Readonly<Record<string, string>> = {
  D: "d",
  DD: "dd",
  y: "yyyy",
  Y: "yyyy",
  yy: "yyyy",
  YY: "yyyy",
  YYYY: "yyyy",
  h: "H",
  hh: "HH",
  m: "mm",
  E: "EEEE",
  EEE: "EEEE",
  dddd: "EEEE",
};

/** The parts of a pattern: '…', a bracket, a run of letters, anything else. An open quote runs to the end. */
const parts = letterPattern(String.raw`'[^']*(?:'|$)|[[\]]|\p{L}[\p{L}\p{M}]*|[^'[\]\p{L}]+`, "g");

export function parseDatePattern(reading: Reading, entry: YamlEntry): string | undefined {
  const pattern = parseText(reading, entry);
  if (pattern === undefined) return undefined;
  const fault = faultOf(pattern.match(parts.on(pattern)) ?? []);
  if (fault === undefined) return pattern;
  addFault(reading, {
    rule: "config-date-format",
    place: entry.value.place,
    message: fault.message,
    hint: writeLine(`${entry.key}: ${quoteText(fault.suggestion)}`),
  });
  return undefined;
}

interface PatternFault {
  readonly message: Bilingual;
  /** The pattern as it was probably meant. */
  readonly suggestion: string;
}

function faultOf(found: readonly string[]): PatternFault | undefined {
  const pattern = found.join("");
  const all = fields.join(" ");
  const last = found.at(-1) ?? "";
  if (/^'[^']*$/u.test(last)) {
    return {
      message: {
        vi: "Mẫu ngày có dấu nháy ' chưa đóng",
        en: "The date pattern has a quote ' that is not closed",
      },
      suggestion: `${pattern}'`,
    };
  }
  const unknown = found.find((part) => isLetters(part) && !isFields(part));
  if (unknown !== undefined) {
    return {
      message: {
        vi: `Mẫu ngày không hiểu “${unknown}”: chỉ dùng ${all}; chữ khác đặt trong dấu nháy đơn`,
        en: `The date pattern does not know “${unknown}”: use ${all}, and put other words in single quotes`,
      },
      suggestion: found.map((part) => (isLetters(part) ? asMeant(part) : part)).join(""),
    };
  }
  const brackets = found.filter((part) => part === "[" || part === "]").join("");
  if (!/^(?:\[\])*$/u.test(brackets)) {
    return {
      message: {
        vi: "Dấu ngoặc [ ] trong mẫu ngày phải đi thành từng cặp, không lồng nhau",
        en: "The brackets [ ] of a date pattern must come in pairs, not inside one another",
      },
      suggestion: pairBrackets(found),
    };
  }
  return faultOfTime(found);
}

/** Minutes that were meant as the month, and a pattern of the time alone. */
function faultOfTime(found: readonly string[]): PatternFault | undefined {
  const letters = found.filter(isLetters).join("");
  if (letters.includes("m") && !letters.includes("H")) {
    return {
      message: {
        vi: "Trong mẫu ngày, mm là phút; tháng viết bằng chữ hoa MM",
        en: "In a date pattern mm are minutes; the month is written MM",
      },
      suggestion: found.map((part) => (isLetters(part) ? part.replaceAll("mm", "MM") : part)).join(""),
    };
  }
  const outside = found.join("").replace(/\[[^\]]*\]|'[^']*'/gu, "");
  if (/[dMyE]/u.test(outside)) return undefined;
  return {
    message: {
      vi: "Mẫu ngày phải có ngày, tháng hoặc năm ngoài dấu [ ]",
      en: "A date pattern needs a day, a month or a year outside [ ]",
    },
    suggestion: "dd/MM/yyyy[ - HH:mm]",
  };
}

/** The outermost pairs stay; one that is not closed is closed at the end. */
function pairBrackets(found: readonly string[]): string {
  let depth = 0;
  const kept = found.filter((part) => {
    if (part === "[") return depth++ === 0;
    if (part !== "]") return true;
    if (depth === 0) return false;
    return --depth === 0;
  });
  return kept.join("") + (depth > 0 ? "]" : "");
}

function isLetters(part: string): boolean {
  return /^\p{L}/u.test(part);
}

function isFields(part: string): boolean {
  return sameLetters(part).every((run) => fields.includes(run));
}

function asMeant(part: string): string {
  const meant = sameLetters(part).map((run) => (fields.includes(run) ? run : meanings[run]));
  return meant.every((run) => run !== undefined) ? meant.join("") : `'${part}'`;
}

function sameLetters(part: string): readonly string[] {
  return part.match(/(.)\1*/gsu) ?? [];
}

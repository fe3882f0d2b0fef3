// What the readers of fields share, and the plain kinds of values: texts, lists of words, yes and no, dates. A reader
// gives undefined where nothing is given and where it has reported why a value cannot be read.
import type { Moment } from "../../model/moment.js";
import { nameKey } from "../../model/spelling.js";
import { addFault, type Reading, showTyped } from "../config/reading.js";
import { readYesNo } from "../config/values.js";
import type { DateReader } from "../dates.js";
import type { YamlEntry, YamlScalar, YamlValue } from "../yaml-document.js";

export interface FieldReading extends Reading {
  readonly readDate: DateReader;
}

export type FieldReader<T> = (entry: YamlEntry, reading: FieldReading) => T | undefined;

/** Nothing after the colon, or `null` or `~`: the same as if the key were not there. */
export function isEmpty(value: YamlValue): boolean {
  return value.kind === "scalar" && (value.value === null || value.value === "");
}

/** On one line, trimmed; what YAML takes for a number or a truth value is taken as typed. */
export const readText: FieldReader<string> = (entry, reading) => {
  const { key, value } = entry;
  if (value.kind === "scalar") return textOf(value) || undefined;
  const shown = showTyped(value);
  addFault(reading, {
    rule: "field-type",
    place: value.place,
    message: {
      vi: `Mục “${key}” phải là một dòng chữ, không phải ${shown.vi}`,
      en: `“${key}” must be a text, not ${shown.en}`,
    },
    hint: { vi: `Viết trên một dòng: ${key}: nội dung`, en: `Write it on one line: ${key}: text` },
  });
  return undefined;
};

export function textOf(value: YamlScalar): string {
  if (value.value === null) return "";
  const text = typeof value.value === "string" ? value.value : value.raw;
  // Only an escape in quotes can bring back what decoding took out of the file.
  const clean = value.raw.includes("\\") ? cleanText(text) : text;
  const trimmed = clean.trim();
  if (!lineBreak.test(trimmed)) return trimmed;
  const lines = trimmed.split(lineBreak).map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

const lineBreak = /[\n\u0085\u2028\u2029]+/;

/** NFC, and U+FFFD for control characters, noncharacters and halves of letters. */
export function cleanText(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]|\p{Cs}/gu, "\ufffd").normalize("NFC");
}

/** A list, or one line with commas or semicolons; each name once, as first written. */
export const readNames: FieldReader<readonly string[]> = (entry, reading) => {
  const { value } = entry;
  const names = new Map<string, string>();
  const items = value.kind === "list" ? value.items : [value];
  for (const item of items) {
    if (item.kind !== "scalar") {
      reportItem(entry, item, reading);
      continue;
    }
    const parts = value.kind === "list" ? [textOf(item)] : textOf(item).split(/[,;]/);
    for (const text of parts) {
      const part = text.trim();
      if (part === "") continue;
      const same = keyOf(part);
      if (!names.has(same)) names.set(same, part);
    }
  }
  return names.size === 0 ? undefined : [...names.values()];
};

/** The same few names come again and again in a bulletin: to look one up is a fraction of folding it. Few and short
 *  ones only, for each may keep the text alive of which it is a piece. */
const keys = new Map<string, string>();
const mostKeys = 250;
const longestKept = 100;

function keyOf(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = nameKey(name);
  if (name.length > longestKept) return key;
  if (keys.size >= mostKeys) keys.clear();
  keys.set(name, key);
  return key;
}

function reportItem({ key }: YamlEntry, item: YamlValue, reading: FieldReading): void {
  const shown = showTyped(item);
  addFault(reading, {
    rule: "field-type",
    place: item.place,
    message: {
      vi: `Mục “${key}” gồm những từ cách nhau bằng dấu phẩy, không gồm ${shown.vi}`,
      en: `“${key}” is made of words with commas between them, not of ${shown.en}`,
    },
    hint: { vi: `Viết: ${key}: một, hai`, en: `Write: ${key}: one, two` },
  });
}

export const readTruth: FieldReader<boolean> = (entry, reading) => {
  const { key, value } = entry;
  const truth = readYesNo(value);
  if (truth !== undefined) return truth;
  const shown = showTyped(value);
  addFault(reading, {
    rule: "field-yes-no",
    place: value.place,
    message: isEmpty(value)
      ? { vi: `Mục “${key}” đang để trống`, en: `“${key}” is empty` }
      : {
          vi: `Mục “${key}” chỉ nhận có hoặc không, không nhận ${shown.vi}`,
          en: `“${key}” takes yes or no, not ${shown.en}`,
        },
    hint: { vi: `Viết: ${key}: có, hoặc ${key}: không`, en: `Write: ${key}: yes, or ${key}: no` },
  });
  return undefined;
};

export const readDateField: FieldReader<Moment> = (entry, reading) => {
  const { value } = entry;
  if (value.kind !== "scalar") return readText(entry, reading) as undefined;
  const { moment, fault } = reading.readDate(textOf(value));
  if (fault !== undefined) addFault(reading, { ...fault, place: value.place });
  return moment;
};

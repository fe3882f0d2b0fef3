// Single values of bantin.yaml and of the vocabularies: a text, a choice, a number, a yes or no, a list, plain
// data. Every reader reports what does not fit, at its place, with the key as the author typed it.
import { countGraphemes } from "../../model/place.js";
import { looseKey } from "../../model/spelling.js";
import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from "../yaml-document.js";
import { addFault, type Reading, showTyped, suggest } from "./reading.js";

/** A text, trimmed; numbers and words like `true` are taken as typed. */
export function parseText(reading: Reading, entry: YamlEntry): string | undefined {
  const { key, value } = entry;
  if (value.kind !== "scalar") {
    addFault(reading, {
      rule: "value-type",
      place: value.place,
      message: {
        vi: `“${key}” phải là một dòng chữ, không phải ${showTyped(value).vi}`,
        en: `“${key}” must be a text, not ${showTyped(value).en}`,
      },
      hint: {
        vi: "Viết nội dung trên một dòng, không có dấu [ ] hay { } và không có mục con",
        en: "Write the text on one line, without [ ] or { } and without fields below it",
      },
    });
    return undefined;
  }
  const text = textOf(value);
  if (text !== "") return text;
  addFault(reading, {
    rule: "value-empty",
    place: entry.keyPlace,
    message: { vi: `“${key}” chưa có nội dung`, en: `“${key}” is empty` },
    hint: {
      vi: `Điền nội dung sau “${key}:” hoặc xóa dòng này`,
      en: `Write a text after “${key}:” or delete the line`,
    },
  });
  return undefined;
}

export function textOf(value: YamlScalar): string {
  return (typeof value.value === "string" ? value.value : value.raw).trim();
}

/** On one line: line breaks and runs of spaces become one space. */
export function joinLines(text: string): string {
  return text.replace(/\s+/gu, " ");
}

/** Nothing after the colon: the same as if the key were not there. */
export function isAbsent(value: YamlValue): boolean {
  return value.kind === "scalar" && value.value === null && !value.quoted;
}

/** Yes or no in the ways people type it, or undefined; nothing is reported. */
export function readYesNo(value: YamlValue): boolean | undefined {
  if (value.kind !== "scalar") return undefined;
  const typed = looseKey(textOf(value));
  if (["true", "yes", "on", "co", "bat"].includes(typed)) return true;
  if (["false", "no", "off", "khong", "tat"].includes(typed)) return false;
  return undefined;
}

/** Yes or no; anything else is reported. */
export function parseYesNo(reading: Reading, { key, value }: YamlEntry): boolean | undefined {
  const on = readYesNo(value);
  if (on !== undefined) return on;
  addFault(reading, {
    rule: "value-type",
    place: value.place,
    message: {
      vi: `“${key}” phải là có hoặc không, không phải ${showTyped(value).vi}`,
      en: `“${key}” must be yes or no, not ${showTyped(value).en}`,
    },
    hint: { vi: `Viết: ${key}: có, hoặc ${key}: không`, en: `Write: ${key}: yes, or ${key}: no` },
  });
  return undefined;
}

export interface Bounds {
  readonly from: number;
  readonly to: number;
  /** For the line to paste. */
  readonly usual: number;
}

export function parseWholeNumber(reading: Reading, entry: YamlEntry, bounds: Bounds): number | undefined {
  const { key, value } = entry;
  const number = value.kind === "scalar" ? value.value : undefined;
  if (
    typeof number === "number" &&
    Number.isInteger(number) &&
    number >= bounds.from &&
    number <= bounds.to
  ) {
    return number;
  }
  addFault(reading, {
    rule: "value-range",
    place: value.place,
    message: {
      vi: `“${key}” phải là số nguyên từ ${bounds.from} đến ${bounds.to}, không phải ${showTyped(value).vi}`,
      en: `“${key}” must be a whole number from ${bounds.from} to ${bounds.to}, not ${showTyped(value).en}`,
    },
    hint: {
      vi: `Chỉ viết chữ số, ví dụ: ${key}: ${bounds.usual}`,
      en: `Write digits only, such as: ${key}: ${bounds.usual}`,
    },
  });
  return undefined;
}

export interface Choice<T extends string> {
  readonly values: readonly T[];
  /** Other words people use, as looseKey makes them, and what they mean. */
  readonly meanings: Readonly<Record<string, T>>;
}

export function parseChoice<T extends string>(
  reading: Reading,
  entry: YamlEntry,
  choice: Choice<T>,
): T | undefined {
  const typed = parseText(reading, entry);
  if (typed === undefined) return undefined;
  const key = looseKey(typed);
  const known = choice.values.find((value) => looseKey(value) === key);
  if (known !== undefined) return known;
  const meant = Object.hasOwn(choice.meanings, key) ? choice.meanings[key] : undefined;
  addFault(reading, {
    rule: "value-unknown",
    place: entry.value.place,
    message: {
      vi: `“${entry.key}” không có lựa chọn “${typed}”`,
      en: `“${entry.key}” does not know “${typed}”`,
    },
    hint: suggest(typed, choice.values, meant),
  });
  return undefined;
}

/** The items of a list, or of one line with commas, each as an entry under the list's own key; undefined for a group. */
export function listItems(
  reading: Reading,
  { key, keyPlace, value }: YamlEntry,
  example: string,
): readonly YamlEntry[] | undefined {
  if (value.kind === "list") return value.items.map((item) => ({ key, keyPlace: item.place, value: item }));
  if (value.kind === "scalar") {
    return splitAtCommas(value).map((part) => ({ key, keyPlace, value: part }));
  }
  addFault(reading, {
    rule: "value-type",
    place: value.place,
    message: { vi: `“${key}” phải là một danh sách`, en: `“${key}” must be a list` },
    hint: {
      vi: `Viết các mục trên một dòng, cách nhau bằng dấu phẩy: ${key}: ${example}`,
      en: `Write the items on one line with commas between them: ${key}: ${example}`,
    },
  });
  return undefined;
}

/** Each part at its own place, as long as the list is on one line and not in quotes. */
function splitAtCommas(value: YamlScalar): readonly YamlScalar[] {
  const inPlace = !value.quoted && !value.raw.includes("\n");
  const parts = [...(inPlace ? value.raw : textOf(value)).matchAll(/[^,\s][^,]*/gu)];
  return parts.map(({ 0: match, index }) => {
    const part = match.trim();
    const column = value.place.column + countGraphemes(value.raw.slice(0, index));
    const place = inPlace ? { line: value.place.line, column } : value.place;
    return { kind: "scalar", value: part, raw: part, quoted: false, place };
  });
}

/** A group of fields; anything else is reported, with `example` as the lines to write. */
export function parseMap(reading: Reading, entry: YamlEntry, example: string): YamlMap | undefined {
  if (entry.value.kind === "map") return entry.value;
  const lines = `${entry.key}:\n  ${example}`;
  addFault(reading, {
    rule: "value-type",
    place: entry.value.place,
    message: {
      vi: `“${entry.key}” phải là một nhóm mục con, không phải ${showTyped(entry.value).vi}`,
      en: `“${entry.key}” must be a group of fields, not ${showTyped(entry.value).en}`,
    },
    hint: {
      vi: `Viết các mục con ở những dòng dưới, thụt vào hai dấu cách:\n${lines}`,
      en: `Write the fields on the lines below it, indented by two spaces:\n${lines}`,
    },
  });
  return undefined;
}

// content/tags.yaml, content/authors.yaml and content/abbreviations.yaml: what the words of articles stand for, in
// every language. A missing file is an empty one; a faulty entry is reported and the others stay.
import type { Vocabulary, VocabularyEntry } from "../model/config.js";
import { type Diagnostic, sortDiagnostics } from "../model/diagnostic.js";
import type { ByLang, Lang } from "../model/lang.js";
import { letterPattern } from "../model/letters.js";
import type { Source } from "../model/source.js";
import { isLanguageKey, parseByLang, parseNames } from "./config/by-lang.js";
import { type FieldNames, parseDistinct, parseFields } from "./config/fields.js";
import { checkNames, type Identified, parseIdentified, parseName } from "./config/named-ids.js";
import { addFault, quoteText, type Reading } from "./config/reading.js";
import { parseSettings } from "./config/settings-file.js";
import { isAbsent, joinLines, parseMap, parseText } from "./config/values.js";
import type { YamlEntry, YamlValue } from "./yaml-document.js";

export interface VocabularyResult {
  readonly vocabulary: Vocabulary;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseVocabulary(
  source: Source | undefined,
  kind: "tags" | "authors",
  languages: readonly Lang[],
): VocabularyResult {
  const none: readonly VocabularyEntry[] = [];
  const { value, diagnostics } = parseFile(source, { languages, shape: idShape, none }, (reading, root) => {
    const whole = { key: kind, keyPlace: root.place, value: root };
    const entries = parseIdentified(reading, whole).map((one) =>
      kind === "tags" ? parseTag(reading, one) : parseAuthor(reading, one),
    );
    checkNames(reading, entries);
    return entries;
  });
  return { vocabulary: { entries: value }, diagnostics };
}

export interface AbbreviationsResult {
  /** For every language: abbreviation → words. */
  readonly abbreviations: Readonly<Record<Lang, Readonly<Record<string, string>>>>;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseAbbreviations(
  source: Source | undefined,
  languages: readonly Lang[],
): AbbreviationsResult {
  const none = Object.fromEntries(languages.map((lang) => [lang, {}]));
  const { value, diagnostics } = parseFile(
    source,
    { languages, shape: languageShape, none },
    (reading, map) => {
      if (map.kind !== "map") return none;
      const loose = map.entries.filter(
        ({ key, value }) => value.kind === "scalar" && !isLanguageKey(reading, key),
      );
      for (const entry of loose) reportLoose(reading, entry);
      const grouped = { ...map, entries: map.entries.filter((entry) => !loose.includes(entry)) };
      const found = parseByLang(reading, grouped).map(
        ([lang, entry]) => [lang, parseGroup(reading, entry)] as const,
      );
      return { ...none, ...Object.fromEntries(found) };
    },
  );
  return { abbreviations: value, diagnostics };
}

/** What a file may be as a whole. */
interface Shape {
  readonly kinds: readonly YamlValue["kind"][];
  readonly example: string;
}

const idShape: Shape = { kinds: ["map", "list"], example: "xay-dung-dang: Xây dựng Đảng" };
const languageShape: Shape = { kinds: ["map"], example: "vi:\n  TCCSĐ: tổ chức cơ sở Đảng" };

interface FileContext<T> {
  readonly languages: readonly Lang[];
  readonly shape: Shape;
  /** The value of a file that is not there or cannot be read. */
  readonly none: T;
}

function parseFile<T>(
  source: Source | undefined,
  { languages, shape, none }: FileContext<T>,
  parseRoot: (reading: Reading, root: YamlValue) => T,
): { readonly value: T; readonly diagnostics: readonly Diagnostic[] } {
  if (source === undefined) return { value: none, diagnostics: [] };
  const { root, diagnostics, keepNew } = parseSettings(source);
  const found: Diagnostic[] = [];
  const reading = { source, languages, diagnostics: found };
  const value = root !== undefined && checkShape(reading, root, shape) ? parseRoot(reading, root) : none;
  return { value, diagnostics: sortDiagnostics([...diagnostics, ...keepNew(found)]) };
}

function checkShape(reading: Reading, root: YamlValue, { kinds, example }: Shape): boolean {
  if (kinds.includes(root.kind)) return true;
  addFault(reading, {
    rule: "vocabulary-shape",
    place: root.place,
    message: {
      vi: "Tệp này phải gồm các dòng có dấu hai chấm sau mã",
      en: "This file must be made of lines with an id and a colon",
    },
    hint: { vi: `Viết:\n${example}`, en: `Write:\n${example}` },
  });
  return false;
}

function parseTag(reading: Reading, { id, place, entry }: Identified): VocabularyEntry {
  return { id, name: oneLine(parseName(reading, entry)), place };
}

const authorFields: FieldNames<"name" | "role" | "unit"> = {
  names: ["name", "role", "unit"],
  aliases: {
    ten: "name",
    hoten: "name",
    hovaten: "name",
    butdanh: "name",
    chucdanh: "role",
    chucvu: "role",
    donvi: "unit",
    coquan: "unit",
  },
  meanings: { tacgia: "name", author: "name", title: "role", position: "role", office: "unit" },
  unknownRule: "author-unknown",
};

/** `id: Name`, `id: { vi: …, en: … }` or `id: { name, role, unit }`. */
function parseAuthor(reading: Reading, { id, place, entry }: Identified): VocabularyEntry {
  const { value } = entry;
  const isNameAlone = value.kind !== "map" || value.entries.every(({ key }) => isLanguageKey(reading, key));
  if (isNameAlone) return { id, name: oneLine(parseName(reading, entry)), place };

  const given = parseFields(reading, value, authorFields);
  const name = given.get("name") ?? { ...entry, value: { kind: "map", entries: [], place: value.place } };
  const role = given.get("role");
  const unit = given.get("unit");
  return {
    id,
    name: oneLine(parseName(reading, { ...name, key: given.has("name") ? name.key : entry.key })),
    ...(role && { role: oneLine(parseNames(reading, role)) }),
    ...(unit && { unit: oneLine(parseNames(reading, unit)) }),
    place,
  };
}

function oneLine(texts: ByLang<string>): ByLang<string> {
  return Object.fromEntries(Object.entries(texts).map(([lang, text = ""]) => [lang, joinLines(text)]));
}

function parseGroup(reading: Reading, entry: YamlEntry): Readonly<Record<string, string>> {
  const map = parseMap(reading, entry, "TCCSĐ: tổ chức cơ sở Đảng");
  const pairs = (map === undefined ? [] : parseDistinct(reading, map)).flatMap((one) => {
    if (!isAbbreviation(one.key)) {
      reportAbbreviation(reading, one);
      return [];
    }
    const words = parseText(reading, one);
    return words === undefined ? [] : [[one.key, joinLines(words)] as const];
  });
  return Object.fromEntries(pairs);
}

const abbreviation = letterPattern(String.raw`^\p{L}[\p{L}\p{M}\p{N}.&/-]{1,19}$`);
const capital = letterPattern(String.raw`\p{Lu}`);

/** Letters, digits and signs within a word, beginning with a letter; one capital at least: `TCCSĐ`, `KT-XH`. */
function isAbbreviation(key: string): boolean {
  return abbreviation.test(key) && capital.test(key);
}

function reportAbbreviation(reading: Reading, { key, keyPlace }: YamlEntry): void {
  addFault(reading, {
    rule: "abbreviation-invalid",
    place: keyPlace,
    message: { vi: `“${key}” không phải là chữ viết tắt`, en: `“${key}” is not an abbreviation` },
    hint: {
      vi: "Chữ viết tắt gồm 2 đến 20 chữ liền nhau, có chữ hoa: TCCSĐ: tổ chức cơ sở Đảng",
      en: "An abbreviation has 2 to 20 letters without spaces, with a capital: CPV: Communist Party of Vietnam",
    },
  });
}

function reportLoose(reading: Reading, { key, keyPlace, value }: YamlEntry): void {
  const lang = reading.languages[0] ?? "vi";
  const words = value.kind === "scalar" && !isAbsent(value) ? value.raw : "…";
  const lines = `${lang}:\n  ${key}: ${quoteText(words)}`;
  addFault(reading, {
    rule: "abbreviation-language",
    place: keyPlace,
    message: {
      vi: `“${key}” chưa nằm dưới ngôn ngữ nào`,
      en: `“${key}” stands under no language`,
    },
    hint: {
      vi: `Viết dưới mã ngôn ngữ, thụt vào hai dấu cách:\n${lines}`,
      en: `Write it below a language, indented by two spaces:\n${lines}`,
    },
  });
}

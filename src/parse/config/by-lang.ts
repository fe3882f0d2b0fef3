// Texts by language: one text, or a map from the bulletin's languages to texts. A language that the bulletin does
// not have is an error, for nothing would ever show its text.
import type { ByLang, Lang } from "../../model/lang.js";
import { nearest } from "../../model/spelling.js";
import type { YamlEntry, YamlMap } from "../yaml-document.js";
import { parseDistinct } from "./fields.js";
import { languageMeant, languageOf } from "./languages.js";
import { addFault, type Reading } from "./reading.js";
import { isAbsent, parseText } from "./values.js";

type ParseOne = (reading: Reading, entry: YamlEntry) => string | undefined;

/** One text counts for every language. */
export function parseTexts(
  reading: Reading,
  entry: YamlEntry,
  parseOne: ParseOne = parseText,
): ByLang<string> {
  return parseIn(reading.languages, reading, entry, parseOne);
}

/** One text is in the default language: a name, which other languages show as it is. */
export function parseNames(
  reading: Reading,
  entry: YamlEntry,
  parseOne: ParseOne = parseText,
): ByLang<string> {
  return parseIn(reading.languages.slice(0, 1), reading, entry, parseOne);
}

function parseIn(
  meantFor: readonly Lang[],
  reading: Reading,
  entry: YamlEntry,
  parseOne: ParseOne,
): ByLang<string> {
  const texts: [Lang, string][] = [];
  if (entry.value.kind === "map") {
    for (const [lang, inLang] of parseByLang(reading, entry.value)) {
      const text = parseOne(reading, inLang);
      if (text !== undefined) texts.push([lang, text]);
    }
  } else {
    const text = parseOne(reading, entry);
    if (text !== undefined) texts.push(...meantFor.map((lang): [Lang, string] => [lang, text]));
  }
  return Object.fromEntries(texts);
}

/** The entries of a map whose keys are languages of the bulletin; those with nothing after the colon are left out. */
export function parseByLang(reading: Reading, map: YamlMap): readonly (readonly [Lang, YamlEntry])[] {
  const found: [Lang, YamlEntry][] = [];
  for (const entry of parseDistinct(reading, map, (key) => languageOf(key) ?? key)) {
    const lang = languageOf(entry.key);
    if (lang === undefined || !reading.languages.includes(lang)) reportLanguage(reading, entry);
    else if (!isAbsent(entry.value)) found.push([lang, entry]);
  }
  return found;
}

/** True where the key is a language of the bulletin. */
export function isLanguageKey({ languages }: Reading, key: string): boolean {
  const lang = languageOf(key);
  return lang !== undefined && languages.includes(lang);
}

function reportLanguage(reading: Reading, { key, keyPlace }: YamlEntry): void {
  const { languages } = reading;
  const named = languageMeant(key);
  const meant = named !== undefined && languages.includes(named) ? named : nearest(key, languages);
  const all = languages.join(", ");
  addFault(reading, {
    rule: "language-unknown",
    place: keyPlace,
    message: {
      vi: `Bản tin không có ngôn ngữ “${key}”${meant ? `. Có phải “${meant}”?` : ""}`,
      en: `The bulletin has no language “${key}”${meant ? `. Did you mean “${meant}”?` : ""}`,
    },
    hint: {
      vi: `Các ngôn ngữ của bản tin: ${all}. Sửa mã này, hoặc thêm nó vào mục languages của bantin.yaml`,
      en: `The bulletin's languages: ${all}. Correct the code, or add it to languages in bantin.yaml`,
    },
  });
}

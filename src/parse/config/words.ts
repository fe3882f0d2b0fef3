// `words:`: interface words by language and name. Only their shape is checked here; which names there are is known
// to strings/.
import type { ByLang } from "../../model/lang.js";
import type { Place } from "../../model/place.js";
import type { YamlEntry } from "../yaml-document.js";
import { parseByLang } from "./by-lang.js";
import { parseDistinct, parseFields } from "./fields.js";
import type { Reading } from "./reading.js";
import { isAbsent, parseMap, parseText } from "./values.js";

type Word = string | Readonly<Record<string, string>>;

/** The categories of Intl.PluralRules. */
const plurals = {
  names: ["zero", "one", "two", "few", "many", "other"],
  unknownRule: "config-unknown",
} as const;

export interface ParsedWords {
  readonly words: ByLang<Readonly<Record<string, Word>>>;
  /** By `LANG.NAME`. */
  readonly places: readonly (readonly [string, Place])[];
}

export function parseWords(reading: Reading, entry: YamlEntry): ParsedWords {
  const places: [string, Place][] = [];
  const map = parseMap(reading, entry, "vi:\n    share: Chia sẻ");
  const words = (map === undefined ? [] : parseByLang(reading, map)).map(([lang, inLang]) => {
    const byName = parseMap(reading, inLang, "share: Chia sẻ");
    const found: [string, Word][] = [];
    for (const one of byName === undefined ? [] : parseDistinct(reading, byName)) {
      const word = isAbsent(one.value) ? undefined : parseWord(reading, one);
      if (word === undefined) continue;
      found.push([one.key, word]);
      places.push([`${lang}.${one.key}`, one.keyPlace]);
    }
    return [lang, Object.fromEntries(found)] as const;
  });
  return { words: Object.fromEntries(words), places };
}

function parseWord(reading: Reading, entry: YamlEntry): Word | undefined {
  if (entry.value.kind !== "map") return parseText(reading, entry);
  const forms = [...parseFields<string>(reading, entry.value, plurals)].flatMap(([category, one]) => {
    const text = parseText(reading, one);
    return text === undefined ? [] : [[category, text] as const];
  });
  return forms.length === 0 ? undefined : Object.fromEntries(forms);
}

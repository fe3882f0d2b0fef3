// Says a word of the theme in one language, with its placeholders filled. A word that does not exist and a
// placeholder without a value are faults of a template or of ours, so they are thrown.
import type { Lang } from "../model/lang.js";
import { formatNumber } from "./numbers.js";
import type { WordName, Words } from "./shape.js";

/** Numbers are written as the language writes them; the value `count` chooses the plural form. */
export type Speaker = (name: WordName, values?: Readonly<Record<string, string | number>>) => string;

export function createSpeaker(lang: Lang, words: Words): Speaker {
  const plural = new Intl.PluralRules(lang);
  return (name, values = {}) => {
    const word = Object.hasOwn(words, name) ? words[name] : undefined;
    if (word === undefined) throw new Error(`there is no word "${name}"`);
    const text = typeof word === "string" ? word : (word[plural.select(countOf(name, values))] ?? word.other);
    if (!text.includes("{")) return text;
    return text.replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = Object.hasOwn(values, key) ? values[key] : undefined;
      if (value === undefined) throw new Error(`the word "${name}" needs a value for {${key}}`);
      return typeof value === "number" ? formatNumber(value, lang) : value;
    });
  };
}

function countOf(name: string, values: Readonly<Record<string, string | number>>): number {
  const count = values["count"];
  if (typeof count !== "number") throw new Error(`the word "${name}" needs a number as {count}`);
  return count;
}

// Says a word of the theme in one language, with its placeholders filled. A word that does not exist and a
// placeholder without a value are faults of a template or of ours, so they are thrown.
import type { Lang } from "../model/lang.js";
import { formatNumber } from "./numbers.js";
import type { WordName, Words } from "./shape.js";

/** Numbers are written as the language writes them; the value `count` chooses the plural form. */
export type Speaker = (name: WordName, values?: Values) => string;

type Values = Readonly<Record<string, string | number>>;

export function createSpeaker(lang: Lang, words: Words): Speaker {
  let plural: Intl.PluralRules | undefined;
  const forms = new Map(Object.entries(words).map(([name, word]) => [name, formsOf(word)]));
  return (name, values = {}) => {
    const found = forms.get(name);
    if (found === undefined) throw new Error(`there is no word "${name}"`);
    const pieces = found.any ?? formFor(found, countOf(name, values));
    let text = pieces[0] ?? "";
    for (let i = 1; i < pieces.length; i += 2) {
      text += valueFor(name, values, pieces[i] ?? "") + (pieces[i + 1] ?? "");
    }
    return text;
  };

  function formFor({ byCategory, other }: Forms, count: number): Pieces {
    plural ??= new Intl.PluralRules(lang);
    return byCategory.get(plural.select(count)) ?? other;
  }

  function valueFor(name: string, values: Values, key: string): string {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined) throw new Error(`the word "${name}" needs a value for {${key}}`);
    return typeof value === "number" ? formatNumber(value, lang) : value;
  }
}

/** A text cut at its placeholders: text, name, text, name, … text. */
type Pieces = readonly string[];

interface Forms {
  /** For a word that depends on no number. */
  readonly any?: Pieces;
  readonly byCategory: ReadonlyMap<string, Pieces>;
  readonly other: Pieces;
}

function formsOf(word: Words[WordName]): Forms {
  const cut = (text: string) => text.split(/\{(\w+)\}/);
  if (typeof word === "string") return { any: cut(word), byCategory: new Map(), other: [] };
  const byCategory = new Map(Object.entries(word).map(([category, text]) => [category, cut(text)]));
  return { byCategory, other: cut(word.other) };
}

function countOf(name: string, values: Values): number {
  const count = values["count"];
  if (typeof count !== "number") throw new Error(`the word "${name}" needs a number as {count}`);
  return count;
}

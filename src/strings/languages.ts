// What languages are called: by themselves in the language switch, and by each other within a sentence.
import type { Lang } from "../model/lang.js";

export interface LanguageNames {
  /** In the language itself, as a label: `Tiếng Việt`, `English`, `Français`. */
  readonly own: string;
  /** In each language of the bulletin, as it stands in a sentence: `tiếng Việt`, `Vietnamese`. */
  readonly within: Readonly<Record<Lang, string>>;
}

/** As the runtime tells them, which takes 10 ms of a start to do so. */
const usual: Readonly<Record<Lang, LanguageNames & { readonly locale: string }>> = {
  vi: { own: "Tiếng Việt", within: { vi: "tiếng Việt", en: "Vietnamese" }, locale: "vi_VN" },
  en: { own: "English", within: { vi: "tiếng Anh", en: "English" }, locale: "en_US" },
};

export function languageNames(languages: readonly Lang[]): Readonly<Record<Lang, LanguageNames>> {
  const known = languages.flatMap((lang) => usual[lang] ?? []);
  if (known.length === languages.length) return namesOf(languages, known);
  const names = new Map(languages.map((lang) => [lang, namesIn(lang)]));
  return Object.fromEntries(
    languages.map((lang) => {
      const within = languages.map((reader) => [reader, names.get(reader)?.(lang) ?? lang]);
      return [
        lang,
        { own: capitalize(names.get(lang)?.(lang) ?? lang, lang), within: Object.fromEntries(within) },
      ];
    }),
  );
}

function namesOf(
  languages: readonly Lang[],
  known: readonly LanguageNames[],
): Readonly<Record<Lang, LanguageNames>> {
  const pick = (within: Readonly<Record<Lang, string>>) =>
    Object.fromEntries(languages.map((reader) => [reader, within[reader] ?? reader]));
  return Object.fromEntries(
    languages.map((lang, index) => {
      const { own = lang, within = {} } = known[index] ?? {};
      return [lang, { own, within: pick(within) }];
    }),
  );
}

/** The language with the country where most of its readers live, as networks write it: `vi_VN`, `en_US`. */
export function localeOf(lang: Lang): string {
  const known = usual[lang];
  if (known !== undefined) return known.locale;
  const { language, region = "" } = new Intl.Locale(lang).maximize();
  return region === "" ? language : `${language}_${region}`;
}

function namesIn(reader: Lang): (lang: Lang) => string {
  const names = new Intl.DisplayNames(reader, { type: "language", fallback: "code" });
  // Vietnamese names come as labels ("Tiếng Anh"); the others come as they stand in a sentence.
  const isLabel = reader.split("-", 1)[0] === "vi";
  return (lang) => {
    // Extensions (`vi-x-demo`) have no name, and asking for one is an error.
    const name = names.of(new Intl.Locale(lang).baseName) ?? lang;
    return isLabel ? name.slice(0, 1).toLocaleLowerCase(reader) + name.slice(1) : name;
  };
}

function capitalize(name: string, lang: Lang): string {
  return name.slice(0, 1).toLocaleUpperCase(lang) + name.slice(1);
}

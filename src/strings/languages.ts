// What languages are called: by themselves in the language switch, and by each other within a sentence.
import type { Lang } from "../model/lang.js";

export interface LanguageNames {
  /** In the language itself, as a label: `Tiếng Việt`, `English`, `Français`. */
  readonly own: string;
  /** In each language of the bulletin, as it stands in a sentence: `tiếng Việt`, `Vietnamese`. */
  readonly within: Readonly<Record<Lang, string>>;
}

/** What the runtime tells of them, which takes it 10 ms of a start. */
const usual: Readonly<Record<Lang, Pick<LanguageNames, "within"> & { readonly locale: string }>> = {
  vi: { within: { vi: "tiếng Việt", en: "Vietnamese" }, locale: "vi_VN" },
  en: { within: { vi: "tiếng Anh", en: "English" }, locale: "en_US" },
};

export function languageNames(languages: readonly Lang[]): Readonly<Record<Lang, LanguageNames>> {
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

/** The language with the country where most of its readers live, as networks write it: `vi_VN`, `en_US`. */
export function localeOf(lang: Lang): string {
  const known = usual[lang];
  if (known !== undefined) return known.locale;
  const { language, region = "" } = new Intl.Locale(lang).maximize();
  return region === "" ? language : `${language}_${region}`;
}

/** ISO 639, but for the two ways to write Chinese. */
export function languageCode(lang: Lang): string {
  if (usual[lang] !== undefined) return lang;
  const { language, script } = new Intl.Locale(lang).maximize();
  return language === "zh" ? (script === "Hant" ? "zh-tw" : "zh-cn") : language;
}

function namesIn(reader: Lang): (lang: Lang) => string {
  let names: Intl.DisplayNames | undefined;
  // Vietnamese names come as labels ("Tiếng Anh"); the others come as they stand in a sentence.
  const isLabel = reader.split("-", 1)[0] === "vi";
  return (lang) => {
    const known = usual[lang]?.within[reader];
    if (known !== undefined) return known;
    names ??= new Intl.DisplayNames(reader, { type: "language", fallback: "code" });
    // Extensions (`vi-x-demo`) have no name, and asking for one is an error.
    const name = names.of(new Intl.Locale(lang).baseName) ?? lang;
    return isLabel ? name.slice(0, 1).toLocaleLowerCase(reader) + name.slice(1) : name;
  };
}

function capitalize(name: string, lang: Lang): string {
  return name.slice(0, 1).toLocaleUpperCase(lang) + name.slice(1);
}

// A language of the bulletin is a BCP 47 code in its canonical form: `vi`, `en`, `zh-Hant`.

export type Lang = string;

/** A value for each language that has one. */
export type ByLang<T> = Readonly<Partial<Record<Lang, T>>>;

/** A text and the language it is written in, which may not be the language of the page that shows it. */
export interface LangText {
  readonly text: string;
  readonly lang: Lang;
}

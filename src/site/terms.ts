// Tags, authors and sections are terms: names that articles write by hand and that must come out as one id each.
// An id is the key in the vocabulary, else the slug of the name; the same term by its id or its name in any language.
import type { Article } from "../model/article.js";
import type { VocabularyEntry } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Lang, LangText } from "../model/lang.js";
import { slugOf } from "../model/slug.js";
import { nameKey, nearest } from "../model/spelling.js";
import { fieldPlace } from "./stories.js";

/** A listed term: of tags.yaml, authors.yaml, or the sections of bantin.yaml. */
export type TermEntry = Omit<VocabularyEntry, "place">;

export type TermKind = "tag" | "author" | "section";

/** One kind of term, as far as the articles read so far have named it. */
export interface Terms {
  readonly kind: TermKind;
  readonly entries: readonly TermEntry[];
  /** True where only the listed names are allowed (sections that bantin.yaml lists). */
  readonly closed: boolean;
  readonly idByName: ReadonlyMap<string, string>;
  /** Names as they were written, looked at once: thousands of articles use the same. */
  readonly named: Map<string, NamedTerm>;
  /** By id: the first writing of each name, in reading order. */
  readonly written: Map<string, { readonly name: string; readonly lang: Lang; readonly article: Article }[]>;
}

interface NamedTerm {
  readonly key: string;
  /** Undefined for a name that is not listed. */
  readonly known: string | undefined;
  readonly id: string;
}

const field = { tag: "tags", author: "author", section: "section" } as const;
const file = { tag: "content/tags.yaml", author: "content/authors.yaml", section: "bantin.yaml" } as const;

export function openTerms(kind: TermKind, entries: readonly TermEntry[]): Terms {
  const idByName = new Map<string, string>();
  for (const { id, name } of entries) {
    for (const text of [id, ...Object.values(name)]) if (text !== undefined) idByName.set(nameKey(text), id);
  }
  return {
    kind,
    entries,
    closed: kind === "section" && entries.length > 0,
    idByName,
    named: new Map(),
    written: new Map(),
  };
}

export function termId(terms: Terms, name: string): string {
  return lookUp(terms, name).id;
}

function lookUp({ idByName, named }: Terms, name: string): NamedTerm {
  const seen = named.get(name);
  if (seen !== undefined) return seen;
  const key = nameKey(name);
  const known = idByName.get(key);
  const term = { key, known, id: known ?? slugOf(name) };
  named.set(name, term);
  return term;
}

/** Notes that an article names a term; a diagnostic where the name cannot be one or collides with another. */
export function noteTerm(terms: Terms, name: string, article: Article): Diagnostic | undefined {
  const { key, known, id } = lookUp(terms, name);
  if (known === undefined && terms.closed) return unknownSection(terms, name, article);
  if (id === "" || id === "index" || /^\d+$/.test(id)) return badId(terms, name, article);
  const writings = terms.written.get(id) ?? [];
  if (!writings.some((writing) => writing.lang === article.lang)) {
    terms.written.set(id, [...writings, { name, lang: article.lang, article }]);
  }
  if (known !== undefined) return undefined;
  const entry = terms.entries.find((candidate) => candidate.id === id);
  const other = entry === undefined ? writings[0]?.name : (Object.values(entry.name)[0] ?? entry.id);
  if (other === undefined || lookUp(terms, other).key === key) return undefined;
  return sameId(terms, { id, name, other, article });
}

/**
 * The name of a term on the pages of each language, with the language it is in: a listed term's name in that
 * language, an unlisted one's as an article of that language wrote it; else the first name there is.
 */
export function termNames(terms: Terms, id: string, languages: readonly Lang[]): Record<Lang, LangText> {
  const entry = terms.entries.find((candidate) => candidate.id === id);
  const writings = terms.written.get(id) ?? [];
  const inLang = (lang: Lang): LangText | undefined => {
    const text = entry ? entry.name[lang] : writings.find((writing) => writing.lang === lang)?.name;
    return text === undefined ? undefined : { text, lang };
  };
  const fallback = languages.map(inLang).find((name) => name !== undefined);
  const names: Record<Lang, LangText> = {};
  for (const lang of languages) names[lang] = inLang(lang) ?? fallback ?? { text: id, lang };
  return names;
}

function unknownSection(terms: Terms, name: string, article: Article): Diagnostic {
  const names = terms.entries.flatMap(({ id, name }) => [...Object.values(name), id] as string[]);
  const meant = nearest(name, names);
  const all = terms.entries.map(
    (entry) => entry.name[article.lang] ?? Object.values(entry.name)[0] ?? entry.id,
  );
  return {
    rule: "section-unknown",
    severity: "error",
    file: article.source,
    place: fieldPlace(article, "section"),
    message: {
      vi: `Không có chuyên mục “${name}”${meant === undefined ? "" : `. Có phải “${meant}”?`}`,
      en: `There is no section “${name}”${meant === undefined ? "" : `. Did you mean “${meant}”?`}`,
    },
    hint: {
      vi: `Các chuyên mục: ${all.join(", ")}. Muốn thêm, ghi vào mục sections của bantin.yaml`,
      en: `The sections are: ${all.join(", ")}. Add new ones under sections in bantin.yaml`,
    },
  };
}

function badId(terms: Terms, name: string, article: Article): Diagnostic {
  const word = words[terms.kind];
  const id = `${terms.kind === "author" ? "tac-gia" : "the"}-${slugOf(name) || "1"}`;
  return {
    rule: `${terms.kind}-name`,
    severity: "error",
    file: article.source,
    place: fieldPlace(article, field[terms.kind]),
    message: {
      vi: `Tên ${word.vi} “${name}” không làm được địa chỉ trang`,
      en: `The ${word.en} “${name}” cannot become the address of a page`,
    },
    hint: {
      vi: `Chọn tên khác, hoặc đặt mã cho nó trong ${file[terms.kind]}: ${id}: { ${article.lang}: "${name}" }`,
      en: `Choose another name, or give it an id in ${file[terms.kind]}: ${id}: { ${article.lang}: "${name}" }`,
    },
  };
}

function sameId(
  terms: Terms,
  clash: { readonly id: string; readonly name: string; readonly other: string; readonly article: Article },
): Diagnostic {
  const { id, name, other, article } = clash;
  const word = words[terms.kind];
  const lines = `${id}: { ${article.lang}: "${other}" }\n${id}-2: { ${article.lang}: "${name}" }`;
  return {
    rule: `${terms.kind}-same-address`,
    severity: "error",
    file: article.source,
    place: fieldPlace(article, field[terms.kind]),
    message: {
      vi: `Hai ${word.vi} “${name}” và “${other}” khác nhau nhưng cho cùng một địa chỉ “${id}”`,
      en: `The ${word.en}s “${name}” and “${other}” differ but give the same address “${id}”`,
    },
    hint: {
      vi: `Nếu là một, viết giống nhau. Nếu là hai, ghi vào ${file[terms.kind]}:\n${lines}`,
      en: `If they are one, write them alike. If they are two, put into ${file[terms.kind]}:\n${lines}`,
    },
  };
}

const words: Record<TermKind, { readonly vi: string; readonly en: string }> = {
  tag: { vi: "từ khóa", en: "tag" },
  author: { vi: "tác giả", en: "author" },
  section: { vi: "chuyên mục", en: "section" },
};

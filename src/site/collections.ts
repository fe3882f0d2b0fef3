// Collections: stories grouped by one key, for all index pages. They are filled in one pass over the articles, newest
// first, so every list has the same order in every language.
import type { IssueLabel } from "../model/article.js";
import { comparerFor } from "../model/collation.js";
import type { SectionEntry } from "../model/config.js";
import type { Lang, LangText } from "../model/lang.js";
import type { Collection, CollectionKind, LinkedArticle } from "../model/site.js";
import { type Terms, termNames } from "./terms.js";

type Growing = Collection & { readonly articles: Readonly<Record<Lang, LinkedArticle[]>> };

export interface Shelf {
  readonly languages: readonly Lang[];
  readonly byKey: Map<string, Growing>;
}

export function openShelf(languages: readonly Lang[]): Shelf {
  return { languages, byKey: new Map() };
}

export function addArticle(linked: LinkedArticle, latest: Collection): void {
  const all = [latest, linked.month, linked.section, linked.issue, ...linked.tags, ...linked.authors];
  const { lang } = linked;
  for (const collection of all) if (collection !== undefined) collect(linked, collection, lang);
}

/** `lang` is the article's. */
export function collect(linked: LinkedArticle, collection: Collection, lang: Lang): void {
  (collection as Growing).articles[lang]?.push(linked);
}

export function takeTerm(shelf: Shelf, terms: Terms, id: string): Collection {
  return take(shelf, terms.kind, id, () => {
    const entry = terms.entries.find((candidate) => candidate.id === id);
    return { name: termNames(terms, id, shelf.languages), role: entry?.role ?? {}, unit: entry?.unit ?? {} };
  });
}

export function takeIssue(shelf: Shelf, issue: IssueLabel, lang: Lang): Collection {
  return take(shelf, "issue", issue.id, () => ({
    name: sameName(shelf, issue.label, issue.numbered ? undefined : lang),
    numbered: issue.numbered,
  }));
}

/** `id` is `2023/01`. */
export function takeMonth(shelf: Shelf, id: string): Collection {
  return take(shelf, "month", id, () => ({ name: sameName(shelf, id) }));
}

export function takeLatest(shelf: Shelf): Collection {
  return take(shelf, "latest", "", () => ({ name: sameName(shelf, "") }));
}

/** By kind, in the order in which index pages show them. */
export function sortCollections(
  shelf: Shelf,
  sections: readonly SectionEntry[],
): Record<CollectionKind, Collection[]> {
  const [defaultLang = "vi"] = shelf.languages;
  const compare = comparerFor(defaultLang);
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const byName = (a: Collection, b: Collection) =>
    compare(a.name[defaultLang]?.text ?? "", b.name[defaultLang]?.text ?? "") || text(a.id, b.id);
  const rank = new Map(sections.map(({ id }, index) => [id, index]));
  const order: Record<CollectionKind, (a: Collection, b: Collection) => number> = {
    latest: () => 0,
    section: (a, b) => (rank.get(a.id) ?? Infinity) - (rank.get(b.id) ?? Infinity) || byName(a, b),
    tag: byName,
    author: byName,
    issue: (a, b) => firstInstant(b) - firstInstant(a) || text(b.id, a.id),
    month: (a, b) => text(b.id, a.id),
  };
  const sorted = {} as Record<CollectionKind, Collection[]>;
  for (const kind of Object.keys(order) as CollectionKind[]) {
    sorted[kind] = [...shelf.byKey.values()].filter((c) => c.kind === kind).sort(order[kind]);
  }
  return sorted;
}

/** An issue's place in time is its oldest article's: one that is added late does not make an old issue current. */
function firstInstant(issue: Collection): number {
  const oldest = Object.values(issue.articles).map((articles) => articles.at(-1)?.date.instant ?? Infinity);
  return Math.min(...oldest);
}

function sameName(shelf: Shelf, text: string, lang?: Lang): Record<Lang, LangText> {
  return Object.fromEntries(shelf.languages.map((own) => [own, { text, lang: lang ?? own }]));
}

type Naming = Pick<Collection, "name"> & Partial<Pick<Collection, "numbered" | "role" | "unit">>;

function take(shelf: Shelf, kind: CollectionKind, id: string, name: () => Naming): Collection {
  const key = `${kind} ${id}`;
  const known = shelf.byKey.get(key);
  if (known !== undefined) return known;
  const articles = Object.fromEntries(shelf.languages.map((lang) => [lang, [] as LinkedArticle[]]));
  const made: Growing = { kind, id, numbered: false, role: {}, unit: {}, ...name(), articles };
  shelf.byKey.set(key, made);
  return made;
}

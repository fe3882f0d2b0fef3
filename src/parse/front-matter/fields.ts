// One reader for each field of the front matter. A new field is its type in model/article.ts, its names in keys.ts
// and its reader here; the compiler asks for all three.
import type { FieldName, FieldPlaces, FrontMatter } from "../../model/article.js";
import { addFault } from "../config/reading.js";
import type { YamlMap } from "../yaml-document.js";
import { readAttachments, readCorrections } from "./attachments.js";
import { readBesideCover, readCover } from "./cover.js";
import { readGroup } from "./group.js";
import { readIssue } from "./issue.js";
import { articleKeys } from "./keys.js";
import { readAliases } from "./old-addresses.js";
import {
  type FieldReader,
  type FieldReading,
  isEmpty,
  readDateField,
  readNames,
  readText,
  readTruth,
} from "./reading.js";
import {
  readByline,
  readFeatured,
  readLanguage,
  readSlug,
  readSourceHash,
  readTranslationKey,
} from "./short-values.js";
import { readAuthors, readTitle } from "./texts.js";

/** What could be read; `title` too may be missing. */
export type GivenFields = { -readonly [Name in FieldName]?: FrontMatter[Name] };

export interface FieldsResult {
  readonly given: GivenFields;
  readonly places: FieldPlaces;
}

const readers: { readonly [Name in FieldName]: FieldReader<FrontMatter[Name]> } = {
  title: readTitle,
  date: readDateField,
  author: readAuthors,
  language: readLanguage,
  lead: readText,
  kicker: readText,
  tags: readNames,
  section: readText,
  issue: readIssue,
  cover: readCover,
  slug: readSlug,
  aliases: readAliases,
  draft: readTruth,
  updated: readDateField,
  expires: readDateField,
  featured: readFeatured,
  featuredUntil: readDateField,
  source: readText,
  corrections: readCorrections,
  attachments: readAttachments,
  internal: readTruth,
  byline: readByline,
  placeNote: readText,
  translationKey: readTranslationKey,
  sourceHash: readSourceHash,
};

/** Empty, these would be a guess at what was meant: a draft must not be published for want of a word. */
const neverEmpty: readonly FieldName[] = ["title", "draft", "internal"];

export function readFields(entries: YamlMap, reading: FieldReading): FieldsResult {
  const given: GivenFields = {};
  const places: { -readonly [Name in FieldName]?: FieldPlaces[Name] } = {};
  const read = <Name extends FieldName>(name: Name) => {
    const entry = group.get(name);
    if (entry === undefined || (isEmpty(entry.value) && !neverEmpty.includes(name))) return;
    places[name] = entry.value.place;
    const value = readers[name](entry, reading);
    if (value !== undefined) given[name] = value;
  };
  const group = readGroup(entries, articleKeys, reading);
  for (const name of group.keys()) if (name in readers) read(name as FieldName);
  const cover = readBesideCover(group, given.cover, reading);
  if (cover !== undefined) given.cover = cover;
  return { given, places };
}

/** An article must have a title of its own: it is never inherited. Reported at the opening line, unless a key is
 *  there that was meant to be the title's. */
export function checkTitle(entries: YamlMap, reading: FieldReading, line: number): void {
  const isTitle = (key: string) => articleKeys.find(key) === "title";
  const first = entries.entries.slice(0, 50);
  if (first.some(({ key }) => isTitle(key) || isTitle(articleKeys.near(key) ?? ""))) return;
  addFault(reading, {
    rule: "title-missing",
    place: { line, column: 1 },
    message: { vi: "Bài chưa có tiêu đề", en: "The article has no title" },
    hint: { vi: "Thêm một dòng: title: …", en: "Add a line: title: …" },
  });
}

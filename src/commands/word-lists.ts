// The word lists of a bulletin: content/tags.yaml, authors.yaml and abbreviations.yaml.
import type { Config } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { sourcePath } from "../model/paths.js";
import {
  type AbbreviationsResult,
  parseAbbreviations,
  parseVocabulary,
  type VocabularyResult,
} from "../parse/vocabulary.js";
import { type Content, readSource } from "./content.js";

export interface WordLists {
  readonly tags: VocabularyResult;
  readonly authors: VocabularyResult;
  readonly abbreviations: AbbreviationsResult;
  /** What keeps the files themselves from being read. */
  readonly faults: readonly Diagnostic[];
  /** By the name of the list: the hash of the file that it was read from, "" where there is none. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** What is still the same as in `kept`, which was read for the same languages, stays the same object. */
export function readWordLists(content: Content, config: Config, kept: WordLists | undefined): WordLists {
  const { languages, limits } = config;
  const faults: Diagnostic[] = [];
  const sources = names.map((name) =>
    readSource(content, sourcePath(`content/${name}.yaml`), limits, faults),
  );
  const [tags, authors, abbreviations] = sources;
  const hashes = Object.fromEntries(names.map((name, index) => [name, sources[index]?.hash ?? ""]));
  const keep = <T>(name: ListName, made: () => T, old: T | undefined): T =>
    old !== undefined && kept?.hashes[name] === hashes[name] ? old : made();
  const lists: WordLists = {
    tags: keep("tags", () => parseVocabulary(tags, "tags", languages), kept?.tags),
    authors: keep("authors", () => parseVocabulary(authors, "authors", languages), kept?.authors),
    abbreviations: keep(
      "abbreviations",
      () => parseAbbreviations(abbreviations, languages),
      kept?.abbreviations,
    ),
    faults,
    hashes,
  };
  const isSame =
    names.every((name) => lists[name] === kept?.[name]) &&
    JSON.stringify(faults) === JSON.stringify(kept?.faults);
  return isSame && kept !== undefined ? kept : lists;
}

const names = ["tags", "authors", "abbreviations"] as const;
type ListName = (typeof names)[number];

// Articles parsed before, on disk: what is kept of an article is a pure function of its path, bytes and the parse
// settings, so it is trusted wherever these are the same. A small index with everything but the texts is read at once
// and replaced at once; the texts lie in files that only ever grow, and each is read when a page asks for it. A cache
// that is damaged, foreign or older is as good as none; two builds at once never write to one file.
import type { BrokenArticle, ParsedArticle } from "../model/article.js";
import type { SourcePath } from "../model/paths.js";
import { type IndexChange, noIndex, openHeads, type Row, readIndex, writeIndex } from "./article-index.js";
import { openTexts, type TextPlace, type Texts, writePlace } from "./article-texts.js";
import { factsOf, grain, type Looks, openLooks } from "./file-look.js";
import { type ArticleHead, type KeptArticle, keepArticle, openHead } from "./kept-article.js";
import type { ListedFile } from "./read-folder.js";

export interface ArticleCache {
  /** Absolute; where the texts are. */
  readonly folder: string;
  /** The article of a file whose size and times are as they were; undefined where it has to be read. */
  readonly trusted: (file: ListedFile) => ParsedArticle | undefined;
  /** The SHA-256 of the bytes whose article is there. */
  readonly hashOf: (path: SourcePath) => string | undefined;
  /** The article of a file that still has those bytes. */
  readonly known: (file: ListedFile) => ParsedArticle | undefined;
  /** Keeps an article, and gives it back with its text out of memory. At `place` another thread has kept that. */
  readonly put: (file: ListedFile, article: ParsedArticle, place?: TextPlace) => ParsedArticle;
  /** Writes what was taken and put; the rest is forgotten. `started` is when this build began, in milliseconds. */
  readonly save: (started: number) => void;
}

export interface ArticleCacheOptions {
  /** Absolute; made where it is missing. */
  readonly folder: string;
  /** Everything else that an article depends on: parse settings and the version of Bantin. */
  readonly key: string;
  /** Without it what is there is not read, only replaced. */
  readonly isRead: boolean;
  /** Articles say where their texts are kept. */
  readonly isLate?: boolean;
  /** Those of this build. */
  readonly looks?: Looks | undefined;
}

export function openArticleCache(options: ArticleCacheOptions): ArticleCache {
  const { folder, key, isRead, looks = openLooks(), isLate = false } = options;
  const before = isRead ? readIndex(folder, key) : noIndex;
  const kept = new Map<SourcePath, Row>();
  const headBytes = openHeads();
  const texts = openTexts(folder);
  let isChanged = false;
  const take = (path: SourcePath, one: KeptArticle, row: Row = one) => {
    kept.set(path, row);
    return withText(openHead(path, one), one.text, { texts, isLate });
  };
  const factsOfFile = ({ machine }: ListedFile) => {
    const found = looks.at(machine);
    return found === undefined ? "" : factsOf(found);
  };
  return {
    folder,
    trusted: (file) => {
      const one = before.articles.get(file.path);
      if (one === undefined || one.facts === "") return undefined;
      const found = looks.at(file.machine);
      // A file may be written twice within the clock's grain: what changed around the last build's start is read.
      const isSettled = found !== undefined && found.modified < one.since - grain;
      return isSettled && factsOf(found) === one.facts ? take(file.path, one) : undefined;
    },
    hashOf: (path) => before.articles.get(path)?.hash,
    known: (file) => {
      const one = before.articles.get(file.path);
      if (one === undefined) return undefined;
      isChanged = true;
      return take(file.path, { ...one, facts: factsOfFile(file) });
    },
    put: (file, article, place) => {
      const one = keepArticle(article, factsOfFile(file), place === undefined ? texts.add : () => place);
      if (one === undefined) return article;
      isChanged = true;
      // Not the article as it was parsed: its words are parts of the file's text, and would hold all of that.
      return take(file.path, one, { ...one, head: headBytes(one.head) });
    },
    save: (started) => {
      if (!isChanged && kept.size === before.articles.size) return;
      try {
        const places = texts.settle(textsOf(kept));
        if (places === undefined) return;
        const articles = places.size === 0 ? kept : movedTo(places, kept);
        writeIndex(folder, key, { started, articles, before });
        texts.sweep(textsOf(articles));
      } catch {
        // A cache that cannot be written is no reason to fail.
      }
    },
  };
}

function textsOf(rows: IndexChange["articles"]): TextPlace[] {
  const texts: TextPlace[] = [];
  for (const { text } of rows.values()) if (text !== undefined) texts.push(text);
  return texts;
}

function movedTo(places: ReadonlyMap<TextPlace, TextPlace>, rows: IndexChange["articles"]): typeof rows {
  const moved = new Map<SourcePath, Row>();
  for (const [path, one] of rows) {
    const text = one.text && places.get(one.text);
    moved.set(path, text === undefined ? one : { ...one, text });
  }
  return moved;
}

/** Its text is read when it is asked for; a broken article has none. */
export function withText(
  head: ArticleHead | BrokenArticle,
  text: TextPlace | undefined,
  { texts, isLate }: { readonly texts: Texts; readonly isLate: boolean },
): ParsedArticle {
  if (text !== undefined) {
    Object.defineProperty(head, keptText, { value: { text, texts } satisfies KeptText });
    Object.defineProperty(head, "body", body);
    if (isLate && text.length > 0) Object.defineProperty(head, "late", late);
  }
  return head as ParsedArticle;
}

interface KeptText {
  readonly text: TextPlace;
  readonly texts: Texts;
}

/** Where the text of an article is, in the article. */
const keptText = Symbol("where the text is kept");

type WithText = { readonly [keptText]: KeptText };

// The same two for all articles: with getters of its own each would be of another shape to V8, which then searches
// whatever field of it is asked for.
const body: PropertyDescriptor & ThisType<WithText> = {
  enumerable: true,
  get() {
    const { text, texts } = this[keptText];
    return texts.read(text);
  },
};
const late: PropertyDescriptor & ThisType<WithText> = {
  get() {
    const { text, texts } = this[keptText];
    const place = texts.onDisk(text);
    return place && writePlace(place);
  },
};

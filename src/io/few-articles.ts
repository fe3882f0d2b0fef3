// The cache of articles for a build that asks for a few of them: only those are read, and only what it puts in is written.
import type { Article, ParsedArticle } from "../model/article.js";
import { isBroken } from "../model/article.js";
import type { SourcePath } from "../model/paths.js";
import { withText } from "./article-cache.js";
import { damagedTexts, openTexts, type TextPlace, type Texts } from "./article-texts.js";
import { factsAt } from "./file-look.js";
import { lookUpIndex } from "./index-lookup.js";
import { type KeptArticle, keepArticle, openHead } from "./kept-article.js";
import type { ListedFile } from "./read-folder.js";

export interface FewArticles {
  /** The article at this path, if its file's SHA-256 begins so. Throws `damagedTexts` where another or none is there. */
  readonly get: (path: SourcePath, hash: string) => Article;
  /** Keeps an article, and gives it back with its text out of memory; undefined where it cannot be kept. */
  readonly put: (file: ListedFile, article: Article) => Article | undefined;
  /** Writes what was put; `started` is when this build began, in milliseconds. */
  readonly save: (started: number) => void;
}

/** Files of texts beyond which those of the articles that changed last are copied together. */
const mostFiles = 6;

export interface FewOptions {
  /** Absolute. */
  readonly folder: string;
  /** Everything else that an article depends on. */
  readonly key: string;
  /** What a look at the index told when it was last read or written (`factsOfIndex`). */
  readonly index: string;
}

/** Undefined where there is no cache. */
export function openFewArticles({ folder, key, index: known }: FewOptions): FewArticles | undefined {
  const index = lookUpIndex(folder, key, known);
  if (index === undefined) return undefined;
  const texts = openTexts(folder);
  const fresh = new Map<SourcePath, KeptArticle>();
  const open = (path: SourcePath, one: KeptArticle): ParsedArticle =>
    withText(openHead(path, one), one.text, { texts, isLate: false });
  return {
    get: (path, hash) => {
      const one = index.get(path);
      if (one === undefined || hash === "" || !one.hash.startsWith(hash)) throw damagedTexts;
      const article = open(path, one);
      if (isBroken(article)) throw damagedTexts;
      return article;
    },
    put: (file, article) => {
      const one = keepArticle(article, factsAt(file.machine), texts.add);
      if (one === undefined) return undefined;
      fresh.set(file.path, one);
      return open(file.path, one) as Article;
    },
    save: (started) => {
      try {
        const together = new Map([...copyTogether(index.recent, fresh, texts), ...fresh]);
        if (texts.flush()) index.replace(together, started);
      } catch {
        // A cache that cannot be written is no reason to fail.
      }
    },
  };
}

/** The rows whose texts were copied. */
function copyTogether(
  recent: ReadonlyMap<SourcePath, KeptArticle>,
  fresh: ReadonlyMap<SourcePath, KeptArticle>,
  texts: Texts,
): Map<SourcePath, KeptArticle> {
  const kept = [...recent].filter(([path]) => !fresh.has(path));
  const files = new Set(kept.flatMap(([, { text }]) => text?.file ?? []));
  if (files.size < mostFiles) return new Map();
  return new Map(
    kept.flatMap(([path, one]): [SourcePath, KeptArticle][] => {
      const text: TextPlace | undefined = one.text && texts.add(texts.read(one.text));
      return text === undefined ? [] : [[path, { ...one, text }]];
    }),
  );
}

// The articles of content/, in the order of its listing: those that are known already, and the rest from the disk.
import type { ArticleCache } from "../io/article-cache.js";
import type { Looks } from "../io/file-look.js";
import type { WantedArticle } from "../io/read-article.js";
import { type Reading, readArticles } from "../io/read-articles.js";
import type { ListedFile } from "../io/read-folder.js";
import { type Ahead, type ReadingThreads, readingThreads } from "../io/threads.js";
import type { ParsedArticle, ParseSettings } from "../model/article.js";
import { classifyName } from "../parse/file-names.js";
import { type Changes, isTouched } from "./changes.js";
import type { Content } from "./content.js";

export interface ParseInput {
  readonly content: Content;
  readonly settings: ParseSettings;
  /** Parsed before under the same settings. */
  readonly known: readonly ParsedArticle[];
  readonly changes: Changes;
  /** Of earlier builds. */
  readonly cache?: ArticleCache;
  readonly looks?: Looks;
  /** Else as many as pay. */
  readonly threads?: ReadingThreads;
  readonly ahead?: Ahead | undefined;
}

/** Gives back `known` itself where no article has changed. */
export async function parseAll(
  { content, settings, known, changes, cache, looks, threads, ahead }: ParseInput,
  onArticle: (done: number, total: number) => void,
): Promise<readonly ParsedArticle[]> {
  const files = [...content.files.values()].filter(({ path }) => classifyName(path) === "article");
  const before = new Map(known.map((article) => [article.source, article]));
  const found = new Map<ListedFile, ParsedArticle>();
  const put = (file: ListedFile, article: ParsedArticle) => {
    found.set(file, article);
    onArticle(found.size, files.length);
  };

  const wanted: WantedArticle[] = [];
  for (const file of files) {
    const old = before.get(file.path);
    const article = old !== undefined && !isTouched(changes, file.path) ? old : cache?.trusted(file);
    if (article === undefined) wanted.push({ file, expected: old?.hash ?? cache?.hashOf(file.path) });
    else put(file, article);
  }
  const kept = { ...(cache && { texts: cache.folder }), ...(looks && { looks }) };
  await readArticles(
    { wanted, settings, ...kept },
    threads ?? { ...readingThreads(wanted.length), ahead },
    (index, reading) => {
      const { file } = wanted[index] as WantedArticle;
      put(file, articleOf(file, reading));
    },
  );

  const articles = files.map((file) => found.get(file) as ParsedArticle);
  const isSame = articles.length === known.length && articles.every((one, index) => one === known[index]);
  return isSame ? known : articles;

  function articleOf(file: ListedFile, reading: Reading): ParsedArticle {
    if (reading.kind === "parsed") return cache?.put(file, reading.article, reading.place) ?? reading.article;
    const article = before.get(file.path) ?? cache?.known(file);
    if (article === undefined) throw new Error(`nothing is known of an article that was read: ${file.path}`);
    return article;
  }
}

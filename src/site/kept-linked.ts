// An article of the site as it was kept (kept-site.ts): a place in rows of all of them.
import type { Article } from "../model/article.js";
import type { Lang } from "../model/lang.js";
import type { Moment } from "../model/moment.js";
import type { OutPath, SourcePath } from "../model/paths.js";
import type { Collection, LinkedArticle } from "../model/site.js";
import { collect } from "./collections.js";
import { type KeptSite, linesOf } from "./kept-site.js";
import { sharePath } from "./urls.js";

/** The article at this path whose hash begins so. */
export type ArticleAt = (source: SourcePath, hash: string) => Article;

/** What was kept of the articles, by their place. */
export interface KeptRows {
  readonly sources: readonly string[];
  readonly hashes: string[];
  readonly faces: string[];
  readonly stories: readonly string[];
  readonly langs: readonly string[];
  readonly paths: readonly string[];
  readonly dates: readonly string[];
  readonly instants: readonly number[];
  readonly timeless: ReadonlySet<number>;
  readonly covers: ReadonlyMap<number, NonNullable<LinkedArticle["cover"]>>;
  readonly collections: readonly Collection[];
  readonly collected: readonly number[];
  /** Where in `collected` each article begins. */
  readonly begins: Uint32Array;
  readonly articleAt: ArticleAt;
}

export function openRows(kept: KeptSite, collections: readonly Collection[], articleAt: ArticleAt): KeptRows {
  const sources = linesOf(kept.sources);
  const begins = new Uint32Array(sources.length);
  const { collected } = kept;
  let next = 0;
  for (let place = 0; place < sources.length; place++) {
    begins[place] = next;
    next = behind(collected, behind(collected, next)) + lastOnes;
  }
  return {
    sources,
    hashes: linesOf(kept.hashes),
    faces: linesOf(kept.faces),
    stories: linesOf(kept.stories),
    langs: linesOf(kept.langs),
    paths: linesOf(kept.paths),
    dates: linesOf(kept.dates),
    instants: kept.instants,
    timeless: new Set(kept.timeless),
    covers: new Map(kept.covers),
    collections,
    collected,
    begins,
    articleAt,
  };
}

/** Month, section and issue, behind tags and authors. */
const lastOnes = 3;

/** The place behind a list that begins with its length. */
function behind(collected: readonly number[], at: number): number {
  return at + 1 + (collected[at] ?? 0);
}

/**
 * An article that is read when somebody asks for it, and whatever else it is made of too: of ten thousand few are ever
 * asked.
 */
export class KeptLinked implements LinkedArticle {
  readonly number: number;
  readonly translations: LinkedArticle["translations"];
  readonly #rows: KeptRows;
  #article: Article | undefined;
  #date: Moment | undefined;

  constructor(rows: KeptRows, number: number, translations: LinkedArticle["translations"]) {
    this.#rows = rows;
    this.number = number;
    this.translations = translations;
  }

  get article(): Article {
    const { sources, hashes, articleAt } = this.#rows;
    this.#article ??= articleAt(sources[this.number] as SourcePath, hashes[this.number] as string);
    return this.#article;
  }

  get story(): string {
    return this.#rows.stories[this.number] as string;
  }

  get lang(): Lang {
    return this.#rows.langs[this.number] as Lang;
  }

  get path(): OutPath {
    return this.#rows.paths[this.number] as OutPath;
  }

  get sharePath(): OutPath {
    return sharePath(this.path);
  }

  get date(): Moment {
    const { dates, instants, timeless } = this.#rows;
    this.#date ??= {
      iso: dates[this.number] as string,
      hasTime: !timeless.has(this.number),
      instant: instants[this.number] as number,
    };
    return this.#date;
  }

  get tags(): readonly Collection[] {
    return this.#collectionsFrom(this.#tagsAt);
  }

  get authors(): readonly Collection[] {
    return this.#collectionsFrom(this.#authorsAt);
  }

  get month(): Collection {
    return this.#lastOne(0) as Collection;
  }

  get section(): Collection | undefined {
    return this.#lastOne(1);
  }

  get issue(): Collection | undefined {
    return this.#lastOne(2);
  }

  get cover(): LinkedArticle["cover"] {
    return this.#rows.covers.get(this.number);
  }

  get #tagsAt(): number {
    return this.#rows.begins[this.number] as number;
  }

  get #authorsAt(): number {
    return behind(this.#rows.collected, this.#tagsAt);
  }

  get #lastAt(): number {
    return behind(this.#rows.collected, this.#authorsAt);
  }

  /** Into all collections that it is part of. */
  collect(): void {
    const { collected, collections } = this.#rows;
    const { lang } = this;
    const put = (from: number, to: number) => {
      for (let at = from; at < to; at++) {
        const collection = collections[collected[at] ?? -1];
        if (collection !== undefined) collect(this, collection, lang);
      }
    };
    put(this.#tagsAt + 1, this.#authorsAt);
    put(this.#authorsAt + 1, this.#lastAt + lastOnes);
  }

  #collectionsFrom(at: number): readonly Collection[] {
    const { collected, collections } = this.#rows;
    return collected.slice(at + 1, behind(collected, at)).map((number) => collections[number] as Collection);
  }

  #lastOne(index: number): Collection | undefined {
    const { collected, collections } = this.#rows;
    return collections[collected[this.#lastAt + index] ?? -1];
  }
}

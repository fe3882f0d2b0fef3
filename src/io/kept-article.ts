// What the cache keeps of one article: its head as JSON, and where its text lies.
import {
  type Article,
  type BrokenArticle,
  isBroken,
  type Lead,
  type ParsedArticle,
} from "../model/article.js";
import type { SourcePath } from "../model/paths.js";
import type { TextPlace } from "./article-texts.js";

export interface KeptArticle {
  /** Size, times and number of its file; "" where they could not be had. */
  readonly facts: string;
  readonly hash: string;
  /** The article without its text: see `openHead`. */
  readonly head: string;
  /** Where the text is; broken articles have none. */
  readonly text?: TextPlace;
}

/**
 * Undefined where its text cannot be kept, and for what has no hash: a file that could not be read. `facts` are those of
 * its file.
 */
export function keepArticle(
  article: ParsedArticle,
  facts: string,
  addText: (text: string) => TextPlace | undefined,
): KeptArticle | undefined {
  const { hash } = article;
  if (hash === "") return undefined;
  if (isBroken(article)) return { facts, hash, head: JSON.stringify(article) };
  const text = addText(article.body);
  return text && { facts, hash, head: closeHead(article), text };
}

/** An article without its text. */
export type ArticleHead = Omit<Article, "body">;

/** Nothing twice: most leads are plain text, and say what the description says. */
type PackedHead = Omit<ArticleHead, "source" | "hash" | "lead" | "description"> & {
  /** Its text, where that is its HTML too. */
  readonly lead?: Lead | string;
  readonly description?: string;
};

function closeHead({ body: _, source: _source, hash: _hash, lead, description, ...rest }: Article): string {
  const packed: PackedHead = {
    ...rest,
    ...(lead === undefined ? {} : { lead: lead.html === lead.text ? lead.text : lead }),
    ...(lead?.text === description ? {} : { description }),
  };
  return JSON.stringify(packed);
}

/** What `keepArticle` made of the article that is at this path. */
export function openHead(source: SourcePath, { head, hash }: KeptArticle): ArticleHead | BrokenArticle {
  const packed: PackedHead | BrokenArticle = JSON.parse(head);
  if ("broken" in packed) return packed;
  const { lead, description } = packed;
  const whole = typeof lead === "string" ? { text: lead, html: lead } : lead;
  // Lead and description are one text where they say the same: it is held once.
  return Object.assign(
    packed,
    { source, hash, description: description ?? whole?.text ?? "" },
    whole && { lead: whole },
  );
}

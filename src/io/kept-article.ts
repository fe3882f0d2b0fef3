// What the cache keeps of one article: its head as JSON, and where its text lies. Made by whichever thread parsed it.
import { isBroken, type ParsedArticle } from "../model/article.js";
import type { TextPlace } from "./article-texts.js";
import { lookAt } from "./file-look.js";
import type { ListedFile } from "./read-folder.js";

export interface KeptArticle {
  /** Size, times and number of its file; "" where they could not be had. */
  readonly facts: string;
  readonly hash: string;
  /** The article without its text, as JSON. */
  readonly head: string;
  /** Where the text is; broken articles have none. */
  readonly text?: TextPlace;
}

/** Undefined where its text cannot be kept, and for what has no hash: a file that could not be read. */
export function keepArticle(
  file: ListedFile,
  article: ParsedArticle,
  addText: (text: string) => TextPlace | undefined,
): KeptArticle | undefined {
  const { hash } = article;
  if (hash === "") return undefined;
  const facts = lookAt(file.machine)?.facts ?? "";
  if (isBroken(article)) return { facts, hash, head: JSON.stringify(article) };
  const { body, ...head } = article;
  const text = addText(body);
  return text && { facts, hash, head: JSON.stringify(head), text };
}

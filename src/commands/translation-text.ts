// The text of a translation's skeleton. What a translation inherits is left out; what is the same in every language is
// carried over; what has to be translated stands in [brackets], with the original beside the title.
import { posix } from "node:path";
import type { Article, AttachmentEntry } from "../model/article.js";
import type { MessageLanguage } from "../model/diagnostic.js";
import type { Lang } from "../model/lang.js";
import type { Moment } from "../model/moment.js";
import type { SourcePath } from "../model/paths.js";
import { countGraphemes } from "../model/place.js";
import type { Source } from "../model/source.js";
import { findBlock } from "../parse/front-matter/block.js";
import { layOutTranslation } from "../parse/skeleton.js";
import { quoteLine } from "../parse/written-text.js";
import { newWords } from "../strings/cli-making.js";
import { draftLines } from "./draft.js";
import { formatWallTime } from "./wall-time.js";

export interface TranslationFacts {
  readonly source: Source;
  readonly article: Article;
  /** Of the translation. */
  readonly path: SourcePath;
  readonly language: Lang;
  /** Of the comments. */
  readonly lang: MessageLanguage;
}

export function formatTranslation(facts: TranslationFacts): string {
  const { source, article, path, language } = facts;
  const bodyOffset = findBlock(source.text, article.kind).block?.bodyOffset ?? 0;
  const pathOf = (typed: string) => movePath(typed, source.path, path);
  const body = layOutTranslation(source.text.slice(bodyOffset), { lang: language, pathOf });
  return `---\n${fieldLines(facts, pathOf).join("\n")}\n---\n\n${body}\n`;
}

/** As much of a SHA-256 as tells two versions of one article apart. */
const hashLetters = 12;

const longestTitle = 300;

function fieldLines({ article, lang }: TranslationFacts, pathOf: (typed: string) => string): string[] {
  const { meta, hash, kind } = article;
  const { title, lead, kicker, placeNote, source, translationKey, byline, featured } = meta;
  const toDo = (name: string, text: string | undefined) =>
    text === undefined ? [] : [`${name}: ${quoteLine(`[${text}]`)}`];
  const same = (name: string, text: string | number | undefined) =>
    text === undefined ? [] : [`${name}: ${typeof text === "number" ? text : quoteLine(text)}`];
  const day = (name: string, moment: Moment | undefined) =>
    moment === undefined ? [] : [`${name}: ${formatWallTime(moment)}`];
  const placeholder = countGraphemes(title) + 2 <= longestTitle ? `[${title}]` : title;
  return [
    `# ${newWords.original[lang]}: ${title}`,
    `title: ${quoteLine(placeholder)}`,
    ...(kind === "article" ? [`# ${newWords.inherited[lang]}`] : []),
    ...coverLines(article, lang, pathOf),
    ...toDo("kicker", kicker),
    ...toDo("lead", lead),
    ...toDo("placeNote", placeNote),
    ...toDo("source", source),
    ...same("translationKey", translationKey),
    ...same("byline", byline),
    ...same("featured", featured),
    ...day("featuredUntil", meta.featuredUntil),
    ...day("expires", meta.expires),
    ...(meta.internal ? ["internal: true"] : []),
    ...attachmentLines(meta.attachments, pathOf),
    `# ${newWords.hash[lang]}`,
    `sourceHash: ${quoteLine(hash.slice(0, hashLetters))}`,
    ...draftLines(lang),
  ];
}

/** Inherited with all of its words, which are in the other language: what to write instead, ready to be used. */
function coverLines(
  { meta: { cover } }: Article,
  lang: MessageLanguage,
  pathOf: (typed: string) => string,
): string[] {
  if (cover === undefined || (cover.alt ?? cover.caption) === undefined) return [];
  const { path, alt, caption, credit } = cover;
  return [
    `# ${newWords.cover[lang]}`,
    "# cover:",
    `#   path: ${quoteLine(pathOf(path))}`,
    ...(alt === undefined ? [] : [`#   alt: ${quoteLine(`[${alt}]`)}`]),
    ...(caption === undefined ? [] : [`#   caption: ${quoteLine(`[${caption}]`)}`]),
    ...(credit === undefined ? [] : [`#   credit: ${quoteLine(credit)}`]),
  ];
}

function attachmentLines(
  attachments: readonly AttachmentEntry[],
  pathOf: (typed: string) => string,
): string[] {
  if (attachments.length === 0) return [];
  const lines = attachments.flatMap(({ path, title, number, date, summary }) => [
    `  - path: ${quoteLine(pathOf(path))}`,
    ...(title === undefined ? [] : [`    title: ${quoteLine(`[${title}]`)}`]),
    ...(number === undefined ? [] : [`    number: ${quoteLine(number)}`]),
    ...(date === undefined ? [] : [`    date: ${formatWallTime(date)}`]),
    ...(summary === undefined ? [] : [`    summary: ${quoteLine(`[${summary}]`)}`]),
  ]);
  return ["attachments:", ...lines];
}

/** A path beside the original, from beside the translation; addresses of other hosts stay. */
function movePath(typed: string, from: SourcePath, to: SourcePath): string {
  const [here, there] = [posix.dirname(from), posix.dirname(to)];
  const [, open = "", path = typed, close = ""] = /^(<?)(.*?)(>?)$/.exec(typed) ?? [];
  if (here === there || path === "" || /^(?:[a-z][a-z0-9+.-]*:|[/\\#])/i.test(path)) return typed;
  return `${open}${posix.relative(there, posix.join(here, path))}${close}`;
}

// One file → one article: what its path says, what its front matter says, and its Markdown. An error anywhere makes
// it a broken article, which still has its place in the site: one fault, one report.
import type {
  Article,
  BrokenArticle,
  FrontMatter,
  Lead,
  ParsedArticle,
  ParseSettings,
  StoryKey,
} from "../model/article.js";
import { type Diagnostic, isError, sortDiagnostics } from "../model/diagnostic.js";
import { hashText } from "../model/hash.js";
import type { Lang } from "../model/lang.js";
import { type Work, whole } from "../model/parts.js";
import { slugOf } from "../model/slug.js";
import type { Source } from "../model/source.js";
import type { MarkdownContext } from "./context.js";
import { createDateReader, type DateReader } from "./dates.js";
import { type FrontMatterResult, parseFrontMatter } from "./front-matter.js";
import { type Identity, identityOf } from "./identity.js";
import { checkFieldMarks, checkTextMarks } from "./internal-marks.js";
import { type MarkdownResult, parseInParts } from "./markdown.js";

/** Holds what is dear to make (the zone's clock), so: one for a bulletin. */
export function createArticleParser(settings: ParseSettings): (source: Source) => ParsedArticle {
  const open = createArticleOpener(settings);
  return (source) => whole(completeArticle(open(source), source, settings));
}

/** For a single article; for many, `createArticleParser`. */
export function parseArticle(source: Source, settings: ParseSettings): ParsedArticle {
  return createArticleParser(settings)(source);
}

/** All that is said beside its text, which has not been parsed yet. */
export interface OpenedArticle extends Pick<Source, "path" | "hash"> {
  readonly key: StoryKey;
  readonly front: FrontMatterResult;
  readonly diagnostics: readonly Diagnostic[];
  readonly context: TextContext;
}

/** What parsing an article's text needs beside that: plain data, which another thread can be given. */
export interface TextContext extends Omit<MarkdownContext, "source" | "settings" | "diagnostics"> {
  /** Whether it may say that it is not for the public. */
  readonly asksMarks: boolean;
}

export interface ParsedText extends MarkdownResult {
  readonly diagnostics: readonly Diagnostic[];
}

/** The first half of parsing. An article of which nothing more can be told is broken at once. */
export function createArticleOpener(
  settings: ParseSettings,
): (source: Source) => OpenedArticle | BrokenArticle {
  const readDate = createDateReader(settings.timeZone);
  return (source) => openOne(source, settings, readDate);
}

function openOne(
  source: Source,
  settings: ParseSettings,
  readDate: DateReader,
): OpenedArticle | BrokenArticle {
  const identity = identityOf(source.path, settings.languages);
  const { kind } = identity;
  const bytes = countBytes(source.text, settings.limits.articleBytes);
  if (bytes > settings.limits.articleBytes) {
    return broken(source, identity, [tooLarge(source, bytes, settings.limits.articleBytes)]);
  }
  const front = parseFrontMatter(source, kind, { languages: settings.languages, readDate });
  const conflict = checkLanguage(source, identity, front);
  const diagnostics = conflict === undefined ? front.diagnostics : [...front.diagnostics, conflict];
  const lang = conflict === undefined ? (front.given.language ?? identity.lang) : identity.lang;
  const key = front.given.translationKey ?? identity.key;
  const { meta, bodyOffset } = front;
  const unread = meta === undefined && bodyOffset === source.text.length;
  if (unread) return broken(source, { kind, key, lang }, diagnostics);
  const { lead } = front.given;
  const { fault, asksMarks } = checkFieldMarks(source.path, front);
  const { path, hash } = source;
  return {
    path,
    hash,
    key,
    front,
    diagnostics: fault === undefined ? diagnostics : [...diagnostics, fault],
    context: { bodyOffset, lang, kind, asksMarks, ...(lead === undefined ? {} : { lead }) },
  };
}

/**
 * The first half of an article of which this is the beginning (front-matter/head.ts); undefined where the rest is needed to tell.
 * It is that of the whole.
 */
export function openBeginning(
  open: ReturnType<typeof createArticleOpener>,
  beginning: Source,
): OpenedArticle | undefined {
  const opened = open(beginning);
  if ("broken" in opened || opened.front.meta === undefined) return undefined;
  return opened.context.bodyOffset === beginning.text.length ? opened : undefined;
}

/** The second half: needs nothing of the first but how to go about it, and may be done anywhere. */
export function* parseText(
  source: Source,
  { asksMarks, ...context }: TextContext,
  settings: ParseSettings,
): Work<ParsedText> {
  const diagnostics: Diagnostic[] = [];
  const parsed = yield* parseInParts({ source, settings, diagnostics, ...context });
  const fault = asksMarks ? checkTextMarks(source, context.bodyOffset) : undefined;
  if (fault !== undefined) diagnostics.push(fault);
  return { diagnostics, ...parsed };
}

/** All that is left to do; a broken article stays what it is. */
export function* completeArticle(
  opened: OpenedArticle | BrokenArticle,
  source: Source,
  settings: ParseSettings,
): Work<ParsedArticle> {
  if ("broken" in opened) return opened;
  return closeArticle(opened, yield* parseText(source, opened.context, settings));
}

/** Both halves together. */
export function closeArticle(
  { path, hash, key, front, context: { kind, lang }, diagnostics: ofFront }: OpenedArticle,
  { lead, headings, anchors, links, images, body, description, diagnostics: ofText }: ParsedText,
): ParsedArticle {
  const diagnostics = [...ofFront, ...ofText];
  const { meta, places } = front;
  if (meta === undefined || diagnostics.some(isError))
    return broken({ path, hash }, { kind, key, lang }, diagnostics);
  const slug = slugFor(meta, key);
  return {
    source: path,
    hash,
    kind,
    key,
    lang,
    meta,
    slug,
    face: faceOf([kind, key, lang, meta, slug], lead, description),
    places,
    ...(lead === undefined ? {} : { lead }),
    headings,
    anchors,
    links,
    images,
    body,
    description,
    diagnostics: sortDiagnostics(diagnostics),
  } satisfies Article;
}

/** The address of an article that says none is made of its title, else of its file's name. */
function slugFor({ slug, title }: FrontMatter, key: StoryKey): string {
  return slug ?? (slugOf(title) || slugOf(key.replace(/^.*\//, "")) || "bai");
}

/** Of the texts none twice: most leads are plain text, and say what the description says. */
function faceOf(fields: readonly unknown[], lead: Lead | undefined, description: string): string {
  const { html = none, text = none } = lead ?? {};
  const words = [html, text === html ? same : text, description === text ? same : description];
  return hashText(`${JSON.stringify(fields)}${part}${words.join(part)}`);
}

/** A letter that no text holds, and two that are no whole text. */
const [part, same, none] = ["\0", "\x01", "\x02"] as const;

function broken(
  source: Pick<Source, "path" | "hash">,
  { kind, key, lang }: Omit<Identity, "langFrom">,
  diagnostics: readonly Diagnostic[],
): BrokenArticle {
  return {
    source: source.path,
    hash: source.hash,
    kind,
    key,
    lang,
    broken: true,
    diagnostics: sortDiagnostics(diagnostics),
  };
}

/** Bytes of the text as UTF-8; counted only where they may pass the limit. */
function countBytes(text: string, limit: number): number {
  if (text.length * 3 <= limit) return text.length;
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function tooLarge({ path }: Source, bytes: number, limit: number): Diagnostic {
  const kilobytes = (size: number) => Math.ceil(size / 1000);
  return {
    rule: "article-too-large",
    severity: "error",
    file: path,
    message: {
      vi: `Bài nặng ${kilobytes(bytes)} KB, quá giới hạn ${kilobytes(limit)} KB`,
      en: `The article is ${kilobytes(bytes)} KB, over the limit of ${kilobytes(limit)} KB`,
    },
    hint: {
      vi: "Xem bài có dán nhầm ảnh dưới dạng chữ không; nếu bài dài thật thì tăng limits.articleBytes trong bantin.yaml",
      en: "See whether a photo was pasted as text; if it is really that long, raise limits.articleBytes in bantin.yaml",
    },
  };
}

function checkLanguage(source: Source, identity: Identity, front: FrontMatterResult): Diagnostic | undefined {
  const { language } = front.given;
  const place = front.places.language;
  if (language === undefined || identity.langFrom === "default" || language === identity.lang)
    return undefined;
  const [path, field] = [nameOf(identity.lang), nameOf(language)];
  const part =
    identity.langFrom === "folder" ? { vi: "Thư mục", en: "folder" } : { vi: "Tên tệp", en: "file's name" };
  return {
    rule: "language-conflict",
    severity: "error",
    file: source.path,
    ...(place === undefined ? {} : { place }),
    message: {
      vi: `${part.vi} cho biết bài này viết bằng ${path.vi}, nhưng phần thông tin ghi ${field.vi}`,
      en: `The ${part.en} says that this article is in ${path.en}, but the information block says ${field.en}`,
    },
    hint: {
      vi: `Xóa dòng này nếu bài viết bằng ${path.vi}; nếu không thì đổi “${identity.lang}” thành “${language}” trong đường dẫn`,
      en: `Delete this line if the article is in ${path.en}; if not, change “${identity.lang}” to “${language}” in the path`,
    },
  };
}

function nameOf(lang: Lang): { readonly vi: string; readonly en: string } {
  if (lang === "vi") return { vi: "tiếng Việt", en: "Vietnamese" };
  if (lang === "en") return { vi: "tiếng Anh", en: "English" };
  return { vi: `ngôn ngữ “${lang}”`, en: `“${lang}”` };
}

// The names of the fields, as they are and as editors write them. A key is matched without case, marks, spaces,
// "_" and "-"; a message repeats it as typed.
import type { FieldName } from "../../model/article.js";
import { looseKey, nearest } from "../../model/spelling.js";

/**
 * `text` and `list` hold an author's words, so that a colon or a # in them is a mistake; `list` may also stand in
 * brackets. `data` (dates, numbers, yes and no) is judged by its own reader alone.
 */
export type KeyKind = "text" | "list" | "data";

export interface KeySet<Name extends string> {
  readonly find: (typed: string) => Name | undefined;
  /** A method, so that a set of known names is a set of strings too. */
  kindOf(name: Name): KeyKind;
  /** The spelling that was probably meant, among all of them. */
  readonly near: (typed: string) => string | undefined;
  readonly names: readonly Name[];
}

/** Parts of the cover that may also stand beside it, on lines of their own. */
export type CoverPart = "alt" | "caption" | "credit";

export const articleKeys = keySet<FieldName | CoverPart>({
  title: ["text", "tiêu đề"],
  date: ["data", "ngày", "ngày đăng"],
  author: ["list", "authors", "tác giả", "bút danh"],
  language: ["data", "lang", "ngôn ngữ"],
  lead: ["text", "description", "summary", "sapo", "tóm tắt"],
  kicker: ["text", "tít phụ"],
  tags: ["list", "từ khóa", "thẻ"],
  section: ["text", "chuyên mục"],
  issue: ["text", "số", "số bản tin"],
  cover: ["list", "ảnh bìa", "ảnh đại diện"],
  alt: ["text", "mô tả ảnh"],
  caption: ["text", "chú thích"],
  credit: ["text", "nguồn ảnh"],
  slug: ["data"],
  aliases: ["data"],
  draft: ["data", "nháp"],
  updated: ["data", "cập nhật"],
  expires: ["data", "hết hạn"],
  featured: ["data", "tiêu điểm"],
  featuredUntil: ["data"],
  source: ["text", "nguồn"],
  corrections: ["data", "đính chính"],
  attachments: ["data", "tài liệu"],
  internal: ["data", "lưu hành nội bộ"],
  byline: ["data"],
  placeNote: ["text"],
  translationKey: ["data"],
  sourceHash: ["data"],
});

export const coverKeys = keySet<"path" | CoverPart>({
  path: ["text", "ảnh", "tệp", "file", "src"],
  alt: ["text", "mô tả ảnh"],
  caption: ["text", "chú thích"],
  credit: ["text", "nguồn ảnh"],
});

export const correctionKeys = keySet<"date" | "text">({
  date: ["data", "ngày"],
  text: ["text", "nội dung"],
});

export const attachmentKeys = keySet<"path" | "title" | "number" | "date" | "summary">({
  path: ["text", "file", "tệp"],
  title: ["text", "tiêu đề", "tên"],
  number: ["text", "số hiệu", "số"],
  date: ["data", "ngày", "ngày ban hành"],
  summary: ["text", "trích yếu", "tóm tắt"],
});

/** The keys of the lines below a field, for the fields that hold such lines. */
export function keysBelow(name: FieldName | CoverPart | undefined): KeySet<string> | undefined {
  if (name === "cover") return coverKeys;
  if (name === "corrections") return correctionKeys;
  return name === "attachments" ? attachmentKeys : undefined;
}

function keySet<Name extends string>(
  table: Readonly<Record<Name, readonly [KeyKind, ...aliases: string[]]>>,
): KeySet<Name> {
  const names = Object.keys(table) as Name[];
  const spellings = names.flatMap((name) => [name, ...table[name].slice(1)]);
  const byKey = new Map(
    names.flatMap((name) => [name, ...table[name].slice(1)].map((spelling) => [looseKey(spelling), name])),
  );
  return {
    find: (typed) => byKey.get(typed) ?? byKey.get(looseKey(typed)),
    kindOf: (name) => table[name][0],
    near: (typed) => nearest(typed, spellings),
    names,
  };
}

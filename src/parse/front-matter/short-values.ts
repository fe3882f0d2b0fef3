// Fields that hold a word, a code or a number from a small set.
import type { Bilingual } from "../../model/diagnostic.js";
import type { Lang } from "../../model/lang.js";
import { isSlug, slugOf } from "../../model/slug.js";
import { looseKey, nearest } from "../../model/spelling.js";
import { languageMeant } from "../config/languages.js";
import { addFault, showTyped, writeLine } from "../config/reading.js";
import { readYesNo } from "../config/values.js";
import type { YamlEntry } from "../yaml-document.js";
import { type FieldReader, type FieldReading, readText } from "./reading.js";

/** As looseKey makes them. */
const languageNames: Readonly<Record<string, Lang>> = {
  viet: "vi",
  tiengviet: "vi",
  vietnamese: "vi",
  anh: "en",
  tienganh: "en",
  english: "en",
};

export const readLanguage: FieldReader<Lang> = (entry, reading) => {
  const typed = readText(entry, reading);
  if (typed === undefined) return undefined;
  const { languages } = reading;
  const key = looseKey(typed);
  const named = Object.hasOwn(languageNames, key) ? languageNames[key] : undefined;
  const language = languages.find((lang) => lang.toLowerCase() === typed.toLowerCase() || lang === named);
  if (language !== undefined) return language;
  const meant = languages.find((lang) => lang === languageMeant(typed)) ?? nearest(typed, languages);
  addFault(reading, {
    rule: "language-unknown",
    place: entry.value.place,
    message: {
      vi: `Bản tin không có ngôn ngữ “${typed}”${meant === undefined ? "" : `. Có phải “${meant}”?`}`,
      en: `The bulletin has no language “${typed}”${meant === undefined ? "" : `. Did you mean “${meant}”?`}`,
    },
    hint: {
      vi: `Viết: ${entry.key}: ${meant ?? languages.join(` hoặc ${entry.key}: `)}`,
      en: `Write: ${entry.key}: ${meant ?? languages.join(` or ${entry.key}: `)}`,
    },
  });
  return undefined;
};

export const readSlug: FieldReader<string> = (entry, reading) => {
  const slug = readText(entry, reading);
  if (slug === undefined || isSlug(slug)) return slug;
  const better = slugOf(slug);
  return refuse(entry, reading, {
    rule: "slug-invalid",
    message: {
      vi: `Địa chỉ “${slug}” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối, dài nhất 100 ký tự`,
      en: `The address “${slug}” may hold only lower-case letters without marks, digits and hyphens, 100 at most`,
    },
    hint:
      better === ""
        ? { vi: `Ví dụ: ${entry.key}: can-duoc`, en: `For example: ${entry.key}: can-duoc` }
        : writeLine(`${entry.key}: ${better}`),
  });
};

/** 1 (first) to 5; a plain yes is 1. */
export const readFeatured: FieldReader<number> = (entry, reading) => {
  const { key, value } = entry;
  if (value.kind === "scalar" && typeof value.value !== "number") {
    const truth = readYesNo(value);
    if (truth !== undefined) return truth ? 1 : undefined;
  }
  const number = value.kind === "scalar" ? Number(value.value) : Number.NaN;
  if (Number.isInteger(number) && number >= 1 && number <= 5) return number;
  return refuse(entry, reading, {
    rule: "featured-range",
    message: {
      vi: `Mục “${key}” là số thứ tự từ 1 đến 5, không phải ${showTyped(value).vi}`,
      en: `“${key}” is a rank from 1 to 5, not ${showTyped(value).en}`,
    },
    hint: writeLine(`${key}: 1`),
  });
};

const bylines: Readonly<Record<string, "end" | "top">> = { end: "end", cuoi: "end", top: "top", dau: "top" };

export const readByline: FieldReader<"end" | "top"> = (entry, reading) => {
  const typed = readText(entry, reading);
  if (typed === undefined) return undefined;
  const key = looseKey(typed);
  const byline = Object.hasOwn(bylines, key) ? bylines[key] : undefined;
  if (byline !== undefined) return byline;
  return refuse(entry, reading, {
    rule: "byline-unknown",
    message: {
      vi: `Mục “${entry.key}” chỉ nhận end (cuối bài) hoặc top (đầu bài), không nhận “${typed}”`,
      en: `“${entry.key}” takes end or top, not “${typed}”`,
    },
    hint: writeLine(`${entry.key}: end`),
  });
};

/** A story's key: like a path without its ending, so that it can pair files that lie apart. */
export const readTranslationKey: FieldReader<string> = (entry, reading) => {
  const typed = readText(entry, reading);
  if (typed === undefined) return undefined;
  const key = typed.replace(/^\/+|\/+$/g, "");
  const parts = key.split("/");
  if (key.length <= 200 && parts.every((part) => /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} ._-]*$/u.test(part)))
    return key;
  return refuse(entry, reading, {
    rule: "translation-key-invalid",
    message: {
      vi: `“${typed}” không dùng được làm mã chung của các bản dịch`,
      en: `“${typed}” cannot be the key that translations share`,
    },
    hint: writeLine(`${entry.key}: ${slugOf(typed) || "can-duoc"}`),
  });
};

/** The start or the whole of a SHA-256 in hexadecimal. */
export const readSourceHash: FieldReader<string> = (entry, reading) => {
  const typed = readText(entry, reading);
  if (typed === undefined || /^[0-9a-f]{6,64}$/i.test(typed)) return typed?.toLowerCase();
  return refuse(entry, reading, {
    rule: "source-hash-invalid",
    message: {
      vi: `“${typed}” không phải là dấu vân tay của bản gốc (chỉ gồm 0–9 và a–f)`,
      en: `“${typed}” is not the fingerprint of an original (0–9 and a–f only)`,
    },
    hint: {
      vi: `Xóa dòng “${entry.key}”; bản gốc sẽ không được so lại`,
      en: `Delete the line “${entry.key}”; the original is then not compared`,
    },
  });
};

interface Refusal {
  readonly rule: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

function refuse(entry: YamlEntry, reading: FieldReading, refusal: Refusal): undefined {
  addFault(reading, { ...refusal, place: entry.value.place });
  return undefined;
}

// `languages:`: BCP 47 codes in canonical form. A code becomes a folder at the top of the output, so it must not
// be the name of a folder that is there anyway.
import type { Lang } from "../../model/lang.js";
import { looseKey, nearest } from "../../model/spelling.js";
import type { YamlEntry, YamlValue } from "../yaml-document.js";
import { addFault, type Reading, writeLine } from "./reading.js";
import { isAbsent, listItems, parseText, textOf } from "./values.js";

export const defaultLanguages: readonly Lang[] = ["vi", "en"];

/** Top folders of the output, and names that Windows keeps for devices. */
const reserved: readonly string[] = ["assets", "media", "cards", "aux", "con", "nul", "prn"];

/** Names and country codes that people write for a language, as looseKey makes them. */
const meanings: Readonly<Record<string, Lang>> = {
  vn: "vi",
  viet: "vi",
  tiengviet: "vi",
  vietnam: "vi",
  vietnamese: "vi",
  anh: "en",
  tienganh: "en",
  english: "en",
  gb: "en",
  us: "en",
  phap: "fr",
  tiengphap: "fr",
  french: "fr",
  trung: "zh",
  tiengtrung: "zh",
  chinese: "zh",
  cn: "zh",
  nhat: "ja",
  jp: "ja",
  han: "ko",
  kr: "ko",
  khome: "km",
  khmer: "km",
  kh: "km",
  nga: "ru",
};

export function parseLanguages(reading: Reading, entry: YamlEntry): readonly Lang[] {
  const languages: Lang[] = [];
  const items = listItems(reading, entry, "vi, en") ?? [];
  const wholeLine = `${entry.key}: ${items.flatMap(({ value }) => meantBy(value) ?? []).join(", ") || "vi, en"}`;
  for (const item of items) {
    const typed = parseText(reading, item);
    if (typed === undefined) continue;
    const { place } = item.value;
    const lang = languageOf(typed);
    if (lang === undefined) reportInvalid(reading, item, wholeLine);
    const taken = lang ?? languageMeant(typed);
    if (taken === undefined) continue;
    if (reserved.includes(taken.toLowerCase())) {
      addFault(reading, {
        rule: "language-reserved",
        place,
        message: {
          vi: `Mã ngôn ngữ “${typed}” trùng tên một thư mục mà trang đã dùng`,
          en: `The language code “${typed}” is the name of a folder that the site already uses`,
        },
        hint: {
          vi: `Thêm vùng hoặc chữ viết vào mã, ví dụ ${taken}-VN`,
          en: `Add a region or a script to the code, such as ${taken}-VN`,
        },
      });
    } else if (languages.includes(taken)) {
      addFault(reading, {
        rule: "language-duplicate",
        place,
        message: { vi: `Ngôn ngữ “${taken}” được kể hai lần`, en: `The language “${taken}” is listed twice` },
        hint: { vi: "Xóa một lần", en: "Delete one of them" },
      });
    } else languages.push(taken);
  }
  if (languages.length > 0) return languages;
  if (entry.value.kind === "list" && entry.value.items.every(isAbsent)) {
    addFault(reading, {
      rule: "value-empty",
      place: entry.keyPlace,
      message: { vi: `“${entry.key}” chưa có ngôn ngữ nào`, en: `“${entry.key}” names no language` },
      hint: writeLine(`${entry.key}: vi, en`),
    });
  }
  return defaultLanguages;
}

/** The canonical code, or undefined where the text is no code of a language. */
export function languageOf(typed: string): Lang | undefined {
  if (Object.hasOwn(meanings, looseKey(typed))) return undefined;
  try {
    return Intl.getCanonicalLocales(typed)[0];
  } catch {
    return undefined;
  }
}

/** The code that was probably meant: by name, by country, or with another sign between its parts. */
export function languageMeant(typed: string): Lang | undefined {
  const key = looseKey(typed);
  if (Object.hasOwn(meanings, key)) return meanings[key];
  try {
    return Intl.getCanonicalLocales(typed.replace(/[_\s]+/gu, "-"))[0];
  } catch {
    const near = key.length > 3 ? nearest(key, Object.keys(meanings)) : undefined;
    return near === undefined ? undefined : meanings[near];
  }
}

function meantBy(value: YamlValue): Lang | undefined {
  const typed = value.kind === "scalar" ? textOf(value) : "";
  return languageOf(typed) ?? languageMeant(typed);
}

function reportInvalid(reading: Reading, { value }: YamlEntry, wholeLine: string): void {
  const typed = value.kind === "scalar" ? textOf(value) : "";
  const meant = languageMeant(typed);
  addFault(reading, {
    rule: "language-invalid",
    place: value.place,
    message: {
      vi: `“${typed}” không phải là mã ngôn ngữ${meant ? `. Có phải “${meant}”?` : ""}`,
      en: `“${typed}” is not a language code${meant ? `. Did you mean “${meant}”?` : ""}`,
    },
    hint: writeLine(wholeLine),
  });
}

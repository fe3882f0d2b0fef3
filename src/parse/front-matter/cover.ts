// The cover: a path, or a path with the words that go with it, below it or beside it on lines of their own.
import type { Cover } from "../../model/article.js";
import { addFault } from "../config/reading.js";
import type { YamlScalar } from "../yaml-document.js";
import { type Group, readGroup } from "./group.js";
import { type CoverPart, coverKeys } from "./keys.js";
import { cleanText, type FieldReader, type FieldReading, readText, textOf } from "./reading.js";

export const readCover: FieldReader<Cover> = (entry, reading) => {
  const { key, value } = entry;
  if (value.kind === "scalar") return { path: pathOf(value) };
  if (value.kind === "list") return readText(entry, reading) as undefined;
  const group = readGroup(value, coverKeys, reading);
  const parts = readParts(group, reading);
  const file = group.get("path");
  const path = file?.value.kind === "scalar" ? pathOf(file.value) : "";
  if (path !== "") return { path, ...parts };
  addFault(reading, {
    rule: "cover-path",
    place: file?.keyPlace ?? entry.keyPlace,
    message: { vi: `Mục “${key}” chưa có tên tệp ảnh`, en: `“${key}” names no photo` },
    hint: {
      vi: `Thêm dưới “${key}:” một dòng thụt vào hai dấu cách:\n  path: anh.jpg`,
      en: `Add below “${key}:” a line indented by two spaces:\n  path: photo.jpg`,
    },
  });
  return undefined;
};

/** The cover with what is said of it beside it, or undefined where nothing is. */
export function readBesideCover(
  group: Group<string>,
  cover: Cover | undefined,
  reading: FieldReading,
): Cover | undefined {
  const parts = readParts(group, reading);
  const given = Object.keys(parts) as CoverPart[];
  if (cover !== undefined && given.every((part) => cover[part] === undefined)) return { ...cover, ...parts };
  const twice = given.find((part) => cover?.[part] !== undefined);
  for (const part of given) {
    const entry = group.get(part);
    if (entry === undefined || (twice !== undefined && part !== twice)) continue;
    if (twice === undefined && group.get("cover") !== undefined) continue;
    addFault(reading, {
      rule: twice === undefined ? "cover-missing" : "field-twice",
      place: entry.keyPlace,
      message:
        twice === undefined
          ? { vi: `Có “${entry.key}” nhưng bài không có ảnh bìa`, en: `There is “${entry.key}” but no cover` }
          : { vi: `“${entry.key}” đã có trong ảnh bìa`, en: `“${entry.key}” is given in the cover already` },
      hint:
        twice === undefined
          ? {
              vi: "Thêm dòng cover: anh.jpg, hoặc xóa dòng này",
              en: "Add a line cover: photo.jpg, or delete this line",
            }
          : { vi: "Giữ một dòng, xóa dòng kia", en: "Keep one of the lines and delete the other" },
    });
  }
  return undefined;
}

function readParts(group: Group<string>, reading: FieldReading): Partial<Record<CoverPart, string>> {
  const parts: Partial<Record<CoverPart, string>> = {};
  for (const part of ["alt", "caption", "credit"] as const) {
    const entry = group.get(part);
    const text = entry === undefined ? undefined : readText(entry, reading);
    if (text !== undefined) parts[part] = text;
  }
  return parts;
}

/** A path as the author wrote it, percent-decoded and NFC; "" where there is none. */
export function pathOf(value: YamlScalar): string {
  const text = textOf(value);
  if (!text.includes("%")) return text;
  try {
    return cleanText(decodeURIComponent(text));
  } catch {
    return text;
  }
}

// Lists of things with parts: the documents that go with an article, and its corrections. One of them may be written
// without the list.
import type { AttachmentEntry, Correction } from "../../model/article.js";
import { addFault } from "../config/reading.js";
import type { YamlEntry, YamlValue } from "../yaml-document.js";
import { pathOf } from "./cover.js";
import { readGroup } from "./group.js";
import { attachmentKeys, correctionKeys } from "./keys.js";
import { type FieldReader, type FieldReading, isEmpty, readDateField, readText } from "./reading.js";

export const readAttachments: FieldReader<readonly AttachmentEntry[]> = (entry, reading) => {
  return itemsOf(entry.value).flatMap((item) => readAttachment(entry, item, reading) ?? []);
};

function readAttachment(
  entry: YamlEntry,
  item: YamlValue,
  reading: FieldReading,
): AttachmentEntry | undefined {
  const { place } = item;
  if (item.kind === "scalar") return { path: pathOf(item), place };
  const parts = item.kind === "map" ? readGroup(item, attachmentKeys, reading) : undefined;
  const file = parts?.get("path")?.value;
  const path = file?.kind === "scalar" ? pathOf(file) : "";
  if (parts === undefined || file === undefined || path === "") {
    addFault(reading, {
      rule: "attachment-path",
      place,
      message: {
        vi: `Một tài liệu trong “${entry.key}” chưa có tên tệp`,
        en: `A document in “${entry.key}” names no file`,
      },
      hint: {
        vi: `Viết:\n${entry.key}:\n  - file: huong-dan.pdf\n    title: Hướng dẫn 05`,
        en: `Write:\n${entry.key}:\n  - file: guide.pdf\n    title: Guide 05`,
      },
    });
    return undefined;
  }
  return {
    path,
    place: file.place,
    ...part("title", readPart(parts.get("title"), readText, reading)),
    ...part("number", readPart(parts.get("number"), readText, reading)),
    ...part("date", readPart(parts.get("date"), readDateField, reading)),
    ...part("summary", readPart(parts.get("summary"), readText, reading)),
  };
}

export const readCorrections: FieldReader<readonly Correction[]> = (entry, reading) => {
  return itemsOf(entry.value).flatMap((item) => readCorrection(entry, item, reading) ?? []);
};

function readCorrection(entry: YamlEntry, item: YamlValue, reading: FieldReading): Correction | undefined {
  const parts = item.kind === "map" ? readGroup(item, correctionKeys, reading) : undefined;
  const [dateEntry, textEntry] = [parts?.get("date"), parts?.get("text")];
  if (isGiven(dateEntry) && isGiven(textEntry)) {
    const date = readDateField(dateEntry, reading);
    const text = readText(textEntry, reading);
    return date === undefined || text === undefined ? undefined : { date, text };
  }
  addFault(reading, {
    rule: "correction-incomplete",
    place: item.place,
    message: {
      vi: `Mỗi đính chính trong “${entry.key}” cần có ngày và nội dung`,
      en: `Each correction in “${entry.key}” needs a date and a text`,
    },
    hint: {
      vi: `Viết:\n${entry.key}:\n  - date: 21/01/2023\n    text: Sửa tên đồng chí Bí thư`,
      en: `Write:\n${entry.key}:\n  - date: 21/01/2023\n    text: The secretary's name was corrected`,
    },
  });
  return undefined;
}

function itemsOf(value: YamlValue): readonly YamlValue[] {
  return (value.kind === "list" ? value.items : [value]).filter((item) => !isEmpty(item));
}

function isGiven(entry: YamlEntry | undefined): entry is YamlEntry {
  return entry !== undefined && !isEmpty(entry.value);
}

function readPart<T>(
  entry: YamlEntry | undefined,
  read: FieldReader<T>,
  reading: FieldReading,
): T | undefined {
  return isGiven(entry) ? read(entry, reading) : undefined;
}

function part<Name extends string, T>(name: Name, value: T | undefined): { readonly [K in Name]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in Name]?: T };
}

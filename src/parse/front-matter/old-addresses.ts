// `aliases:`: addresses that an article had before, from which readers are led to the new one. They become files of
// the output, so nothing that could leave its folder, or that no web server gives as a page, gets through.
import { addFault, showTyped } from "../config/reading.js";
import type { YamlEntry, YamlValue } from "../yaml-document.js";
import { cleanText, type FieldReader, type FieldReading, isEmpty, textOf } from "./reading.js";

/** Paths below the output folder: `vi/2023/01/old.html`. */
export const readAliases: FieldReader<readonly string[]> = (entry, reading) => {
  const items = entry.value.kind === "list" ? entry.value.items : [entry.value];
  const paths = new Set<string>();
  for (const item of items) {
    if (isEmpty(item)) continue;
    const path = item.kind === "scalar" ? pathOf(textOf(item)) : undefined;
    if (path === undefined) report(entry, item, reading);
    else paths.add(path);
  }
  return [...paths];
};

function pathOf(address: string): string | undefined {
  const [, own = address] = /^https?:\/\/[^/?#]+(.*)$/i.exec(address) ?? [];
  const path = decode(own.replace(/[?#].*$/, "").replace(/^\//, ""));
  if (path === undefined || path.length > 1000) return undefined;
  const folder = path.replace(/\/$/, "");
  const parts = folder.split("/");
  if (!parts.every(isSafeName)) return undefined;
  if (/\.html?$/i.test(folder)) return folder === path ? path : undefined;
  return /\.[a-z]{2,5}$/i.test(folder) ? undefined : `${folder}/index.html`;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return undefined;
  }
}

/** A name that every system can hold: no `..`, no hidden file, none of the signs that Windows keeps for itself. */
function isSafeName(name: string): boolean {
  return (
    name !== "" &&
    name.length <= 200 &&
    cleanText(name) === name &&
    !/^[. ]|[. ]$|[\\:*?"<>|]|\s{2}|[\t\n]/.test(name)
  );
}

function report({ key }: YamlEntry, item: YamlValue, reading: FieldReading): void {
  const shown = showTyped(item);
  addFault(reading, {
    rule: "alias-invalid",
    place: item.place,
    message: {
      vi: `Mục “${key}”: ${shown.vi} không dùng được làm địa chỉ cũ của bài`,
      en: `“${key}”: ${shown.en} cannot be an old address of the article`,
    },
    hint: {
      vi: `Viết phần địa chỉ sau tên miền: ${key}: /vi/2023/01/can-duoc.html`,
      en: `Write the part of the address after the host's name: ${key}: /vi/2023/01/can-duoc.html`,
    },
  });
}

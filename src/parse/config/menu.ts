// `menu:`: standing pages by key (their path below content/pages/), and links to other sites. A link may only have
// a scheme that opens something harmless.
import type { MenuEntry } from "../../model/config.js";
import type { YamlEntry, YamlMap } from "../yaml-document.js";
import { parseTexts } from "./by-lang.js";
import { type FieldNames, parseFields } from "./fields.js";
import { languageOf } from "./languages.js";
import { addFault, type Reading, writeLine } from "./reading.js";
import { isAbsent, listItems, parseText } from "./values.js";

const fields: FieldNames<"page" | "title" | "url"> = {
  names: ["page", "title", "url"],
  aliases: { trang: "page", tieude: "title", ten: "title", name: "title", link: "url", lienket: "url" },
  unknownRule: "config-unknown",
};

/** Each entry with where it stands. */
export function parseMenu(
  reading: Reading,
  entry: YamlEntry,
): readonly { readonly menu: MenuEntry; readonly item: YamlEntry }[] | undefined {
  return listItems(reading, entry, "gioi-thieu, lien-he")?.flatMap((item) => {
    if (isAbsent(item.value)) return [];
    const menu = item.value.kind === "map" ? parseLink(reading, item, item.value) : parsePage(reading, item);
    return menu === undefined ? [] : [{ menu, item }];
  });
}

function parseLink(reading: Reading, item: YamlEntry, map: YamlMap): MenuEntry | undefined {
  const given = parseFields(reading, map, fields);
  const page = given.get("page");
  if (page !== undefined) return parsePage(reading, page);
  const address = given.get("url");
  const title = given.get("title");
  if (address === undefined || title === undefined) {
    addFault(reading, {
      rule: "config-menu",
      place: item.value.place,
      message: {
        vi: "Mục của menu cần cả tên và địa chỉ",
        en: "A menu entry needs both a title and an address",
      },
      hint: writeLine('- { title: "Tỉnh ủy", url: "https://example.vn" }'),
    });
    return undefined;
  }
  const names = parseTexts(reading, title);
  const url = parseAddress(reading, address);
  return url === undefined || Object.keys(names).length === 0 ? undefined : { url, title: names };
}

function parseAddress(reading: Reading, entry: YamlEntry): string | undefined {
  const typed = parseText(reading, entry);
  if (typed === undefined) return undefined;
  if (/^(?:https?:\/\/|mailto:|tel:)[^\s]+$/iu.test(typed) && URL.canParse(typed)) return new URL(typed).href;
  addFault(reading, {
    rule: "config-menu",
    place: entry.value.place,
    message: {
      vi: `“${typed}” không phải là địa chỉ đầy đủ của một trang`,
      en: `“${typed}” is not the complete address of a page`,
    },
    hint: {
      vi: `Địa chỉ bắt đầu bằng https://. Trang trong content/pages thì chỉ viết tên: - gioi-thieu`,
      en: `An address begins with https://. For a page in content/pages write its name alone: - gioi-thieu`,
    },
  });
  return undefined;
}

/** The key of a page; its file's path is taken too. */
function parsePage(reading: Reading, entry: YamlEntry): MenuEntry | undefined {
  const typed = parseText(reading, entry);
  if (typed === undefined) return undefined;
  const path = typed.replace(/^\/?(?:content\/)?(?:pages\/)?/u, "").replace(/\.md$/iu, "");
  const dot = path.lastIndexOf(".");
  const lang = dot > 0 ? languageOf(path.slice(dot + 1)) : undefined;
  const page = lang !== undefined && reading.languages.includes(lang) ? path.slice(0, dot) : path;
  if (page !== "") return { page };
  addFault(reading, {
    rule: "config-menu",
    place: entry.value.place,
    message: { vi: `“${typed}” không phải là tên trang`, en: `“${typed}” is not the name of a page` },
    hint: writeLine("- gioi-thieu"),
  });
  return undefined;
}

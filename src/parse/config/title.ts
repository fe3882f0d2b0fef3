// `title:` is complete for every language: it heads each page. Where one is missing, the first language that has a
// title lends its own, with a warning.
import type { ByLang, Lang } from "../../model/lang.js";
import type { YamlEntry } from "../yaml-document.js";
import { parseTexts } from "./by-lang.js";
import { addFault, type Reading } from "./reading.js";
import { joinLines } from "./values.js";

export function parseTitle(reading: Reading, entry: YamlEntry | undefined): Readonly<Record<Lang, string>> {
  const { languages } = reading;
  const faults = reading.diagnostics.length;
  const given: ByLang<string> = entry === undefined ? {} : parseTexts(reading, entry);
  const lender = languages.map((lang) => given[lang]).find((title) => title !== undefined);
  const missing = languages.filter((lang) => given[lang] === undefined);
  // After another report about the title a missing language is most likely its doing.
  if (entry !== undefined && lender !== undefined && reading.diagnostics.length === faults) {
    for (const lang of missing) reportMissing(reading, entry, lang, joinLines(lender));
  }
  return Object.fromEntries(
    languages.map((lang) => [lang, joinLines(given[lang] ?? lender ?? defaultTitle(lang))]),
  );
}

function defaultTitle(lang: Lang): string {
  return lang.split("-")[0] === "vi" ? "Bản tin" : "Bulletin";
}

function reportMissing(reading: Reading, entry: YamlEntry, lang: Lang, lent: string): void {
  addFault(reading, {
    rule: "title-missing",
    severity: "warning",
    place: entry.keyPlace,
    message: {
      vi: `Chưa có tên bản tin bằng ngôn ngữ “${lang}”; tạm dùng “${lent}”`,
      en: `The bulletin has no title in “${lang}”; “${lent}” is used for now`,
    },
    hint: {
      vi: `Thêm một dòng dưới “${entry.key}:”, thụt vào hai dấu cách: ${lang}: …`,
      en: `Add a line below “${entry.key}:”, indented by two spaces: ${lang}: …`,
    },
  });
}

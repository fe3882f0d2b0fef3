// `imprint:`: who answers for the bulletin, as Vietnamese press law wants it printed. Field by field with texts by
// language, or language by language with fields, or both; a warning while nothing is there at all.
import type { Imprint } from "../../model/config.js";
import type { ByLang, Lang } from "../../model/lang.js";
import type { Place } from "../../model/place.js";
import { looseKey } from "../../model/spelling.js";
import type { YamlEntry, YamlMap } from "../yaml-document.js";
import { isLanguageKey, parseByLang, parseTexts } from "./by-lang.js";
import { type FieldNames, parseFields } from "./fields.js";
import { addFault, type Reading } from "./reading.js";
import { parseMap } from "./values.js";

type ImprintField = keyof Imprint;

const aliases: Readonly<Record<string, ImprintField>> = {
  coquanchuquan: "governingBody",
  chiutrachnhiem: "responsible",
  chiutrachnhiemnoidung: "responsible",
  chiutrachnhiemxuatban: "responsible",
  banbientap: "editorialBoard",
  giayphep: "licence",
  giayphepxuatban: "licence",
  license: "licence",
  diachi: "address",
  dienthoai: "telephone",
  phone: "telephone",
  thudientu: "email",
  ghinguon: "reuse",
};

const fields: FieldNames<ImprintField> = {
  names: [
    "governingBody",
    "responsible",
    "editorialBoard",
    "licence",
    "address",
    "telephone",
    "email",
    "reuse",
  ],
  aliases,
  unknownRule: "config-unknown",
};

export function parseImprint(reading: Reading, entry: YamlEntry): ByLang<Imprint> {
  const faults = reading.diagnostics.length;
  const map = parseMap(reading, entry, "governingBody: …");
  const imprint = map === undefined ? {} : parseFieldsAndLanguages(reading, map);
  const isEmpty = Object.keys(imprint).length === 0;
  if (isEmpty && reading.diagnostics.length === faults) reportEmptyImprint(reading, entry.keyPlace);
  return imprint;
}

function parseFieldsAndLanguages(reading: Reading, map: YamlMap): ByLang<Imprint> {
  const isByLanguage = ({ key, value }: YamlEntry) =>
    isLanguageKey(reading, key) || (value.kind === "map" && !isField(key));
  const byField = map.entries.filter((inner) => !isByLanguage(inner));
  const byLanguage = map.entries.filter(isByLanguage);

  const found = new Map<Lang, Partial<Record<ImprintField, string>>>();
  const add = (lang: Lang, field: ImprintField, text: string) =>
    found.set(lang, { ...found.get(lang), [field]: text });
  for (const [field, inner] of parseFields(reading, { ...map, entries: byField }, fields)) {
    for (const [lang, text] of Object.entries(parseTexts(reading, inner))) add(lang, field, text as string);
  }
  for (const [lang, inner] of parseByLang(reading, { ...map, entries: byLanguage })) {
    const ofLanguage = parseMap(reading, inner, "governingBody: …");
    if (ofLanguage === undefined) continue;
    const only = { ...reading, languages: [lang] };
    for (const [field, one] of parseFields(reading, ofLanguage, fields)) {
      const text = parseTexts(only, one)[lang];
      if (text !== undefined) add(lang, field, text);
    }
  }
  return Object.fromEntries(found);
}

/** `place` is that of the key; absent where the key or the whole file is not there. */
export function reportEmptyImprint(reading: Reading, place: Place | undefined): void {
  addFault(reading, {
    rule: "imprint-empty",
    severity: "warning",
    ...(place && { place }),
    message: {
      vi: "Bản tin chưa ghi cơ quan chủ quản, người chịu trách nhiệm nội dung và giấy phép xuất bản",
      en: "The bulletin does not yet say who publishes it, who answers for its content and under which licence",
    },
    hint: {
      vi: `Luật Báo chí yêu cầu ghi. Thêm vào bantin.yaml:\n${emptyImprint}`,
      en: `The press law asks for it. Add to bantin.yaml:\n${emptyImprint}`,
    },
  });
}

const emptyImprint = ["governingBody", "responsible", "licence", "address", "telephone", "email"].reduce(
  (lines, field) => `${lines}\n  ${field}: …`,
  "imprint:",
);

function isField(key: string): boolean {
  const typed = looseKey(key);
  return Object.hasOwn(aliases, typed) || fields.names.some((name) => looseKey(name) === typed);
}

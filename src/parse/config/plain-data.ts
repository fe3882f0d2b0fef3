// Settings of features that read them by themselves (`theme`, `search`): kept as plain data, no
// key twice.
import type { Switch } from "../../model/config.js";
import type { YamlEntry, YamlMap, YamlValue } from "../yaml-document.js";
import { parseDistinct } from "./fields.js";
import { addFault, type Reading, showTyped } from "./reading.js";
import { readYesNo } from "./values.js";

export type PlainMap = Readonly<Record<string, unknown>>;

/** Yes or no, or a group of settings, which also means yes. */
export function parseSwitch(reading: Reading, entry: YamlEntry): Switch | undefined {
  const { key, value } = entry;
  if (value.kind === "map") return plainMap(reading, value);
  const on = readYesNo(value);
  if (on !== undefined) return on ? {} : false;
  addFault(reading, {
    rule: "value-type",
    place: value.place,
    message: {
      vi: `“${key}” phải là có, không hoặc một nhóm mục con, không phải ${showTyped(value).vi}`,
      en: `“${key}” must be yes, no or a group of fields, not ${showTyped(value).en}`,
    },
    hint: { vi: `Viết: ${key}: có, hoặc ${key}: không`, en: `Write: ${key}: yes, or ${key}: no` },
  });
  return undefined;
}

function plainMap(reading: Reading, map: YamlMap): PlainMap {
  return Object.fromEntries(
    parseDistinct(reading, map).map(({ key, value }) => [key, plain(reading, value)]),
  );
}

function plain(reading: Reading, value: YamlValue): unknown {
  if (value.kind === "map") return plainMap(reading, value);
  if (value.kind === "list") return value.items.map((item) => plain(reading, item));
  return value.value;
}

// The entries of the block, or of the lines below a field, by their names: an unknown key is asked about, a field
// given twice is reported, and the first of the two holds.
import type { Bilingual } from "../../model/diagnostic.js";
import { addFault, quoteText } from "../config/reading.js";
import type { YamlEntry, YamlMap } from "../yaml-document.js";
import type { KeySet } from "./keys.js";
import type { FieldReading } from "./reading.js";

export type Group<Name extends string> = ReadonlyMap<Name, YamlEntry>;

/** More tell an editor nothing, and each is compared with every spelling. */
const mostUnknown = 50;

export function readGroup<Name extends string>(
  map: YamlMap,
  keys: KeySet<Name>,
  reading: FieldReading,
): Group<Name> {
  const group = new Map<Name, YamlEntry>();
  let unknown = 0;
  for (const entry of map.entries) {
    const name = keys.find(entry.key);
    if (name === undefined) {
      if (unknown++ < mostUnknown) reportUnknown(entry, keys, reading);
    } else {
      const first = group.get(name);
      if (first === undefined) group.set(name, entry);
      else reportTwice(first, entry, reading);
    }
  }
  return group;
}

function reportUnknown(entry: YamlEntry, keys: KeySet<string>, reading: FieldReading): void {
  const { key, keyPlace, value } = entry;
  const near = keys.near(key);
  const all = keys.names.join(", ");
  const text =
    value.kind === "scalar" && !value.raw.includes("\n")
      ? value.quoted
        ? value.raw
        : quoteText(value.raw)
      : "";
  const hint: Bilingual =
    near === undefined
      ? {
          vi: `Xóa dòng này, hoặc dùng một trong các mục: ${all}`,
          en: `Delete this line, or use one of these fields: ${all}`,
        }
      : { vi: `Viết: ${near}: ${text}`.trimEnd(), en: `Write: ${near}: ${text}`.trimEnd() };
  addFault(reading, {
    rule: "field-unknown",
    place: keyPlace,
    message: {
      vi: `Không có mục “${key}”${near === undefined ? "" : `. Có phải “${near}”?`}`,
      en: `Unknown field “${key}”${near === undefined ? "" : `. Did you mean “${near}”?`}`,
    },
    hint,
  });
}

function reportTwice(first: YamlEntry, second: YamlEntry, reading: FieldReading): void {
  const { line } = first.keyPlace;
  const same = first.key === second.key;
  addFault(reading, {
    rule: "field-twice",
    place: second.keyPlace,
    message: same
      ? {
          vi: `Mục “${second.key}” đã có ở dòng ${line}`,
          en: `The field “${second.key}” is given on line ${line} already`,
        }
      : {
          vi: `“${second.key}” và “${first.key}” (dòng ${line}) là cùng một mục`,
          en: `“${second.key}” and “${first.key}” (line ${line}) are the same field`,
        },
    hint: { vi: "Giữ một dòng, xóa dòng kia", en: "Keep one of the lines and delete the other" },
  });
}

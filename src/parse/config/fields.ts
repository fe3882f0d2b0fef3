// The keys of one group: matched without care for case, "-" and "_", each at most once. Unknown keys are reported
// with the one that was probably meant, a key that comes twice with both lines.
import { looseKey, nearest } from "../../model/spelling.js";
import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from "../yaml-document.js";
import { addFault, type Reading, writeLine } from "./reading.js";
import { isAbsent } from "./values.js";

export interface FieldNames<T extends string> {
  readonly names: readonly T[];
  /** Other spellings, as looseKey makes them, that are read as the field. */
  readonly aliases?: Readonly<Record<string, T>>;
  /** Words, as looseKey makes them, that are not read but are asked about: "did you mean …?". */
  readonly meanings?: Readonly<Record<string, T>>;
  readonly unknownRule: string;
}

/** The given fields by their names, in order; fields with nothing after the colon are left out. */
export function parseFields<T extends string>(
  reading: Reading,
  map: YamlMap,
  fields: FieldNames<T>,
): ReadonlyMap<T, YamlEntry> {
  const byKey = new Map<string, T>(fields.names.map((name) => [looseKey(name), name]));
  for (const [alias, name] of Object.entries<T>(fields.aliases ?? {})) byKey.set(alias, name);

  const found = new Map<T, YamlEntry>();
  for (const entry of map.entries) {
    const name = byKey.get(looseKey(entry.key));
    if (name === undefined) reportUnknown(reading, entry, fields);
    else if (found.has(name)) reportTwice(reading, entry, found.get(name) as YamlEntry);
    else found.set(name, entry);
  }
  return new Map([...found].filter(([, entry]) => !isAbsent(entry.value)));
}

/** The entries of a group with free keys, without those that repeat one: `same` says when two keys are one. */
export function parseDistinct(
  reading: Reading,
  map: YamlMap,
  same: (key: string) => string = (key) => key.trim(),
): readonly YamlEntry[] {
  const found = new Map<string, YamlEntry>();
  for (const entry of map.entries) {
    const first = found.get(same(entry.key));
    if (first === undefined) found.set(same(entry.key), entry);
    else reportTwice(reading, entry, first);
  }
  return [...found.values()];
}

function reportUnknown<T extends string>(
  reading: Reading,
  { key, keyPlace, value }: YamlEntry,
  { names, aliases = {}, meanings = {}, unknownRule }: FieldNames<T>,
): void {
  const typed = looseKey(key);
  const meant =
    (Object.hasOwn(meanings, typed) ? meanings[typed] : undefined) ??
    aliasNear(typed, aliases) ??
    nearest(key, names);
  const all = names.join(", ");
  addFault(reading, {
    rule: unknownRule,
    place: keyPlace,
    message:
      meant === undefined
        ? { vi: `Không có mục “${key}”`, en: `Unknown field “${key}”` }
        : {
            vi: `Không có mục “${key}”. Có phải “${meant}”?`,
            en: `Unknown field “${key}”. Did you mean “${meant}”?`,
          },
    hint:
      meant === undefined
        ? { vi: `Các mục dùng được: ${all}`, en: `The fields are: ${all}` }
        : writeLine(`${meant}:${isOneLine(value) ? ` ${value.raw}` : ""}`),
  });
}

function isOneLine(value: YamlValue): value is YamlScalar {
  return value.kind === "scalar" && value.raw !== "" && !value.raw.includes("\n");
}

function aliasNear<T extends string>(typed: string, aliases: Readonly<Record<string, T>>): T | undefined {
  const near = nearest(typed, Object.keys(aliases));
  return near === undefined ? undefined : aliases[near];
}

function reportTwice(reading: Reading, entry: YamlEntry, first: YamlEntry): void {
  const { line } = first.keyPlace;
  const same = entry.key === first.key;
  addFault(reading, {
    rule: "key-duplicate",
    place: entry.keyPlace,
    message: same
      ? {
          vi: `Mục “${entry.key}” đã có ở dòng ${line}`,
          en: `The field “${entry.key}” is on line ${line} already`,
        }
      : {
          vi: `“${entry.key}” và “${first.key}” (dòng ${line}) là cùng một mục`,
          en: `“${entry.key}” and “${first.key}” (line ${line}) are the same field`,
        },
    hint: { vi: "Giữ lại một dòng, xóa dòng kia", en: "Keep one of the lines and delete the other" },
  });
}

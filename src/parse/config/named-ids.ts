// Groups of "id: name": sections, tags, authors. An id is a slug, for it stands in addresses; `index` and bare
// numbers are pages of lists there. No name may lead to two ids, however it is spelled.
import type { ByLang } from "../../model/lang.js";
import type { Place } from "../../model/place.js";
import { isSlug, slugOf } from "../../model/slug.js";
import { nameKey } from "../../model/spelling.js";
import type { YamlEntry, YamlValue } from "../yaml-document.js";
import { parseNames } from "./by-lang.js";
import { addFault, quoteText, type Reading, writeLine } from "./reading.js";
import { isAbsent, parseMap, parseText, textOf } from "./values.js";

export interface Identified {
  readonly id: string;
  readonly place: Place;
  /** Under its key; an item of a plain list, which has no key of its own, under its name. */
  readonly entry: YamlEntry;
}

/** A map of ids, or a list of names or of "id: name" pairs. A wrong id is put right, so that the work goes on. */
export function parseIdentified(reading: Reading, entry: YamlEntry): readonly Identified[] {
  const found = new Map<string, Identified>();
  for (const candidate of candidatesOf(reading, entry)) {
    const id = parseId(reading, candidate);
    if (id === undefined) continue;
    const first = found.get(id);
    if (first !== undefined) reportSameId(reading, candidate.entry, id, first);
    else found.set(id, { id, place: candidate.entry.keyPlace, entry: candidate.entry });
  }
  return [...found.values()];
}

export interface Named {
  readonly id: string;
  readonly name: ByLang<string>;
  readonly place: Place;
}

/** Reports a name of two ids, and an id that is another's name: an article could mean either. */
export function checkNames(reading: Reading, named: readonly Named[]): void {
  const owners = new Map(named.map((one) => [nameKey(one.id), one]));
  for (const one of named) {
    const names = new Map(Object.values(one.name).map((name = "") => [nameKey(name), name]));
    for (const [key, name] of names) {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, one);
      else if (owner !== one) reportSameName(reading, one, name, owner);
    }
  }
}

/** The name under an id; without one the key as typed stands in, so that what leads to the id still does. */
export function parseName(reading: Reading, entry: YamlEntry): ByLang<string> {
  const faults = reading.diagnostics.length;
  const name = isAbsent(entry.value) ? {} : parseNames(reading, entry);
  if (Object.keys(name).length > 0) return name;
  if (reading.diagnostics.length === faults) reportNameless(reading, entry);
  return Object.fromEntries(reading.languages.slice(0, 1).map((lang) => [lang, entry.key]));
}

/** `hasId` is false for the items of a plain list of names: their ids are made. */
interface Candidate {
  readonly entry: YamlEntry;
  readonly hasId: boolean;
}

function candidatesOf(reading: Reading, entry: YamlEntry): readonly Candidate[] {
  if (entry.value.kind !== "list") {
    const map = parseMap(reading, entry, "tin-tuc: Tin tức");
    return (map?.entries ?? []).map((inner) => ({ entry: inner, hasId: true }));
  }
  return entry.value.items.flatMap((item): readonly Candidate[] => {
    if (item.kind === "map") return item.entries.map((inner) => ({ entry: inner, hasId: true }));
    if (isAbsent(item)) return [];
    const key = item.kind === "scalar" ? textOf(item) : entry.key;
    return [{ entry: { key, keyPlace: item.place, value: item }, hasId: false }];
  });
}

function parseId(reading: Reading, { entry, hasId }: Candidate): string | undefined {
  const { key, value } = entry;
  if (!hasId && value.kind !== "scalar") {
    parseText(reading, entry);
    return undefined;
  }
  const id = hasId ? key.trim() : slugOf(key);
  if (isSlug(id) && !isTaken(id)) return id;

  const name = value.kind === "scalar" ? textOf(value) : "";
  const slugs = [key, ...textsIn(value), `muc ${key}`].map(slugOf);
  const made = slugs.find((slug) => isSlug(slug) && !isTaken(slug));
  const line = `${made ?? "tin-tuc"}:${name === "" ? "" : ` ${quoteText(name)}`}`;
  addFault(reading, {
    rule: "id-invalid",
    place: entry.keyPlace,
    message: isTaken(id)
      ? {
          vi: `“${id}” không dùng làm mã được: địa chỉ này dành cho các trang của danh sách`,
          en: `“${id}” cannot be an id: that address belongs to the pages of lists`,
        }
      : {
          vi: `“${key}” không dùng làm mã được: mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang`,
          en: `“${key}” cannot be an id: an id has only small letters without marks, digits and hyphens`,
        },
    hint: writeLine(hasId ? line : `- ${line}`),
  });
  return made;
}

function textsIn(value: YamlValue): readonly string[] {
  if (value.kind === "scalar") return [textOf(value)];
  return value.kind === "map" ? value.entries.flatMap((entry) => textsIn(entry.value)) : [];
}

/** Names of pages of a list: `tags/index.html`, `tags/x/2.html`. */
function isTaken(id: string): boolean {
  return id === "index" || /^\d+$/u.test(id);
}

function reportNameless(reading: Reading, { key, keyPlace }: YamlEntry): void {
  addFault(reading, {
    rule: "value-empty",
    place: keyPlace,
    message: { vi: `“${key}” chưa có tên`, en: `“${key}” has no name` },
    hint: writeLine(`${key}: …`),
  });
}

function reportSameId(reading: Reading, { key, keyPlace }: YamlEntry, id: string, first: Identified): void {
  const { line } = first.place;
  addFault(reading, {
    rule: "id-duplicate",
    place: keyPlace,
    message:
      key === first.entry.key
        ? { vi: `“${key}” đã có ở dòng ${line}`, en: `“${key}” is on line ${line} already` }
        : {
            vi: `“${key}” và “${first.entry.key}” (dòng ${line}) cùng mã ${id}`,
            en: `“${key}” and “${first.entry.key}” (line ${line}) have the same id ${id}`,
          },
    hint: { vi: "Giữ lại một dòng, hoặc đặt mã khác", en: "Keep one of the lines, or give it another id" },
  });
}

function reportSameName(reading: Reading, one: Named, name: string, owner: Named): void {
  const { line } = owner.place;
  addFault(reading, {
    rule: "name-duplicate",
    place: one.place,
    message: {
      vi: `“${name}” là tên của cả “${owner.id}” (dòng ${line}) và “${one.id}”`,
      en: `“${name}” names both “${owner.id}” (line ${line}) and “${one.id}”`,
    },
    hint: {
      vi: `Gộp hai mục làm một dưới mã ${owner.id}, hoặc đổi một tên`,
      en: `Join the two under the id ${owner.id}, or change one of the names`,
    },
  });
}

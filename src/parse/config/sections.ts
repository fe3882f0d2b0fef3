// `sections:` in the order in which the site shows them: id → name, or a list of names.
import type { SectionEntry } from "../../model/config.js";
import type { Place } from "../../model/place.js";
import type { YamlEntry } from "../yaml-document.js";
import { checkNames, parseIdentified, parseName } from "./named-ids.js";
import type { Reading } from "./reading.js";

export interface PlacedSection extends SectionEntry {
  readonly place: Place;
}

export function parseSections(reading: Reading, entry: YamlEntry): readonly PlacedSection[] {
  const sections = parseIdentified(reading, entry).map(({ id, place, entry: one }) => ({
    id,
    name: parseName(reading, one),
    place,
  }));
  checkNames(reading, sections);
  return sections;
}

// `photos:`: how photos are made: their widths, their quality, AVIF beside WebP and JPEG, full size on a click.
import type { PhotoSettings } from "../../model/config.js";
import type { YamlEntry } from "../yaml-document.js";
import { type FieldNames, parseFields } from "./fields.js";
import { addFault, type Reading } from "./reading.js";
import { listItems, parseMap, parseWholeNumber, parseYesNo } from "./values.js";

export const defaultPhotos: PhotoSettings = {
  avif: false,
  originals: false,
  quality: 78,
  widths: [400, 800, 1200, 1600],
};

const fields: FieldNames<keyof PhotoSettings> = {
  names: ["avif", "originals", "quality", "widths"],
  meanings: { formats: "avif", anhgoc: "originals", chatluong: "quality", sizes: "widths", berong: "widths" },
  unknownRule: "config-unknown",
};

export function parsePhotos(reading: Reading, entry: YamlEntry): PhotoSettings {
  const map = parseMap(reading, entry, `widths: [${defaultPhotos.widths.join(", ")}]`);
  if (map === undefined) return defaultPhotos;
  const given = parseFields(reading, map, fields);
  const read = <T>(
    name: keyof PhotoSettings,
    parse: (reading: Reading, entry: YamlEntry) => T | undefined,
  ) => {
    const one = given.get(name);
    return one && parse(reading, one);
  };
  return {
    avif: read("avif", parseYesNo) ?? defaultPhotos.avif,
    originals: read("originals", parseYesNo) ?? defaultPhotos.originals,
    quality: read("quality", (r, one) => parseWholeNumber(r, one, qualities)) ?? defaultPhotos.quality,
    widths: read("widths", parseWidths) ?? defaultPhotos.widths,
  };
}

const qualities = { from: 30, to: 95, usual: defaultPhotos.quality };
const widthBounds = { from: 100, to: 4000, usual: 800 };
const mostWidths = 8;

/** In any order, each once; undefined where none of them fits. */
function parseWidths(reading: Reading, entry: YamlEntry): readonly number[] | undefined {
  const items = listItems(reading, entry, defaultPhotos.widths.join(", "));
  if (items === undefined) return undefined;
  if (items.length > mostWidths) {
    addFault(reading, {
      rule: "photo-widths",
      place: entry.value.place,
      message: {
        vi: `“${entry.key}” có ${items.length} bề rộng, nhiều nhất là ${mostWidths}`,
        en: `“${entry.key}” lists ${items.length} widths; the most is ${mostWidths}`,
      },
      hint: {
        vi: `Mỗi bề rộng là thêm tệp cho mỗi ảnh; thường chỉ cần: ${entry.key}: [${defaultPhotos.widths.join(", ")}]`,
        en: `Every width adds files for every photo; this is enough: ${entry.key}: [${defaultPhotos.widths.join(", ")}]`,
      },
    });
    return undefined;
  }
  const widths = items.flatMap((item) => {
    const { value } = item;
    // Parts of a line with commas come as texts.
    const typed = value.kind === "scalar" && typeof value.value === "string" ? value.value.trim() : undefined;
    const number = typed !== undefined && /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
    const one =
      value.kind === "scalar" && number !== undefined
        ? { ...item, value: { ...value, value: number } }
        : item;
    return parseWholeNumber(reading, one, widthBounds) ?? [];
  });
  return widths.length === 0 ? undefined : [...new Set(widths)].sort((a, b) => a - b);
}

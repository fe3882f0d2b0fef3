// `limits:`: how large an article, a photo and an attachment may be. The bounds keep a typing error from opening
// the gate to files that would stop the machine.
import type { Limits } from "../../model/article.js";
import type { YamlEntry } from "../yaml-document.js";
import { type FieldNames, parseFields } from "./fields.js";
import type { Reading } from "./reading.js";
import { type Bounds, parseMap, parseWholeNumber } from "./values.js";

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

export const defaultLimits: Limits = {
  articleBytes: 2 * mebibyte,
  nesting: 100,
  photoMegapixels: 50,
  attachmentBytes: 100 * mebibyte,
};

const bounds: Readonly<Record<keyof Limits, Omit<Bounds, "usual">>> = {
  articleBytes: { from: kibibyte, to: 32 * mebibyte },
  nesting: { from: 5, to: 200 },
  photoMegapixels: { from: 1, to: 1000 },
  attachmentBytes: { from: kibibyte, to: 2048 * mebibyte },
};

const fields: FieldNames<keyof Limits> = {
  names: ["articleBytes", "nesting", "photoMegapixels", "attachmentBytes"],
  unknownRule: "config-unknown",
};

export function parseLimits(reading: Reading, entry: YamlEntry): Limits {
  const map = parseMap(reading, entry, `photoMegapixels: ${defaultLimits.photoMegapixels}`);
  if (map === undefined) return defaultLimits;
  const given = [...parseFields(reading, map, fields)].flatMap(([name, one]) => {
    const number = parseWholeNumber(reading, one, { ...bounds[name], usual: defaultLimits[name] });
    return number === undefined ? [] : [[name, number] as const];
  });
  return { ...defaultLimits, ...Object.fromEntries(given) };
}

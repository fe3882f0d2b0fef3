// `cards:`: yes, no, or the colours and the logo of the pictures under which pages are shared.
import type { CardSettings } from "../../model/config.js";
import type { CardColours } from "../../model/image.js";
import type { YamlEntry } from "../yaml-document.js";
import { type FieldNames, parseFields } from "./fields.js";
import { addFault, type Reading, showTyped } from "./reading.js";
import { parseMap, parseText, readYesNo } from "./values.js";

export const defaultCards: CardSettings = { colours: {} };

/** As an example to write. */
const examples: CardColours = { paper: "#fffdf9", ink: "#1c1a17", accent: "#a8141c", gold: "#b8892b" };

const fields: FieldNames<keyof CardSettings> = {
  names: ["colours", "logo"],
  aliases: { colors: "colours", mau: "colours", bieutrung: "logo" },
  unknownRule: "config-unknown",
};

const colourFields: FieldNames<keyof CardColours> = {
  names: ["paper", "ink", "accent", "gold"],
  meanings: {
    background: "paper",
    nen: "paper",
    text: "ink",
    chu: "ink",
    red: "accent",
    do: "accent",
    vang: "gold",
  },
  unknownRule: "config-unknown",
};

export function parseCards(reading: Reading, entry: YamlEntry): CardSettings | false | undefined {
  const { key, value } = entry;
  if (value.kind !== "map") {
    const on = readYesNo(value);
    if (on !== undefined) return on ? defaultCards : false;
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
  const given = parseFields(reading, value, fields);
  const colours = given.get("colours");
  const logoEntry = given.get("logo");
  const logo = logoEntry && parseText(reading, logoEntry);
  return {
    colours: colours === undefined ? defaultCards.colours : parseColours(reading, colours),
    ...(logo === undefined ? {} : { logo: logo.normalize("NFC").replace(/^(?:\.?\/)?(?:assets\/)?/, "") }),
  };
}

function parseColours(reading: Reading, entry: YamlEntry): CardSettings["colours"] {
  const map = parseMap(reading, entry, `accent: "${examples.accent}"`);
  if (map === undefined) return defaultCards.colours;
  const given = [...parseFields(reading, map, colourFields)].flatMap(([name, one]) => {
    const colour = parseColour(reading, one, name);
    return colour === undefined ? [] : [[name, colour] as const];
  });
  return Object.fromEntries(given);
}

/** `#a8141c`, `a8141c` or `#a11`. */
function parseColour(reading: Reading, entry: YamlEntry, name: keyof CardColours): string | undefined {
  const typed = parseText(reading, entry);
  if (typed === undefined) return undefined;
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed)?.[1]?.toLowerCase();
  if (digits !== undefined) return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
  const line = `${entry.key}: "${examples[name]}"`;
  addFault(reading, {
    rule: "card-colour",
    place: entry.value.place,
    message: {
      vi: `“${typed}” không phải là mã màu`,
      en: `“${typed}” is not a colour code`,
    },
    hint: {
      vi: `Viết dấu # và sáu chữ số hoặc chữ từ a đến f, trong dấu nháy: ${line}`,
      en: `Write # and six digits or letters from a to f, in quotes: ${line}`,
    },
  });
  return undefined;
}

// `theme:`: a committee's own colours, mark and letters. Only what is given changes; a colour that is hard to read on
// its paper is a warning, since the page is still whole. Whether the named files exist is seen where assets are known.
import { type ColourName, colourNames, contrastOf, liftColour, readColour } from "../../model/colour.js";
import type { Place } from "../../model/place.js";
import {
  type FontRole,
  fontRoles,
  type ThemeColours,
  type ThemeSettings,
  themeColours,
} from "../../model/theme.js";
import type { YamlEntry, YamlMap } from "../yaml-document.js";
import { type FieldNames, parseFields } from "./fields.js";
import { addFault, type Reading, writeLine } from "./reading.js";
import { parseMap, parseText } from "./values.js";

export const noTheme: ThemeSettings = { colours: {}, dark: {}, fonts: {} };

export interface ThemeResult {
  readonly theme: ThemeSettings;
  /** Where files are named: `logo`, `fonts.text`. */
  readonly places: readonly (readonly [name: string, place: Place])[];
}

const colourMeanings: Readonly<Record<string, ColourName>> = {
  color: "accent",
  colour: "accent",
  mau: "accent",
  mauchinh: "accent",
  red: "accent",
  do: "accent",
  vang: "gold",
  background: "paper",
  nen: "paper",
  giay: "paper",
  text: "ink",
  chu: "ink",
  muc: "ink",
};
const colours: FieldNames<ColourName> = {
  names: colourNames,
  meanings: colourMeanings,
  unknownRule: "config-unknown",
};
const fields: FieldNames<ColourName | "dark" | "logo" | "fonts"> = {
  names: [...colourNames, "dark", "logo", "fonts"],
  meanings: {
    ...colourMeanings,
    toi: "dark",
    bantoi: "dark",
    bieutrung: "logo",
    font: "fonts",
    phongchu: "fonts",
  },
  unknownRule: "config-unknown",
};
const fonts: FieldNames<FontRole> = {
  names: fontRoles,
  meanings: {
    serif: "text",
    body: "text",
    sans: "interface",
    ui: "interface",
    chu: "text",
    giaodien: "interface",
  },
  unknownRule: "config-unknown",
};

export function parseTheme(reading: Reading, entry: YamlEntry): ThemeResult {
  const map = parseMap(reading, entry, 'accent: "#b3261e"');
  if (map === undefined) return { theme: noTheme, places: [] };
  const given = parseFields(reading, map, fields);
  const light = parseColours(reading, given);
  const darkEntry = given.get("dark");
  const darkMap = darkEntry && parseMap(reading, darkEntry, 'accent: "#ff8a80"');
  const dark =
    darkMap === undefined ? noColours : parseColours(reading, parseFields(reading, darkMap, colours));
  const logo = given.get("logo");
  const files = [
    ...(logo === undefined ? [] : parseFile(reading, ["logo", logo], pictures)),
    ...parseFonts(reading, given.get("fonts")),
  ];
  checkContrast(reading, light, themeColours.colours);
  checkContrast(reading, dark, themeColours.dark);
  const named = new Map(files.map(({ name, path }) => [name, path]));
  const logoPath = named.get("logo");
  return {
    theme: {
      colours: light.colours,
      dark: withLiftedAccent(light.colours, dark.colours),
      ...(logoPath === undefined ? {} : { logo: logoPath }),
      fonts: Object.fromEntries(
        fontRoles.flatMap((role) => {
          const path = named.get(`fonts.${role}`);
          return path === undefined ? [] : [[role, path] as const];
        }),
      ),
    },
    places: files.map(({ name, place }) => [name, place] as const),
  };
}

interface GivenColours {
  readonly colours: ThemeColours;
  readonly entries: ReadonlyMap<string, YamlEntry>;
}

const noColours: GivenColours = { colours: {}, entries: new Map() };

function parseColours(reading: Reading, entries: ReadonlyMap<string, YamlEntry>): GivenColours {
  const read = colourNames.flatMap((name) => {
    const entry = entries.get(name);
    const typed = entry && parseText(reading, entry);
    if (entry === undefined || typed === undefined) return [];
    const colour = readColour(typed);
    if (colour !== undefined) return [[name, colour] as const];
    const mended = readColour(`#${typed.replace(/^#+|^0x/i, "")}`);
    addFault(reading, {
      rule: "theme-colour",
      place: entry.value.place,
      message: {
        vi: `“${typed}” không phải là mã màu`,
        en: `“${typed}” is not a colour code`,
      },
      hint: writeLine(`${entry.key}: "${mended ?? themeColours.colours[name]}"`),
    });
    return [];
  });
  return { colours: Object.fromEntries(read), entries };
}

/** The accent and the ink are read on the paper; gold is only ever a rule. */
function checkContrast(
  reading: Reading,
  { colours: given, entries }: GivenColours,
  own: Readonly<Record<ColourName, string>>,
): void {
  const paper = given.paper ?? own.paper;
  for (const name of ["accent", "ink"] as const) {
    const contrast = contrastOf(given[name] ?? own[name], paper);
    const culprit = entries.get(given[name] === undefined ? "paper" : name);
    if (contrast >= 4.5 || culprit === undefined) continue;
    const ratio = (Math.floor(contrast * 10) / 10).toFixed(1);
    const what = { accent: { vi: "Màu nhấn", en: "The accent" }, ink: { vi: "Màu chữ", en: "The ink" } }[
      name
    ];
    addFault(reading, {
      rule: "theme-contrast",
      severity: "warning",
      place: culprit.value.place,
      message: {
        vi: `${what.vi} ${given[name] ?? own[name]} khó đọc trên nền ${paper}: tương phản ${ratio.replace(".", ",")}, cần từ 4,5`,
        en: `${what.en} ${given[name] ?? own[name]} is hard to read on ${paper}: its contrast is ${ratio}, and 4.5 is needed`,
      },
      hint: {
        vi: "Chọn màu đậm hơn trên nền sáng, nhạt hơn trên nền tối",
        en: "Choose a darker colour on a light paper, a lighter one on a dark paper",
      },
    });
  }
}

/** An accent given for light paper alone stays itself in the dark, as far as it can be read there. */
function withLiftedAccent({ accent }: ThemeColours, dark: ThemeColours): ThemeColours {
  if (accent === undefined || dark.accent !== undefined) return dark;
  return { ...dark, accent: liftColour(accent, dark.paper ?? themeColours.dark.paper) };
}

interface NamedFile {
  readonly name: string;
  readonly path: string;
  readonly place: Place;
}

const pictures = { ending: /\.(?:svg|png|webp|jpe?g)$/i, example: "logo-xa.svg" };
const letters = { ending: /\.woff2$/i, example: "fonts/chu-rieng.woff2" };

function parseFonts(reading: Reading, entry: YamlEntry | undefined): readonly NamedFile[] {
  const map: YamlMap | undefined = entry && parseMap(reading, entry, `text: ${letters.example}`);
  if (map === undefined) return [];
  return [...parseFields(reading, map, fonts)].flatMap(([role, one]) =>
    parseFile(reading, [`fonts.${role}`, one], letters),
  );
}

function parseFile(
  reading: Reading,
  [name, entry]: readonly [string, YamlEntry],
  { ending, example }: typeof pictures,
): readonly NamedFile[] {
  const typed = parseText(reading, entry);
  if (typed === undefined) return [];
  const path = typed.normalize("NFC").replace(/^(?:\.?\/)?(?:assets\/)?/, "");
  const { place } = entry.value;
  if (ending.test(path) && !/[\\:]|(?:^|\/)\.\.(?:\/|$)/.test(path)) return [{ name, path, place }];
  addFault(reading, {
    rule: "theme-file",
    place,
    message: {
      vi: `“${typed}” không phải là tệp dùng được ở “${entry.key}”`,
      en: `“${typed}” is not a file that “${entry.key}” can use`,
    },
    hint: {
      vi: `Chép tệp vào thư mục assets rồi viết: ${entry.key}: ${example}`,
      en: `Copy the file into the folder assets, then write: ${entry.key}: ${example}`,
    },
  });
  return [];
}

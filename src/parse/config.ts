// bantin.yaml → Config. Every key is read by itself: a fault is reported and the key keeps its default, so that one
// run reports all faults and the build can go on to report those of the articles.
import type { Config } from "../model/config.js";
import { type Diagnostic, sortDiagnostics } from "../model/diagnostic.js";
import type { ByLang } from "../model/lang.js";
import { sourcePath } from "../model/paths.js";
import type { Place } from "../model/place.js";
import type { Source } from "../model/source.js";
import { nearest } from "../model/spelling.js";
import { parseTexts } from "./config/by-lang.js";
import { defaultCards, parseCards } from "./config/cards.js";
import { parseDatePattern } from "./config/date-pattern.js";
import { parseFields } from "./config/fields.js";
import { parseHosts } from "./config/hosts.js";
import { parseImprint, reportEmptyImprint } from "./config/imprint.js";
import { type ConfigKey, configFields } from "./config/keys.js";
import { defaultLanguages, parseLanguages } from "./config/languages.js";
import { defaultLimits, parseLimits } from "./config/limits.js";
import { parseMenu } from "./config/menu.js";
import { defaultPhotos, parsePhotos } from "./config/photos.js";
import { parseSwitch } from "./config/plain-data.js";
import { addFault, type Reading, writeLine } from "./config/reading.js";
import { parseSections } from "./config/sections.js";
import { parseSettings } from "./config/settings-file.js";
import { defaultShare, parseShare } from "./config/sharing.js";
import { readSiteUrl } from "./config/site-url.js";
import { noTheme, parseTheme } from "./config/theme.js";
import { defaultTimeZone, parseTimeZone } from "./config/time-zone.js";
import { parseTitle } from "./config/title.js";
import {
  type Choice,
  isAbsent,
  joinLines,
  parseChoice,
  parseText,
  parseWholeNumber,
} from "./config/values.js";
import { parseWords } from "./config/words.js";
import type { YamlEntry, YamlMap, YamlValue } from "./yaml-document.js";

export interface ConfigResult {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
}

/** A missing file is an empty one. */
export function parseConfig(source: Source | undefined): ConfigResult {
  const file = source ?? { path: sourcePath("bantin.yaml"), text: "", hash: "" };
  const { root, diagnostics, keepNew } = parseSettings(file);
  const found: Diagnostic[] = [];
  const config = parseRoot({ source: file, languages: defaultLanguages, diagnostics: found }, root);
  return { config, diagnostics: sortDiagnostics([...diagnostics, ...keepNew(found)]) };
}

function parseRoot(start: Reading, root: YamlValue | undefined): Config {
  const map = root === undefined ? noFields : parseRootMap(start, root);
  const given = parseFields(start, map, configFields);
  const languages = given.get("languages");
  const reading = languages === undefined ? start : { ...start, languages: parseLanguages(start, languages) };
  const config = parseGiven(reading, given);
  const near = map.entries.find(({ key }) => nearest(key, configFields.names) === "imprint");
  const isEmpty = near === undefined || isAbsent(near.value);
  if (root?.kind === "map" && isEmpty) reportEmptyImprint(reading, near?.keyPlace);
  return config;
}

function parseGiven(reading: Reading, given: ReadonlyMap<ConfigKey, YamlEntry>): Config {
  const read = <T>(key: ConfigKey, parse: (reading: Reading, entry: YamlEntry) => T): T | undefined => {
    const entry = given.get(key);
    return entry && parse(reading, entry);
  };
  const url = read("url", parseUrl);
  const editor = read("editor", parseText);
  const menu = read("menu", parseMenu);
  const sections = read("sections", parseSections) ?? [];
  const words = read("words", parseWords);
  const theme = read("theme", parseTheme);
  return {
    ...(url !== undefined && { url }),
    languages: reading.languages,
    title: parseTitle(reading, given.get("title")),
    description: read("description", parseLines) ?? {},
    publisher: read("publisher", parseLines) ?? {},
    imprint: read("imprint", parseImprint) ?? {},
    footer: read("footer", parseTexts) ?? {},
    ...(menu && { menu: menu.map((one) => one.menu) }),
    timeZone: read("timeZone", parseTimeZone) ?? defaultTimeZone,
    sections: sections.map(({ id, name }) => ({ id, name })),
    pageSize: read("pageSize", (r, entry) => parseWholeNumber(r, entry, pageSizes)) ?? 20,
    share: read("share", parseShare) ?? defaultShare,
    dateFormat: read("dateFormat", (r, entry) => parseTexts(r, entry, parseDatePattern)) ?? {},
    words: words?.words ?? {},
    cards: read("cards", parseCards) ?? defaultCards,
    photos: read("photos", parsePhotos) ?? defaultPhotos,
    search: read("search", parseSwitch) ?? {},
    hosts: read("hosts", parseHosts) ?? [],
    ...(editor !== undefined && { editor }),
    theme: theme?.theme ?? noTheme,
    byline: read("byline", (r, entry) => parseChoice(r, entry, bylines)) ?? "end",
    limits: read("limits", parseLimits) ?? defaultLimits,
    places: Object.fromEntries<Place>([
      ...[...given].map(([key, { keyPlace }]) => [key, keyPlace] as const),
      ...(menu ?? []).map(({ item }, index) => [`menu.${index}`, item.value.place] as const),
      ...sections.map(({ id, place }) => [`sections.${id}`, place] as const),
      ...(words?.places ?? []).map(([name, place]) => [`words.${name}`, place] as const),
      ...(theme?.places ?? []).map(([name, place]) => [`theme.${name}`, place] as const),
    ]),
  };
}

const noFields: YamlMap = { kind: "map", entries: [], place: { line: 1, column: 1 } };

const pageSizes = { from: 1, to: 200, usual: 20 };

const bylines: Choice<"end" | "top"> = {
  values: ["end", "top"],
  meanings: { cuoi: "end", cuoibai: "end", bottom: "end", dau: "top", daubai: "top" },
};

function parseRootMap(reading: Reading, root: YamlValue): YamlMap {
  if (root.kind === "map") return root;
  addFault(reading, {
    rule: "config-shape",
    place: root.place,
    message: {
      vi: "Tệp cấu hình phải gồm các dòng dạng “mục: nội dung”",
      en: "The configuration must be made of lines of the form “field: text”",
    },
    hint: writeLine("title: Bản tin Đảng bộ xã …"),
  });
  return noFields;
}

function parseUrl(reading: Reading, entry: YamlEntry): string | undefined {
  const typed = parseText(reading, entry);
  if (typed === undefined) return undefined;
  const result = readSiteUrl(typed);
  if ("url" in result) return result.url;
  addFault(reading, {
    rule: "config-url",
    place: entry.value.place,
    message: result.message,
    hint: writeLine(`${entry.key}: ${result.suggestion ?? "https://example.vn"}`),
  });
  return undefined;
}

/** Texts that stand in one line of a page's head. */
function parseLines(reading: Reading, entry: YamlEntry): ByLang<string> {
  return parseTexts(reading, entry, (r, one) => {
    const text = parseText(r, one);
    return text === undefined ? undefined : joinLines(text);
  });
}

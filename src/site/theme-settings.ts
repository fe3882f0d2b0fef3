// What `theme:` in bantin.yaml changes, as one small style sheet after the theme's own: custom properties and nothing
// else, so that no page needs a style of its own. Files that it names must be among the assets.
import type { ColourName } from "../model/colour.js";
import type { Config } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type OutPath, sourcePath } from "../model/paths.js";
import { nearest } from "../model/spelling.js";
import { type FontRole, fontRoles, type ThemeColours } from "../model/theme.js";
import { assetPath, relativeTo } from "./urls.js";

/** The names by which pages ask for what the settings make: see `AssetUrls`. */
export const themeSheet = "theme-settings.css";
export const ownLogo = "own-logo";

export interface PlannedSettings {
  /** "" where nothing changes. */
  readonly sheet: string;
  readonly logo?: OutPath;
  readonly diagnostics: readonly Diagnostic[];
}

/** `assets`: the theme's files and the bulletin's own, by name. */
export function planSettings(config: Config, assets: ReadonlyMap<string, OutPath>): PlannedSettings {
  const { colours, dark, logo, fonts } = config.theme;
  const diagnostics: Diagnostic[] = [];
  const find = (setting: string, name: string): OutPath | undefined => {
    const path = assets.get(name);
    if (path === undefined) diagnostics.push(fileMissing(config, { setting, name }, [...assets.keys()]));
    return path;
  };
  const faces = fontRoles.flatMap((role) => {
    const name = fonts[role];
    const path = name === undefined ? undefined : find(`fonts.${role}`, name);
    return path === undefined ? [] : [{ role, url: relativeTo(assetPath(themeSheet, ""))(path) }];
  });
  const logoPath = logo === undefined ? undefined : find("logo", logo);
  const lightLines = colourLines(colours);
  const fontLines = faces.map(
    ({ role }) => `  --${stacks[role]}: ${own(role)}, var(--${stacks[role]}-stack);\n`,
  );
  const darkLines = colourLines(dark);
  const parts = [
    ...faces.map(
      ({ role, url }) =>
        `@font-face {\n  font-family: ${own(role)};\n  src: url("${url}") format("woff2");\n  font-weight: 100 900;\n  font-display: swap;\n}\n`,
    ),
    ...(fontLines.length === 0 ? [] : [`:root {\n${fontLines.join("")}}\n`]),
    ...onScreen("screen", lightLines),
    ...onScreen("screen and (prefers-color-scheme: dark)", darkLines),
  ];
  return {
    sheet: parts.join("\n"),
    ...(logoPath === undefined ? {} : { logo: logoPath }),
    diagnostics,
  };
}

const stacks: Readonly<Record<FontRole, string>> = { text: "serif", interface: "sans" };

function own(role: FontRole): string {
  return `"Bulletin ${role}"`;
}

/** Paper stays white and ink black on real paper, whatever the screen shows. */
function onScreen(media: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`@media ${media} {\n  :root {\n${lines.map((line) => `    ${line}\n`).join("")}  }\n}\n`];
}

function colourLines(colours: ThemeColours): string[] {
  const lines = (Object.entries(colours) as [ColourName, string][]).map(
    ([name, colour]) => `--${name}: ${colour};`,
  );
  if (colours.paper === undefined && colours.ink === undefined) return lines;
  // The shades between ink and paper follow them.
  return [
    ...lines,
    "--quiet: color-mix(in srgb, var(--ink) 72%, var(--paper));",
    "--line: color-mix(in srgb, var(--ink) 14%, var(--paper));",
  ];
}

function fileMissing(
  config: Config,
  { setting, name }: { readonly setting: string; readonly name: string },
  known: readonly string[],
): Diagnostic {
  const place = config.places?.[`theme.${setting}`];
  const meant = nearest(name, known);
  const key = setting.slice(setting.indexOf(".") + 1);
  return {
    rule: "theme-file-missing",
    severity: "error",
    file: sourcePath("bantin.yaml"),
    ...(place === undefined ? {} : { place }),
    message:
      meant === undefined
        ? { vi: `Không thấy tệp “${name}” trong assets`, en: `There is no file “${name}” in assets` }
        : {
            vi: `Không thấy tệp “${name}” trong assets. Có phải “${meant}”?`,
            en: `There is no file “${name}” in assets. Did you mean “${meant}”?`,
          },
    hint:
      meant === undefined
        ? {
            vi: "Chép tệp vào thư mục assets hoặc sửa tên",
            en: "Copy the file into the folder assets or mend its name",
          }
        : { vi: `Viết: ${key}: ${meant}`, en: `Write: ${key}: ${meant}` },
  };
}

// The theme's style sheets, scripts, fonts and pictures get names with a hash, so that a host may cache them for
// ever. A style sheet names other files: their new names are written into it, and its own hash follows from them.
import type { Config } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { hashText } from "../model/hash.js";
import type { Output } from "../model/page.js";
import { type OutPath, outPath, type SourcePath } from "../model/paths.js";
import { placeAt } from "../model/place.js";
import type { Theme, ThemeFile } from "../model/theme.js";
import { ownLogo, planSettings, themeSheet } from "./theme-settings.js";
import { assetPath, relativeTo } from "./urls.js";

export interface PlannedAssets {
  readonly outputs: readonly Output[];
  /** By the name that templates use, `style.css`; undefined for what the theme does not have. */
  readonly pathOf: (name: string) => OutPath | undefined;
  readonly rootFiles: ReadonlyMap<OutPath, SourcePath>;
  readonly diagnostics: readonly Diagnostic[];
}

export function planAssets(theme: Theme, config: Config): PlannedAssets {
  const outputs: Output[] = [];
  const diagnostics: Diagnostic[] = [];
  const paths = new Map<string, OutPath>();
  const rootFiles = new Map<OutPath, SourcePath>();
  const sheets: [string, ThemeFile][] = [];
  for (const [name, file] of theme.assets) {
    const { from, hash } = file;
    if (name.startsWith("root/")) {
      const path = outPath(name.slice("root/".length));
      rootFiles.set(path, from.path);
      outputs.push({ kind: "copy", path, from, hash });
    } else if (name.endsWith(".css")) {
      sheets.push([name, file]);
    } else {
      const path = assetPath(name, hash);
      paths.set(name, path);
      outputs.push({ kind: "copy", path, from, hash });
    }
  }
  for (const [name, file] of sheets) {
    const text = rewriteSheet(name, file, paths, diagnostics);
    const path = assetPath(name, hashText(text));
    paths.set(name, path);
    outputs.push({ kind: "text", path, text: () => text });
  }
  const settings = planSettings(config, paths);
  diagnostics.push(...settings.diagnostics);
  if (settings.sheet !== "") {
    const path = assetPath(themeSheet, hashText(settings.sheet));
    paths.set(themeSheet, path);
    outputs.push({ kind: "text", path, text: () => settings.sheet });
  }
  const logo = settings.logo ?? logoByFile(theme, paths);
  if (logo !== undefined) paths.set(ownLogo, logo);
  return { outputs, pathOf: (name) => paths.get(name), rootFiles, diagnostics };
}

/** A bulletin that puts its own `logo.svg` in the place of the theme's needs no setting for it. */
function logoByFile({ assets }: Theme, paths: ReadonlyMap<string, OutPath>): OutPath | undefined {
  return assets.get("logo.svg")?.from.root === "bulletin" ? paths.get("logo.svg") : undefined;
}

/** `url(fonts/x.woff2)` is relative to the sheet, as a browser reads it; `#…`, `data:` and absolute ones stay. */
function rewriteSheet(
  name: string,
  file: ThemeFile,
  paths: ReadonlyMap<string, OutPath>,
  diagnostics: Diagnostic[],
): string {
  const sheet = file.text ?? "";
  const base = `file:///${name}`;
  return sheet.replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, _quote, target: string, at: number) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|#|\/)/i.test(target)) return whole;
    const wanted = decodeURI(new URL(target, base).pathname.slice(1));
    const path = paths.get(wanted);
    if (path !== undefined) return `url("${relativeTo(assetPath(name, ""))(path)}")`;
    diagnostics.push({
      rule: "asset-missing",
      severity: "error",
      file: file.from.path,
      place: placeAt(sheet, at),
      message: {
        vi: `Kiểu trình bày cần tệp “${target}” nhưng không có trong assets`,
        en: `The style sheet asks for “${target}”, which is not in assets`,
      },
      hint: { vi: "Chép tệp vào assets hoặc sửa tên", en: "Copy the file into assets or mend its name" },
    });
    return whole;
  });
}

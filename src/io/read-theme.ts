// The theme as it is on disk: what comes with Bantin, and in its place the bulletin's own files of the same name.
// Where the bulletin is Bantin's own folder the two are one, and it is read once, as the theme.
import { realpathSync } from "node:fs";
import type { Diagnostic } from "../model/diagnostic.js";
import type { CopySource } from "../model/page.js";
import type { SourcePath } from "../model/paths.js";
import type { Theme, ThemeFile } from "../model/theme.js";
import { readFileBytes } from "./read-files.js";
import { type Ignores, type ListedFile, readFolder } from "./read-folder.js";

export interface ThemeFolders {
  /** Absolute: where Bantin itself is installed. */
  readonly theme: string;
  /** Absolute: the bulletin's root. */
  readonly bulletin: string;
  readonly ignores: Ignores;
  /** Largest file, in bytes. */
  readonly limit: number;
}

export interface ThemeResult {
  readonly theme: Theme;
  /** The theme's files by where they come from, for copying. */
  readonly files: readonly (ListedFile & { readonly root: CopySource["root"] })[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readTheme(folders: ThemeFolders): ThemeResult {
  const same = realpathSync.native(folders.theme) === realpathSync.native(folders.bulletin);
  const roots: readonly CopySource["root"][] = same ? ["theme"] : ["theme", "bulletin"];
  const templates = new Map<string, ThemeFile & { readonly text: string }>();
  const assets = new Map<string, ThemeFile>();
  const files: (ListedFile & { readonly root: CopySource["root"] })[] = [];
  const diagnostics: Diagnostic[] = [];

  for (const root of roots) {
    for (const folder of ["templates", "assets"] as const) {
      const listing = readFolder(folders[root], folder, folders.ignores);
      diagnostics.push(...listing.diagnostics);
      for (const file of listing.files) {
        const name = file.path.slice(folder.length + 1);
        if (folder === "templates" ? /\.md$/i.test(name) : isForCards(name)) continue;
        // The live preview's own files lie among the theme's, and are no part of any site.
        if (root === "theme" && folder === "assets" && name.startsWith("preview/")) continue;
        const read = readFileBytes(file, folders.limit);
        if ("diagnostic" in read) {
          diagnostics.push(read.diagnostic);
          continue;
        }
        files.push({ ...file, root });
        const made = { from: { root, path: file.path }, hash: read.hash };
        const isText = folder === "templates" || /\.css$/i.test(name);
        const text = isText ? decode(read.bytes) : undefined;
        if (isText && text === undefined) diagnostics.push(wrongEncoding(file.path));
        else if (text === undefined) assets.set(name, made);
        else (folder === "templates" ? templates : assets).set(name, { ...made, text });
      }
    }
  }
  return { theme: { templates, assets }, files, diagnostics };
}

/** Fonts that draw cards: drawing reads them itself, and no page needs them. */
function isForCards(name: string): boolean {
  return name.startsWith("card-fonts/");
}

/** Lines end in "\n" whatever the machine that checked the file out. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return undefined;
  }
}

function wrongEncoding(path: SourcePath): Diagnostic {
  return {
    rule: "theme-encoding",
    severity: "error",
    file: path,
    message: {
      vi: "Tệp giao diện này không lưu theo mã UTF-8",
      en: "This file of the theme is not saved as UTF-8",
    },
    hint: {
      vi: "Mở tệp, chọn Lưu thành (Save as), chọn mã UTF-8 rồi lưu lại",
      en: "Open it, choose Save as, choose the encoding UTF-8 and save it again",
    },
  };
}

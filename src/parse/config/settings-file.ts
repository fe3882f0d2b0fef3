// A whole file of settings (bantin.yaml, tags, authors, abbreviations): first line by line for the mistakes that
// people make, put right as they are reported, then through the one YAML reader. One mistake is one report.
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Source } from "../../model/source.js";
import { readYaml, type YamlResult, type YamlValue } from "../yaml-document.js";
import { repairLines } from "./lines.js";
import { readPlainSettings } from "./plain-settings.js";
import { isAbsent } from "./values.js";

export interface SettingsFile {
  /** Absent where the file could not be read; there is a diagnostic then. */
  readonly root?: YamlValue;
  readonly diagnostics: readonly Diagnostic[];
  /** Without what follows from a mistake on a line that is reported already. */
  readonly keepNew: (found: readonly Diagnostic[]) => readonly Diagnostic[];
}

export function parseSettings(source: Source): SettingsFile {
  const { text, faults } = repairLines(source.text);
  const diagnostics = faults.map((fault): Diagnostic => ({ ...fault, file: source.path }));
  const lines = new Set(faults.filter(({ severity }) => severity === "error").map(({ place }) => place.line));
  const keepNew = (found: readonly Diagnostic[]) =>
    found.filter(({ place }) => place === undefined || !lines.has(place.line));
  const plain = readPlainSettings(text);
  const { root, diagnostics: unread }: YamlResult =
    plain === undefined ? readYaml(text, { ...source, text }, 0) : { root: plain, diagnostics: [] };
  // Where lines were put right, a text that still cannot be read may be our doing: they are mended first.
  if (root === undefined) return { diagnostics: lines.size > 0 ? diagnostics : unread, keepNew };
  const isEmpty = root.kind === "scalar" && isAbsent(root);
  return { root: isEmpty ? { kind: "map", entries: [], place: root.place } : root, diagnostics, keepNew };
}

// The bulletin's settings, read before anything else: the language of the messages, the meaning of --now and all
// that follows depend on them. A faulty bantin.yaml gives reports and usable defaults.
import { readdirSync } from "node:fs";
import { readFileBytes } from "../io/read-files.js";
import { findFile } from "../io/read-folder.js";
import type { Config } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { sourcePath } from "../model/paths.js";
import { parseConfig } from "../parse/config.js";
import { decodeSource } from "../parse/decode.js";
import { configNameDiagnostics } from "../parse/file-names.js";
import { configFile, largestConfig } from "./config-file.js";

export interface Settings {
  /** Absolute: the bulletin's root. */
  readonly root: string;
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
}

/** `root` is absolute and a folder. */
export function readSettings(root: string): Settings {
  const found = findFile(root, configFile);
  if (found === undefined) {
    return withDefaults(root, configNameDiagnostics(readdirSync(root).map((name) => sourcePath(name))));
  }
  if ("rule" in found) return withDefaults(root, [found]);
  const read = readFileBytes(found, largestConfig);
  if ("diagnostic" in read) return withDefaults(root, [read.diagnostic]);
  const source = decodeSource(configFile, read.bytes, read.hash);
  if ("rule" in source) return withDefaults(root, [source]);
  return { root, ...parseConfig(source) };
}

function withDefaults(root: string, faults: readonly Diagnostic[]): Settings {
  const { config, diagnostics } = parseConfig(undefined);
  return { root, config, diagnostics: [...faults, ...diagnostics] };
}

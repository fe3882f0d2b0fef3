// The bulletin's settings as the last build read them: where bantin.yaml has the same bytes they are taken as they
// were, and neither the reader of YAML nor the rest of the configuration's code is loaded.
import { readKept, writeKept } from "../io/kept-json.js";
import { readFileBytes } from "../io/read-files.js";
import { findFile } from "../io/read-folder.js";
import { settingsIn } from "./cache-folder.js";
import { configFile, largestConfig } from "./config-file.js";
import type { CacheOptions } from "./gather.js";
import type { Settings } from "./settings.js";

export interface KnownSettings {
  readonly settings: Settings;
  /** Keeps them for the next time. */
  readonly keep: () => void;
}

interface Kept extends Pick<Settings, "config" | "diagnostics"> {
  /** SHA-256 of bantin.yaml. */
  readonly hash: string;
  readonly tool: string;
}

/** The same as `readSettings(root)`. `onUnknown` is called before they are read where nothing was kept. */
export async function readKnownSettings(
  root: string,
  cache: CacheOptions,
  onUnknown: () => void,
): Promise<KnownSettings> {
  const { folder, isRead, tool } = cache;
  const file = settingsIn(folder);
  const hash = hashOfConfig(root);
  const kept = hash !== undefined && isRead ? (readKept(file) as Kept | undefined) : undefined;
  if (kept?.hash === hash && kept?.tool === tool) {
    const { config, diagnostics } = kept;
    return { settings: { root, config, diagnostics }, keep: () => {} };
  }
  if (kept === undefined) onUnknown();
  const { readSettings } = await import("./settings.js");
  const settings = readSettings(root);
  return {
    settings,
    keep: () => {
      const { config, diagnostics } = settings;
      if (hash !== undefined) writeKept(file, { hash, tool, config, diagnostics } satisfies Kept);
    },
  };
}

function hashOfConfig(root: string): string | undefined {
  const found = findFile(root, configFile);
  if (found === undefined || "rule" in found) return undefined;
  const read = readFileBytes(found, largestConfig);
  return "diagnostic" in read ? undefined : read.hash;
}

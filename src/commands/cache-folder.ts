// Where the cache lies, and what of it is asked for before anything else is loaded.
import nodePath from "node:path";

/** @param root absolute: the bulletin's */
export function cacheIn(root: string): string {
  return nodePath.join(root, ".bantin", "cache");
}

/** The file that holds the settings as the last build read them. */
export function settingsIn(cache: string): string {
  return nodePath.join(cache, "settings.json");
}

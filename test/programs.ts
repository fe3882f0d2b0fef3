// Programs of the machine that some tests need. Where one is missing those tests are skipped, except in CI.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

export const chromium = find("BANTIN_CHROMIUM", [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
]);
export const nginx = find("BANTIN_NGINX", [
  "/usr/sbin/nginx",
  "/usr/local/sbin/nginx",
  "/opt/homebrew/bin/nginx",
]);
/** Runs a command at a terminal of its own; that of util-linux. */
export const script = find("BANTIN_SCRIPT", ["/usr/bin/script"]);
export const xmllint = find("BANTIN_XMLLINT", ["/usr/bin/xmllint", "/opt/homebrew/bin/xmllint"]);
export const exiftool = find("BANTIN_EXIFTOOL", ["/usr/bin/exiftool", "/usr/local/bin/exiftool"]);

/** True where a test must be left out because a program is not on this machine. */
export function isMissing(...programs: readonly (string | undefined)[]): boolean {
  return programs.includes(undefined) && process.env["CI"] === undefined;
}

function find(variable: string, places: readonly string[]): string | undefined {
  const named = process.env[variable];
  const path = [...(named === undefined ? [] : [named]), ...places].find((place) => existsSync(place));
  return path !== undefined && spawnSync(path, ["--version"]).error === undefined ? path : undefined;
}

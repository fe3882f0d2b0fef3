// Where Bantin itself is installed: the folder of its package.json, with the theme beside it.
import { existsSync, readFileSync } from "node:fs";
import nodePath from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute. */
export function findPackageRoot(): string {
  let folder = nodePath.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(nodePath.join(folder, "package.json"))) {
    const above = nodePath.dirname(folder);
    if (above === folder) throw new Error("Bantin's own package.json is missing: it is not installed whole");
    folder = above;
  }
  return folder;
}

export function readVersion(packageRoot: string): string {
  const text = readFileSync(nodePath.join(packageRoot, "package.json"), "utf8");
  return String((JSON.parse(text) as { readonly version?: unknown }).version);
}

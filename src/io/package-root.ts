// Where Bantin itself is installed: the folder of its package.json, with the theme beside it.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import nodePath from "node:path";
import { fileURLToPath } from "node:url";
import { hashBytes } from "../model/hash.js";

/** Absolute. */
export function findPackageRoot(): string {
  let folder = nodePath.dirname(fileURLToPath(import.meta.url));
  // Folders below have a package.json too, without a name: it says how Node is to read their files.
  while (readPackage(folder).name === undefined) {
    const above = nodePath.dirname(folder);
    if (above === folder) throw new Error("Bantin's own package.json is missing: it is not installed whole");
    folder = above;
  }
  return folder;
}

export function readVersion(packageRoot: string): string {
  return String(readPackage(packageRoot).version);
}

function readPackage(folder: string): { readonly name?: unknown; readonly version?: unknown } {
  const file = nodePath.join(folder, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** Of the program, its packages and Node: other wherever any of them may work differently. */
export function readToolPrint(packageRoot: string): string {
  const lib = nodePath.join(packageRoot, "lib");
  const files = existsSync(lib) ? readdirSync(lib).sort() : [];
  const prints = files.map((file) => printOf(nodePath.join(lib, file)));
  const packages = printOf(nodePath.join(packageRoot, "node_modules", ".package-lock.json"));
  return hashBytes(Buffer.from([readVersion(packageRoot), process.version, packages, ...prints].join("\n")));
}

function printOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  // A folder tells of what was kept beside the program, too.
  return found?.isFile() ? `${found.size} ${found.mtimeMs}` : "";
}

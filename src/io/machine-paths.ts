// The one place where the machine's own paths meet ours. Inside Bantin a path is POSIX and NFC; the machine keeps its
// own spelling (backslashes, NFD names of macOS), and a file is opened by that spelling only.
import { existsSync, lstatSync, realpathSync } from "node:fs";
import nodePath from "node:path";
import { type SourcePath, sourcePath } from "../model/paths.js";

/** The path as a report shows it: relative to the root where it lies in it, else whole; "/" between parts. */
export function displayPath(
  root: string,
  machine: string,
  path: nodePath.PlatformPath = nodePath,
): SourcePath {
  const relative = path.relative(root, machine);
  const inside = relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  const shown = inside && relative !== "" ? relative : machine;
  return sourcePath(path.sep === "\\" ? shown.replaceAll("\\", "/") : shown);
}

/** True where `inner` is `outer` or lies in it. Windows takes capitals for small letters. */
export function contains(outer: string, inner: string, path: nodePath.PlatformPath = nodePath): boolean {
  const relative = path.relative(outer, inner);
  return (
    relative === "" ||
    (relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative))
  );
}

/** The path with every link resolved, as far as it exists; the rest is kept as it is. */
export function resolveReal(machine: string): string {
  const missing: string[] = [];
  let existing = nodePath.resolve(machine);
  while (!existsSync(existing) && !isLink(existing) && nodePath.dirname(existing) !== existing) {
    missing.unshift(nodePath.basename(existing));
    existing = nodePath.dirname(existing);
  }
  return nodePath.join(realpathSync.native(existing), ...missing);
}

function isLink(machine: string): boolean {
  return lstatSync(machine, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

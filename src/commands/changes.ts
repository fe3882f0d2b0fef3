// What may have changed since the last look: everything, or just these files and folders. A folder stands for all
// that lies in it.
import type { SourcePath } from "../model/paths.js";

export type Changes = "all" | ReadonlySet<SourcePath>;

export function isTouched(changes: Changes, path: SourcePath): boolean {
  if (changes === "all" || changes.has(path)) return true;
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (changes.has(path.slice(0, end) as SourcePath)) return true;
  }
  return false;
}

/** Whether anything in one of the folders at the top of a bulletin may have changed. */
export function touchesFolder(changes: Changes, folder: "content" | "templates" | "assets"): boolean {
  if (changes === "all") return true;
  for (const path of changes) if (path === folder || path.startsWith(`${folder}/`)) return true;
  return false;
}

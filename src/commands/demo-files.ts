// The sample bulletin that comes with Bantin, as files to copy; what an underscore takes out is left behind.
import nodePath from "node:path";
import { readFolder } from "../io/read-folder.js";
import type { NewFile } from "../io/write-new-files.js";
import { sourcePath } from "../model/paths.js";
import { isIgnoredName } from "../parse/file-names.js";

/** `packageRoot` is absolute. */
export function demoFiles(packageRoot: string): readonly NewFile[] {
  const { files } = readFolder(packageRoot, "content", isIgnoredName);
  if (files.length === 0) throw new Error("the sample bulletin is missing: Bantin is not installed whole");
  return [
    { path: sourcePath("bantin.yaml"), content: { copyOf: nodePath.join(packageRoot, "bantin.yaml") } },
    ...files.map(({ path, machine }) => ({ path, content: { copyOf: machine } })),
  ];
}

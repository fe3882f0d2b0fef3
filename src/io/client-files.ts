// The preview's own script, styles and pages: what is served below /__bantin/, read once. The morphing library comes
// from its package as it is.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import nodePath from "node:path";

/** By name: `preview.js`. `packageRoot`: where Bantin is installed. */
export function readClientFiles(packageRoot: string): ReadonlyMap<string, string> {
  const folder = nodePath.join(packageRoot, "assets", "preview");
  const own = readdirSync(folder).map((name): [string, string] => [
    name,
    readFileSync(nodePath.join(folder, name), "utf8"),
  ]);
  const morphing = createRequire(import.meta.url).resolve("idiomorph/dist/idiomorph.esm.js");
  const icon = readFileSync(nodePath.join(packageRoot, "assets", "favicon.svg"), "utf8");
  return new Map([...own, ["icon.svg", icon], ["idiomorph.js", readFileSync(morphing, "utf8")]]);
}

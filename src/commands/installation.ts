// How Bantin was installed decides how it is called: by its name, through npx, or by the path of a copy of its source.
import nodePath from "node:path";
import { contains } from "../io/machine-paths.js";

export interface Calls {
  /** As typed in a terminal: `bantin`, `npx bantin`. */
  readonly typed: string;
  /** As a line of a .cmd file of Windows. */
  readonly batch: string;
}

export interface Installation {
  /** Absolute. */
  readonly packageRoot: string;
  /** The bulletin's folder, absolute. */
  readonly root: string;
  readonly version: string;
}

export function callsOf({ packageRoot, root, version }: Installation): Calls {
  const parts = packageRoot.split(/[\\/]/);
  const modules = parts.lastIndexOf("node_modules");
  if (modules === -1) {
    const script = nodePath.join(packageRoot, "lib", "cli.js");
    return { typed: `node "${script}"`, batch: `node "${script.replaceAll("%", "%%")}"` };
  }
  if (parts.includes("_npx")) return { typed: "npx bantin", batch: `call npx --yes bantin@${version}` };
  const holder = parts.slice(0, modules).join(nodePath.sep) || nodePath.sep;
  if (contains(holder, root)) return { typed: "npx bantin", batch: "call npx --no-install bantin" };
  return { typed: "bantin", batch: "call bantin" };
}

// `--cache` and `--no-cache`: where earlier builds left what they made, and whether it is taken.
import nodePath from "node:path";
import { readToolPrint } from "../io/package-root.js";
import type { Arguments } from "./arguments.js";
import { cacheIn } from "./cache-folder.js";
import type { CacheOptions } from "./gather.js";
import type { World } from "./world.js";

interface Given {
  readonly world: World;
  readonly flags: Arguments["flags"];
  /** Absolute: the bulletin's root. */
  readonly root: string;
  /** Absolute: where Bantin is installed. */
  readonly packageRoot: string;
}

export function cacheOptions({ world, flags, root, packageRoot }: Given): CacheOptions {
  const folder = flags.cache;
  return {
    folder: typeof folder === "string" ? nodePath.resolve(world.cwd, folder) : cacheIn(root),
    isRead: flags["no-cache"] !== true,
    tool: readToolPrint(packageRoot),
    started: world.clock(),
  };
}

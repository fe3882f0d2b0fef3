// `--cache` and `--no-cache`: where earlier builds left what they made, and whether it is taken.
import nodePath from "node:path";
import { readToolPrint } from "../io/package-root.js";
import type { CommandInput } from "./command-input.js";
import type { CacheOptions } from "./gather.js";

type Given = Pick<CommandInput, "world" | "flags" | "settings" | "packageRoot">;

export function cacheOptions({ world, flags, settings, packageRoot }: Given): CacheOptions {
  const folder = flags.cache;
  return {
    folder:
      typeof folder === "string"
        ? nodePath.resolve(world.cwd, folder)
        : nodePath.join(settings.root, ".bantin", "cache"),
    isRead: flags["no-cache"] !== true,
    tool: readToolPrint(packageRoot),
    started: world.clock(),
  };
}

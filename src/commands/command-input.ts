// What every command is given: the world, what was typed, and the settings of the bulletin in whose folder it runs.
import type { Listing } from "../io/read-folder.js";
import type { Ahead } from "../io/threads.js";
import type { MessageLanguage } from "../model/diagnostic.js";
import type { Arguments } from "./arguments.js";
import type { CacheOptions } from "./gather.js";
import type { Settings } from "./settings.js";
import type { World } from "./world.js";

export interface CommandInput {
  readonly world: World;
  readonly flags: Arguments["flags"];
  readonly words: readonly string[];
  readonly settings: Settings;
  readonly cache: CacheOptions;
  /** Absolute: where Bantin is installed. */
  readonly packageRoot: string;
  readonly lang: MessageLanguage;
  readonly first?: FirstBuild | undefined;
}

/** What is done for a first build before the settings are read. */
export interface FirstBuild {
  /** What is in content/. */
  readonly listing: Listing;
  /** Threads that start meanwhile. */
  readonly ahead: Ahead;
}

// What every command is given: the world, what was typed, and the settings of the bulletin in whose folder it runs.
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
  /** Threads for the first build, which start while the settings are read. */
  readonly ahead?: Ahead | undefined;
}

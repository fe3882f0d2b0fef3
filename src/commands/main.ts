// The command line as a whole: help, version, wrong usage, the command itself, and a short apology for a fault of ours.
import { statSync } from "node:fs";
import nodePath from "node:path";
import { findPackageRoot, readVersion } from "../io/package-root.js";
import { type Ahead, startAhead } from "../io/threads.js";
import { tuneEngine } from "../io/tune-engine.js";
import type { MessageLanguage } from "../model/diagnostic.js";
import { isMarkdown } from "../model/files.js";
import { cliWords } from "../strings/cli.js";
import type { CommandName } from "../strings/cli-help.js";
import { type Arguments, readArguments, type UsageFault } from "./arguments.js";
import { cacheOptions } from "./cache-options.js";
import type { CommandInput, FirstBuild } from "./command-input.js";
import { listContent } from "./content.js";
import { formatHelp } from "./help.js";
import type { JsonResult } from "./json.js";
import { type KnownSettings, readKnownSettings } from "./known-settings.js";
import type { Settings } from "./settings.js";
import { messageLanguage } from "./terminal.js";
import type { ExitStatus, World } from "./world.js";

/** `early`: threads that were started before this was loaded. They are ended here. */
export async function main(argv: readonly string[], world: World, early?: Ahead): Promise<ExitStatus> {
  // A thread that starts tunes it itself, and starts sooner while nobody else does.
  if (early === undefined) tuneEngine(0);
  const given = readArguments(argv);
  try {
    return await answer(given, world, early);
  } catch (fault) {
    return apologise(given, world, fault);
  } finally {
    early?.end();
  }
}

async function answer(given: Arguments, world: World, early: Ahead | undefined): Promise<ExitStatus> {
  const { command, flags, fault } = given;
  if (fault === undefined && flags.version === true) {
    world.stdout.write(`${readVersion(findPackageRoot())}\n`);
    return 0;
  }
  const packageRoot = findPackageRoot();
  const root = nodePath.resolve(world.cwd, typeof flags.root === "string" ? flags.root : ".");
  const isFolder = statSync(root, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const cache = cacheOptions({ world, flags, root, packageRoot });
  let first: FirstBuild | undefined;
  const onUnknown = () => {
    if (command === "build" && fault === undefined && flags.help !== true) first = startFirst(root, early);
  };
  try {
    const known = isFolder ? await readKnownSettings(root, cache, onUnknown) : undefined;
    return await obey(given, { world, root, cache, packageRoot, known, first });
  } finally {
    first?.ahead.end();
  }
}

function startFirst(root: string, early: Ahead | undefined): FirstBuild {
  const listing = listContent(root);
  const ahead = early ?? startAhead(listing.files.filter(({ path }) => isMarkdown(path)).length);
  return { listing, ahead };
}

interface Found extends Pick<CommandInput, "world" | "cache" | "packageRoot" | "first"> {
  /** Absolute. */
  readonly root: string;
  /** Undefined where there is no such folder. */
  readonly known: KnownSettings | undefined;
}

async function obey(given: Arguments, found: Found): Promise<ExitStatus> {
  const { command, flags, fault } = given;
  const { world, root, cache, packageRoot, known, first } = found;
  const settings = known?.settings;
  const lang = chooseLanguage(given, world, settings);
  const refuse = (wrong: UsageFault) => refuseUsage(given, world, lang, wrong);

  if (fault !== undefined) return refuse(fault);
  if (flags.help === true) {
    world.stdout.write(formatHelp(command, lang));
    return 0;
  }
  if (command === undefined) {
    world.stderr.write(formatHelp(undefined, lang));
    return 2;
  }
  if (known === undefined || settings === undefined) return refuse(missingRoot(String(flags.root ?? root)));
  const input = { world, flags, words: given.words ?? [], settings, cache, packageRoot, lang, first };
  const result = await commandOf[command](input);
  if (command === "build" && result === 0) known.keep();
  return typeof result === "number" ? result : refuse(result);
}

// Loaded only when asked for: help and version are to be there at once.
const commandOf: Readonly<Record<CommandName, (input: CommandInput) => Promise<ExitStatus | UsageFault>>> = {
  build: async (input) => (await import("./build.js")).build(input),
  watch: async (input) => (await import("./watch.js")).watch(input),
  init: async (input) => (await import("./init.js")).init(input),
  new: async (input) => (await import("./new.js")).createNew(input),
};

function chooseLanguage(
  { flags }: Arguments,
  { env }: World,
  settings: Settings | undefined,
): MessageLanguage {
  return messageLanguage(flags.messages, env, settings?.config.languages[0]);
}

function missingRoot(typed: string): UsageFault {
  return {
    message: { vi: `Không có thư mục “${typed}”`, en: `There is no folder “${typed}”` },
    hint: {
      vi: "Kiểm tra lại đường dẫn sau --root; đường dẫn có dấu cách thì đặt trong dấu nháy kép",
      en: "Check the path after --root; put a path with spaces in double quotes",
    },
  };
}

function refuseUsage(
  { command, flags }: Arguments,
  world: World,
  lang: MessageLanguage,
  { message, hint }: UsageFault,
): ExitStatus {
  if (flags.json === true) {
    const error = { status: 2, message: message[lang], ...(hint && { hint: hint[lang] }) } as const;
    world.stdout.write(formatFailure(error));
    return 2;
  }
  const lines = [message[lang], ...(hint === undefined ? [] : [hint[lang]])];
  const help = cliWords[lang].seeHelp(command === undefined ? "bantin" : `bantin ${command}`);
  world.stderr.write(`${[...lines, help].join("\n")}\n`);
  return 2;
}

function apologise(given: Arguments, world: World, fault: unknown): ExitStatus {
  const { flags } = given;
  const error = fault instanceof Error ? fault : new Error(String(fault));
  if (flags.json === true) {
    world.stdout.write(formatFailure({ status: 3, message: `${error.name}: ${error.message}` }));
    return 3;
  }
  const apology = cliWords[chooseLanguage(given, world, undefined)].apology({
    message: `${error.name}: ${error.message}`,
    version: readVersion(findPackageRoot()),
    node: world.node,
    platform: world.platform,
    ...(flags.verbose === true && error.stack !== undefined && { stack: error.stack }),
  });
  world.stderr.write(`${apology}\n`);
  return 3;
}

function formatFailure(error: NonNullable<JsonResult["error"]>): string {
  const whole: JsonResult = { ok: false, pages: 0, photos: 0, ms: 0, diagnostics: [], error };
  return `${JSON.stringify(whole)}\n`;
}

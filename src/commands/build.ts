// `bantin build`: flags → one run of the pipeline → what the editor sees of it.
import nodePath from "node:path";
import type { UsageFault } from "./arguments.js";
import { readBaseUrl } from "./base-url.js";
import type { CommandInput } from "./command-input.js";
import { chooseNow } from "./now.js";
import { printJson, printReport } from "./print-result.js";
import { type RunOptions, run } from "./run.js";
import { openStageTimes } from "./stage-times.js";
import { openProgress } from "./terminal.js";
import type { ExitStatus } from "./world.js";

/** Milliseconds to wait for another build of the same bulletin. */
const patience = 10_000;

export async function build(options: CommandInput): Promise<ExitStatus | UsageFault> {
  const { world, flags, settings, packageRoot, lang } = options;
  const chosen = chooseRun(options);
  if ("message" in chosen) return chosen;
  const { json = false, quiet = false, verbose = false } = flags;
  const start = world.stopwatch();
  const progress = openProgress(world, lang, !json && !quiet);
  const times = openStageTimes(world);
  const onStage: RunOptions["onStage"] = (stage, done, total) => {
    times.enter(stage);
    progress.show(stage, done, total);
  };
  const result = await run({ ...chosen, onStage });
  progress.clear();
  if (verbose && !json) world.stderr.write(times.format(lang));
  const milliseconds = Math.round(world.stopwatch() - start);
  const roots = [settings.root, packageRoot];
  const printed = { world, lang, result, milliseconds, roots };
  if (json) printJson(printed);
  else printReport({ ...printed, out: chosen.out, quiet: quiet === true });
  return result.ok ? 0 : 1;
}

type ChosenRun = Omit<RunOptions, "onStage">;

function chooseRun(options: CommandInput): ChosenRun | UsageFault {
  const { world, flags, settings, cache, packageRoot, first } = options;
  const { root, config } = settings;
  const baseUrl = readBaseUrl(flags);
  if ("message" in baseUrl) return baseUrl;
  const now = chooseNow({
    flag: textOf(flags.now),
    epoch: world.env["SOURCE_DATE_EPOCH"],
    clock: world.clock,
    timeZone: config.timeZone,
  });
  if (typeof now !== "number") return now;
  const out = textOf(flags.out);
  const { drafts = false, future = false, expired = false, strict = false } = flags;
  return {
    settings: baseUrl.apply(settings),
    packageRoot,
    out: out === undefined ? nodePath.join(root, "dist") : nodePath.resolve(world.cwd, out),
    now,
    show: { drafts: drafts === true, future: future === true, expired: expired === true },
    strict: strict === true,
    patience,
    cache,
    ...first,
  };
}

function textOf(flag: string | true | undefined): string | undefined {
  return typeof flag === "string" ? flag : undefined;
}

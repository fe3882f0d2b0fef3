// Reports of a command that makes files, in the same form as those of a build.
import type { Diagnostic } from "../model/diagnostic.js";
import { formatReport } from "../report.js";
import type { CommandInput } from "./command-input.js";
import { openSources } from "./sources.js";
import { choosePaint } from "./terminal.js";

/** `root`: where the files of the reports lie, absolute. */
export function printFaults(
  { world, lang }: Pick<CommandInput, "world" | "lang">,
  root: string,
  faults: readonly Diagnostic[],
): void {
  const paint = choosePaint(world.env, world.stderr);
  const report = formatReport(faults, { lang, paint, sourceOf: openSources([root]), most: 20 });
  world.stderr.write(`${report}\n`);
}

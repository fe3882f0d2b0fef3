// What a run leaves on the screen: reports to stderr, the one line of the result to stdout; or all of it as JSON.
import { displayPath } from "../io/machine-paths.js";
import { isError, type MessageLanguage } from "../model/diagnostic.js";
import { formatCounts, formatReport } from "../report.js";
import { cliWords } from "../strings/cli.js";
import { type JsonResult, jsonDiagnostic } from "./json.js";
import type { RunResult } from "./run.js";
import { openSources } from "./sources.js";
import { choosePaint } from "./terminal.js";
import type { World } from "./world.js";

export interface Printed {
  readonly world: World;
  readonly lang: MessageLanguage;
  readonly result: RunResult;
  readonly milliseconds: number;
  /** Where the files of the reports lie, absolute. */
  readonly roots: readonly string[];
}

/** Reports printed at most: a thousand articles with one fault would scroll the first out of sight. */
const mostReports = 200;

export function printReport(printed: Printed & { readonly out: string; readonly quiet: boolean }): void {
  const { world, lang, result, milliseconds, roots, out, quiet } = printed;
  const { ok, pages, photos, diagnostics } = result;
  const words = cliWords[lang];
  const say = (text: string) => world.stderr.write(`${text}\n`);
  if (diagnostics.length > 0) {
    const paint = choosePaint(world.env, world.stderr);
    say(formatReport(diagnostics, { lang, paint, sourceOf: openSources(roots), most: mostReports }));
    say(formatCounts(diagnostics, lang));
  }
  if (!ok) {
    if (!diagnostics.some(isError)) say(words.strict);
    // Where the site is half replaced that line would be a lie; the report says what to do.
    if (!diagnostics.some(({ rule }) => rule === "output-unfinished")) say(words.nothingPublished);
  } else if (!quiet) {
    const shown = `${displayPath(world.cwd, out).replace(/\/$/, "")}/`;
    world.stdout.write(`${words.built({ pages, photos, milliseconds, out: shown })}\n`);
  }
}

export function printJson({ world, lang, result, milliseconds, roots }: Printed): void {
  const { ok, pages, photos, diagnostics } = result;
  const sourceOf = openSources(roots);
  const shown = diagnostics.map((diagnostic) => jsonDiagnostic(diagnostic, lang, sourceOf));
  const whole: JsonResult = { ok, pages, photos, ms: milliseconds, diagnostics: shown };
  world.stdout.write(`${JSON.stringify(whole)}\n`);
}

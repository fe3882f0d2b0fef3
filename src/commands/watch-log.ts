// What `bantin watch` says in the terminal: where the preview is, what was updated, and the reports, whenever they are
// others than before.
import { type MessageLanguage, sortDiagnostics } from "../model/diagnostic.js";
import { formatCounts, formatReport } from "../report.js";
import { formatSeconds } from "../strings/cli.js";
import { watchWords } from "../strings/preview.js";
import type { Changes } from "./changes.js";
import type { CommandInput } from "./command-input.js";
import type { State } from "./session.js";
import { openSources } from "./sources.js";
import { choosePaint } from "./terminal.js";

export interface WatchLog {
  readonly say: (name: keyof typeof watchWords, values: Readonly<Record<string, string | number>>) => void;
  readonly report: (state: Pick<State, "diagnostics" | "hasErrors">) => void;
  /** `milliseconds` from the change being known to the browsers being told. */
  readonly turned: (changes: Changes, state: State, milliseconds: number) => void;
}

/** Reports printed at most. */
const most = 20;

/** `roots`: where the files of the reports lie, absolute. */
export function openWatchLog(
  { world, lang }: Pick<CommandInput, "world" | "lang">,
  roots: readonly string[],
): WatchLog {
  let printed = "";
  let hadErrors = false;
  const say: WatchLog["say"] = (name, values) => {
    const text = watchWords[name][lang].replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
    world.stdout.write(`${text}\n`);
  };
  const report: WatchLog["report"] = ({ diagnostics, hasErrors }) => {
    const key = JSON.stringify(diagnostics);
    if (key === printed) return;
    printed = key;
    if (hadErrors && !hasErrors) say("mended", {});
    hadErrors = hasErrors;
    if (diagnostics.length === 0) return;
    const paint = choosePaint(world.env, world.stderr);
    const style = { lang, paint, sourceOf: openSources(roots), most };
    world.stderr.write(`${formatReport(sortDiagnostics(diagnostics), style)}\n`);
    world.stderr.write(`${formatCounts(diagnostics, lang)}\n`);
    if (hasErrors) say("lastGood", {});
  };
  return {
    say,
    report,
    turned: (changes, state, milliseconds) => {
      say("changed", { what: whatOf(changes, lang), time: formatSeconds(milliseconds, lang) });
      report(state);
    },
  };
}

function whatOf(changes: Changes, lang: MessageLanguage): string {
  if (changes === "all") return watchWords.everything[lang];
  const [first = "", ...others] = changes;
  return others.length === 0 ? first : watchWords.files[lang].replace("{n}", String(changes.size));
}

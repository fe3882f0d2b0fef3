// How to speak: in which language, in colour or not, with a progress line or without.
import type { MessageLanguage } from "../model/diagnostic.js";
import { type Paint, plainPaint } from "../report.js";
import { cliWords, type Stage } from "../strings/cli.js";
import type { Sink, World } from "./world.js";

type Environment = World["env"];

/**
 * --messages, else the first of LC_ALL, LC_MESSAGES and LANG that names Vietnamese or English (C and POSIX count as
 * unset), else the bulletin's first language: Vietnamese, or English for any other.
 */
export function messageLanguage(
  flag: string | true | undefined,
  env: Environment,
  bulletin: string | undefined,
): MessageLanguage {
  const wanted = [flag, env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].map((name) =>
    typeof name === "string" ? name.toLowerCase().split(/[._@-]/)[0] : undefined,
  );
  const found = wanted.find((name) => name === "vi" || name === "en");
  if (found !== undefined) return found as MessageLanguage;
  return (bulletin ?? "vi").split("-")[0] === "vi" ? "vi" : "en";
}

/** FORCE_COLOR says yes (or no, as 0 or false), else NO_COLOR says no, else a terminal says yes. */
export function choosePaint(env: Environment, sink: Sink): Paint {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: terminal } = env;
  const coloured =
    force === undefined
      ? (none ?? "") === "" && sink.isTerminal && terminal !== "dumb"
      : force !== "0" && force !== "false";
  return coloured ? colours : plainPaint;
}

const brush = (start: number, end: number) => (text: string) => `\x1b[${start}m${text}\x1b[${end}m`;

const colours: Paint = {
  error: brush(31, 39),
  warning: brush(33, 39),
  strong: brush(1, 22),
  faint: brush(2, 22),
};

export interface Progress {
  readonly show: (stage: Stage, done: number, total: number) => void;
  /** Leaves an empty line for what comes after. */
  readonly clear: () => void;
}

/** One line that is written over; silent where nobody watches: no terminal, or CI. */
export function openProgress(world: World, lang: MessageLanguage, wanted: boolean): Progress {
  const { stderr, env, stopwatch } = world;
  const watched = stderr.isTerminal && env["TERM"] !== "dumb" && (env["CI"] ?? "") === "";
  if (!wanted || !watched) return { show: () => {}, clear: () => {} };
  let shownAt = Number.NEGATIVE_INFINITY;
  let shown: Stage | undefined;
  return {
    show: (stage, done, total) => {
      if (stage === shown && stopwatch() - shownAt < 80) return;
      shown = stage;
      shownAt = stopwatch();
      const count = total === 0 ? "" : ` ${done}/${total}`;
      stderr.write(`\r\x1b[2K${cliWords[lang].stages[stage]}${count}`);
    },
    clear: () => {
      if (shown !== undefined) stderr.write("\r\x1b[2K");
    },
  };
}

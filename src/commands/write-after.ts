// --write: after each state without errors, exactly what `bantin build` would write. What was read for the preview is
// used again; drafts and the like stay out, as they do there.
import { type RunOptions, run } from "./run.js";
import type { State } from "./session.js";
import type { WatchLog } from "./watch-log.js";

export interface WriterOptions {
  readonly packageRoot: string;
  readonly cache: RunOptions["cache"];
  /** Absolute. */
  readonly out: string;
  /** Of its own, for it remembers what it has said. */
  readonly log: WatchLog;
}

/** Milliseconds to wait for a build of the same output folder. */
const patience = 10_000;

export function openWriter({ packageRoot, cache, out, log }: WriterOptions): {
  readonly write: (state: State) => Promise<void>;
} {
  const write = async ({ site, diagnostics }: State) => {
    const { settings, gathered, now } = site;
    const result = await run({
      settings,
      packageRoot,
      out,
      now,
      show: { drafts: false, future: false, expired: false },
      strict: false,
      patience,
      cache,
      onStage: () => {},
      gathered,
    });
    // The preview has told the others.
    const known = new Set(diagnostics.map((diagnostic) => JSON.stringify(diagnostic)));
    const own = result.diagnostics.filter((diagnostic) => !known.has(JSON.stringify(diagnostic)));
    log.report({ diagnostics: own, hasErrors: !result.ok });
    if (result.ok) log.say("written", { out: "dist/", pages: result.pages });
  };
  return {
    write: async (state) => {
      try {
        if (!state.hasErrors) await write(state);
      } catch (problem) {
        log.say("failed", { message: problem instanceof Error ? problem.message : String(problem) });
      }
    },
  };
}

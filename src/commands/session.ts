// What the preview keeps between two edits: what was read, the last site without errors, and what is wrong now. It
// goes through the same steps as a build; the pages that it shows are those that a build would write.
import { type Diagnostic, isError, sortDiagnostics } from "../model/diagnostic.js";
import type { Output } from "../model/page.js";
import type { OutPath, SourcePath } from "../model/paths.js";
import type { Changes } from "./changes.js";
import { findMissingContent } from "./content.js";
import { type Gathered, type GatherOptions, gather } from "./gather.js";
import { faultOf, type Made, type MakeOptions, make } from "./make.js";
import type { Settings } from "./settings.js";

export interface SessionOptions {
  /** Reads bantin.yaml; asked again when that has changed. */
  readonly readSettings: () => Settings;
  readonly packageRoot: string;
  readonly show: MakeOptions["show"];
  /** Milliseconds since the epoch; asked once a state. */
  readonly now: () => number;
  readonly cache: GatherOptions["cache"];
  readonly onStage: GatherOptions["onStage"];
}

export interface Session {
  /** Gives the same state back where nothing has changed. One at a time. */
  readonly refresh: (changes: Changes) => Promise<State>;
}

export interface State {
  readonly settings: Settings;
  /** In reading order; those of pages that fail while they are drawn come from `textOf`. */
  readonly diagnostics: readonly Diagnostic[];
  readonly hasErrors: boolean;
  readonly site: ShownSite;
}

/** The last site without errors; where there has been none yet, what could be made in spite of them. */
export interface ShownSite {
  readonly settings: Settings;
  readonly gathered: Gathered;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly outputs: ReadonlyMap<OutPath, Output>;
  readonly locate: Made["locate"];
}

export function openSession(given: SessionOptions): Session {
  const { readSettings, packageRoot, show, now, cache, onStage } = given;
  let settings: Settings | undefined;
  let gathered: Gathered | undefined;
  let state: State | undefined;
  let last: Made | undefined;
  let isGood = false;

  return {
    refresh: async (changes) => {
      const isConfigTouched = changes === "all" || [...changes].some(isAtTop);
      const newest =
        settings === undefined || isConfigTouched ? keepSame(settings, readSettings()) : settings;
      const options = { settings: newest, packageRoot, now: now(), show, cache, onStage };
      const found = await gather(options, gathered && { gathered, changes });
      if (state !== undefined && newest === settings && found === gathered) return state;
      const missing = findMissingContent(newest.root);
      const made = make(options, found, { last });
      const faults = missing === undefined ? made.diagnostics : [missing];
      const diagnostics = sortDiagnostics([...newest.diagnostics, ...faults]);
      const hasErrors = diagnostics.some(isError);
      const site =
        state === undefined || !hasErrors || !isGood
          ? {
              settings: newest,
              gathered: found,
              now: options.now,
              outputs: byPath(made.outputs),
              locate: made.locate,
            }
          : state.site;
      isGood ||= !hasErrors;
      // Only now: what failed half-way is tried again as a whole.
      settings = newest;
      gathered = found;
      last = made;
      state = { settings, diagnostics, hasErrors, site };
      return state;
    },
  };
}

/** bantin.yaml, and what may be meant to be it. */
function isAtTop(path: SourcePath): boolean {
  return !path.includes("/");
}

function keepSame(old: Settings | undefined, settings: Settings): Settings {
  return JSON.stringify(old) === JSON.stringify(settings) && old !== undefined ? old : settings;
}

function byPath(outputs: readonly Output[]): Map<OutPath, Output> {
  return new Map(outputs.map((output) => [output.path, output]));
}

/** False where the file is surely the same in both, so that it need not be drawn to find out. */
export function mayDiffer(before: ShownSite, after: ShownSite, path: OutPath): boolean {
  return before.outputs.get(path) !== after.outputs.get(path);
}

/** The text of a page; a report where a template fails on it. */
export function textOf(output: Extract<Output, { readonly kind: "page" | "text" }>): string | Diagnostic {
  try {
    return output.text();
  } catch (fault) {
    const diagnostic = faultOf(fault);
    if (diagnostic === undefined) throw fault;
    return diagnostic;
  }
}

// The one pipeline, with all of its reading and writing: every command that makes pages goes through it. It gathers
// the reports of all stages, and writes only where there is no error.
import { type OutFolder, openOutFolder } from "../io/out-folder.js";
import { type Diagnostic, isError, sortDiagnostics } from "../model/diagnostic.js";
import { findMissingContent } from "./content.js";
import { type Gathered, gather } from "./gather.js";
import { faultOf, type Made, type MakeOptions, make } from "./make.js";

export interface RunOptions extends MakeOptions {
  /** The output folder, absolute. */
  readonly out: string;
  /** Warnings keep the site from being written too. */
  readonly strict: boolean;
  /** Milliseconds to wait for another build of the same output folder. */
  readonly patience: number;
  /** Gathered already; else it is read now. */
  readonly gathered?: Gathered;
}

export interface RunResult {
  /** The site is written. */
  readonly ok: boolean;
  readonly pages: number;
  readonly photos: number;
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function run(options: RunOptions): Promise<RunResult> {
  const { settings, out, patience } = options;
  const diagnostics: Diagnostic[] = [...settings.diagnostics];
  const missing = findMissingContent(settings.root);
  if (missing !== undefined) {
    return { ok: false, pages: 0, photos: 0, diagnostics: sortDiagnostics([...diagnostics, missing]) };
  }
  const folder = await openOutFolder({ root: settings.root, out, patience });
  if ("rule" in folder) diagnostics.push(folder);
  const target = "rule" in folder ? undefined : folder;
  try {
    const gathered = options.gathered ?? (await gather(options));
    const made = make(options, gathered, target?.published);
    diagnostics.push(...made.diagnostics);
    const blocked = diagnostics.some((diagnostic) => options.strict || isError(diagnostic));
    if (!blocked && target !== undefined) diagnostics.push(...write(options, target, made));
    return {
      ok: !diagnostics.some((diagnostic) => options.strict || isError(diagnostic)),
      pages: made.pages,
      photos: made.photos,
      diagnostics: sortDiagnostics(diagnostics),
    };
  } finally {
    target?.close();
  }
}

function write({ onStage }: RunOptions, target: OutFolder, made: Made): readonly Diagnostic[] {
  const { outputs, locate } = made;
  const onFile = (done: number) => onStage("write", done, outputs.length);
  return target.write({ outputs, locate, faultOf, onFile }).diagnostics;
}

// compile, for what was gathered: the outputs and all reports. The one way from the disk to the pages, for building and
// for the preview alike.
import { type CompileInput, type CompileResult, compile } from "../compile.js";
import type { ListedFile } from "../io/read-folder.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { CopySource } from "../model/page.js";
import type { PublishedList } from "../model/published.js";
import { isTemplateFault } from "../render/template-fault.js";
import { type Gathered, type GatherOptions, inputOf, openLocator, reportsOf } from "./gather.js";

export interface MakeOptions extends GatherOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly show: { readonly drafts: boolean; readonly future: boolean; readonly expired: boolean };
}

export interface Made extends CompileResult {
  readonly locate: (from: CopySource) => ListedFile;
}

/** `diagnostics` are those of reading and parsing too. */
export function make(
  { onStage, now, show }: MakeOptions,
  gathered: Gathered,
  published?: PublishedList,
): Made {
  onStage("compile", 0, 0);
  const compiled = compileSafely({
    ...inputOf(gathered),
    now,
    show,
    ...(published === undefined ? {} : { published }),
  });
  return {
    ...compiled,
    diagnostics: [...reportsOf(gathered), ...compiled.diagnostics],
    locate: openLocator(gathered),
  };
}

/** A broken template is a report like any other. */
function compileSafely(input: CompileInput): CompileResult {
  try {
    return compile(input);
  } catch (fault) {
    const diagnostic = faultOf(fault);
    if (diagnostic === undefined) throw fault;
    return { outputs: [], pages: 0, photos: 0, diagnostics: [diagnostic] };
  }
}

/** The report for a fault of rendering that an author can mend; undefined for a fault of ours. */
export function faultOf(fault: unknown): Diagnostic | undefined {
  return isTemplateFault(fault) ? fault.diagnostic : undefined;
}

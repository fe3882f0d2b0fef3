// compile, for what was gathered: the outputs and all reports. The one way from the disk to the pages, for building and
// for the preview alike.
import { type CompileInput, type CompileResult, compile } from "../compile.js";
import type { ListedFile } from "../io/read-folder.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { hashText } from "../model/hash.js";
import type { CopySource } from "../model/page.js";
import type { PublishedList } from "../model/published.js";
import { type Compiled, recompile } from "../recompile.js";
import { isTemplateFault } from "../render/template-fault.js";
import { type Gathered, type GatherOptions, inputOf, openLocator, reportsOf } from "./gather.js";

export interface MakeOptions extends GatherOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly show: { readonly drafts: boolean; readonly future: boolean; readonly expired: boolean };
}

export interface Made extends Omit<CompileResult, "site" | "parts"> {
  /** What it was compiled from; undefined where a template is broken. */
  readonly compiled: Compiled | undefined;
  readonly locate: (from: CopySource) => ListedFile;
}

export interface Earlier {
  /** What the output folder held after the last build. */
  readonly published?: PublishedList | undefined;
  /** What was made the last time, where this is the same session. */
  readonly last?: Made | undefined;
}

/** `diagnostics` are those of reading and parsing too. */
export function make(
  { onStage, now, show, cache }: MakeOptions,
  gathered: Gathered,
  { published, last }: Earlier = {},
): Made {
  onStage("compile", 0, 0);
  const input: CompileInput = {
    ...inputOf(gathered),
    now,
    show,
    maker: hashText(JSON.stringify([cache.tool, gathered.lists.abbreviations.abbreviations])),
    ...(published === undefined ? {} : { published }),
  };
  const result = (last?.compiled && recompile(last.compiled, input)) ?? compileSafely(input);
  return {
    outputs: result.outputs,
    pages: result.pages,
    photos: result.photos,
    compiled: result.site === undefined ? undefined : { input, result },
    diagnostics: [...reportsOf(gathered), ...result.diagnostics],
    locate: openLocator(gathered),
  };
}

type Unmade = Omit<CompileResult, "site" | "parts"> & { readonly site?: undefined };

/** A broken template is a report like any other. */
function compileSafely(input: CompileInput): CompileResult | Unmade {
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

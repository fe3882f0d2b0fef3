// The one pipeline, with all of its reading and writing: every command that makes pages goes through it. What it need
// not do, because nothing has changed, it does not even load.
import { damagedTexts } from "../io/article-texts.js";
import { openLooks } from "../io/file-look.js";
import { openOutFolder } from "../io/out-folder.js";
import type { Listing } from "../io/read-folder.js";
import { type Diagnostic, sortDiagnostics } from "../model/diagnostic.js";
import { findMissingContent } from "./content.js";
import type { Gathered } from "./gather.js";
import type { MakeOptions } from "./make.js";
import { compareWithLast, keepRecord, lastRecord, listInputs, startPrintOf } from "./unchanged.js";

export interface RunOptions extends MakeOptions {
  /** The output folder, absolute. */
  readonly out: string;
  /** Warnings keep the site from being written too. */
  readonly strict: boolean;
  /** Milliseconds to wait for another build of the same output folder. */
  readonly patience: number;
  /** What is in content/, where that was listed already. */
  readonly listing?: Listing | undefined;
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
  try {
    return await runOnce(options);
  } catch (problem) {
    const { cache, gathered } = options;
    if (problem !== damagedTexts || !cache.isRead || gathered !== undefined) throw problem;
    // The cache does not hold what its index says: everything is read anew.
    return runOnce({ ...options, cache: { ...cache, isRead: false } });
  }
}

async function runOnce(options: RunOptions): Promise<RunResult> {
  const { settings, out, patience, cache } = options;
  const faults: Diagnostic[] = [...settings.diagnostics];
  const missing = findMissingContent(settings.root);
  if (missing !== undefined) {
    return { ok: false, pages: 0, photos: 0, diagnostics: sortDiagnostics([...faults, missing]) };
  }
  const folder = await openOutFolder({ root: settings.root, out, patience, cache: cache.folder });
  if ("rule" in folder) faults.push(folder);
  const target = "rule" in folder ? undefined : folder;
  try {
    const list = target && listInputs(options);
    const record = list && target && lastRecord(options, target);
    const looks = openLooks();
    const print = list && startPrintOf(options, list, { looks, isFirst: record === undefined });
    if (record && print && target) {
      const found = print();
      const last = await compareWithLast(options, { print: found, record, target });
      if (last?.kind === "unchanged") return last.result;
      // Loaded only where there is something to do.
      if (last?.kind === "edited") {
        const { runTouchUp } = await import("./touch-run.js");
        const result = await runTouchUp(options, target, { ...last, print: found });
        if (result !== undefined) return result;
      }
    }
    const { runWhole } = await import("./whole-run.js");
    const content = list?.content ?? options.listing;
    const looked = content && { content, looks };
    const { articles, result, site } = await runWhole({ ...options, looked }, target, faults);
    if (print && target) keepRecord(options, target, { print: print(), articles, result, site });
    return result;
  } finally {
    target?.close();
  }
}

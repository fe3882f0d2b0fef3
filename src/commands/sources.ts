// The files that reports are about, read again to show the lines in question: only those, and only once.
import { readFileSync, statSync } from "node:fs";
import nodePath from "node:path";
import type { SourcePath } from "../model/paths.js";

/**
 * The text of a file in the first of the roots that has it: as on disk (no NFC, so that offsets are true), but without
 * byte order mark and with "\n" for a lone "\r". undefined where it cannot be shown.
 */
export function openSources(roots: readonly string[]): (file: SourcePath) => string | undefined {
  const texts = new Map<SourcePath, string | undefined>();
  return (file) => {
    if (!texts.has(file)) texts.set(file, readSource(roots, file));
    return texts.get(file);
  };
}

const largest = 16 << 20;

function readSource(roots: readonly string[], file: SourcePath): string | undefined {
  // Names are NFC in reports; on disk they may be NFD, as macOS writes them.
  const names = [file, file.normalize("NFD")];
  for (const machine of roots.flatMap((root) => names.map((name) => nodePath.join(root, name)))) {
    try {
      const stats = statSync(machine);
      if (!stats.isFile() || stats.size > largest) continue;
      const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(machine));
      return text.replace(/\r(?!\n)/g, "\n");
    } catch {
      // Not there, not readable or not UTF-8: the report does without the line.
    }
  }
  return undefined;
}

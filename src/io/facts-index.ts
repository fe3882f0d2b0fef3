// What photos said of themselves at the last build, so that thousands of megabytes are not read again for a warm one. A
// photo is taken for unchanged where its size and both of its times are the same, and where it was not written so
// shortly before it was read that a second change could show the same times. Safe to delete at any time.
import { mkdirSync, readFileSync, renameSync, type Stats, writeFileSync } from "node:fs";
import nodePath from "node:path";
import type { FileFacts } from "../model/files.js";
import type { SourcePath } from "../model/paths.js";

export interface FactsIndex {
  readonly find: (path: SourcePath, stats: Stats) => FileFacts | undefined;
  /** `now`: milliseconds since the epoch, before the file was read. */
  readonly note: (facts: FileFacts, stats: Stats, now: number) => void;
  /** Keeps the facts of the files that this build asked for. */
  readonly save: () => void;
}

interface Entry {
  readonly stamp: string;
  readonly facts: FileFacts;
}

/** Milliseconds: file systems keep times as coarse as this (FAT: two seconds). */
const coarsest = 2_000;

/** `tools`: what reads photos; another version may see them differently. */
export function openFactsIndex(folder: string, tools: string): FactsIndex {
  const file = nodePath.join(folder, "photos.json");
  const old = readEntries(file, tools);
  const entries = new Map<SourcePath, Entry>();
  let isChanged = false;
  return {
    find: (path, stats) => {
      const entry = old.get(path);
      if (entry?.stamp !== stampOf(stats)) return undefined;
      entries.set(path, entry);
      return entry.facts;
    },
    note: (facts, stats, now) => {
      // Cleaned drawings are as quickly read anew.
      if (facts.drawing !== undefined || now - Math.max(stats.mtimeMs, stats.ctimeMs) < coarsest) return;
      entries.set(facts.path, { stamp: stampOf(stats), facts });
      isChanged = true;
    },
    save: () => {
      if (!isChanged && entries.size === old.size) return;
      mkdirSync(folder, { recursive: true });
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify({ tools, entries: [...entries] }));
      renameSync(draft, file);
    },
  };
}

function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

function readEntries(file: string, tools: string): Map<SourcePath, Entry> {
  try {
    const kept = JSON.parse(readFileSync(file, "utf8"));
    return kept.tools === tools ? new Map(kept.entries) : new Map();
  } catch {
    return new Map();
  }
}

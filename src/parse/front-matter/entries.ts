// The block as YAML. gray-matter splits it from a text that block.ts and repair-lines.ts have made safe: an exact
// fence, no language after it, no other fence inside. Its one engine is our YAML reader, so that there is one
// reading of YAML; an entry that cannot be read is left out and the others are read all the same.
import matter from "gray-matter";
import type { Diagnostic } from "../../model/diagnostic.js";
import { placeAt } from "../../model/place.js";
import type { Source } from "../../model/source.js";
import { readYaml, type YamlMap, type YamlResult } from "../yaml-document.js";
import type { Block } from "./block.js";
import { readPlainLines } from "./plain-lines.js";
import type { RepairedLines } from "./repair-lines.js";

export interface EntriesResult {
  readonly entries: YamlMap;
  /** False where something was left out: a field that is not there may be given. */
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const mostLeftOut = 4;

export function readEntries(source: Source, block: Block, lines: RepairedLines): EntriesResult {
  const first = placeAt(source.text, block.start).line;
  let text = lines.text;
  let fault: Diagnostic | undefined;
  for (let tries = 0; tries <= mostLeftOut; tries++) {
    const plain = readPlainLines(text, first);
    const { root, diagnostics } =
      plain === undefined ? splitBlock(source, block, text) : { root: plain, diagnostics: [] };
    if (root?.kind === "map") {
      return {
        entries: root,
        complete: fault === undefined,
        diagnostics: fault === undefined ? [] : [fault],
      };
    }
    const line = (root?.place ?? diagnostics[0]?.place)?.line ?? first;
    // Only the first fault: a later one may come from what was left out.
    fault ??= lines.faulty.has(line - first) ? undefined : (diagnostics[0] ?? shapeFault(source, line));
    text = leaveOut(text, line - first);
  }
  const place = placeAt(source.text, block.start);
  const entries: YamlMap = { kind: "map", entries: [], place };
  return { entries, complete: false, diagnostics: fault === undefined ? [] : [fault] };
}

function splitBlock(source: Source, { start, end }: Block, text: string): YamlResult {
  const changed = text.length !== end - start || !source.text.startsWith(text, start);
  const repaired = changed
    ? { ...source, text: source.text.slice(0, start) + text + source.text.slice(end) }
    : source;
  const read: YamlResult[] = [];
  matter(`---\n${text}\n---\n`, {
    language: "yaml",
    engines: {
      // gray-matter gives the text with the line break after the opening fence.
      yaml: (given) => {
        read.push(readYaml(given, repaired, start - 1));
        return {};
      },
    },
  });
  // The engine is not asked about a block without a line of its own.
  return read[0] ?? readYaml("", repaired, start);
}

/** Blanks the entry that a line (from 0) belongs to. */
function leaveOut(text: string, line: number): string {
  const lines = text.split("\n");
  const isInside = (at: number) => /^(?:\s|$|- |[\]}])/.test(lines[at] ?? "");
  let from = Math.min(Math.max(0, line), lines.length - 1);
  while (from > 0 && isInside(from)) from--;
  let to = from + 1;
  while (to < lines.length && isInside(to)) to++;
  return lines.fill("", from, to).join("\n");
}

function shapeFault(source: Source, line: number): Diagnostic {
  return {
    rule: "front-matter-shape",
    severity: "error",
    file: source.path,
    place: { line, column: 1 },
    message: {
      vi: "Phần thông tin đầu bài phải gồm các dòng `mục: nội dung`",
      en: "The information block must be made of lines like `field: text`",
    },
    hint: { vi: "Viết: title: …", en: "Write: title: …" },
  };
}

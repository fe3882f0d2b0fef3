// The information block of one article → typed fields. First the raw lines, whose mistakes are put right as they are
// reported; then YAML; then each field by itself: one run reports every mistake of the block, each once.
import type { ArticleKind, FieldPlaces, FrontMatter, ParseSettings } from "../model/article.js";
import { type Diagnostic, sortDiagnostics } from "../model/diagnostic.js";
import { countGraphemes, placeAt } from "../model/place.js";
import type { Source } from "../model/source.js";
import type { DateReader } from "./dates.js";
import { type Block, findBlock } from "./front-matter/block.js";
import { readEntries } from "./front-matter/entries.js";
import { checkTitle, type GivenFields, readFields } from "./front-matter/fields.js";
import { isFaultless, readPlainLines } from "./front-matter/plain-lines.js";
import { type RepairedLines, repairLines } from "./front-matter/repair-lines.js";

export interface FrontMatterSettings extends Pick<ParseSettings, "languages"> {
  readonly readDate: DateReader;
}

export interface FrontMatterResult {
  /** Absent where there is no title. */
  readonly meta?: FrontMatter;
  /** What could be read, with or without a title: a broken article still knows its language and its story. */
  readonly given: Readonly<GivenFields>;
  readonly places: FieldPlaces;
  /** UTF-16 offset where the Markdown begins; the end of the text where that cannot be told. */
  readonly bodyOffset: number;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseFrontMatter(
  source: Source,
  kind: ArticleKind,
  { languages, readDate }: FrontMatterSettings,
): FrontMatterResult {
  const { block, faults } = findBlock(source.text, kind);
  const fences = faults.map((fault): Diagnostic => ({ severity: "error", ...fault, file: source.path }));
  if (block === undefined) {
    return { given: {}, places: {}, bodyOffset: source.text.length, diagnostics: fences };
  }
  const first = placeAt(source.text, block.start).line;
  const text = source.text.slice(block.start, block.end);
  const plain = readPlainLines(text, first);
  const lines = plain !== undefined && isFaultless(text, plain) ? unchanged(text) : repairLines(text);
  const {
    entries,
    complete,
    diagnostics: unread,
  } = lines.text === text && plain !== undefined
    ? { entries: plain, complete: true, diagnostics: [] }
    : readEntries(source, block, lines);
  const reading = { source, languages, readDate, diagnostics: [] as Diagnostic[] };
  const { given, places } = readFields(entries, reading);
  if (complete && given.title === undefined) checkTitle(entries, reading, Math.max(1, first - 1));
  const diagnostics = [
    ...fences,
    ...placeFaults(source, block, { lines, first }),
    ...unread,
    ...reading.diagnostics.filter(
      ({ place }) => place === undefined || !lines.faulty.has(place.line - first),
    ),
  ];
  const { title } = given;
  const { bodyOffset } = block;
  const sorted = sortDiagnostics(diagnostics);
  if (title === undefined) return { given, places, bodyOffset, diagnostics: sorted };
  const meta = Object.assign(emptyFields(), given, { title });
  return { meta, given, places, bodyOffset, diagnostics: sorted };
}

function unchanged(text: string): RepairedLines {
  return { text, faults: [], faulty: new Set() };
}

function emptyFields() {
  return { aliases: [], draft: false, corrections: [], attachments: [], internal: false };
}

interface ScannedLines {
  readonly lines: RepairedLines;
  /** Number of the first of them in the file. */
  readonly first: number;
}

function placeFaults(source: Source, { start, end }: Block, { lines, first }: ScannedLines): Diagnostic[] {
  if (lines.faults.length === 0) return [];
  const typed = source.text.slice(start, end).split("\n");
  return lines.faults.map(({ fault, line, offset }) => ({
    ...fault,
    file: source.path,
    place: { line: first + line, column: countGraphemes((typed[line] ?? "").slice(0, offset)) + 1 },
  }));
}

// A build of what was built before: nothing is read but sizes and times, and nothing is written. It answers with what
// the last build said, and only where a whole build would say and leave the very same.
import {
  type BuildRecord,
  findEdited,
  hasSameBytes,
  type InputPrint,
  readRecord,
  startPrint,
  writeKeptSite,
  writeRecord,
} from "../io/build-record.js";
import { drawingTools } from "../io/drawing-tools.js";
import type { Looks } from "../io/file-look.js";
import type { OutFolder } from "../io/out-folder.js";
import { findFile, type Ignores, type ListedFile, type Listing, readFolder } from "../io/read-folder.js";
import { isBroken, type ParsedArticle } from "../model/article.js";
import { endOf } from "../model/moment.js";
import { type SourcePath, sourcePath } from "../model/paths.js";
import { classifyName } from "../parse/file-names.js";
import { ignoresInTheme, listContent } from "./content.js";
import type { RunOptions, RunResult } from "./run.js";

/** All files that a build would read; undefined where the cache is not to be read, or what would be read was handed in. */
export function listInputs(options: RunOptions): InputList | undefined {
  const { settings, packageRoot, cache, gathered } = options;
  if (!cache.isRead || gathered !== undefined) return undefined;
  const list = (root: string, folder: string, ignores: Ignores) => readFolder(root, folder, ignores).files;
  const config = findFile(settings.root, sourcePath("bantin.yaml"));
  const content = options.listing ?? listContent(settings.root);
  const files = [
    ...(config !== undefined && "machine" in config ? [config] : []),
    ...content.files,
    ...[settings.root, packageRoot].flatMap((root) => [
      ...list(root, "templates", ignoresInTheme),
      ...list(root, "assets", ignoresInTheme),
    ]),
  ];
  return { files, content };
}

/** Looks at each, or where there was no build before, at all but the articles, which are looked at when they are read. */
export function startPrintOf(
  { settings, show, strict, cache }: RunOptions,
  list: InputList,
  { looks, isFirst }: { readonly looks: Looks; readonly isFirst: boolean },
): () => Inputs {
  const rest = [
    settings.root,
    settings.config,
    settings.diagnostics,
    show,
    strict,
    cache.tool,
    drawingTools(),
  ];
  const print = startPrint(list.files, {
    settings: JSON.stringify(rest),
    started: cache.started,
    looks,
    ...(isFirst && { waits: isArticle }),
  });
  return () => ({ ...list, ...print() });
}

export interface InputList {
  readonly files: readonly ListedFile[];
  readonly content: Listing;
}

export interface Inputs extends InputPrint, InputList {}

/** What the last build said, where this one would say the same; or the articles that alone are others since. */
export type Standing =
  | { readonly kind: "unchanged"; readonly result: RunResult }
  | { readonly kind: "edited"; readonly record: BuildRecord; readonly edited: readonly ListedFile[] };

/** More edited articles than these are as soon built anew. */
const mostEdited = 20;

/** What is known of the build that left the site as it is; undefined where this one cannot do the same. */
export function lastRecord({ cache, out, now }: RunOptions, target: OutFolder): BuildRecord | undefined {
  const record = readRecord(cache.folder, out);
  if (record === undefined || record.list !== target.list()) return undefined;
  return now < record.since || now >= record.until ? undefined : record;
}

interface Comparing {
  readonly print: Inputs;
  readonly record: BuildRecord;
  readonly target: OutFolder;
}

/** Undefined where everything is to be built. */
export async function compareWithLast(
  { cache, out }: RunOptions,
  { print, record, target }: Comparing,
): Promise<Standing | undefined> {
  const { files } = print;
  const edited =
    record.print === print.print
      ? []
      : findEdited({ cache: cache.folder, out, files, record }, print, mostEdited);
  if (edited === undefined || !edited.every(isArticle)) return undefined;
  const others = new Set(edited.map(({ path }) => path));
  const young = record.young.filter(([path]) => !others.has(path));
  if (!hasSameBytes({ young }, files)) return undefined;
  if (edited.length > 0) return { kind: "edited", record, edited };
  if (!(await target.isStanding())) return undefined;
  return { kind: "unchanged", result: JSON.parse(record.result) as RunResult };
}

function isArticle({ path }: ListedFile): boolean {
  return path.startsWith("content/") && classifyName(path) === "article";
}

export interface Built {
  readonly print: Inputs;
  readonly articles: readonly ParsedArticle[];
  readonly result: RunResult;
  /** What is kept of the site, as plain data. */
  readonly site: () => unknown;
}

/** Keeps what a build said, unless a second build of the same would say something else. */
export function keepRecord(
  { cache, out, now }: RunOptions,
  target: OutFolder,
  { print, articles, result, site }: Built,
): void {
  // Addresses that changed are reported once: the next build finds the new ones.
  const isSaidAgain = result.diagnostics.every(({ rule }) => rule !== "address-changed");
  if (!result.ok || !isSaidAgain) return;
  const hashes = new Map(articles.map((article) => [article.source, article.hash]));
  const { since, until } = holdsAround(articles, now);
  const record: BuildRecord = {
    print: print.print,
    young: youngOf(print, hashes),
    list: target.list(),
    since,
    until,
    result: JSON.stringify(result),
    site: writeKeptSite(cache.folder, out, site()),
    touched: [],
  };
  writeRecord(cache.folder, out, record, print);
}

/** `hashes` are those of the articles. */
export function youngOf({ young }: Inputs, hashes: ReadonlyMap<SourcePath, string>): BuildRecord["young"] {
  return young.map(({ path, hash }) => [path, hash ?? hashes.get(path) ?? ""]);
}

/** The time around `now` in which no article appears, disappears or stops leading the home page. */
function holdsAround(
  articles: readonly ParsedArticle[],
  now: number,
): { readonly since: number; readonly until: number } {
  let [since, until] = [-8.64e15, 8.64e15];
  const pass = (instant: number) => {
    if (instant <= now) since = Math.max(since, instant);
    else until = Math.min(until, instant);
  };
  for (const article of articles) {
    if (isBroken(article)) continue;
    const { date, expires, featuredUntil } = article.meta;
    if (date !== undefined) pass(date.instant);
    // What ends is still there at its last millisecond.
    for (const end of [expires, featuredUntil]) if (end !== undefined) pass(endOf(end) + 1);
  }
  return { since, until };
}

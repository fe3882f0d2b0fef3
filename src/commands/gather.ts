// read → parse → facts: all that compile needs, from the disk. What was gathered before may be handed in again with
// the paths that have changed since: only those are read, and what still has the same bytes stays the same object.
import type { CompileInput } from "../compile.js";
import { type ArticleCache, openArticleCache } from "../io/article-cache.js";
import { drawingTools } from "../io/drawing-tools.js";
import { type Looks, openLooks } from "../io/file-look.js";
import { readFacts } from "../io/read-facts.js";
import type { ListedFile, Listing } from "../io/read-folder.js";
import { readTheme, type ThemeResult } from "../io/read-theme.js";
import type { Ahead } from "../io/threads.js";
import { tuneEngine } from "../io/tune-engine.js";
import type { ParsedArticle, ParseSettings } from "../model/article.js";
import type { Config } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FileFacts } from "../model/files.js";
import type { CopySource } from "../model/page.js";
import type { SourcePath } from "../model/paths.js";
import type { Theme } from "../model/theme.js";
import { addressesForCodes } from "../site/addresses.js";
import { filesNamed } from "../site/local-files.js";
import type { Stage } from "../strings/cli.js";
import { type Changes, isTouched, touchesFolder } from "./changes.js";
import { type Content, findContent, ignoresInTheme } from "./content.js";
import { parseAll } from "./parse-all.js";
import type { Settings } from "./settings.js";
import { readWordLists, type WordLists } from "./word-lists.js";

export interface GatherOptions {
  readonly settings: Settings;
  /** Absolute: where Bantin is installed, with its theme. */
  readonly packageRoot: string;
  readonly onStage: (stage: Stage, done: number, total: number) => void;
  /** Where earlier builds left what they made. */
  readonly cache: CacheOptions;
  /** Threads that are started already. */
  readonly ahead?: Ahead | undefined;
  /** What was found already when this build began. */
  readonly looked?: Looked | undefined;
  /** Where pages are only to be written, the texts of articles need not be read for it. */
  readonly isLate?: boolean;
}

export interface Looked {
  readonly content: Listing;
  readonly looks: Looks;
}

export interface CacheOptions {
  /** Absolute. */
  readonly folder: string;
  /** False where all of it is to be made anew. */
  readonly isRead: boolean;
  /** Which Bantin this is, to the byte: what another one kept is not taken. */
  readonly tool: string;
  /** When this build began, in milliseconds since the epoch. */
  readonly started: number;
}

/** What was gathered the last time, and what may have changed since. */
export interface Before {
  readonly gathered: Gathered;
  readonly changes: Changes;
}

export interface Gathered {
  readonly config: Config;
  readonly content: Content;
  readonly lists: WordLists;
  readonly articles: readonly ParsedArticle[];
  readonly facts: Facts;
  readonly theme: ThemeResult;
}

interface Facts {
  readonly facts: ReadonlyMap<SourcePath, FileFacts>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives back what was gathered before where nothing has changed. */
export async function gather(options: GatherOptions, before?: Before): Promise<Gathered> {
  const { settings, onStage } = options;
  const { config, root } = settings;
  const changes = before?.changes ?? "all";
  const old = before?.gathered;
  const kept = old !== undefined && readingOf(old.config) === readingOf(config) ? old : undefined;
  const content = findContent(root, kept && { content: kept.content, changes }, options.looked?.content);
  tuneEngine(content.files.size);
  const lists = readWordLists(content, config, kept?.lists);
  const parsing = parsingOf({ config, lists });
  const looks = options.looked?.looks ?? openLooks();
  // Of the first look alone: what an editor changes while the preview runs stays in memory.
  const cache = before === undefined ? openCache(options, parsing, looks) : undefined;
  const articles = await parseAll(
    {
      ...(cache === undefined ? {} : { cache }),
      content,
      settings: parsing,
      changes,
      looks,
      ahead: options.ahead,
      known: kept?.lists.abbreviations === lists.abbreviations ? kept.articles : [],
    },
    (done, total) => onStage("read", done, total),
  );
  if (options.isLate) options.ahead?.prepare(addressesForCodes(config, articles));
  cache?.save(options.cache.started);
  const isUntouched =
    articles === kept?.articles && content === kept.content && !touchesFolder(changes, "content");
  const facts = isUntouched
    ? kept.facts
    : await takeFacts({ articles, content, config, changes, kept: kept?.facts }, options);
  const theme = takeTheme(options, changes, kept?.theme);
  const gathered = { config, content, lists, articles, facts, theme };
  const isSame = (Object.keys(gathered) as (keyof Gathered)[]).every(
    (part) => gathered[part] === old?.[part],
  );
  return isSame && old !== undefined ? old : gathered;
}

export function parsingOf({ config, lists }: Pick<Gathered, "config" | "lists">): ParseSettings {
  const { languages, timeZone, limits } = config;
  return { languages, timeZone, abbreviations: lists.abbreviations.abbreviations, limits };
}

function openCache(
  { cache, isLate = false }: GatherOptions,
  parsing: ParseSettings,
  looks: Looks,
): ArticleCache {
  const { folder, isRead } = cache;
  return openArticleCache({ folder, isRead, key: articleKey(cache, parsing), looks, isLate });
}

/** All that an article in the cache depends on, but for its file. */
export function articleKey({ tool }: CacheOptions, parsing: ParseSettings): string {
  return JSON.stringify([tool, parsing]);
}

/** What decides how files are read: nothing that was read under other settings may stay. */
function readingOf({ languages, timeZone, limits }: Config): string {
  return JSON.stringify([languages, timeZone, limits]);
}

export function inputOf({
  config,
  content,
  lists,
  articles,
  facts,
  theme,
}: Gathered): Omit<CompileInput, "now" | "show" | "published"> {
  return {
    config,
    articles,
    tags: lists.tags.vocabulary,
    authors: lists.authors.vocabulary,
    files: facts.facts,
    folder: content.folder,
    theme: theme.theme,
    tools: drawingTools(),
  };
}

export function reportsOf({ content, lists, articles, facts, theme }: Gathered): Diagnostic[] {
  const { faults, tags, authors, abbreviations } = lists;
  return [
    ...content.diagnostics,
    ...faults,
    ...tags.diagnostics,
    ...authors.diagnostics,
    ...abbreviations.diagnostics,
    ...articles.flatMap(({ diagnostics }) => diagnostics),
    ...facts.diagnostics,
    ...theme.diagnostics,
  ];
}

/** Where the file lies that an output copies. */
export function openLocator({ content, theme }: Gathered): (from: CopySource) => ListedFile {
  const ofTheme = new Map(theme.files.map((file) => [`${file.root} ${file.path}`, file]));
  return (from) => {
    const file =
      ofTheme.get(`${from.root} ${from.path}`) ?? (from.root === "bulletin" && content.files.get(from.path));
    if (!file) throw new Error(`an output copies a file that was not read: ${from.root} ${from.path}`);
    return file;
  };
}

interface FactsWanted {
  readonly articles: readonly ParsedArticle[];
  readonly content: Content;
  readonly config: Config;
  readonly changes: Changes;
  readonly kept: Facts | undefined;
}

async function takeFacts(
  { articles, content, config, changes, kept }: FactsWanted,
  { cache: { folder }, onStage }: GatherOptions,
): Promise<Facts> {
  const paths = filesNamed(articles, content.folder);
  const known = new Map<SourcePath, FileFacts>();
  const wanted: ListedFile[] = [];
  for (const path of paths) {
    const facts = isTouched(changes, path) ? undefined : kept?.facts.get(path);
    const file = content.files.get(path);
    if (facts !== undefined) known.set(path, facts);
    else if (file !== undefined) wanted.push(file);
  }
  const read = await readFacts(wanted, config.limits, {
    onFile: (done) => onStage("files", done, wanted.length),
    cache: { folder, tools: drawingTools() },
  });
  const found = [...paths].flatMap((path): [SourcePath, FileFacts][] => {
    const facts = known.get(path) ?? read.facts.get(path);
    const before = kept?.facts.get(path);
    if (facts === undefined) return [];
    const isSame = before?.hash === facts.hash && before.size === facts.size;
    return [[path, isSame ? before : facts]];
  });
  const isSame =
    kept?.facts.size === found.length &&
    found.every(([path, facts]) => kept.facts.get(path) === facts) &&
    JSON.stringify(read.diagnostics) === JSON.stringify(kept.diagnostics);
  return isSame ? kept : { facts: new Map(found), diagnostics: read.diagnostics };
}

export function readThemeOf({ settings, packageRoot }: GatherOptions): ThemeResult {
  return readTheme({
    theme: packageRoot,
    bulletin: settings.root,
    ignores: ignoresInTheme,
    limit: settings.config.limits.attachmentBytes,
  });
}

function takeTheme(options: GatherOptions, changes: Changes, kept: ThemeResult | undefined): ThemeResult {
  const isTouchedAtAll = touchesFolder(changes, "templates") || touchesFolder(changes, "assets");
  if (kept !== undefined && !isTouchedAtAll) return kept;
  const theme = readThemeOf(options);
  return kept !== undefined && printOf(theme) === printOf(kept) ? kept : theme;
}

/** The same for the same files with the same bytes. */
function printOf({ theme, files, diagnostics }: ThemeResult): string {
  const hashes = (part: Theme["assets"]) => [...part].map(([name, { from, hash }]) => [name, from, hash]);
  return JSON.stringify([hashes(theme.templates), hashes(theme.assets), files, diagnostics]);
}

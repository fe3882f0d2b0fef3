// The one pipeline, with all of its reading and writing: every command that makes pages goes through it. It gathers
// the reports of all stages, and writes only where there is no error.
import { existsSync } from "node:fs";
import nodePath from "node:path";
import { type CompileInput, type CompileResult, compile } from "../compile.js";
import { type DrawInput, drawImages } from "../io/draw-images.js";
import { drawingTools } from "../io/drawing-tools.js";
import { type ImageCache, openImageCache } from "../io/image-cache.js";
import { type OutFolder, openOutFolder } from "../io/out-folder.js";
import { readFacts } from "../io/read-facts.js";
import type { ListedFile } from "../io/read-folder.js";
import { readTheme } from "../io/read-theme.js";
import type { ParseSettings } from "../model/article.js";
import { type Diagnostic, isError, sortDiagnostics } from "../model/diagnostic.js";
import { type CopySource, isMadeImage, type Output } from "../model/page.js";
import { sourcePath } from "../model/paths.js";
import type { PublishedList } from "../model/published.js";
import { parseAbbreviations, parseVocabulary } from "../parse/vocabulary.js";
import { isTemplateFault } from "../render/template-fault.js";
import { filesNamed } from "../site/local-files.js";
import { damagedPhoto } from "../site/photo-faults.js";
import type { Stage } from "../strings/cli.js";
import { ignoresInTheme, parseAll, readContent, readSource } from "./content.js";
import type { Settings } from "./settings.js";

export interface RunOptions {
  readonly settings: Settings;
  /** Absolute: where Bantin is installed, with its theme. */
  readonly packageRoot: string;
  /** The output folder, absolute. */
  readonly out: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly show: { readonly drafts: boolean; readonly future: boolean; readonly expired: boolean };
  /** Warnings keep the site from being written too. */
  readonly strict: boolean;
  /** Milliseconds to wait for another build of the same output folder. */
  readonly patience: number;
  readonly onStage: (stage: Stage, done: number, total: number) => void;
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
  if (!existsSync(nodePath.join(settings.root, "content"))) {
    return { ok: false, pages: 0, photos: 0, diagnostics: sortDiagnostics([...diagnostics, contentMissing]) };
  }
  const folder = await openOutFolder({ root: settings.root, out, patience, cache: cacheOf(settings.root) });
  if ("rule" in folder) diagnostics.push(folder);
  const target = "rule" in folder ? undefined : folder;
  try {
    const made = await make(options, target?.published, diagnostics);
    const blocked = () => diagnostics.some((diagnostic) => options.strict || isError(diagnostic));
    if (target !== undefined) {
      // Damaged photos show only when they are drawn: they are reported with all other faults of the content.
      const cache = openImageCache(cacheOf(settings.root));
      const { holds } = target;
      diagnostics.push(...(await draw(options, { ...made, cache, holds }, blocked() ? "cards" : "nothing")));
      if (!blocked()) diagnostics.push(...write(options, target, { ...made, cache, holds }));
      if (!blocked()) cache.keep(made.outputs.flatMap(keyOf), Date.now());
    }
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

/** The bulletin's cache, which may be deleted at any time. */
function cacheOf(root: string): string {
  return nodePath.join(root, ".bantin", "cache");
}

function keyOf(output: Output): string[] {
  return isMadeImage(output) ? [output.key] : [];
}

interface Made {
  readonly outputs: readonly Output[];
  readonly pages: number;
  readonly photos: number;
  readonly locate: (from: CopySource) => ListedFile;
}

/** Everything up to the outputs; adds to `diagnostics`. */
async function make(
  { settings, packageRoot, now, show, onStage }: RunOptions,
  published: PublishedList | undefined,
  diagnostics: Diagnostic[],
): Promise<Made> {
  const { config, root } = settings;
  const take = <T extends { readonly diagnostics: readonly Diagnostic[] }>(result: T): T => {
    diagnostics.push(...result.diagnostics);
    return result;
  };
  const content = take(readContent(root));
  const source = (name: string) =>
    readSource(content, sourcePath(`content/${name}`), config.limits, diagnostics);
  const tags = take(parseVocabulary(source("tags.yaml"), "tags", config.languages));
  const authors = take(parseVocabulary(source("authors.yaml"), "authors", config.languages));
  const { abbreviations } = take(parseAbbreviations(source("abbreviations.yaml"), config.languages));
  const { languages, timeZone, limits } = config;
  const parsing: ParseSettings = { languages, timeZone, abbreviations, limits };
  const articles = parseAll(content, parsing, (done, total) => onStage("read", done, total));
  for (const article of articles) diagnostics.push(...article.diagnostics);

  const named = filesNamed(articles, content.folder).flatMap((path) => content.files.get(path) ?? []);
  const tools = drawingTools();
  const cache = { folder: cacheOf(root), tools };
  const onFile = (done: number) => onStage("files", done, named.length);
  const { facts } = take(await readFacts(named, limits, { onFile, cache }));
  const { theme, files: themeFiles } = take(
    readTheme({
      theme: packageRoot,
      bulletin: root,
      ignores: ignoresInTheme,
      limit: limits.attachmentBytes,
    }),
  );
  onStage("compile", 0, 0);
  const compiled = take(
    compileSafely({
      config,
      articles,
      tags: tags.vocabulary,
      authors: authors.vocabulary,
      files: facts,
      folder: content.folder,
      theme,
      tools,
      now,
      show,
      ...(published === undefined ? {} : { published }),
    }),
  );
  const ofTheme = new Map(themeFiles.map((file) => [`${file.root} ${file.path}`, file]));
  const locate = (from: CopySource) => {
    const file =
      ofTheme.get(`${from.root} ${from.path}`) ?? (from.root === "bulletin" && content.files.get(from.path));
    if (!file) throw new Error(`an output copies a file that was not read: ${from.root} ${from.path}`);
    return file;
  };
  return { ...compiled, locate };
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

function faultOf(fault: unknown): Diagnostic | undefined {
  return isTemplateFault(fault) ? fault.diagnostic : undefined;
}

type Drawn = Made & Pick<OutFolder, "holds"> & { readonly cache: ImageCache };

function draw({ settings, onStage }: RunOptions, made: Drawn, without: DrawInput["without"]) {
  return drawImages({
    ...made,
    without,
    folder: cacheOf(settings.root),
    limits: settings.config.limits,
    faultOf: damagedPhoto,
    onImage: (done, total) => onStage("draw", done, total),
  });
}

function write({ onStage }: RunOptions, target: OutFolder, made: Drawn): readonly Diagnostic[] {
  const { outputs, locate, cache } = made;
  const onFile = (done: number) => onStage("write", done, outputs.length);
  return target.write({ outputs, locate, imageOf: cache.read, faultOf, onFile }).diagnostics;
}

const contentMissing: Diagnostic = {
  rule: "content-missing",
  severity: "error",
  file: sourcePath("content"),
  message: {
    vi: "Ở đây không có thư mục content, nơi chứa các bài của bản tin",
    en: "There is no folder content here, which holds the bulletin's articles",
  },
  hint: {
    vi: "Vào đúng thư mục của bản tin (hoặc dùng --root), hay tạo thư mục content với bài đầu tiên, ví dụ content/bai-dau-tien.vi.md:\n---\ntitle: Bài đầu tiên\ndate: 20/01/2026 - 09:50\n---\nNội dung bài viết./.",
    en: "Go to the bulletin's own folder (or use --root), or make a folder content with a first article, such as content/first.en.md:\n---\ntitle: The first article\ndate: 20/01/2026 - 09:50\n---\nThe text of the article.",
  },
};

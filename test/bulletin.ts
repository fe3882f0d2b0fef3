// A whole bulletin in memory: texts of files in, pages and reports out, through the same parse and compile as a build.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CompileInput, type CompileResult, compile } from "../src/compile.js";
import type { ParseSettings } from "../src/model/article.js";
import { type Diagnostic, sortDiagnostics } from "../src/model/diagnostic.js";
import { type FileFacts, isMarkdown } from "../src/model/files.js";
import { hashText } from "../src/model/hash.js";
import { type SourcePath, sourcePath } from "../src/model/paths.js";
import type { PublishedList } from "../src/model/published.js";
import type { Source } from "../src/model/source.js";
import type { Theme, ThemeFile } from "../src/model/theme.js";
import { parseArticle } from "../src/parse/article.js";
import { parseConfig } from "../src/parse/config.js";
import { parseAbbreviations, parseVocabulary } from "../src/parse/vocabulary.js";
import { filesNamed } from "../src/site/local-files.js";
import type { Visibility } from "../src/site/stories.js";

export interface BulletinOptions {
  /** RFC 3339; default the end of 2026. */
  readonly now?: string;
  readonly show?: Partial<Visibility>;
  readonly published?: PublishedList;
  /** Facts of photos that the texts name, by path; the text of such a file is ignored. */
  readonly photos?: Readonly<Record<string, Partial<FileFacts>>>;
  readonly theme?: Theme;
}

export interface Bulletin extends CompileResult {
  readonly input: CompileInput;
  /** All diagnostics, of articles too, sorted. */
  readonly all: readonly Diagnostic[];
  /** The text of an output; throws where there is none. */
  readonly page: (path: string) => string;
  readonly paths: readonly string[];
}

const noImprint =
  "url: https://h.example\nimprint: { vi: { governingBody: Đảng ủy xã }, en: { governingBody: Commune committee } }\n";

/** `files` by path: `content/a.md`, `bantin.yaml`; without a bantin.yaml a minimal one is used. */
export function compileBulletin(
  files: Readonly<Record<string, string>>,
  options: BulletinOptions = {},
): Bulletin {
  const sources = new Map<SourcePath, Source>();
  for (const [path, text] of Object.entries({ "bantin.yaml": noImprint, ...files })) {
    sources.set(sourcePath(path), { path: sourcePath(path), text, hash: hashText(text) });
  }
  const get = (path: string) => sources.get(sourcePath(path));
  const { config, diagnostics: configFaults } = parseConfig(get("bantin.yaml"));
  const tags = parseVocabulary(get("content/tags.yaml"), "tags", config.languages);
  const authors = parseVocabulary(get("content/authors.yaml"), "authors", config.languages);
  const abbreviations = parseAbbreviations(get("content/abbreviations.yaml"), config.languages);
  const settings: ParseSettings = {
    languages: config.languages,
    timeZone: config.timeZone,
    abbreviations: abbreviations.abbreviations,
    limits: config.limits,
  };
  const articles = [...sources.values()]
    .filter(({ path }) => path.startsWith("content/") && isMarkdown(path))
    .map((source) => parseArticle(source, settings));
  const folder = {
    paths: new Set(
      [...sources.keys(), ...Object.keys(options.photos ?? {}).map(sourcePath)].filter(isContent),
    ),
  };
  const facts = new Map(filesNamed(articles, folder).map((path) => [path, factsOf(path, sources, options)]));
  const input: CompileInput = {
    config,
    articles,
    tags: tags.vocabulary,
    authors: authors.vocabulary,
    files: facts,
    folder,
    theme: options.theme ?? defaultTheme(),
    tools: "test",
    maker: JSON.stringify(abbreviations.abbreviations),
    now: Date.parse(options.now ?? "2026-12-31T00:00:00+07:00"),
    show: { drafts: false, future: false, expired: false, ...options.show },
    ...(options.published === undefined ? {} : { published: options.published }),
  };
  const result = compile(input);
  const all = sortDiagnostics([
    ...configFaults,
    ...tags.diagnostics,
    ...authors.diagnostics,
    ...abbreviations.diagnostics,
    ...articles.flatMap(({ diagnostics }) => diagnostics),
    ...result.diagnostics,
  ]);
  const byPath = new Map(result.outputs.map((output) => [output.path as string, output]));
  return {
    ...result,
    input,
    all,
    paths: [...byPath.keys()],
    page: (path) => {
      const output = byPath.get(path);
      if (output === undefined || !("text" in output))
        throw new Error(`no page ${path} among ${[...byPath.keys()]}`);
      return output.text();
    },
  };
}

function isContent(path: SourcePath): boolean {
  return path.startsWith("content/");
}

function factsOf(
  path: SourcePath,
  sources: ReadonlyMap<SourcePath, Source>,
  options: BulletinOptions,
): FileFacts {
  const text = sources.get(path)?.text ?? "";
  return { path, size: text.length, hash: hashText(path + text), ...options.photos?.[path] };
}

/** The theme that comes with Bantin, read from the repository. */
export function defaultTheme(): Theme {
  return { templates: readTheme("templates", true), assets: readTheme("assets", false) } as Theme;
}

function readTheme(folder: string, templates: boolean): Map<string, ThemeFile> {
  const root = join(import.meta.dirname, "..", folder);
  const found = new Map<string, ThemeFile>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith(".md")) continue;
    const name = join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll("\\", "/");
    // The live preview's own files and the fonts of cards are none of the theme's.
    if (/^(?:preview|card-fonts)\//.test(name)) continue;
    const text = templates || /\.(css|js)$/.test(name) ? readFileSync(join(root, name), "utf8") : undefined;
    const from = { root: "theme" as const, path: sourcePath(`${folder}/${name}`) };
    found.set(name, { from, hash: hashText(name + (text ?? "")), ...(text === undefined ? {} : { text }) });
  }
  return found;
}

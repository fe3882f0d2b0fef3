// The second pure function: all articles, the configuration and the theme → the files of the site, described, and
// everything that an author should know. Nothing is read or written; pages are rendered when their text is asked for.
import type { Diagnostic } from "./model/diagnostic.js";
import { fileKindOf } from "./model/files.js";
import type { Output } from "./model/page.js";
import type { PublishedList } from "./model/published.js";
import type { Theme } from "./model/theme.js";
import { planAll } from "./pages/index.js";
import { createRenderer } from "./render/renderer.js";
import { planAssets } from "./site/assets.js";
import { checkSite } from "./site/checks.js";
import { type LinkInput, linkSite } from "./site/link.js";
import { filesToCopy } from "./site/local-files.js";
import { wordsFor } from "./strings/words.js";

/** What linking needs, and the theme. `files` holds facts of just the files that `filesNamed` listed. */
export interface CompileInput extends LinkInput {
  readonly theme: Theme;
  /** What the output folder held after the last build. */
  readonly published?: PublishedList;
}

export interface CompileResult {
  readonly outputs: readonly Output[];
  readonly pages: number;
  readonly photos: number;
  /** Of linking, planning and checking; those of the articles themselves are with the articles. */
  readonly diagnostics: readonly Diagnostic[];
}

export function compile(input: CompileInput): CompileResult {
  const { config, articles, theme, published } = input;
  const { site, diagnostics: linkFaults } = linkSite(input);
  const { words, diagnostics: wordFaults } = wordsFor(config);
  const assets = planAssets(theme, config);
  const { pages, documents } = planAll(site, words, assets.pathOf);
  const copies = [...filesToCopy(site)];
  const renderPage = createRenderer(theme.templates, words);
  const outputs: Output[] = [
    ...assets.outputs,
    ...copies.map(
      ([path, { path: from, hash }]): Output => ({
        kind: "copy",
        path,
        from: { root: "bulletin", path: from },
        hash,
      }),
    ),
    ...pages.map((page): Output => ({ kind: "page", path: page.path, page, text: () => renderPage(page) })),
    // A robots.txt of the bulletin's own stands in for ours.
    ...documents
      .filter(({ path }) => !assets.rootFiles.has(path))
      .map((document): Output => ({ kind: "text", ...document })),
  ];
  const paths = new Set(outputs.map(({ path }) => path));
  const checks = checkSite({ site, articles, pages, paths, rootFiles: assets.rootFiles, published });
  return {
    outputs,
    pages: pages.length,
    photos: copies.filter(([path]) => fileKindOf(path) === "photo").length,
    diagnostics: [...linkFaults, ...wordFaults, ...assets.diagnostics, ...checks],
  };
}

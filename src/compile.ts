// The second pure function: all articles, the configuration and the theme → the files of the site, described, and
// everything that an author should know. Nothing is read or written; pages are rendered when their text is asked for.
import type { Diagnostic } from "./model/diagnostic.js";
import type { Output, Page } from "./model/page.js";
import type { OutPath } from "./model/paths.js";
import type { PublishedList } from "./model/published.js";
import type { Site } from "./model/site.js";
import type { Theme } from "./model/theme.js";
import { planAll } from "./pages/index.js";
import { createRenderer } from "./render/renderer.js";
import { planAssets } from "./site/assets.js";
import { cardColours, cardLogo, checkLogo } from "./site/cards.js";
import { checkSite } from "./site/checks.js";
import { type LinkInput, linkSite } from "./site/link.js";
import { filesToCopy } from "./site/local-files.js";
import { planPhotos } from "./site/photos.js";
import { wordsFor } from "./strings/words.js";

/** What linking needs, and the theme. `files` holds facts of just the files that `filesNamed` listed. */
export interface CompileInput extends Omit<LinkInput, "drawing"> {
  readonly theme: Theme;
  /** Names and versions of what draws images: part of the names of the images. */
  readonly tools: string;
  /** What the output folder held after the last build. */
  readonly published?: PublishedList;
}

export interface CompileResult {
  readonly site: Site;
  readonly outputs: readonly Output[];
  readonly pages: number;
  readonly photos: number;
  /** Of linking, planning and checking; those of the articles themselves are with the articles. */
  readonly diagnostics: readonly Diagnostic[];
}

export function compile(input: CompileInput): CompileResult {
  const { config, articles, theme, tools, published } = input;
  const logo = cardLogo(config, theme);
  const drawing = { tools, colours: cardColours(config), ...(logo === undefined ? {} : { logo }) };
  const { site, diagnostics: linkFaults } = linkSite({ ...input, drawing });
  const { words, diagnostics: wordFaults } = wordsFor(config);
  const assets = planAssets(theme, config);
  const { pages, documents } = planAll(site, words, assets.pathOf);
  const photos = planPhotos(site);
  const renderPage = createRenderer(theme.templates, words);
  const outputs: Output[] = [
    ...assets.outputs,
    ...photos.outputs,
    ...cardsOf(pages),
    ...[...filesToCopy(site)].map(
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
    site,
    outputs,
    pages: pages.length,
    photos: photos.count,
    diagnostics: [
      ...linkFaults,
      ...wordFaults,
      ...assets.diagnostics,
      ...checkLogo(config, theme),
      ...checks,
    ],
  };
}

/** Many pages share one card; it is one file. */
function cardsOf(pages: readonly Page[]): Output[] {
  const files = new Map<OutPath, Output>();
  for (const { card, qr } of pages) {
    if (card !== undefined && !files.has(card.wide.path)) {
      for (const file of [card.wide, card.square]) files.set(file.path, { kind: "card", ...file });
    }
    if (qr !== undefined) files.set(qr.path, { kind: "qr", ...qr });
  }
  return [...files.values()];
}

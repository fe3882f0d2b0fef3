// The second pure function: all articles, the configuration and the theme → the files of the site, described, and
// everything that an author should know. Nothing is read or written; pages are rendered when their text is asked for.
import type { Diagnostic } from "./model/diagnostic.js";
import { hashText } from "./model/hash.js";
import type { Output, Page, RenderPage } from "./model/page.js";
import type { OutPath } from "./model/paths.js";
import type { PublishedList } from "./model/published.js";
import type { Site } from "./model/site.js";
import type { Theme, ThemeFile } from "./model/theme.js";
import type { Document } from "./pages/documents.js";
import { type Planned, planAll } from "./pages/index.js";
import { createRenderer } from "./render/renderer.js";
import { type PlannedAssets, planAssets } from "./site/assets.js";
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
  /** Which Bantin this is and how it read the articles: part of every page's fingerprint. */
  readonly maker?: string;
}

export interface CompileResult {
  readonly site: Site;
  readonly parts: Parts;
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
  const planned = planAll(site, { words, assets: assets.pathOf, ground: groundOf(input, drawing) });
  const { pages } = planned;
  const photos = planPhotos(site);
  const parts: Parts = {
    planned,
    assets,
    images: photos.outputs,
    copies: [...filesToCopy(site)].map(([path, { path: from, hash }]) => ({
      kind: "copy",
      path,
      from: { root: "bulletin", path: from },
      hash,
    })),
    renderPage: createRenderer(theme.templates, words),
  };
  const outputs = outputsOf(parts);
  const paths = new Set(outputs.map(({ path }) => path));
  const checks = checkSite({ site, articles, pages, paths, rootFiles: assets.rootFiles, published });
  return {
    site,
    parts,
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

/** All that decides on every page, but for the articles and what follows from them. */
function groundOf({ config, theme, maker }: CompileInput, drawing: LinkInput["drawing"]): string {
  const hashes = (files: ReadonlyMap<string, ThemeFile>) =>
    [...files].map(([name, { hash }]) => [name, hash]);
  return hashText(JSON.stringify([maker, config, drawing, hashes(theme.templates), hashes(theme.assets)]));
}

/** What the outputs are made of. */
export interface Parts {
  readonly planned: Planned;
  readonly assets: Pick<PlannedAssets, "outputs" | "rootFiles">;
  readonly images: readonly Output[];
  readonly copies: readonly Output[];
  readonly renderPage: RenderPage;
}

export function outputsOf({ planned, assets, images, copies, renderPage }: Parts): Output[] {
  const { pages, documents } = planned;
  return [
    ...assets.outputs,
    ...images,
    ...cardsOf(pages),
    ...copies,
    ...pages.map((page) => pageOutput(page, renderPage)),
    // A robots.txt of the bulletin's own stands in for ours.
    ...documents.filter(({ path }) => !assets.rootFiles.has(path)).map(documentOutput),
  ];
}

export function pageOutput(page: Page, render: RenderPage): Output {
  return { kind: "page", path: page.path, page, text: () => render(page), render };
}

export function documentOutput({ path, text, fingerprint }: Document): Output {
  return { kind: "text", path, text, ...(fingerprint === undefined ? {} : { fingerprint }) };
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

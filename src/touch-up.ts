// The site after an edit of words, from what was kept of it: nothing is linked, and only the outputs that may be others
// are planned. The counterpart of recompile.ts for a command that starts anew; anything else is compiled anew.
import { documentOutput, pageOutput } from "./compile.js";
import type { Article } from "./model/article.js";
import type { Output } from "./model/page.js";
import type { OutPath, SourcePath } from "./model/paths.js";
import type { LinkedArticle, Site } from "./model/site.js";
import type { Theme } from "./model/theme.js";
import { faceOf } from "./pages/fingerprints.js";
import type { KeptFace } from "./pages/plan.js";
import { planTouched } from "./pages/touched.js";
import { frameOf } from "./recompile.js";
import { createRenderer } from "./render/renderer.js";
import { planAssets } from "./site/assets.js";
import { wordsFor } from "./strings/words.js";

export interface Edit {
  readonly before: Article;
  readonly article: Article;
}

export interface TouchUpInput {
  /** With the new articles. */
  readonly site: Site;
  /** What an article was shown as before the edit: its face (pages/fingerprints.ts). */
  readonly keptFace: KeptFace;
  readonly edits: readonly Edit[];
  readonly theme: Theme;
  /** The hash of all that decides on every page (compile.ts). */
  readonly ground: string;
}

export interface TouchUp {
  /** All that may be others now. */
  readonly outputs: readonly Output[];
  /** Of an article that was edited. */
  readonly faceOf: (source: SourcePath) => string;
}

/** Undefined where more than words has changed. */
export function touchUp({ site, keptFace, edits, theme, ground }: TouchUpInput): TouchUp | undefined {
  const texts: LinkedArticle[] = [];
  const shown: LinkedArticle[] = [];
  for (const { before, article } of edits) {
    const linked = site.bySource.get(article.source);
    if (linked === undefined || !("date" in linked)) return undefined;
    if (article.slug !== before.slug || frameOf(before) !== frameOf(article)) return undefined;
    texts.push(linked);
    if (before.face === article.face) continue;
    // A card with another title is another file, and so is the page at an old address.
    const hasOtherCard = site.config.cards !== false && before.meta.title !== article.meta.title;
    if (hasOtherCard || article.meta.aliases.length > 0) return undefined;
    shown.push(linked);
  }
  const { words } = wordsFor(site.config);
  const { pathOf, rootFiles } = planAssets(theme, site.config);
  const input = { words, assets: pathOf, ground, keptFace };
  const { plan, pages, documents } = planTouched(site, input, { texts, faces: shown });
  const renderPage = createRenderer(theme.templates, words);
  const isOurs = ({ path }: { readonly path: OutPath }) => !rootFiles.has(path);
  const bySource = new Map(texts.map((linked) => [linked.article.source, linked]));
  return {
    outputs: [
      ...pages.map((page) => pageOutput(page, renderPage)),
      ...documents.filter(isOurs).map(documentOutput),
    ],
    faceOf: (source) => faceOf(plan, bySource.get(source) as LinkedArticle),
  };
}

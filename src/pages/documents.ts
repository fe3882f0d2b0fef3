// Files of the output that machines read, planned like pages but made by code: feeds, sitemaps, robots.txt, the
// manifest. A new one is one file beside this one and one line in pages/index.ts.
import type { Page } from "../model/page.js";
import type { OutPath } from "../model/paths.js";
import type { LinkedArticle } from "../model/site.js";
import type { Plan } from "./plan.js";

export interface Document {
  readonly path: OutPath;
  readonly text: () => string;
  /** As of a page. */
  readonly fingerprint?: () => string;
  /** Those whose texts stand in it. */
  readonly articles?: readonly LinkedArticle[];
}

export interface DocumentKind {
  readonly name: string;
  readonly documents: (plan: Plan, pages: readonly Page[]) => readonly Document[];
}

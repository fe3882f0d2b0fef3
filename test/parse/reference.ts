// The reference for the Markdown parser: remark-parse with remark-gfm, and the two specifications' examples.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const reference = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

export function parseByReference(markdown: string): Root {
  return reference.parse(markdown);
}

export interface Example {
  readonly number: number;
  readonly markdown: string;
  readonly html: string;
}

/** The examples of CommonMark 0.31.2. */
export const commonMark: readonly Example[] = createRequire(import.meta.url)("commonmark-spec").tests;

/** The examples of GitHub's specification, the two among them that are disabled there too. */
export const gfm: readonly Example[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "fixtures/gfm-spec.json"), "utf8"),
).examples;

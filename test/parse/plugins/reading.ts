// A small processor for the tests of the reading plugins: the project's parser, remark-rehype and the plugins that
// a test names, without sanitising and holes.
import type { Root as HtmlRoot } from "hast";
import type { Root } from "mdast";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { markdownToMdast } from "satteri";
import { unified } from "unified";
import { VFile } from "vfile";
import type { ArticleKind } from "../../../src/model/article.js";
import type { Diagnostic } from "../../../src/model/diagnostic.js";
import { sourcePath } from "../../../src/model/paths.js";
import type { MarkdownContext } from "../../../src/parse/context.js";
import { rehypeAbbreviations } from "../../../src/parse/plugins/abbreviations.js";
import { rehypeEndMark } from "../../../src/parse/plugins/end-mark.js";
import { rehypeFigures } from "../../../src/parse/plugins/figures.js";
import { remarkLead } from "../../../src/parse/plugins/lead.js";
import { rehypeNoBreak } from "../../../src/parse/plugins/no-break.js";
import { rehypePullQuotes } from "../../../src/parse/plugins/pull-quotes.js";

export type HtmlPlugin = () => (tree: HtmlRoot, file: VFile) => undefined;

export const allPlugins: readonly HtmlPlugin[] = [
  rehypeFigures,
  rehypePullQuotes,
  rehypeEndMark,
  rehypeAbbreviations,
  rehypeNoBreak,
];

export interface Setting {
  readonly lang?: string;
  readonly kind?: ArticleKind;
  readonly lead?: string;
  readonly abbreviations?: Readonly<Record<string, string>>;
  /** Front matter above the Markdown: positions count from below it. */
  readonly above?: string;
}

export interface Reading {
  readonly html: string;
  readonly tree: HtmlRoot;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads Markdown with the lead plugin, where `lead` asks for it, and the given plugins. */
export function read(markdown: string, plugins: readonly HtmlPlugin[], setting: Setting = {}): Reading {
  const { lang = "vi", above = "" } = setting;
  const diagnostics: Diagnostic[] = [];
  const context: MarkdownContext = {
    source: { path: sourcePath("content/bai.md"), text: above + markdown, hash: "" },
    bodyOffset: above.length,
    lang,
    kind: setting.kind ?? "article",
    settings: {
      languages: ["vi", "en"],
      timeZone: "Asia/Ho_Chi_Minh",
      abbreviations: { [lang]: setting.abbreviations ?? {} },
      limits: { articleBytes: 1e6, nesting: 100, photoMegapixels: 100, attachmentBytes: 1e8 },
    },
    ...(setting.lead === undefined ? {} : { lead: setting.lead }),
    diagnostics,
  };
  const file = new VFile({ value: markdown });
  file.data.context = context;
  const mdast = markdownToMdast(markdown, { features: { frontmatter: false, gfm: true } }) as Root;
  remarkLead()(mdast, file);
  const tree = unified().use(remarkRehype).runSync(mdast, file) as HtmlRoot;
  for (const plugin of plugins) plugin()(tree, file);
  return { html: unified().use(rehypeStringify).stringify(tree), tree, diagnostics };
}

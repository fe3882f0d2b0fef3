// Abbreviations get their words: defined once in lead, body or captions, or common ones of the bulletin, and
// explained from then on. The occurrence in its own definition stays plain, for the words stand right before it.
import type { Root } from "hast";
import {
  createFinder,
  type Definition,
  type Finder,
  findDefinition,
  findTokens,
  splitCompound,
  type Token,
} from "../abbreviation-words.js";
import { type ContextFile, contextOf, type MarkdownContext } from "../context.js";
import { collectRuns, leafAt, type Run, type Wrap, wrapPieces } from "../text-runs.js";

export function rehypeAbbreviations(): (tree: Root, file: ContextFile) => undefined {
  return (tree, file) => {
    const known = new Map(Object.entries(commonIn(contextOf(file))));
    const finder = createFinder([...known.keys()]);
    const uses = collectRuns(tree).flatMap((run) => findUses(run, finder));
    const everDefined = new Set(
      uses.flatMap((use) => (use.definition === undefined ? [] : [use.token.value])),
    );
    wrapPieces(explain(uses, { known, everDefined }));
  };
}

/** The names of those that the bulletin explains in the article's language. */
export function commonAbbreviations(context: MarkdownContext): string[] {
  return Object.keys(commonIn(context));
}

function commonIn({ settings, lang }: MarkdownContext): Readonly<Record<string, string>> {
  return (Object.hasOwn(settings.abbreviations, lang) ? settings.abbreviations[lang] : undefined) ?? {};
}

/** An occurrence; with its definition where it stands in parentheses behind the words that define it. */
interface Use {
  readonly run: Run;
  readonly token: Token;
  readonly definition: Definition | undefined;
}

interface Knowledge {
  readonly known: Map<string, string>;
  readonly everDefined: ReadonlySet<string>;
}

function findUses(run: Run, finder: Finder): Use[] {
  return findTokens(run.text, finder).map((token) => {
    const definition = isEnclosed(run.text, token)
      ? findDefinition(run.text, token.start - 1, token.value)
      : undefined;
    return { run, token, definition };
  });
}

function isEnclosed(text: string, { start, end }: Token): boolean {
  return text[start - 1] === "(" && text[end] === ")";
}

function explain(uses: readonly Use[], { known, everDefined }: Knowledge): Wrap[] {
  const wraps: Wrap[] = [];
  const inArticle = new Map<string, Definition>();
  let paragraph: Run | undefined;
  let seen = new Set<string>();
  for (const { run, token, definition } of uses) {
    if (run !== paragraph) seen = new Set();
    paragraph = run;
    const { value, start, end } = token;
    if (definition !== undefined) {
      inArticle.set(value, definition);
      known.set(value, definition.words);
      continue;
    }
    const title = known.get(value) ?? (everDefined.has(value) ? undefined : splitCompound(value, inArticle));
    const leaf = title === undefined || run.area === "heading" ? undefined : leafAt(run, start, end);
    if (title === undefined || leaf === undefined) continue;
    if (leaf.linked || isExplained(run.text, token, title)) continue;
    const properties = seen.has(value) ? { title } : { className: ["first"], title };
    seen.add(value);
    wraps.push({ leaf, start, end, tagName: "abbr", properties });
  }
  return wraps;
}

/** A common abbreviation in parentheses behind its own words needs no explanation either. */
function isExplained(text: string, token: Token, title: string): boolean {
  if (!isEnclosed(text, token)) return false;
  const before = text.slice(Math.max(0, token.start - title.length - 8), token.start - 1);
  return before.replace(/\s+/gu, " ").trimEnd().toLowerCase().endsWith(title.toLowerCase());
}

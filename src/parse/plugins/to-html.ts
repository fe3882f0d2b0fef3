// From the Markdown tree to the HTML tree, by remark-rehype, with our words for footnotes and our task lists: a mark
// with its meaning in words, for a form's checkbox would be the only form on the page.
import type { Element, ElementContent, Root as HtmlRoot, Text as HtmlText } from "hast";
import type {
  Definition,
  Emphasis,
  FootnoteDefinition,
  Heading,
  List,
  ListItem,
  Paragraph,
  Parents,
  Root,
  Strong,
  Text,
} from "mdast";
import type { Handler, State } from "mdast-util-to-hast";
import remarkRehype, { defaultHandlers, type Options } from "remark-rehype";
import type { VFile } from "vfile";
import { type ContextFile, contextOf } from "../context.js";
import { ownMark } from "../raw-ids.js";

export function remarkToHtml(): (tree: Root, file: VFile) => HtmlRoot {
  return (tree, file) => {
    const standIn = { type: "root", children: listDefinitions(tree), whole: tree } satisfies StandIn;
    return (isVietnamese(file) ? toVietnamese : toEnglish)(standIn, file) as HtmlRoot;
  };
}

/**
 * The library visits every node of the tree it is given, only to find the definitions in it. It is given these alone,
 * in their order, and comes to the whole tree by its handler of roots.
 */
interface StandIn extends Root {
  readonly whole: Root;
}

type AnyDefinition = Definition | FootnoteDefinition;

/** Definitions stand where blocks do, and nowhere else. Those inside of a note the library finds in it. */
function listDefinitions(parent: Parents): AnyDefinition[] {
  let found: AnyDefinition[] = [];
  for (const child of parent.children) {
    if (child.type === "definition" || child.type === "footnoteDefinition") found.push(child);
    else if (holdsBlocks.has(child.type)) found = found.concat(listDefinitions(child as Parents));
  }
  return found;
}

const holdsBlocks: ReadonlySet<string> = new Set(["blockquote", "list", "listItem"]);

function makeRoot(state: State, { whole }: StandIn) {
  return defaultHandlers.root(state, whole);
}

interface Notes {
  readonly calls: readonly { readonly identifier: string }[];
  readonly notes: readonly { readonly identifier: string; readonly blocks: readonly Element[] }[];
}

/** One paragraph of nothing but the calls, and the section of the notes behind it where there is any. */
export function layNotes({ calls, notes }: Notes, file: ContextFile): HtmlRoot {
  const definitions = notes.map(({ identifier, blocks }) => ({
    type: "footnoteDefinition",
    identifier,
    children: blocks.map((made) => ({ type: "made", made })),
  }));
  const references = calls.map(({ identifier }) => ({ type: "footnoteReference", identifier }));
  const whole = { type: "root", children: [{ type: "paragraph", children: references }] };
  const standIn = { type: "root", children: definitions, whole } as unknown as StandIn;
  return (isVietnamese(file) ? toVietnamese : toEnglish)(standIn, file as VFile) as HtmlRoot;
}

/** A node that is HTML already. */
function giveMade(_: State, { made }: { readonly made: Element }): Element {
  return made;
}

function isVietnamese(file: ContextFile | null | undefined): boolean {
  return file != null && /^vi(?:-|$)/.test(contextOf(file).lang);
}

/** What the HTML is to be; a test holds `quick` against the library's own handlers in its place. */
const shared: Options = {
  allowDangerousHtml: true,
  clobberPrefix: ownMark,
  footnoteLabelProperties: {},
  footnoteBackContent: "↩",
  handlers: { text: makeText as Handler, list: makeList as Handler, listItem: makeItem as Handler },
};

export const vietnamese: Options = {
  ...shared,
  footnoteLabel: "Chú thích",
  footnoteBackLabel: (note, call) => `Về chỗ dẫn chú thích ${note + 1}${call > 1 ? `, lần ${call}` : ""}`,
};

const english: Options = {
  ...shared,
  footnoteLabel: "Notes",
  footnoteBackLabel: (note, call) =>
    `Back to note ${note + 1} in the text${call > 1 ? `, mention ${call}` : ""}`,
};

/** The same as the library's, but that each copies positions: nobody changes one after this, so they are shared. */
const quick = {
  root: makeRoot as unknown as Handler,
  paragraph: makeParagraph as Handler,
  heading: makeHeading as Handler,
  emphasis: makePhrase("em") as Handler,
  strong: makePhrase("strong") as Handler,
  made: giveMade as unknown as Handler,
};

const toVietnamese = remarkRehype({ ...vietnamese, handlers: { ...vietnamese.handlers, ...quick } });
const toEnglish = remarkRehype({ ...english, handlers: { ...english.handlers, ...quick } });

const taskWords = {
  vi: { done: "Đã xong", open: "Chưa xong" },
  en: { done: "Done", open: "Not done" },
} as const;

/** As it is: the parser has trimmed its lines, and nothing hangs on it. */
function makeText(_: State, { value, position }: Text): HtmlText {
  return position === undefined ? { type: "text", value } : { type: "text", value, position };
}

function makeParagraph(state: State, node: Paragraph): Element {
  // Of the lead's plugin.
  const properties = { ...node.data?.hProperties };
  return withPosition({ type: "element", tagName: "p", properties, children: state.all(node) }, node);
}

function makeHeading(state: State, node: Heading): Element {
  return withPosition(
    { type: "element", tagName: `h${node.depth}`, properties: {}, children: state.all(node) },
    node,
  );
}

function makePhrase(tagName: string): (state: State, node: Emphasis | Strong) => Element {
  return (state, node) =>
    withPosition({ type: "element", tagName, properties: {}, children: state.all(node) }, node);
}

function withPosition(element: Element, { position }: Paragraph | Heading | Emphasis | Strong): Element {
  if (position !== undefined) element.position = position;
  return element;
}

/** Says once for all items whether the list is loose; each would ask all its siblings, at a quadratic cost. */
function makeList(state: State, node: List): Element {
  const isLoose = (item: ListItem) => item.spread ?? item.children.length > 1;
  const spread = node.spread === true || node.children.some(isLoose);
  for (const item of node.children) item.spread = spread;
  return defaultHandlers.list(state, node);
}

function makeItem(state: State, node: ListItem): Element {
  if (typeof node.checked !== "boolean") return defaultHandlers.listItem(state, node, undefined);
  const item = defaultHandlers.listItem(state, { ...node, checked: null }, undefined);
  const words = taskWords[isVietnamese(state.options.file) ? "vi" : "en"];
  const mark: ElementContent = {
    type: "element",
    tagName: "span",
    properties: { className: ["check"], role: "img", ariaLabel: node.checked ? words.done : words.open },
    children: [{ type: "text", value: node.checked ? "☑" : "☐" }],
  };
  const first = item.children.find((child) => child.type === "element");
  const home = first?.type === "element" && first.tagName === "p" ? first : item;
  home.children.unshift(mark, { type: "text", value: " " });
  item.properties = { className: ["task"] };
  return item;
}

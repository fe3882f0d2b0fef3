// From the Markdown tree to the HTML tree, by remark-rehype, with our words for footnotes and our task lists: a mark
// with its meaning in words, for a form's checkbox would be the only form on the page.
import type { Element, ElementContent, Root as HtmlRoot } from "hast";
import type { List, ListItem, Root } from "mdast";
import type { Handler, State } from "mdast-util-to-hast";
import remarkRehype, { defaultHandlers, type Options } from "remark-rehype";
import type { VFile } from "vfile";
import { contextOf } from "../context.js";
import { ownMark } from "../raw-ids.js";

export function remarkToHtml(): (tree: Root, file: VFile) => HtmlRoot {
  return (tree, file) => (isVietnamese(file) ? toVietnamese : toEnglish)(tree, file) as HtmlRoot;
}

function isVietnamese(file: VFile | null | undefined): boolean {
  return file != null && /^vi(?:-|$)/.test(contextOf(file).lang);
}

const shared: Options = {
  allowDangerousHtml: true,
  clobberPrefix: ownMark,
  footnoteLabelProperties: {},
  footnoteBackContent: "↩",
  handlers: { list: makeList as Handler, listItem: makeItem as Handler },
};

const toVietnamese = remarkRehype({
  ...shared,
  footnoteLabel: "Chú thích",
  footnoteBackLabel: (note, call) => `Về chỗ dẫn chú thích ${note + 1}${call > 1 ? `, lần ${call}` : ""}`,
});

const toEnglish = remarkRehype({
  ...shared,
  footnoteLabel: "Notes",
  footnoteBackLabel: (note, call) =>
    `Back to note ${note + 1} in the text${call > 1 ? `, mention ${call}` : ""}`,
});

const taskWords = {
  vi: { done: "Đã xong", open: "Chưa xong" },
  en: { done: "Done", open: "Not done" },
} as const;

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

// The skeleton of a translation, laid out from the original's text: headings, photos, captions and tables keep their
// shape with the words to be translated in [brackets]; running text stands in comments, which readers never see. It
// works on the text as typed, so that photos keep their path and nobody's signs are lost.
import type { RootContent, Table } from "mdast";
import type { Lang } from "../model/lang.js";
import { findCredit } from "./credits.js";
import { parseTree } from "./markdown-tree.js";
import { commentOut } from "./written-text.js";

export interface SkeletonOptions {
  /** Of the translation. */
  readonly lang: Lang;
  /** The path of a file of the original, as typed there, to the path to write in the translation. */
  readonly pathOf: (typed: string) => string;
}

/** `body` is an article's Markdown that `parseArticle` took without an error: the parser is not asked to drown. */
export function layOutTranslation(body: string, options: SkeletonOptions): string {
  const parts: string[] = [];
  let afterPhoto = false;
  for (const node of parseTree(body).children) {
    const typed = typedText(node, body);
    const caption = afterPhoto && node.type === "paragraph" ? captionIn(typed) : undefined;
    const photos = node.type === "paragraph" ? readPhotoLines(typed) : undefined;
    if (photos !== undefined) parts.push(layOutPhotos(photos, options));
    else if (caption !== undefined) parts.push(layOutCaption(caption, options.lang));
    else parts.push(layOut(node, typed, body));
    afterPhoto = photos !== undefined && photos.words === "";
  }
  return parts.filter((part) => part !== "").join("\n\n");
}

function typedText(node: { readonly position?: RootContent["position"] }, body: string): string {
  return body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function layOut(node: RootContent, typed: string, body: string): string {
  if (node.type === "heading") {
    const words = innerText(node.children, body);
    return words === "" ? "" : `${"#".repeat(node.depth)} [${words}]`;
  }
  if (node.type === "table") return layOutTable(node, body);
  if (node.type === "html") return /^\s*<!--/.test(typed) ? "" : typed;
  const isFenced = node.type === "code" && /^[`~]/.test(typed);
  if (isFenced || node.type === "thematicBreak" || node.type === "definition") return typed;
  if (node.type === "paragraph" && /^(?:\*\*|__)[^*_]+(?:\*\*|__)$/.test(typed)) {
    return `${commentOut(typed)}\n\n**[…]**`;
  }
  return commentOut(typed);
}

/** From the first to the last of the nodes, on one line. */
function innerText(nodes: readonly RootContent[], body: string): string {
  const start = nodes.at(0)?.position?.start.offset ?? 0;
  const end = nodes.at(-1)?.position?.end.offset ?? start;
  return body.slice(start, end).replace(/\s+/g, " ").trim();
}

/** Cells with words are to be translated; numbers stay. */
function layOutTable({ children, align }: Table, body: string): string {
  const rows = children.map((row) =>
    row.children.map((cell) => {
      const words = innerText(cell.children, body);
      return /\p{L}/u.test(words) ? `[${words}]` : words;
    }),
  );
  const rule = (rows[0] ?? []).map((_, column) => rules[align?.[column] ?? "none"]);
  return [rows[0] ?? [], rule, ...rows.slice(1)].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

const rules = { left: ":---", right: "---:", center: ":---:", none: "---" } as const;

interface PhotoLines {
  /** Lines of images alone. */
  readonly photos: readonly string[];
  /** The words below them, on one line; "" where there are none. */
  readonly words: string;
}

const image = /!\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(((?:[^()\n]|\([^()\n]*\))*)\)/g;

function readPhotoLines(typed: string): PhotoLines | undefined {
  const lines = typed.split("\n").map((line) => line.replace(/(?:\\|\s+)$/, "").trim());
  const first = lines.findIndex((line) => line.replace(image, "").trim() !== "");
  const photos = first === -1 ? lines : lines.slice(0, first);
  const words = first === -1 ? "" : lines.slice(first).join(" ");
  if (photos.length === 0 || new RegExp(image.source).test(words)) return undefined;
  return { photos, words };
}

function layOutPhotos({ photos, words }: PhotoLines, options: SkeletonOptions): string {
  const lines = photos.map((line) =>
    line.replace(image, (_, alt: string, target: string) => {
      const [, path = target, gap = "", quote = "", title = "", end = ""] =
        /^(.*?)(\s+)(["'“])(.*)(["'”])\s*$/.exec(target) ?? [];
      const caption = title === "" ? "" : `${gap}${quote}${bracketed(title, options.lang)}${end}`;
      const described = alt.trim() === "" ? "" : `[${alt}]`;
      return `![${described}](${options.pathOf(path)}${caption})`;
    }),
  );
  return [...lines, ...(words === "" ? [] : [layOutCaption(captionIn(words) ?? words, options.lang)])].join(
    "\n",
  );
}

/** The words of a paragraph that is a photo's caption: in italics, or ending in a credit. */
function captionIn(typed: string): string | undefined {
  const line = typed.replace(/\s+/g, " ").trim();
  const inner = /^\*(?!\*)([^*]+)\*$|^_(?!_)([^_]+)_$/.exec(line);
  if (inner !== null) return inner[1] ?? inner[2];
  return findCredit(line) === undefined ? undefined : line;
}

function layOutCaption(words: string, lang: Lang): string {
  return `*${bracketed(words, lang)}*`;
}

/** The words in brackets; the credit behind them, whose name stays, under the word of the new language. */
function bracketed(words: string, lang: Lang): string {
  const credit = findCredit(words);
  if (credit === undefined) return `[${words}]`;
  const before = words.slice(0, credit.start).trim();
  const named = words
    .slice(credit.start)
    .replace(/ảnh:|photo:/i, creditWords[lang.split("-", 1)[0] ?? ""] ?? "$&");
  return before === "" ? named : `[${before}] ${named}`;
}

const creditWords: Readonly<Record<string, string>> = { vi: "Ảnh:", en: "Photo:" };

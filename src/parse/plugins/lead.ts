// The lead: front matter's, else a first paragraph that is wholly bold. It becomes the tree's first child with the
// class "lead", it is there once only, and it holds no links and no images.
import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { VFile } from "vfile";
import { letterPattern } from "../../model/letters.js";
import { contextOf } from "../context.js";
import { agencyPrefixOf } from "../plain-text.js";

export function remarkLead(): (tree: Root, file: VFile) => undefined {
  return (tree, file) => {
    const { lead, kind } = contextOf(file);
    const index = tree.children.findIndex((node) => !isUnseen(node));
    const opening = tree.children[index];
    const first = opening?.type === "paragraph" && !holdsBarred(opening) ? opening : undefined;
    const bold = first === undefined ? undefined : boldContent(withoutLinks(first.children));

    const written = lead?.replace(/\s+/gu, " ").trim() ?? "";
    if (written === "") {
      if (bold === undefined || kind === "page") return;
      tree.children.splice(index, 1);
      tree.children.unshift(leadParagraph(bold, first));
    } else if (first !== undefined && isRepeated(written, first, bold !== undefined)) {
      tree.children.splice(index, 1);
      tree.children.unshift(leadParagraph(bold ?? withoutLinks(first.children), first));
    } else {
      tree.children.unshift(leadParagraph([{ type: "text", value: written }], undefined));
    }
  };
}

/** A lead cut short by a tool is the beginning of its paragraph; shorter ones may begin alike by chance. */
const shortestBeginning = 40;

function leadParagraph(children: PhrasingContent[], from: Paragraph | undefined): Paragraph {
  const { position } = from ?? {};
  const paragraph: Paragraph = {
    type: "paragraph",
    children,
    data: { hProperties: { className: ["lead"] } },
  };
  return position === undefined ? paragraph : { ...paragraph, position };
}

function isUnseen(node: RootContent): boolean {
  return (
    node.type === "definition" ||
    node.type === "footnoteDefinition" ||
    (node.type === "html" && /^\s*<!--/.test(node.value))
  );
}

/** Images, and notes: a note's mark is a link, and without it the note would be lost. */
function holdsBarred(node: Paragraph | PhrasingContent): boolean {
  if (node.type === "image" || node.type === "imageReference" || node.type === "footnoteReference")
    return true;
  if (node.type === "html") return /^<(?:img|picture|audio|video|source)[\s/>]/i.test(node.value);
  return "children" in node && node.children.some(holdsBarred);
}

function withoutLinks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === "link" || node.type === "linkReference") return withoutLinks(node.children);
    if (node.type === "html" && /^<\/?a[\s>]/i.test(node.value)) return [];
    return "children" in node
      ? [{ ...node, children: withoutLinks(node.children) } as PhrasingContent]
      : [node];
  });
}

/** The content without its outer bold where all of it is bold but an agency's prefix and punctuation. */
function boldContent(nodes: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  const bare: PhrasingContent[] = [];
  let bold = false;
  let begun = false;
  for (const node of nodes) {
    const inner = node.type === "emphasis" ? boldContent(node.children) : undefined;
    if (node.type === "strong") {
      for (const child of node.children) bare.push(child);
      bold = true;
    } else if (node.type === "emphasis" && inner !== undefined) {
      bare.push({ ...node, children: inner });
      bold = true;
    } else if (holdsWords(begun ? textOf(node) : withoutPrefix(textOf(node)))) {
      return undefined;
    } else {
      bare.push(node);
    }
    begun ||= textOf(node).trim() !== "";
  }
  return bold ? bare : undefined;
}

function isRepeated(lead: string, paragraph: Paragraph, isBold: boolean): boolean {
  const ours = foldWords(lead);
  const theirs = foldWords(textOf(paragraph));
  if (ours === theirs) return ours !== "";
  return isBold && lead.length >= shortestBeginning && theirs.startsWith(ours);
}

const notOfWords = letterPattern(String.raw`[^\p{L}\p{N}]+`, "g");
const ofWords = letterPattern(String.raw`[\p{L}\p{N}]`);

/** Letters and digits alone, without marks and case. */
export function foldWords(text: string): string {
  const folded = withoutPrefix(text).normalize("NFD").toLowerCase().replaceAll("đ", "d");
  return folded.replace(notOfWords.on(folded), "");
}

export function withoutPrefix(text: string): string {
  return text.slice(agencyPrefixOf(text).length);
}

export function holdsWords(text: string): boolean {
  return ofWords.test(text);
}

function textOf(node: Paragraph | PhrasingContent): string {
  if ("value" in node) return node.type === "html" ? "" : node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

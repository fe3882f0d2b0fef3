// XML made of elements, never of strings: a text gets in through `element` alone, where it is escaped, and HTML through
// `htmlElement`, where nothing ends its place; both lose what XML 1.0 cannot hold. So no title, however hostile, can break
// a feed or a sitemap.
import { LateHtml } from "../model/late-html.js";
import { cleanXml, escapeXml, inOnePiece, textOfCdata } from "../model/text.js";

/** Finished markup; only this file makes it. */
export interface Xml {
  readonly xml: string;
}

export type Attributes = Readonly<Record<string, string>>;

/** A child that is a string is text. */
export function element(name: string, attributes: Attributes, ...children: readonly (Xml | string)[]): Xml {
  const open = openTag(name, attributes);
  if (children.length === 0) return { xml: `${open}/>` };
  // Elements stand on lines of their own. Adding up copies nothing; joining would copy every feed once a level.
  const line = children.some((child) => typeof child !== "string") ? "\n" : "";
  let inner = "";
  for (const child of children) inner += (typeof child === "string" ? escapeXml(child) : child.xml) + line;
  return { xml: `${open}>${line}${inner}</${name}>` };
}

/** The same for what holds one text and nothing else, as most elements of a feed do. */
export function textElement(name: string, text: string): Xml {
  return { xml: `<${name}>${escapeXml(text)}</${name}>` };
}

/**
 * An element whose text is HTML, in pieces that stand on lines of their own. Without escapes, it takes less room, and what
 * was kept is written as it lies.
 */
export function htmlElement(
  name: string,
  attributes: Attributes,
  pieces: readonly (string | LateHtml)[],
): Xml {
  const inner = pieces.map(
    (html) => `<![CDATA[${html instanceof LateHtml ? html.cdataMark : textOfCdata(html)}]]>`,
  );
  return { xml: `${openTag(name, attributes)}>${inner.join("\n")}</${name}>` };
}

/** Without its end. */
function openTag(name: string, attributes: Attributes): string {
  let open = `<${name}`;
  for (const key in attributes) open += ` ${key}="${escapeXml(attributes[key] ?? "")}"`;
  return open;
}

/** The same, for a memory: a hundred small texts take twice the room of one. */
export function toKeep({ xml }: Xml): Xml {
  return { xml: inOnePiece(xml) };
}

/** The whole document, with a note for a person who opens it in a browser or an editor. */
export function xmlDocument(root: Xml, note = ""): string {
  const comment = note === "" ? "" : `<!-- ${cleanXml(note).replace(/-(?=-|$)/g, "- ")} -->\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${comment}${root.xml}\n`;
}

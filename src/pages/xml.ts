// XML made of elements, never of strings: a text gets in through `element` alone, where it is escaped and loses what
// XML 1.0 cannot hold. So no title, however hostile, can break a feed or a sitemap.
import { LateHtml } from "../model/late-html.js";
import { cleanXml, escapeXml } from "../model/text.js";

/** Finished markup; only this file makes it. */
export interface Xml {
  readonly xml: string;
}

export type Attributes = Readonly<Record<string, string>>;

/** A child that is a string is text; so is HTML that is written without having been read. */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly (Xml | string | LateHtml)[]
): Xml {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) open += ` ${key}="${escapeXml(value)}"`;
  if (children.length === 0) return { xml: `${open}/>` };
  // Elements stand on lines of their own. Adding up copies nothing; joining would copy every feed once a level.
  const line = children.some(isElement) ? "\n" : "";
  let inner = "";
  for (const child of children) inner += (isElement(child) ? child.xml : textOf(child)) + line;
  return { xml: `${open}>${line}${inner}</${name}>` };
}

function isElement(child: Xml | string | LateHtml): child is Xml {
  return typeof child !== "string" && !(child instanceof LateHtml);
}

function textOf(text: string | LateHtml): string {
  return typeof text === "string" ? escapeXml(text) : text.xmlMark;
}

/** The whole document, with a note for a person who opens it in a browser or an editor. */
export function xmlDocument(root: Xml, note = ""): string {
  const comment = note === "" ? "" : `<!-- ${cleanXml(note).replace(/-(?=-|$)/g, "- ")} -->\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${comment}${root.xml}\n`;
}

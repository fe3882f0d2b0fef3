// XML made of elements, never of strings: a text gets in through `element` alone, where it is escaped and loses what
// XML 1.0 cannot hold. So no title, however hostile, can break a feed or a sitemap.
import { escapeMarkup } from "../model/text.js";

/** Finished markup; only this file makes it. */
export interface Xml {
  readonly xml: string;
}

export type Attributes = Readonly<Record<string, string>>;

/** A child that is a string is text. */
export function element(name: string, attributes: Attributes, ...children: readonly (Xml | string)[]): Xml {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) open += ` ${key}="${escapeXml(value)}"`;
  if (children.length === 0) return { xml: `${open}/>` };
  // Elements stand on lines of their own. Adding up copies nothing; joining would copy every feed once a level.
  const line = children.some((child) => typeof child !== "string") ? "\n" : "";
  let inner = "";
  for (const child of children) inner += (typeof child === "string" ? escapeXml(child) : child.xml) + line;
  return { xml: `${open}>${line}${inner}</${name}>` };
}

/** The whole document, with a note for a person who opens it in a browser or an editor. */
export function xmlDocument(root: Xml, note = ""): string {
  const comment = note === "" ? "" : `<!-- ${cleanXml(note).replace(/-(?=-|$)/g, "- ")} -->\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${comment}${root.xml}\n`;
}

function escapeXml(text: string): string {
  return escapeMarkup(cleanXml(text));
}

/** Control characters, half characters and the two non-characters that XML 1.0 refuses become U+FFFD. */
function cleanXml(text: string): string {
  // Halves of characters are looked for without `u`, which is quicker, though whole ones are found too.
  if (!/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd");
}

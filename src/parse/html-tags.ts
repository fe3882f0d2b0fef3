// Reads the tags of raw HTML from text, in one pass: enough to say what will be dropped and where, and to refuse
// markup too deep or too dense for a real HTML parser, which is asked only afterwards and decides everything else.

export interface HtmlTag {
  /** Lower-case: `div`, `o:p`. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: readonly HtmlAttribute[];
  /** UTF-16 offset of its `<` in the text. */
  readonly start: number;
}

export interface HtmlAttribute {
  /** Lower-case. */
  readonly name: string;
  /** As written, character references not resolved. */
  readonly value: string;
}

/** The tags in order. Comments, declarations and the content of scripts and the like are passed over. */
export function listTags(html: string): HtmlTag[] {
  const tags: HtmlTag[] = [];
  let at = html.indexOf("<");
  while (at !== -1) {
    const end = passOver(html, at) ?? addTag(html, at, tags);
    at = end === -1 ? -1 : html.indexOf("<", end);
  }
  return tags;
}

/** The end of a comment or declaration that begins here, -1 where it has none; undefined where none begins. */
function passOver(html: string, at: number): number | undefined {
  if (html.startsWith("<!--", at)) {
    const short = /^<!---?>/.exec(html.slice(at, at + 6));
    if (short) return at + short[0].length;
    const end = html.indexOf("-->", at + 4);
    return end === -1 ? -1 : end + 3;
  }
  const next = html.charAt(at + 1);
  return next === "!" || next === "?" ? endOf(html, ">", at) : undefined;
}

function endOf(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from);
  return end === -1 ? -1 : end + mark.length;
}

const tagName = /<(\/?)([a-z][^\s/>]*)/iy;
/** Names that begin with a quotation mark or an equals sign are a mistake that HTML allows. */
const attribute =
  /[\s/]*([^\s/>=][^\s/>=]*|=[^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;
const unclosedQuote = /\s*=\s*["']/y;

/** Adds the tag that begins here and gives its end; -1 where it has none, as then nothing after it is a tag. */
function addTag(html: string, start: number, tags: HtmlTag[]): number {
  tagName.lastIndex = start;
  const opening = tagName.exec(html);
  if (opening === null) return start + 1;
  const [whole, slash, written = ""] = opening;
  const name = written.toLowerCase();
  const attributes: HtmlAttribute[] = [];
  let at = start + whole.length;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(html);
    if (found === null) break;
    const [text, key = "", double, single, bare] = found;
    at += text.length;
    unclosedQuote.lastIndex = at;
    const value = double ?? single ?? bare;
    if (value === undefined && unclosedQuote.test(html)) return -1;
    attributes.push({ name: key.toLowerCase(), value: value ?? "" });
  }
  const end = endOf(html, ">", at);
  if (end === -1) return -1;
  tags.push({ name, isClosing: slash === "/", attributes, start });
  return slash === "" && rawText.has(name) ? skipContent(html, name, end) : end;
}

/** Elements whose content is no markup. */
const rawText: ReadonlySet<string> = new Set(
  "script style textarea title xmp iframe noembed noframes plaintext".split(" "),
);

function skipContent(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? -1;
}

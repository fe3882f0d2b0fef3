// What may stand in an article's HTML: an allow-list of elements, attributes, classes and ids. Everything that
// Markdown and our plugins make is in it; raw HTML gets no more. No style, no script, no form, no frame, no class or
// id but ours. Addresses are not judged here but in cut-holes.ts, which writes every one of them anew.
import type { Options as Schema } from "rehype-sanitize";

const words = (text: string): string[] => text.split(" ");

export const allowedElements: readonly string[] = [
  ...words("p h1 h2 h3 h4 h5 h6 blockquote pre hr div section address figure figcaption details summary"),
  ...words("ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td"),
  ...words(
    "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub",
  ),
  ...words("sup time u var wbr img audio video source"),
];

/** Dropped with all that is in them: their content is no text for readers. */
export const droppedWhole: readonly string[] = words(
  "script style title head template noscript noembed noframes iframe frameset object applet embed svg math " +
    "canvas select datalist textarea xmp plaintext",
);

/** By element; "*" for all. Names as in the DOM, a list's first item is the name, its others the allowed values. */
export const allowedAttributes: Readonly<NonNullable<Schema["attributes"]>> = {
  "*": [["id", /^(?:h|note|u)-/], "lang", ["dir", "ltr", "rtl", "auto"]],
  a: ["href", "title", "ariaLabel", ["className", "note-back"]],
  abbr: ["title", ["className", "first"]],
  audio: ["src", "title"],
  col: ["span"],
  colgroup: ["span"],
  del: ["dateTime"],
  details: ["open"],
  dfn: ["title"],
  div: ["align"],
  figure: [["className", "photo", "gallery", "quote"]],
  h1: ["align"],
  h2: ["align"],
  h3: ["align"],
  h4: ["align"],
  h5: ["align"],
  h6: ["align"],
  img: ["src", "alt", "title"],
  ins: ["dateTime"],
  li: ["value", ["className", "task"]],
  ol: ["start", "reversed", ["type", "1", "a", "A", "i", "I"]],
  p: ["align", ["className", "lead"]],
  section: [["className", "notes"]],
  source: ["src"],
  span: [["className", "credit", "end-mark", "nowrap", "check"], ["role", "img"], "ariaLabel"],
  td: ["align", "colSpan", "rowSpan"],
  th: ["align", "colSpan", "rowSpan", ["scope", "col", "row", "colgroup", "rowgroup"]],
  time: ["dateTime"],
  video: ["src", "title"],
};

export const schema: Schema = {
  tagNames: [...allowedElements],
  strip: [...droppedWhole],
  attributes: allowedAttributes as NonNullable<Schema["attributes"]>,
  protocols: {},
  required: {},
  clobber: [],
  clobberPrefix: "",
  allowComments: false,
  allowDoctypes: false,
  ancestors: {
    caption: ["table"],
    col: ["table"],
    colgroup: ["table"],
    dd: ["dl"],
    dt: ["dl"],
    figcaption: ["figure"],
    li: ["ol", "ul"],
    rp: ["ruby"],
    rt: ["ruby"],
    source: ["audio", "video"],
    summary: ["details"],
    tbody: ["table"],
    td: ["table"],
    tfoot: ["table"],
    th: ["table"],
    thead: ["table"],
    tr: ["table"],
  },
};

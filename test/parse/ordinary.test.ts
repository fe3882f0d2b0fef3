// The short way of ordinary texts held against the pipeline: everything that an article's text becomes, its
// diagnostics with their places, is the same by both.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createMarkdownParser, parseMarkdown } from "../../src/parse/markdown.js";
import { parseTree } from "../../src/parse/markdown-tree.js";
import { parseOrdinary } from "../../src/parse/ordinary.js";
import { documents } from "./markdown-documents.js";
import { contextFor, type Setting } from "./parsing.js";
import { commonMark, gfm } from "./reference.js";

vi.setConfig({ testTimeout: 120_000 });

const parseByPipeline = createMarkdownParser(parseTree);

/** Whether the text went the short way; both ways must agree on it. */
function agrees(markdown: string, setting: Setting = {}): boolean {
  const abbreviations = { vi: { ThS: "Thạc sĩ", "5S": "năm chữ S", UBND: "Ủy ban nhân dân" } };
  const contextOf = () => {
    const context = contextFor(markdown, setting);
    return { ...context, settings: { ...context.settings, abbreviations } };
  };
  const [ours, pipeline] = [contextOf(), contextOf()];
  const result = parseMarkdown(ours);
  expect(result, markdown).toEqual(parseByPipeline(pipeline));
  expect(JSON.stringify(result)).toBe(JSON.stringify(parseByPipeline(contextOf())));
  expect(ours.diagnostics, markdown).toEqual(pipeline.diagnostics);
  return parseOrdinary(markdown, contextOf()) !== undefined;
}

const above = "---\ntitle: Một “tựa” 😀\n---\n";

const words = fc.constantFrom(
  ..."Đảng bộ|chi bộ, Ế Ạ|hòa bình|UBND|(UBND)|Ủy ban nhân dân (UBND)|ThS|5S|T|B|ƯƯ|ƠT|đĐ|Ñ|ß|Я|ЯЯ|😀|2025 – 2030|2025 -|– 5|15-20%|15%|27/32|05-CT/TW|5|-6|/7|—|- xa|cân-bằng|“lời”|a…|minh.|minh./.|./.|(anh.jpg “Chú thích”)|(xem)|(TG) –|TTXVN - |*|**|_|[|]|](|x](b.jpg)|&|&amp;|R&D|< 5|\\*|\\.|\u00a0|\u3000|`mã`|`U`|www.a.vn|a@b.vn|lưu hành nội bộ|2*3|tên_tệp|!|#|+|=|ộ".split(
    "|",
  ),
);
const line = fc
  .array(words, { minLength: 1, maxLength: 4 })
  .chain((some) =>
    fc
      .array(fc.constantFrom(" ", " ", " ", "", "  "), { minLength: 3, maxLength: 3 })
      .map((gaps) => some.map((word, index) => (index === 0 ? word : gaps[index - 1] + word)).join("")),
  );
const phrase = fc.oneof(
  { weight: 5, arbitrary: line },
  fc.tuple(fc.constantFrom("*", "**", "_", "***", "`"), line).map(([mark, one]) => mark + one + mark),
  fc
    .tuple(
      line,
      fc.constantFrom(
        "b.md",
        "https://a.vn/x?a=1&b=2",
        "a%20b.pdf",
        "#muc",
        "mailto:a@b.vn",
        '"',
        "x y",
        "ghi.mp3",
      ),
    )
    .map(([one, to]) => `[${one}](${to})`),
  line.map((one) => `[${one}](https://a.vn/đường "Tên 5-6")`),
);
const run = fc
  .array(phrase, { minLength: 1, maxLength: 4 })
  .chain((some) => fc.constantFrom(" ", "", "\n", "  \n", "\\\n").map((gap) => some.join(gap)));
const block = fc.oneof(
  { weight: 6, arbitrary: run },
  run.map((one) => `**${one}**`),
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([depth, one]) => `${"#".repeat(depth)} ${one}`),
  line.map((one) => `${one}\n---`),
  fc.tuple(run, line).map(([one, name]) => `> ${one.replaceAll("\n", "\n> ")}\n>\n> — ${name}`),
  fc
    .tuple(
      fc.constantFrom("- ", "1. ", "7) ", "2023. ", "- [ ] "),
      fc.array(line, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(([mark, items, isLoose]) => items.map((one) => mark + one).join(isLoose ? "\n\n" : "\n")),
  fc.tuple(line, line).map(([one, two]) => `- ${one}\n\n  ${two}\n  - ${two}\n- ${two}`),
  fc.tuple(line, line).map(([one, two]) => `| ${one} | a |\n| --: | --- |\n| ${two} |\n| 1 | 2 | 3 |`),
  fc.tuple(line, line).map(([one, two]) => `![${one}](a.jpg)\n*${two}. Ảnh: Lê A*`),
  fc.constantFrom(
    "---",
    "    mã",
    "```\nmã\n```",
    "<div>a</div>",
    "<!-- nháp -->",
    "x[^1] và[^2]\n\n[^1]: chú UBND\n\n[^2]: hai 5-6\n\n    ba[^1]",
    "[^1]",
    "a[^2] **b[^3]** 5[^2]-6\n\n[^3]: `c`\n[^2]: – d\n\n    - e",
    "~a~",
    "[a]: b.md",
  ),
);
const articles = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join("\n\n"));
const settings = fc.record<Setting>({
  lang: fc.constantFrom("vi", "en"),
  kind: fc.constantFrom("article", "page"),
  above: fc.constantFrom("", above),
});
const leads = fc.oneof(fc.constant(undefined), line, fc.constantFrom("Đảng bộ", "T"));

/** What takes part in emphasis, links, addresses and breaks, letter by letter. */
const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("a", "Ủy ban", "đ", "5", " ", " ", ". ", ", ") },
  fc.constantFrom(
    ...'*|**|*|**|***|_|[|]|(|)|](|](b.md)|](https://a.vn/x?a=1&b=2)|[a](b.md "T 5-6")|[Ơ –](#x)|![|[^|!|![a](b.md)|![a](b.jpg)|*a.*|*a)*b|**(b)**|*“c”*|.|:|: |/|//|http://a.vn|HTTPS://a.vn|www.a.vn|WWW.a.vn|wWw.|w|W|U|-|–| – |%|“|”|"|&|&amp;|;|<|>|`|\\\\|~|@|#|+|=|\u00a0|\u3000|😀|—| |\n|\t'.split(
      "|",
    ),
    "|",
  ),
);
const signedLine = fc.array(pieces, { minLength: 1, maxLength: 7 }).map((some) => some.join(""));
const paired = fc
  .array(
    fc.oneof(
      line,
      signedLine,
      line.map((one) => `*${one}*`),
      line.map((one) => `**${one}**`),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .chain((some) => fc.constantFrom(" ", " ", "", ", ").map((gap) => some.join(gap)));
const signed = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.tuple(fc.constantFrom("", "Đ", "a ", "**", "“"), paired).map((two) => two.join("")),
      },
      { weight: 1, arbitrary: block },
      {
        weight: 1,
        arbitrary: fc.constantFrom("- a", "> a", "```", "[^1]: a", "   ", "x", "[a]: b.md", "| a |\n| - |"),
      },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .chain((some) => fc.constantFrom("\n\n", "\n\n", "\n\n\n", "\n", "\n \n").map((gap) => some.join(gap)));

describe("ordinary texts become the same as by the pipeline", () => {
  test("made of what the plugins look for", () => {
    let short = 0;
    fc.assert(
      fc.property(articles, settings, leads, (markdown, setting, lead) => {
        if (agrees(markdown, lead === undefined ? setting : { ...setting, lead })) short++;
      }),
      { numRuns: 3_000 },
    );
    expect(short).toBeGreaterThan(300);
  });

  test("made of words and emphasis", () => {
    let short = 0;
    const plain = fc
      .array(run, { minLength: 1, maxLength: 4 })
      .map((some) => `Đầu tiên.\n\n${some.join("\n\n")}`);
    fc.assert(
      fc.property(plain, (markdown) => {
        if (agrees(markdown, { above })) short++;
      }),
      { numRuns: 3_000 },
    );
    expect(short).toBeGreaterThan(500);
  });

  test("made of signs that begin and end markup, and of paragraphs that look as if they held none", () => {
    let short = 0;
    fc.assert(
      fc.property(signed, settings, (markdown, setting) => {
        if (agrees(markdown, setting)) short++;
      }),
      { numRuns: 4_000 },
    );
    expect(short).toBeGreaterThan(1_000);
  });

  test("of both specifications, and any documents", () => {
    for (const { markdown } of [...commonMark, ...gfm]) agrees(markdown);
    fc.assert(
      fc.property(documents, (markdown) => void agrees(markdown)),
      { numRuns: 400 },
    );
  });

  test("of the demonstration's content, much of which is ordinary", () => {
    const content = join(import.meta.dirname, "../../content");
    const files = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".md"),
    );
    const short = files.filter((name) => {
      const text = readFileSync(join(content, name), "utf8").replaceAll("\r", "").normalize("NFC");
      return agrees(text.slice(text.indexOf("\n---\n") + 5));
    });
    expect(short.length * 3).toBeGreaterThan(files.length);
  });

  test.each([
    ["capitals that only emphasis parts", "Đầu.\n\nT**T** và *Đ*Đ"],
    ["capitals around a link", "Đầu.\n\nT[T](https://a.vn)T và [a](https://a.vn)"],
    ["a number that emphasis parts, beside one that it does not", "Đầu.\n\n**5**-6\n\nx 7-8"],
    ["a dash at the end of emphasis", "Đầu.\n\n*a –*b\n\n**5**-6"],
    ["names that hold no two capitals", "Đầu.\n\nThS Lê A nói về 5S, T*h*S cũng vậy"],
    ["a mark of the end made by an escape", "Đầu.\n\nvững mạnh\\./."],
    ["signs that no emphasis ends behind, before a letter", "Đầu *minh.*Đảng.\n\nHai *“c”*d."],
    ["two marks that are no pair", "Đầu _một* và\n\nHai *ba_ và\n\nHai **ba* và"],
    ["an image that looks like a link", "Đầu ![a](b.md)\n\nvà ![c](d.jpg)."],
    ["paragraphs in a fence", "Đầu.\n\n```\n\nmã *một*\n\n```\n\nhai"],
    ["a paragraph that is the stand-in of others", "Đầu.\n\nx\n\nhai\n\n- x\n\nx"],
    ["a recording, which describes nothing", "## Đầu\n\n[Ghi âm](ghi.mp3)\n\nhai"],
    ["deep emphasis", `Đầu.\n\n${"*a ".repeat(99)}${" a*".repeat(99)}`],
    ["emphasis too deep", `Đầu.\n\n${"*a ".repeat(101)}${" a*".repeat(101)}`],
  ])("%s", (_, markdown) => {
    agrees(markdown);
  });
});

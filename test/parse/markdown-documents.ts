// Documents as editors write them, made at random: Vietnamese words with marks in NFC and NFD, emoji, every
// construct of CommonMark and GFM, one in the other. Left out is only what markdown-differential.test.ts lists as
// read differently by the reference.
import fc from "fast-check";

const nfd = "hòa bình".normalize("NFD");
const words =
  `Đảng bộ|Cần Đước|kiện toàn|hệ thống|chính trị|cán bộ,|đảng viên.|20/01/2023|15%|~15%|20~30%|TCCSĐ|(TCCSĐ)|05-CT/TW|tên_tệp_ảnh|2*3|1,5-2|…|–|-|“4 tốt”|minh./.|C#|R&D|&amp;|&nbsp;|\\*|\\_|a < b|5 > 3|"x"|'y'|\u00a0|😀|👨‍👩‍👧 trẻ|ế|${nfd}`.split(
    "|",
  );
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
  .map((some) => some.join(" "));
/** What delimiters may be glued to. */
const core = fc.constantFrom(
  "Đảng bộ",
  "chi bộ “4 tốt”:",
  "“lời nói”",
  "a",
  "ế ạ",
  "(TG)",
  "từ 15%",
  "minh.",
  nfd,
);

const addresses = ["https://bao.example.vn/tin?a=1&b=2", "www.longan.example.vn", "bantin@longan.example.vn"];
const targets = [
  "b.md",
  "b.md#muc",
  "<b c.md>",
  "/vi/x.html",
  "https://a.vn/(x)",
  'b.pdf "Báo cáo"',
  "#muc",
  "đường.md",
];

const leaf = fc.oneof(
  { arbitrary: text, weight: 4 },
  core.map((one) => `\`${one}\``),
  core.map((one) => `\`\`${one} \` x\`\``),
  fc.constantFrom(...addresses, "<https://a.vn/đường>"),
  fc.constantFrom("[^1]", "[^2]", "[tham khảo][a]", "[a]", "[a][]", "[không có]"),
  fc.constantFrom("<br>", "<!-- nháp -->", "<sub>2</sub>"),
  core.map((one) => `<u>${one}</u>`),
  fc.constant("![Ảnh](a.jpg)"),
  core.map((one) => `![${one}](<a b.jpg> "Chú thích")`),
  fc.tuple(core, fc.constantFrom(...targets)).map(([one, target]) => `[${one}](${target})`),
  core.map((one) => `[**${one}**](b.md)`),
);

const { inline } = fc.letrec<{ inline: string; run: string }>((tie) => ({
  run: fc.oneof(
    { depthSize: "small" },
    { arbitrary: core, weight: 3 },
    fc.tuple(core, tie("inline"), core).map((parts) => parts.join(" ")),
  ),
  inline: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { arbitrary: leaf, weight: 4 },
    fc.tuple(fc.constantFrom("*", "**", "_", "__", "~~"), tie("run")).map(([mark, run]) => mark + run + mark),
    core.map((one) => `***${one}***`),
  ),
}));

/** Glued to a word, but for addresses, which are read by other rules there, and emoji. */
const glued = fc
  .tuple(
    core,
    inline.filter(
      (one) => !/www|http|@|^[*_~]*\p{Emoji_Presentation}|\p{Emoji_Presentation}[*_~]*$/u.test(one),
    ),
    core,
  )
  .map((parts) => parts.join(""));
const line = fc.oneof(
  { arbitrary: fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" ")), weight: 5 },
  glued,
);
const paragraph = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 3 }), fc.constantFrom("\n", "  \n", "\\\n"))
  .map(([lines, end]) => lines.join(end));

const indent = (block: string, mark: string): string =>
  block
    .split("\n")
    .map((one, index) => (index === 0 ? mark + one : (mark.replace(/[^>]/g, " ") + one).trimEnd()))
    .join("\n");

const table = fc
  .integer({ min: 1, max: 3 })
  .chain((width) => {
    const cell = line.map((one) => one.replaceAll("|", "\\|"));
    const rows = fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 3,
    });
    return fc.tuple(
      fc.array(fc.constantFrom("---", ":--", "--:", ":-:"), { minLength: width, maxLength: width }),
      rows,
    );
  })
  .map(([aligns, [head = [], ...rows]]) =>
    [head, aligns, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n"),
  );

const isList = (block: string): boolean => /^ {0,3}(?:[-*]|\d+\.) /m.test(block);

const { blocks } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { arbitrary: paragraph, weight: 3 },
    fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([depth, one]) => `${"#".repeat(depth)} ${one}`),
    fc.tuple(line, fc.constantFrom("---", "===")).map(([one, rule]) => `${one}\n${rule}`),
    fc.constantFrom("---", "***", "* * *"),
    table,
    paragraph.map((one) => one.replace(/^/gm, "    ")),
    fc
      .tuple(fc.constantFrom("```", "~~~", "```yaml"), paragraph)
      .map(([fence, one]) => `${fence}\n${one}\n${fence.slice(0, 3)}`),
    fc.constantFrom(
      '<div align="center">\n\nchữ **đậm**\n\n</div>',
      "<table>\n<tr><td>ô</td></tr>\n</table>",
      "<!-- ghi\nchú -->",
      "<p>chữ</p>",
    ),
    tie("blocks")
      .filter((one) => !isList(one))
      .map((one) => indent(one, "> ")),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((some) => some.map((one) => `> - ${one}`).join("\n")),
    fc
      .tuple(
        fc.constantFrom("- ", "* ", "1. "),
        fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
      )
      .map(([mark, items, isLoose]) => items.map((one) => indent(one, mark)).join(isLoose ? "\n\n" : "\n")),
    fc
      .array(fc.tuple(fc.constantFrom("- [ ] ", "- [x] ", "- [X] "), core), { minLength: 1, maxLength: 3 })
      .map((items) => items.map((parts) => parts.join("")).join("\n")),
  ),
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }).map((some) => some.join("\n\n")),
}));

export const documents: fc.Arbitrary<string> = blocks.map(
  (body) => `${body}\n\n[a]: c.md "Tên"\n\n[^1]: Ghi chú **đậm**.\n\n[^2]: Hai\n    dòng.\n`,
);

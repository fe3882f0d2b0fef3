// Every report about the text of an article, input by input; the table itself is markdown.reports.txt.
import { expect, test } from "vitest";
import { describeCase } from "../reports.js";
import { parse, type Setting } from "./parsing.js";

const cases: readonly (readonly [name: string, text: string, setting?: Setting])[] = [
  ["nothing wrong", "## Kết quả\n\nĐảng bộ [kiện toàn](b.md) **hệ thống** chính trị.\n"],

  // Indented prose
  ["a first-line indent", "Mở đầu.\n\n    Năm qua, Đảng bộ **Cần Đước** kết nạp 120 đảng viên.\n"],
  ["a tab", "\tNăm qua, Đảng bộ Cần Đước kết nạp 120 đảng viên.\nĐó là kết quả tốt.\n"],
  ["an indent in English", "    Last year the cell admitted three new members.\n"],
  [
    "an indent in a quote, below front matter",
    "> một\n>\n>     Năm qua, chi bộ họp đều.\n",
    { above: "---\ntitle: A\n---\n" },
  ],
  ["code, indented", "    const a = 1;\n\n```\nNăm qua, chi bộ họp đều.\n```\n"],

  // Habits from Word
  ["bold glued to the next word", "Hội nghị nêu **Chi bộ “4 tốt”:**nội dung đổi mới.\n"],
  ["bold glued to the word before", "Phong trào**“Dân vận khéo”** lan rộng.\n"],
  ["bold with spaces inside", "Nêu ** gương sáng ** đảng viên.\n"],
  ["bold glued, in a quote of two lines", "> Hội nghị nêu\n> **Chi bộ “4 tốt”:**nội dung đổi mới.\n"],
  ["asterisks that are meant", "Viết \\*\\*đậm\\*\\* như thế.\n"],
  ["a line of hyphens below a line of words", "Điều 5\n---\n\nĐảng viên có quyền.\n"],
  ["a heading with a line below it is no mistake", "Điều 5\n======\n\n## Điều 6\n"],
  ["a year at the start of a line", "2023. Năm của chuyển đổi số.\n"],
  ["a list that begins with 15 is no mistake", "15. Đảng viên dự họp đầy đủ.\n"],

  // Addresses
  ["a photo of another site", "![Cầu mới](https://bao.example.vn/anh/cau%20moi.jpg?w=800)\n"],
  ["a photo of another site, without a name", "Xem ![Cầu](//bao.example.vn/anh).\n"],
  ["a photo on the computer", "![Cầu](C:\\Users\\Lan\\Ảnh\\cau moi.jpg)\n"],
  ["a document on the computer", "[Báo cáo](file:///D:/Van%20ban/bao-cao.docx)\n"],
  ["a folder of the network", 'Xem <a href="\\\\may-chu\\chung\\ke hoach.xlsx">kế hoạch</a>.\n'],
  ["a photo pasted into the text", "![Cầu](data:image/png;base64,iVBORw0KGgo=)\n"],
  ["a recording of another site", '<audio controls src="https://a.example.vn/tin.mp3"></audio>\n'],
  ["a recording without a name", "<audio controls></audio>\n"],
  ["a recording that is none", '<video src="anh.jpg"></video>\n'],
  ["a link that runs a script", "[Bấm đây](javascript:alert(1))\n"],
  ["a link to nowhere", "[Xem thêm]() và [](  )\n"],
  ["a photo without a name", "![Cầu mới]()\n"],

  // HTML
  ["a form", '<form action="/gui">\nHọ tên: <input name="ten">\n</form>\n'],
  ["a script", "Đoạn một.\n\n<script>\nalert('<b>')\n</script>\n"],
  [
    "a video of another site",
    '<iframe width="560" src="https://www.youtube.com/embed/abc_123?rel=0"></iframe>\n',
  ],
  ["a frame without an address", '<iframe srcdoc="x"></iframe>\n'],
  ["a script in an attribute, twice", '<p onclick="a()">Một</p>\n\nHai <u onclick="b()">ba</u>.\n'],
  [
    "text from Word",
    '<p class=MsoNormal style="text-indent:1cm"><font face=".VnTime">Đảng bộ</font><o:p></o:p></p>\n\n<p class=MsoNormal style="x">Hai</p>\n',
  ],
  ["HTML in a quote", "> Một\n>\n> <div>\n> <blink2>Hai</blink2>\n> </div>\n"],
  [
    "HTML that is allowed",
    'H<sub>2</sub>O<br>\n<u>gạch</u> <!-- nháp -->\n\n<p align="center" lang="en" class="lead">x</p>\n\n<a name="muc-2" target="_blank" href="https://a.vn">x</a>\n',
  ],

  // Too much
  ["quotes in quotes", `Một.\n\n${">".repeat(101)} hai\n`],
  ["bold in bold", `Một ${"*a ".repeat(101)}${" a*".repeat(101)}\n`],
  ["tags in tags", `Một\n\n${"<div>".repeat(101)}\n`],
  ["a table without end", `Một\n\n|a|b|\n|-|-|\n${"|1|2|\n".repeat(40_000)}`],
  [
    "a tag of many attributes",
    `<p ${Array.from({ length: 101 }, (_, index) => `a${index}`).join(" ")}>x</p>\n`,
  ],
];

test("reports about the text of an article", async () => {
  const table = cases.map(([name, text, setting]) =>
    describeCase(`${name}\n${shown(text)}`, parse(text, setting).diagnostics),
  );
  await expect(table.join("\n")).toMatchFileSnapshot("markdown.reports.txt");
});

/** Cut where it is long, with the tabs made visible. */
function shown(text: string): string {
  const lines = text.trimEnd().replaceAll("\t", "⇥").split("\n").slice(0, 6);
  return lines.map((line) => `  | ${line.length > 100 ? `${line.slice(0, 100)} …` : line}`).join("\n");
}

// One build of a bulletin in which 25 things are wrong: all are said at once, each where it is, with what to do, and
// the site of the last good build keeps every byte.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bantin, readTree, temporaryFolder, writeFiles } from "./cli.js";

const good = "---\ntitle: Bài tốt\ndate: 20/01/2023\n---\n\nMột đoạn.\n";
const head = (fields: string, body = "Một đoạn.") => `---\n${fields}\n---\n\n${body}\n`;
const fields = (title: string, more = "") => head(`title: ${title}\ndate: 20/01/2023${more}`);

/** File, its content, and just the errors that must be reported for it: their places and their rule. */
const broken: readonly (readonly [file: string, content: string | Uint8Array, at: string, rule: string])[] = [
  ["01.md", head("title: Cần Đước: Kiện toàn\ndate: 20/01/2023"), "2:16", "front-matter-colon"],
  ["02.md", head('title: "Niềm nở" khi tiếp dân\ndate: 20/01/2023'), "2:18", "front-matter-quote"],
  ["03.md", head("title: “Cần Đước: Kiện toàn”\ndate: 20/01/2023"), "2:8", "front-matter-curly-quotes"],
  ["04.md", head("title:Cần Đước\ndate: 20/01/2023"), "2:7", "front-matter-space"],
  ["05.md", head("title: Bài năm\n\tdate: 20/01/2023"), "3:1", "front-matter-tab"],
  ["06.md", head("title: Bài sáu\nngày: 30/02/2024"), "3:7", "date-day"],
  ["07.md", head("title: Bài bảy\nngày: 01/20/2023"), "3:7", "date-month"],
  ["08.md", head("tiu đề: Bài tám\ntitle: Bài tám\ndate: 20/01/2023"), "2:1", "field-unknown"],
  ["09.md", "—\ntitle: Bài chín\ndate: 20/01/2023\n—\n\nMột đoạn.\n", "1:1, 4:1", "front-matter-fence"],
  ["10.md", head("title: Bài mười\ndate: 20/01/2023", "![Hội nghị](IMG 2023.jpg)"), "6:1", "photo-missing"],
  ["11.md", head("title: Bài mười một\ndate: 20/01/2023", "![Hội nghị](IMG_0412.HEIC)"), "6:1", "photo-heic"],
  ["12.md", fields("Bài mười hai", "\ntitle: Hai lần"), "4:1", "field-twice"],
  ["13.md", fields("Bài mười ba", "\ndraft: maybe"), "4:8", "field-yes-no"],
  ["14.md", new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xc7, 0xd2, 0xe4, 0x0a]), "null:null", "file-encoding"],
  ["15/vi.md", fields("Bài mười lăm"), "1:1", "translation-twice"],
  ["15.vi.md", fields("Bài mười lăm nữa"), "", ""],
  ["16.md", fields("Bài mười sáu", "\nslug: ../../x"), "4:7", "slug-invalid"],
  ["17.md", fields("Bài mười bảy", "\naliases: ../../x.html"), "4:10", "alias-invalid"],
  ["18.md", `---js\n{ title: "x" }\n---\n\nMột đoạn.\n`, "1:1", "front-matter-language"],
  ["19.md", head("title: Bài mười chín\ndate: 20/01/2023", "Xem [bài](khong-co.md)."), "6:5", "link-missing"],
  ["20.md", fields("Cùng tên"), "", ""],
  ["21.md", fields("Cùng tên"), "2:8", "address-same"],
  ["22.md", head("title: Bài hai hai"), "1:1", "date-missing"],
  [
    "23.md",
    head("title: Bài hai ba\ndate: 20/01/2023", "![Ảnh](https://h.example/a.jpg)"),
    "6:1",
    "image-remote",
  ],
  ["24.md", head("date: 20/01/2023"), "1:1", "title-missing"],
  [
    "25.md",
    head("title: Bài hai lăm\ndate: 20/01/2023", `${">".repeat(500)} sâu`),
    "6:1",
    "nesting-too-deep",
  ],
];

test("25 broken articles and settings in one build", () => {
  const root = temporaryFolder();
  writeFiles(root, { "content/tot.md": good });
  expect(bantin(["build", "--root", root]).status).toBe(0);
  const before = readTree(join(root, "dist"));

  writeFiles(root, Object.fromEntries(broken.map(([file, content]) => [`content/${file}`, content])));
  writeFiles(root, { "bantin.yaml": "tittle: Bản tin\nurl: example.vn\n" });
  const run = bantin(["build", "--root", root, "--json"]);
  expect(run.status).toBe(1);
  const { ok, diagnostics } = JSON.parse(run.stdout) as {
    ok: boolean;
    diagnostics: {
      rule: string;
      severity: string;
      file: string;
      line: number;
      column: number;
      message: string;
      hint: string;
    }[];
  };
  expect(ok).toBe(false);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.length).toBeGreaterThanOrEqual(25);
  for (const [file, , places, rule] of broken) {
    const reports = errors.filter((one) => one.file === `content/${file}`);
    const expected = places === "" ? [] : places.split(", ").map((place) => `${place} ${rule}`);
    expect(
      reports.map((one) => `${one.line}:${one.column} ${one.rule}`),
      file,
    ).toEqual(expected);
  }
  expect(errors.filter(({ file }) => file === "bantin.yaml")).toHaveLength(2);
  for (const one of errors) {
    expect(one.message, one.rule).not.toBe("");
    expect(one.hint, one.rule).not.toBe("");
  }
  expect(readTree(join(root, "dist"))).toEqual(before);

  const printed = bantin(["build", "--root", root, "--messages", "vi"]);
  expect(printed.status).toBe(1);
  expect(printed.stderr).toContain("content/01.md:2:16");
  expect(printed.stderr + printed.stdout).not.toMatch(/\n\s+at .*:\d+:\d+/);
});

test("mending them publishes", () => {
  const root = temporaryFolder();
  writeFiles(root, { "content/mot.md": head("title: Cần Đước: Kiện toàn\ndate: 20/01/2023") });
  expect(bantin(["build", "--root", root]).status).toBe(1);
  const file = join(root, "content/mot.md");
  writeFileSync(file, readFileSync(file, "utf8").replace("Cần Đước: Kiện toàn", '"Cần Đước: Kiện toàn"'));
  expect(bantin(["build", "--root", root]).status).toBe(0);
  expect([...readTree(join(root, "dist")).keys()]).toContain("vi/2023/01/can-duoc-kien-toan.html");
});

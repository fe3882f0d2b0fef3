// `bantin new --translate`: the skeleton lies where the site finds it as a translation, and carries no word that a
// reader could take for one.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pathOfTranslation } from "../../src/commands/translation.js";
import { sourcePath } from "../../src/model/paths.js";
import { temporaryFolder, writeFiles } from "../cli.js";
import { make, refusals } from "./making.js";

const config = "url: https://xa.example\nimprint: { governingBody: x }\n";
const article = "---\ntitle: Một\ndate: 20/01/2023\n---\nThân bài.\n";

test.each([
  ["content/2023/x.vi.md", "en", "content/2023/x.en.md"],
  ["content/2023/x.VI.MD", "en", "content/2023/x.en.md"],
  ["content/2023/x.en.md", "vi", "content/2023/x.vi.md"],
  ["content/2023/x/vi.md", "en", "content/2023/x/en.md"],
  ["content/vi/2023/x.md", "en", "content/en/2023/x.md"],
  ["content/2023/x.md", "en", "content/2023/x.en.md"],
  ["content/2023/x.y.md", "en", "content/2023/x.y.en.md"],
  ["content/pages/gioi-thieu.vi.md", "en", "content/pages/gioi-thieu.en.md"],
])("%s into %s: %s", (path, lang, wanted) => {
  expect(pathOfTranslation(sourcePath(path), ["vi", "en"], lang)).toBe(wanted);
});

const rich = `---
tiêu đề: "Bình Hòa: chọn một việc"
date: 10/01/2026 - 08:15
author: Quốc Duy
tags: Chi bộ
section: tin-tuc
issue: 01/2026
kicker: Sổ tay
sapo: Một buổi họp.
internal: true
expires: 10/01/2027
cover:
  path: hop.jpg
  caption: "Nhà văn hóa: tối 08/01"
  credit: Quốc Duy
attachments:
  - path: huong-dan.pdf
    title: Hướng dẫn
---

**Đoạn đậm mở đầu.**

Buổi họp có 24 đảng viên (ĐV). --> hết

## Kết quả *bước* đầu

![Mọi người](hop.jpg "Họp ấp. Ảnh: Quốc Duy")
![](<anh hai.jpg>)

*Chi bộ bàn chuyện con đường. Ảnh: Quốc Duy*

![Một](mot (1).jpg)
Chú thích ngay dưới ảnh

| Việc | Số |
| :--- | ---: |
| Đường | 12 |

> Nghị quyết phải dễ hiểu.
>
> — Đỗ Thị Kim Loan

\`\`\`
mã giữ nguyên
\`\`\`

Xem [bài kia](kia.vi.md).
`;

describe("the skeleton", () => {
  const translated = async (path: string, text: string, target: string) => {
    const root = temporaryFolder();
    writeFiles(root, { "bantin.yaml": config, [path]: text });
    const made = await make(["new", "--translate", path, "en"], { root });
    expect([made.err, made.status]).toEqual([expect.stringContaining("[brackets]"), 0]);
    expect(made.out).toBe(`${target}\n`);
    return { root, text: readFileSync(join(root, target), "utf8") };
  };

  test("keeps the shape, and leaves out what is inherited", async () => {
    const { text } = await translated("content/2026/hop.vi.md", rich, "content/2026/hop.en.md");
    await expect(text).toMatchFileSnapshot("new-translation.skeleton.txt");
    expect(text).toContain(`sourceHash: "${createHash("sha256").update(rich).digest("hex").slice(0, 12)}"`);
    const front = text.slice(0, text.indexOf("\n---\n"));
    expect(front).not.toMatch(/^(?:date|author|tags|section|issue|cover|slug):/m);
  });

  test("in a folder of its own language finds the photos where they lie", async () => {
    const { text } = await translated("content/vi/2026/hop.md", rich, "content/en/2026/hop.md");
    expect(text).toContain("](../../vi/2026/hop.jpg ");
    expect(text).toContain("](<../../vi/2026/anh hai.jpg>)");
    expect(text).toContain('path: "../../vi/2026/huong-dan.pdf"');
  });

  test("is a draft that builds as it is, and is published as the translation", async () => {
    const path = "content/2023/a.vi.md";
    const { root, text } = await translated(path, article, "content/2023/a.en.md");
    const before = await make(["build", "--json"], { root });
    expect(JSON.parse(before.out)).toMatchObject({ ok: true, diagnostics: [] });
    writeFiles(root, { "content/2023/a.en.md": text.replace("[Một]", "One").replace("draft: true\n", "") });
    const after = await make(["build", "--json"], { root });
    expect(JSON.parse(after.out)).toMatchObject({ ok: true, diagnostics: [] });
    const page = readFileSync(join(root, "dist/en/2023/01/one.html"), "utf8");
    expect(page).toContain("vi/2023/01/mot.html");
    expect(page).not.toContain("Thân bài.");
  });

  test("the language may be left out where there is but one other", async () => {
    const files = { "bantin.yaml": config, "content/a.vi.md": article };
    expect((await make(["new", "--translate", "content/a.vi.md"], { files })).out).toBe("content/a.en.md\n");
  });

  test("a title as long as may be still fits", async () => {
    const long = article.replace("Một", "ấ".repeat(300));
    const { root } = await translated("content/a.vi.md", long, "content/a.en.md");
    const built = await make(["build", "--drafts", "--json"], { root });
    expect(JSON.parse(built.out)).toMatchObject({ ok: true });
  });
});

test("what stands in the way, in both languages", async () => {
  const files = {
    "bantin.yaml": config,
    "content/a.vi.md": article,
    "content/a.en.md": article,
    "content/b/vi.md": article,
    "content/b/x.jpg": "",
    "content/hong.vi.md": "---\ntitle: A: B\n---\n",
    "content/c.md": article,
    "content/c/en.md": article,
  };
  const row = (...args: string[]) => refusals(args.join(" "), ["new", "--translate", ...args], { files });
  const tables = [
    await row("content/a.vi.md", "en"),
    await row("content/c.md", "en"),
    await row("content/b/vi.md", "vi"),
    await row("content/b/vi.md", "fr"),
    await row("content/b/vi.md", "en", "fr"),
    await row("content/b/ve.md", "en"),
    await row("content/zzzzzzzzzzzzzzzz.md", "en"),
    await row("content/b/x.jpg", "en"),
    await row("content/b", "en"),
    await row("bantin.yaml", "en"),
    await row("content/hong.vi.md", "en"),
    await refusals("three languages, none named", ["new", "--translate", "content/b/vi.md"], {
      files: { ...files, "bantin.yaml": `${config}languages: [vi, en, fr]\n` },
    }),
  ];
  await expect(tables.join("\n")).toMatchFileSnapshot("new-translation.reports.txt");
});

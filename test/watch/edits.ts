// Random edits of a bulletin, as editors and git make them: files written, removed and moved, folders moved, in
// bursts. Some of them are faulty.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { config } from "./bulletin.js";

/** One edit: gives the paths that it touched, as a watcher tells them. */
export interface Edit {
  readonly name: string;
  readonly apply: (root: string) => readonly string[];
}

const files = [
  "content/a.vi.md",
  "content/a.en.md",
  "content/b.vi.md",
  "content/kho/c.vi.md",
  "content/kho/c.en.md",
  "content/kho/d/vi.md",
  "content/pages/gioi-thieu.vi.md",
] as const;
const folders = ["content/kho", "content/moi", "content/kho/d"] as const;

const drawn = new Map<number, Uint8Array>();
for (const width of [10, 20]) {
  const create = { width, height: 10, channels: 3, background: "red" } as const;
  drawn.set(width, await sharp({ create }).png().toBuffer());
}
const picture = (width: number): Uint8Array => drawn.get(width) as Uint8Array;

/** The first is faulty, or may be. */
const rarely = (faulty: string, ...others: readonly string[]) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(faulty) },
    { weight: 24, arbitrary: fc.constantFrom(...others) },
  );

const text = fc
  .record({
    title: rarely("a: b", "Bài một", "Bài hai", "Họp ấp", "Đường mới", '"a: b"'),
    date: rarely("30/02/2024", "20/01/2023", "21/02/2024 - 08:00", "01/01/2190"),
    tags: fc.constantFrom("", "tags: chi-bo\n", "tags: chi-bo, duong\n"),
    section: fc.constantFrom("", "", "section: Tin tức\n"),
    more: fc.constantFrom(
      "",
      "",
      "draft: true\n",
      "slug: ten-rieng\n",
      "featured: 1\n",
      "expires: 01/02/2023\n",
      "aliases: [vi/2020/01/cu.html]\n",
    ),
    body: rarely(
      "[Không có](khong-co.md)",
      "Thân bài./.",
      "**Sapo.**\n\nHai đoạn.",
      "![Ảnh](/anh.png)\n\n*Ảnh: X*",
      "HĐ họp.",
    ),
  })
  .map(
    ({ title, date, tags, section, more, body }) =>
      `---\ntitle: ${title}\ndate: ${date}\n${tags}${section}${more}---\n${body}\n`,
  );

const write = (path: string, content: string | Uint8Array): Edit => ({
  name: `write ${path}: ${JSON.stringify(content.slice(0, 90))}`,
  apply: (root) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    return [path];
  },
});

const remove = (path: string): Edit => ({
  name: `remove ${path}`,
  apply: (root) => {
    rmSync(join(root, path), { recursive: true, force: true });
    return [path];
  },
});

const move = (from: string, to: string): Edit => ({
  name: `move ${from} to ${to}`,
  apply: (root) => {
    if (!existsSync(join(root, from)) || existsSync(join(root, to)) || to.startsWith(`${from}/`)) return [];
    mkdirSync(dirname(join(root, to)), { recursive: true });
    renameSync(join(root, from), join(root, to));
    return [from, to];
  },
});

/** Another folder in the place of this one: a watcher may tell of the folder alone. */
const replace = (folder: string, path: string, content: string): Edit => ({
  name: `replace ${folder}`,
  apply: (root) => {
    write(`.new/${path.slice(folder.length + 1)}`, content).apply(root);
    rmSync(join(root, folder), { recursive: true, force: true });
    mkdirSync(dirname(join(root, folder)), { recursive: true });
    renameSync(join(root, ".new"), join(root, folder));
    return [folder];
  },
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 2, arbitrary: text.map((one) => replace("content/kho", "content/kho/c.vi.md", one)) },
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...files), text).map(([path, one]) => write(path, one)) },
  { weight: 2, arbitrary: fc.constantFrom(...files.slice(1)).map(remove) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...files), fc.constantFrom(...files)).map(([a, b]) => move(a, b)),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...folders), fc.constantFrom(...folders)).map(([a, b]) => move(a, b)),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        "chi-bo: { vi: Chi bộ, en: Cell }\n",
        "chi-bo: { vi: Sinh hoạt, en: Cell }\n",
        "chi-bo: { vi: Nếp sống, en: Cell }\n",
      )
      .map((content) => write("content/tags.yaml", content)),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("vi: { HĐ: Hội đồng }\n", "vi: { HĐ: Hợp đồng }\n")
      .map((content) => write("content/abbreviations.yaml", content)),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        '{% extends "base.njk" %}{% block main %}<h1>{{ page.title }}</h1>{{ page.bodyHtml }}{% endblock %}',
        '{% extends "base.njk" %}{% block main %}<h1>{{ page.kicker }}</h1>{% endblock %}',
        "{% if %}",
      )
      .map((content) => write("templates/article.njk", content)),
  },
  { weight: 1, arbitrary: fc.constant(remove("templates")) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("body { color: red }\n", "body { color: blue }\n")
      .map((content) => write("assets/style.css", content)),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(config, `${config}pageSize: 2\n`, `${config}languages: [en, vi]\n`, `${config}titel: x\n`)
      .map((content) => write("bantin.yaml", content)),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(10, 20).map((width) => write("content/anh.png", picture(width))),
  },
);

export const startOfEdits: Readonly<Record<string, string | Uint8Array>> = {
  "bantin.yaml": config,
  "content/a.vi.md":
    "---\ntitle: Bài một\ndate: 20/01/2023\ntags: chi-bo\n---\n![Ảnh](/anh.png)\n\n*Ảnh: X*\n",
  "content/a.en.md": "---\ntitle: First\n---\nBody.\n",
  "content/tags.yaml": "chi-bo: { vi: Chi bộ, en: Cell }\n",
  "content/anh.png": picture(10),
};

export const bursts = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), {
  minLength: 3,
  maxLength: 7,
});

import { describe, expect, test } from "vitest";
import { compileBulletin } from "../bulletin.js";
import { article, dated } from "./articles.js";

const plain = (title: string, more = "", body?: string) =>
  article(`title: ${title}\n${dated}\n${more}`, body);
const html = (paths: readonly string[]) => paths.filter((path) => path.endsWith(".html")).sort();

describe("which pages there are", () => {
  test("one article in one language", () => {
    const { paths } = compileBulletin({
      "content/a.vi.md": plain("Cần Đước", "tags: chi bộ\nauthor: Thanh Nga\nsection: Tin\nissue: 01/2023"),
    });
    expect(html(paths)).toEqual([
      "404.html",
      "en/index.html",
      "en/latest/index.html",
      "index.html",
      "vi/2023/01/can-duoc.html",
      "vi/2023/01/can-duoc/share.html",
      "vi/archive/2023/01.html",
      "vi/archive/index.html",
      "vi/authors/index.html",
      "vi/authors/thanh-nga.html",
      "vi/index.html",
      "vi/issues/2023-01.html",
      "vi/issues/index.html",
      "vi/latest/index.html",
      "vi/sections/index.html",
      "vi/sections/tin.html",
      "vi/tags/chi-bo.html",
      "vi/tags/index.html",
    ]);
  });

  test("drafts, scheduled, expired and internal articles are left out of everything", () => {
    const files = {
      "content/pub.vi.md": plain("Công khai"),
      "content/draft.vi.md": plain("Bí mật nháp", "draft: true\ntags: tagnhap"),
      "content/future.vi.md": article("title: Bí mật tương lai\ndate: 01/01/2030"),
      "content/old.vi.md": plain("Bí mật hết hạn", "expires: 31/12/2023"),
      "content/inside.vi.md": plain("Bí mật nội bộ", "internal: true"),
    };
    const built = compileBulletin(files);
    const text = built.paths
      .filter((path) => path.endsWith(".html"))
      .map(built.page)
      .join("\n");
    expect(text).toContain("Công khai");
    expect(text).not.toMatch(/Bí mật|bi-mat|tagnhap/);
    expect(built.paths.join("\n")).not.toMatch(/bi-mat|tagnhap/);
    const shown = (show: object) => html(compileBulletin(files, { show }).paths).join("\n");
    expect(shown({ drafts: true })).toMatch(/bi-mat-nhap/);
    expect(shown({ future: true })).toMatch(/bi-mat-tuong-lai/);
    expect(shown({ expired: true })).toMatch(/bi-mat-het-han/);
    expect(shown({ drafts: true, future: true, expired: true })).not.toMatch(/noi-bo/);
  });

  test("an article expires at the end of its last day, in the bulletin's time zone", () => {
    const files = { "content/a.vi.md": plain("Bài", "expires: 31/12/2023") };
    const at = (now: string) => compileBulletin(files, { now }).paths.includes("vi/2023/01/bai.html");
    expect(at("2023-12-31T23:59:59+07:00")).toBe(true);
    expect(at("2024-01-01T00:00:01+07:00")).toBe(false);
    expect(at("2023-01-20T09:49:00+07:00")).toBe(false);
  });

  test("an article of 2 in the morning belongs to its own month whatever zone the offset names", () => {
    const { paths } = compileBulletin({
      "content/a.vi.md": article("title: Bài\ndate: 2023-01-31T18:30:00Z"),
    });
    expect(html(paths)).toContain("vi/2023/02/bai.html");
  });
});

describe("what a story shares", () => {
  test("the translation takes over date, author, tags, section, issue; its own values win", () => {
    const { page } = compileBulletin({
      "content/tags.yaml": "chi-bo: { vi: Chi bộ, en: Party cell }\n",
      "content/a.vi.md": plain(
        "Bài",
        "tags: [Chi bộ, riêng]\nauthor: Thanh Nga\nsection: Đời sống\nissue: 01/2023",
      ),
      "content/a.en.md": article("title: Story\nauthor: John Lee"),
    });
    const english = page("en/2023/01/story.html");
    expect(english).toContain("Party cell");
    expect(english).toMatch(/lang="vi"[^>]*>riêng/);
    expect(english).toContain("John Lee");
    expect(english).not.toContain("Thanh Nga");
    expect(english).toContain("20 January 2023");
  });

  test("a link goes to the reader's language, else to the named file with its language", () => {
    const { page } = compileBulletin({
      "content/a.vi.md": plain("Bài a", "", "Xem [b](b.vi.md), [c](c.vi.md), [bản Anh](a.en.md)."),
      "content/a.en.md": plain("Story a", "", "See [b](b.vi.md#muc), [c](c.vi.md)."),
      "content/b.vi.md": plain("Bài b", "", "## Mục"),
      "content/b.en.md": plain("Story b", "", "## Muc"),
      "content/c.vi.md": plain("Bài c"),
    });
    const english = page("en/2023/01/story-a.html");
    expect(english).toContain('<a href="story-b.html#h-muc">b</a>');
    expect(english).toContain('<a href="../../../vi/2023/01/bai-c.html" hreflang="vi">c</a>');
    expect(page("vi/2023/01/bai-a.html")).toContain(
      '<a href="../../../en/2023/01/story-a.html" hreflang="en">bản Anh</a>',
    );
  });
});

describe("order", () => {
  const files = {
    "content/b.vi.md": article("title: Bài b\ndate: 20/01/2023"),
    "content/a.vi.md": article("title: Bài a\ndate: 20/01/2023"),
    "content/c.vi.md": article("title: Bài c\ndate: 20/01/2023 - 07:00"),
    "content/d.vi.md": article("title: Bài d\ndate: 19/01/2023"),
  };
  const titles = (text: string) => [...text.matchAll(/Bài [abcd](?=<\/a>)/g)].map(([title]) => title);

  test("newest first; one day without times keeps the order of paths", () => {
    const list = compileBulletin(files).page("vi/latest/index.html");
    expect([...new Set(titles(list))]).toEqual(["Bài c", "Bài a", "Bài b", "Bài d"]);
    expect(list).not.toContain("- 00:00");
  });

  test("the order of the files on the disk changes no byte", () => {
    const one = compileBulletin(files);
    const other = compileBulletin(Object.fromEntries(Object.entries(files).reverse()));
    for (const path of one.paths.filter((name) => name.endsWith(".html")))
      expect(other.page(path)).toBe(one.page(path));
  });
});

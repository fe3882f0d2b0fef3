import { describe, expect, test } from "vitest";
import type { ArticleData } from "../../src/pages/article.js";
import { type ArticleSpec, dataOf, makeIssue, makeMoment, makeSite, renderSite } from "./site-factory.js";

const full: ArticleSpec = {
  key: "can-duoc",
  title: "Cần Đước: Kiện toàn",
  on: "2023-01-20T09:50",
  leadText: "Tóm tắt của bài.",
  kicker: "Đảng bộ huyện",
  body: "<p>Thân bài.</p>",
  tags: ["Chi bộ"],
  section: "Đời sống",
  author: ["Thanh Nga"],
  issue: makeIssue("01/2023"),
  updated: makeMoment("2023-01-21T08:00"),
  corrections: [{ date: makeMoment("2023-01-22"), text: "Bản trước ghi sai tên." }],
  source: "Báo Long An",
  placeNote: "Nay thuộc tỉnh Tây Ninh.",
  attachments: [
    {
      path: "nghi-quyet.pdf",
      title: "Nghị quyết",
      number: "05-NQ/ĐU",
      date: makeMoment("2023-01-05"),
      summary: "Về cán bộ.",
      place: { line: 1, column: 1 },
    },
    { path: "khong-co.pdf", place: { line: 1, column: 1 } },
  ],
  cover: { path: "anh.jpg", alt: "Hội nghị", caption: "Quang cảnh.", credit: "Lương Quyên" },
};
const articles: readonly ArticleSpec[] = [
  { key: "older", title: "Bài cũ", on: "2022-11-01" },
  full,
  { key: "can-duoc", lang: "en", title: "A stronger system" },
  { key: "newer", title: "Bài mới", on: "2023-02-01", tags: ["Chi bộ"] },
];
const files = [
  { path: "content/anh.jpg", size: 1, width: 1600, height: 1000 },
  { path: "content/nghi-quyet.pdf", size: 1_200_000 },
];
const url = "https://h.example/a";
const site = makeSite({ articles, files, config: { url } });
const path = "vi/2023/01/can-duoc-kien-toan.html";

const plainText = (html: string) =>
  html
    .replace(/<head>[\s\S]*?<\/head>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

test("the parts of an article come in their order", () => {
  const text = plainText(renderSite(site).get(path) ?? "");
  const parts = [
    "Tiếng Việt",
    "English",
    "Đời sống 20/01/2023 - 09:50",
    "Cập nhật: 21/01/2023 - 08:00",
    "Đính chính ( 22/01/2023 ): Bản trước ghi sai tên.",
    "Đảng bộ huyện",
    "Cần Đước: Kiện toàn",
    "Tóm tắt của bài.",
    "Quang cảnh. Ảnh: Lương Quyên",
    "Thân bài.",
    "Thanh Nga",
    "Nguồn: Báo Long An",
    "Ghi chú về địa danh: Nay thuộc tỉnh Tây Ninh.",
    "Tài liệu Nghị quyết (PDF, 1,2 MB) Số 05-NQ/ĐU, ngày 05/01/2023 Về cán bộ.",
    "Từ khóa Chi bộ",
    "h.example/a/vi/2023/01/can-duoc-kien-toan.html",
    "Chia sẻ bài viết Zalo Facebook Sao chép liên kết Thư điện tử",
    "Tin liên quan 01/02/2023 Bài mới",
    "Bài trước Bài cũ",
    "Bài sau Bài mới",
  ];
  let at = 0;
  for (const part of parts) {
    const found = text.replaceAll("\u00a0", " ").indexOf(part, at);
    expect(found, `${part} after ${at} in ${text}`).toBeGreaterThanOrEqual(at);
    at = found + part.length;
  }
});

test("an author's name may stand above the text", () => {
  const top = makeSite({ articles: [{ ...full, byline: "top" }], files });
  const text = plainText(renderSite(top).get(path) ?? "");
  expect(text.indexOf("Thanh Nga")).toBeLessThan(text.indexOf("Thân bài."));
  expect(text.match(/Thanh Nga/g)).toHaveLength(1);
});

describe("what an article leaves out is not shown", () => {
  const bare = makeSite({ articles: [{ key: "bare", title: "Bài trơn", on: "2023-01-20" }] });
  test("no empty part, no time that was not given", () => {
    const html = renderSite(bare).get("vi/2023/01/bai-tron.html") ?? "";
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    expect(main).not.toMatch(/<(\w+)[^>]*>\s*<\/\1>/);
    for (const word of [
      "Cập nhật",
      "Đính chính",
      "Từ khóa",
      "Tài liệu",
      "Tin liên quan",
      "Bài trước",
      "00:00",
    ]) {
      expect(main).not.toContain(word);
    }
    expect(main).toContain(
      '<time datetime="2023-01-20" title="Thứ Sáu, ngày 20 tháng 01 năm 2023">20/01/2023</time>',
    );
  });
});

describe("the cover", () => {
  const coverOf = (spec: ArticleSpec, where = path) =>
    dataOf<ArticleData>(makeSite({ articles: [spec], files }), where).page.cover;

  test.each([
    ["Lương Quyên", "Ảnh: Lương Quyên"],
    ["Ảnh: Lương Quyên", "Ảnh: Lương Quyên"],
    ["(Ảnh: CPV)", "(Ảnh: CPV)"],
    ["Ảnh tư liệu", "Ảnh tư liệu"],
    ["Nguồn ảnh: TTXVN", "Nguồn ảnh: TTXVN"],
    ["Photo: VNA", "Photo: VNA"],
    ["", ""],
  ])("credit %s", (credit, shown) => {
    expect(coverOf({ ...full, cover: { path: "anh.jpg", credit } })?.credit).toBe(shown);
  });

  test("is not shown twice", () => {
    const image = { alt: "", role: "figure", place: { line: 9, column: 1 } } as const;
    expect(coverOf({ ...full, images: [{ ...image, path: "/anh.jpg" }] })).toBeUndefined();
    expect(coverOf({ ...full, images: [{ ...image, path: "anh-khac.jpg" }] })).toBeDefined();
  });

  test("is not shown where the photo is not there", () => {
    expect(coverOf({ ...full, cover: { path: "khong-co.jpg" } })).toBeUndefined();
  });

  test("that comes from the other language says in which its words are", () => {
    const shared = dataOf<ArticleData>(site, "en/2023/01/a-stronger-system.html").page.cover;
    expect(shared).toMatchObject({ lang: "vi", caption: "Quang cảnh." });
    expect(dataOf<ArticleData>(site, path).page.cover?.lang).toBe("");
  });
});

describe("older and newer", () => {
  test.each([
    [path, "Bài cũ", "Bài mới"],
    ["vi/2022/11/bai-cu.html", undefined, "Cần Đước: Kiện toàn"],
    ["vi/2023/02/bai-moi.html", "Cần Đước: Kiện toàn", undefined],
    ["en/2023/01/a-stronger-system.html", undefined, undefined],
  ])("%s", (where, older, newer) => {
    const { page } = dataOf<ArticleData>(site, where);
    expect([page.older?.text, page.newer?.text]).toEqual([older, newer]);
  });
});

describe("the sharing row", () => {
  test("without an address of the site it has the ways that need none", () => {
    const { share } = dataOf<ArticleData>(makeSite({ articles }), path).page;
    expect(share).toEqual({
      href: "can-duoc-kien-toan/share.html",
      links: [
        {
          channel: "copy",
          label: "Sao chép liên kết",
          href: "can-duoc-kien-toan/share.html#address",
          address: "can-duoc-kien-toan.html",
          done: "Đã sao chép liên kết",
        },
        {
          channel: "print",
          label: "In bài viết",
          href: "can-duoc-kien-toan.html?print",
          address: "",
          done: "",
        },
      ],
      app: { title: "Cần Đước: Kiện toàn", text: "Tóm tắt của bài.", url: "can-duoc-kien-toan.html" },
    });
  });

  test("has the channels of the configuration, in their order", () => {
    const { share } = dataOf<ArticleData>(
      makeSite({ articles, config: { url, share: ["x", "zalo"] } }),
      path,
    ).page;
    expect(share.links.map(({ label }) => label)).toEqual(["X", "Zalo"]);
  });
});

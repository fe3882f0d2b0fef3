// Every report that needs the whole site, input by input; the table itself is checks.reports.txt.
import { expect, test } from "vitest";
import { type BulletinOptions, compileBulletin } from "../bulletin.js";
import { describeCase } from "../reports.js";
import { article, dated } from "./articles.js";

type Case = readonly [name: string, files: Record<string, string>, options?: BulletinOptions];

const plain = (title: string, more = "", body?: string) =>
  article(`title: ${title}\n${dated}\n${more}`, body);
const imprint =
  "url: https://h.example\nimprint: { vi: { governingBody: Đảng ủy xã }, en: { governingBody: Commune committee } }\n";

const cases: readonly Case[] = [
  ["a clean bulletin", { "content/a.vi.md": plain("Bài một"), "content/a.en.md": plain("First") }],
  [
    "a bulletin without an address",
    {
      "bantin.yaml": "imprint: { vi: { governingBody: Đảng ủy xã }, en: { governingBody: Committee } }\n",
      "content/a.vi.md": plain("Bài một"),
    },
  ],
  [
    "no date in either language",
    { "content/a.vi.md": article("title: Bài một"), "content/a.en.md": article("title: First") },
  ],
  [
    "the date is inherited",
    { "content/a.vi.md": plain("Bài một"), "content/a.en.md": article("title: First") },
  ],
  [
    "two articles of one story in one language",
    { "content/a.vi.md": plain("Bài một"), "content/a/vi.md": plain("Bài một nữa") },
  ],
  [
    "the section given differently",
    {
      "content/a.vi.md": plain("Bài một", "section: Đời sống"),
      "content/a.en.md": plain("First", "section: Sports"),
    },
  ],
  [
    "the same section by its names in two languages",
    {
      "bantin.yaml": `${imprint}sections:\n  doi-song: { vi: Đời sống, en: Life }\n`,
      "content/a.vi.md": plain("Bài một", "section: Đời sống"),
      "content/a.en.md": plain("First", "section: Life"),
    },
  ],
  [
    "a section that is not in the list",
    {
      "bantin.yaml": `${imprint}sections:\n  doi-song: { vi: Đời sống, en: Life }\n  xay-dung-dang: { vi: Xây dựng Đảng, en: Party building }\n`,
      "content/a.vi.md": plain("Bài một", "section: Xây dựng Dảng"),
    },
  ],
  [
    "the issue given differently",
    {
      "content/a.vi.md": plain("Bài một", "issue: 01/2023"),
      "content/a.en.md": plain("First", "issue: 02/2023"),
    },
  ],
  [
    "the issue in two spellings",
    {
      "content/a.vi.md": plain("Bài một", "issue: 1/2023"),
      "content/a.en.md": plain("First", "issue: 2023-01"),
    },
  ],
  [
    "internal in one language only",
    { "content/a.vi.md": plain("Bài một", "internal: true"), "content/a.en.md": plain("First") },
  ],
  [
    "two tags with one address",
    {
      "content/a.vi.md": plain("Bài một", "tags: Đảng bộ"),
      "content/b.vi.md": plain("Bài hai", "tags: Dâng bò"),
    },
  ],
  [
    "a tag with the tone mark elsewhere is the same tag",
    {
      "content/a.vi.md": plain("Bài một", "tags: văn hoá"),
      "content/b.vi.md": plain("Bài hai", "tags: Văn hóa"),
    },
  ],
  [
    "a tag against tags.yaml",
    {
      "content/tags.yaml": "chi-bo: { vi: Chi bộ, en: Party cell }\n",
      "content/a.vi.md": plain("Bài một", "tags: [chi bo, Party cell]"),
    },
  ],
  [
    "a tag that is a number, and one without letters",
    { "content/a.vi.md": plain("Bài một", 'tags: ["2023", "🎉", "index"]') },
  ],
  [
    "two authors with one address",
    {
      "content/a.vi.md": plain("Bài một", "author: Thanh Nga"),
      "content/b.vi.md": plain("Bài hai", "author: Thành Nga"),
    },
  ],
  [
    "two articles with one address",
    {
      "content/a.vi.md": plain("Bài một"),
      "content/b.vi.md": plain("Bài một"),
      "content/c.vi.md": plain("Bài một"),
    },
  ],
  [
    "a standing page where the home page is",
    { "content/pages/a.vi.md": article("title: Trang chủ\nslug: index") },
  ],
  [
    "an address that changed",
    { "content/a.vi.md": plain("Bài mới", "aliases: vi/2022/12/x.html") },
    { published: { pages: [{ path: "vi/2023/01/bai-cu.html" as never, identity: "a vi" }] } },
  ],
  [
    "an address that changed and is kept",
    { "content/a.vi.md": plain("Bài mới", "aliases: /vi/2023/01/bai-cu.html") },
    { published: { pages: [{ path: "vi/2023/01/bai-cu.html" as never, identity: "a vi" }] } },
  ],
  [
    "aliases of pages that exist, or given twice",
    {
      "content/a.vi.md": plain("Bài một", "aliases: [vi/2023/01/bai-hai.html, vi/cu.html]"),
      "content/b.vi.md": plain("Bài hai", "aliases: vi/cu.html"),
    },
  ],
  [
    "aliases that differ in case alone, and one in the place of a folder",
    {
      "content/a.vi.md": plain("Bài một", "aliases: [VI/2023/01/Bai-Hai.html, vi/cu.html]"),
      "content/b.vi.md": plain("Bài hai", "aliases: vi/cu.html/bai.html"),
    },
  ],
  [
    "a link to a file that is not there",
    {
      "content/a.vi.md": plain("Bài một", "", "Xem [bài kia](bai hai.md)."),
      "content/bài hai.vi.md": plain("Bài hai"),
    },
  ],
  [
    "a link to an anchor that is not there",
    {
      "content/a.vi.md": plain(
        "Bài một",
        "",
        "Xem [mục](#ket-qua) và [mục kia](b.vi.md#giai-phap).\n\n## Kết quả bước đầu",
      ),
      "content/b.vi.md": plain("Bài hai"),
    },
  ],
  [
    "a link out of the folder",
    { "content/a.vi.md": plain("Bài một", "", "Xem [tệp](../../../etc/passwd) và ![ảnh](../../anh.jpg).") },
  ],
  [
    "a link to a draft, and to a broken article",
    {
      "content/a.vi.md": plain("Bài một", "", "Xem [nháp](b.vi.md), [hỏng](c.vi.md)."),
      "content/b.vi.md": plain("Bài hai", "draft: true"),
      "content/c.vi.md": article("title: Ba\ndate: hôm qua"),
    },
  ],
  [
    "a link to a made page that is not there",
    {
      "content/a.vi.md": plain(
        "Bài một",
        "",
        "Xem [mới](/vi/latest/index.html), [từ khóa](/vi/tags/chi-b.html).",
      ),
      "content/b.vi.md": plain("Bài hai", "tags: chi bộ"),
    },
  ],
  [
    "a link to a file of a kind that is not published",
    { "content/a.vi.md": plain("Bài một", "", "Xem [trang](trang.html)."), "content/trang.html": "<script>" },
  ],
  [
    "photos: another spelling, none, HEIC, a drawing",
    {
      "content/a.vi.md": plain(
        "Bài một",
        "",
        "![a](<IMG 2023.jpg>)\n\n![b](khong.jpg)\n\n![c](IMG_0412.HEIC)\n\n![d](so-do.svg)",
      ),
    },
    { photos: { "content/IMG_2023.JPG": {}, "content/so-do.svg": {}, "content/IMG_0412.HEIC": {} } },
  ],
  [
    "photos: damaged, too many pixels, a small cover",
    { "content/a.vi.md": plain("Bài một", "cover: nho.jpg", "![a](hong.jpg)\n\n![b](to.jpg)") },
    {
      photos: {
        "content/hong.jpg": { unreadable: "unsupported" },
        "content/to.jpg": { width: 30000, height: 30000 },
        "content/nho.jpg": { width: 800, height: 600 },
      },
    },
  ],
  [
    "photos: another kind than the name says, an animation, a drawing with a script, a linked one that is damaged",
    {
      "content/a.vi.md": plain("Bài một", "", "![a](a.jpg)\n\n![b](b.gif)\n\n![c](c.svg)\n\n[xem](d.png)"),
    },
    {
      photos: {
        "content/a.jpg": { width: 900, height: 600, format: "webp" },
        "content/b.gif": { width: 900, height: 600, format: "gif", frames: 12 },
        "content/c.svg": {
          width: 9,
          height: 9,
          format: "svg",
          drawing: { text: "<svg/>", dropped: ["<script>", "onclick"] },
        },
        "content/d.png": { unreadable: "unsupported" },
      },
    },
  ],
  [
    "a logo for cards that is not there",
    {
      "bantin.yaml": `${imprint}cards: { logo: favicon.sgv }\n`,
      "content/a.vi.md": plain("Bài một", "", "Chữ."),
    },
  ],
  [
    "attachments: none, too large",
    {
      "bantin.yaml": `${imprint}limits: { attachmentBytes: 1000000 }\n`,
      "content/a.vi.md": plain("Bài một", "attachments: [bao cao.pdf, to.pdf]"),
    },
    { photos: { "content/bao-cao.pdf": {}, "content/to.pdf": { size: 30_000_000 } } },
  ],
  [
    "a Word file that nobody links to",
    { "content/a.vi.md": plain("Bài một", "", "Tải [mẫu](mau.docx).") },
    { photos: { "content/Bài của Lan.docx": {}, "content/mau.docx": { size: 10 } } },
  ],
  [
    "a menu with a page that is not there",
    {
      "bantin.yaml": `${imprint}menu: [gioi-thieu, lien-hee]\n`,
      "content/pages/gioi-thieu.vi.md": article("title: Giới thiệu"),
      "content/pages/lien-he.vi.md": article("title: Liên hệ"),
    },
  ],
  [
    "words missing in a third language",
    {
      "bantin.yaml": `url: https://h.example\nimprint: { vi: { governingBody: Đảng ủy xã } }\nlanguages: [vi, fr]\nwords: { fr: { latest: Dernières nouvelles, latst: x } }\n`,
      "content/a.vi.md": plain("Bài một"),
    },
  ],
];

test("reports of the whole site", async () => {
  const table = cases.map(([name, files, options]) =>
    describeCase(name, compileBulletin(files, options).all),
  );
  await expect(table.join("\n")).toMatchFileSnapshot("checks.reports.txt");
});

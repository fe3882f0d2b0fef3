// Every report about bantin.yaml, input by input; the table itself is config.reports.txt.
import { expect, test } from "vitest";
import { hashText } from "../../src/model/hash.js";
import { sourcePath } from "../../src/model/paths.js";
import { parseConfig } from "../../src/parse/config.js";
import { describeCase } from "../reports.js";

const imprint = "imprint: { governingBody: Đảng ủy xã }";

/** The imprint is added on the last line, so that only what a case is about is reported. */
const cases: readonly (readonly [name: string, text: string])[] = [
  ["nothing wrong", "title: Bản tin\n"],

  // Lines
  ["a tab before a field", "title:\n\tvi: Bản tin\n\ten: Bulletin\n"],
  ["a no-break space before a field", "title:\n\u00a0\u00a0vi: Bản tin\n  en: Bulletin\n"],
  ["no space after the colon", "title:Bản tin\nurl:https://example.vn\n"],
  ["no space after the colon of an inner field", "title:\n  vi:Bản tin\n  en: Bulletin\n"],
  ["a no-break space after the colon", "title:\u00a0Bản tin\n"],
  ["a full-width colon", "title：Bản tin\n"],
  ["no space after the colon, and a colon in the text", "title:Bản tin: số 1\n"],
  ["a colon in the title", "title: Cần Đước: Bản tin Đảng bộ\npageSize: 0\n"],
  ["a colon at the end of a text", "footer: Xuất bản bởi:\n"],
  ["a colon in a text within a list", "menu:\n  - title: Tỉnh: trang chính\n    url: https://example.vn\n"],
  ["curly quotes around a colon", "title: “Cần Đước: Bản tin”\n"],
  ["words after the closing quote", 'title: "Niềm nở" khi tiếp dân\n'],
  ["words after a closing single quote", "dateFormat: 'ngày' dd/MM/yyyy\n"],
  ["a quote that is not closed", 'title: "Bản tin\npublisher: Đảng ủy\n'],
  ["a single quote that is not closed, in a list", "share:\n  - 'zalo\n  - copy\n"],
  ["a bracket that is not closed", "share: [zalo, copy\ntitle: Bản tin\n"],
  ["words after a closing bracket", "dateFormat: [HH:mm, ]dd/MM/yyyy\n"],
  ["a field deeper than its neighbours", "title:\n  vi: Bản tin\n    en: Bulletin\n"],
  ["a field between two levels", "title:\n  vi: Bản tin\n en: Bulletin\n"],
  ["a field below a text in quotes", 'title: "Bản tin"\n  en: Bulletin\n'],
  ["no space after the hyphen", "menu:\n  -gioi-thieu\n  - lien-he\n"],
  ["a text cut at #", "title: Bản tin #1\n"],
  ["a value that is a remark", "theme:\n  accent: #b3261e\n"],
  ["a file in two parts", "title: Bản tin\n---\npageSize: 0\n"],
  ["a line without a colon", "title: Bản tin\npageSize 20\npublisher: Đảng ủy\n"],
  ["a sign that starts nothing", "publisher: @dang-uy\n"],
  ["a host with a star", "hosts:\n  - *.example.vn\n"],
  ["a line without a colon below a field", "title:\n  Bản tin\npublisher\npageSize:20\n"],
  ["an alias", "title: &a Bản tin\n"],
  ["a text that is not a list of fields", "- title\n- url\n# no imprint"],

  // Keys
  ["an unknown field", "tittle: Bản tin\n"],
  ["a Vietnamese field", "múi giờ: Asia/Ho_Chi_Minh\n"],
  ["a field like no other", "abcdefgh: 1\n"],
  ["the same field twice", "title: Bản tin\ntitle: Bản tin khác\n"],
  ["the same field in two spellings", "pageSize: 10\npage-size: 20\n"],

  // url
  ["an address without https", "url: example.vn\n"],
  ["an address with one slash", "url: https:/example.vn/bantin\n"],
  ["an address with a wrong scheme", "url: ftp://example.vn\n"],
  ["an address that is none", "url: của chúng tôi\n"],
  ["an address with a password", "url: https://an:mat-khau@example.vn\n"],
  ["an address with a query", "url: https://example.vn/?a=1\n"],
  ["an address with a fragment", "url: https://example.vn/bantin/#dau\n"],
  ["the address of a file", "url: https://example.vn/bantin/index.html\n"],
  ["an address as a list", "url: [https://example.vn]\n"],

  // languages
  ["a language by its name", "languages: [Việt, en]\n"],
  ["a country for a language", "languages: vn, en\n"],
  ["an underscore in a code", "languages: [vi, zh_Hant]\n"],
  ["no code at all", "languages: [vi, '123456789']\n"],
  ["a language twice", "languages: vi, en, VI\n"],
  ["a language that is a folder of the site", "languages: [vi, media]\n"],
  ["no language", "languages: []\n"],
  ["languages as a group", "languages: { vi: có }\n"],

  // Texts by language
  ["a title in an unknown language", "title: { vi: Bản tin, en: Bulletin, fr: Bulletin }\n"],
  ["a title in a country", "title: { vn: Bản tin, en: Bulletin }\n"],
  ["a title missing in a language", "title:\n  vi: Bản tin Đảng bộ\n"],
  ["an empty title", 'title: ""\n'],
  ["a title as a list", "title: [Bản tin]\n"],
  ["a description with a language twice", "description: { vi: Một, VI: Hai }\n"],
  ["a description within a description", "description: { vi: { a: b } }\n"],

  // imprint (with its own line, the added one is left out)
  ["an imprint with a typing error in its key", "imprnt: { governingBody: Đảng ủy }\n# no imprint"],
  ["no imprint", "title: Bản tin\n# imprint"],
  ["an empty imprint", "imprint:\n"],
  ["an imprint without texts", "imprint:\n  governingBody:\n"],
  ["an unknown field of the imprint", "imprint:\n  governingBody: Đảng ủy\n  fax: 123\n"],
  ["an imprint field nearly right", "imprint:\n  cơ quan chủ quả: Đảng ủy\n"],
  ["an imprint field in two spellings", "imprint:\n  giấy phép: Số 1\n  licence: Số 2\n"],
  [
    "an imprint in an unknown language",
    "imprint:\n  vi: { governingBody: Đảng ủy }\n  fr: { governingBody: A }\n",
  ],
  ["an imprint in one text", "imprint: Đảng ủy xã\n"],

  // menu
  ["a menu entry without an address", "menu:\n  - { title: Tỉnh ủy }\n"],
  ["a menu address that runs a script", 'menu:\n  - { title: A, url: "javascript:alert(1)" }\n'],
  ["a menu address without https", "menu:\n  - title: A\n    url: example.vn\n"],
  ["an unknown field of a menu entry", "menu:\n  - { title: A, url: https://example.vn, icon: x }\n"],
  ["a menu as a group", "menu: { a: b }\n"],
  ["a page without a name", "menu: [content/pages/]\n"],
  ["a list in the menu", "menu:\n  - [a]\n"],

  // timeZone
  ["a time zone by its offset", "timeZone: GMT+7\n"],
  ["an offset alone", "timeZone: +07:00\n"],
  ["a time zone with a typing error", "timeZone: Asia/Ho Chi Min\n"],
  ["a city", "timeZone: Tokyo\n"],
  ["a time zone like no other", "timeZone: Sao Hỏa và Mộc\n"],

  // sections
  ["a section id with marks", "sections:\n  Tin tức: { vi: Tin tức, en: News }\n"],
  ["a section id with marks and a name", "sections:\n  Tin tức: Tin trong xã\n"],
  ["a section called index", "sections:\n  index: Mục lục\n"],
  ["a section that is a number", "sections:\n  2023: Năm 2023\n"],
  ["a section of emoji", "sections: [🎉, Tin tức]\n"],
  ["a section twice", "sections:\n  - tin-tuc: Tin\n  - Tin tức\n"],
  ["the same section id", "sections:\n  tin-tuc: Tin\n  tin-tuc: Tức\n"],
  ["two sections of one name", "sections:\n  a: Văn hoá\n  b: { vi: Văn hóa, en: Culture }\n"],
  ["a section without a name", "sections:\n  tin-tuc:\n  doi-song: {}\n"],
  ["a section in an unknown language", "sections:\n  tin-tuc: { fr: Actualités }\n"],
  ["a section that is a list", "sections:\n  - [a, b]\n"],
  ["sections as one text", "sections: Tin tức\n"],

  // Numbers and choices
  ["a page size of zero", "pageSize: 0\n"],
  ["a page size in words", "pageSize: hai mươi\n"],
  ["a page size with a fraction", "pageSize: 10.5\n"],
  ["a page size as a list", "page_size: [10]\n"],
  ["unknown channels", "share: zalo, Facebok, mạng xã hội\n"],
  ["channels by other names", "share:\n  - zalo\n  - in\n  - twitter\n"],
  ["a channel twice", "share: zalo, copy, zalo\n"],
  ["a byline in the middle", "byline: giữa\n"],
  ["a byline by its Vietnamese name", "byline: cuối\n"],

  // dateFormat
  ["a pattern with words", "dateFormat: ngày dd tháng MM năm yyyy\n"],
  ["a pattern of another program", "dateFormat:\n  vi: DD/MM/YYYY\n"],
  ["minutes for the month", "dateFormat: dd/mm/yyyy\n"],
  ["a quote that is not closed in a pattern", "dateFormat: dd 'tháng MM\n"],
  ["a bracket that is not closed in a pattern", "dateFormat: 'dd/MM/yyyy[ - HH:mm'\n"],
  ["brackets within brackets", "dateFormat: dd/MM/yyyy[ - HH[:mm]]\n"],
  ["a pattern of the time alone", 'dateFormat: "[HH:mm]"\n'],

  // words, switches, plain data, hosts, limits
  ["words of an unknown language", "words:\n  fr: { share: Partager }\n"],
  ["words without a language", "words:\n  share: Chia sẻ\n"],
  ["a word as a list", "words:\n  vi: { share: [a] }\n"],
  ["a word twice", "words:\n  vi: { share: a, share: b }\n"],
  ["an unknown plural", "words:\n  vi: { articles: { others: bài } }\n"],
  ["cards neither on nor off", "cards: đôi khi\n"],
  ["search as a list", "search: [a]\n"],
  ["photos as a text", "photos: lớn\n"],
  ["a setting twice", "cards: { style: a, style: b }\n"],

  // theme
  ["a theme that is not a group", "theme: red\n"],
  ["another word for a colour", 'theme:\n  màu: "#a8141c"\n'],
  ["an unknown setting of the theme", 'theme:\n  accnt: "#a8141c"\n'],
  ["a colour by its name", "theme:\n  accent: red\n"],
  ["a colour without its sign", "theme:\n  accent: a8141c\n  dark: { ink: fff }\n"],
  ["a colour that is not a text", "theme:\n  gold: [1, 2]\n"],
  ["an accent too pale for the paper", 'theme:\n  accent: "#e8a0a0"\n'],
  ["a paper too dark for ink and accent", 'theme:\n  paper: "#444"\n'],
  ["a dark accent too dark", 'theme:\n  dark:\n    accent: "#a8141c"\n'],
  ["dark colours that are not a group", "theme:\n  dark: có\n"],
  ["a logo out of assets", "theme:\n  logo: ../logo.svg\n"],
  ["a logo that is no picture", "theme:\n  logo: logo.pdf\n"],
  ["letters in a format that no browser wants", "theme:\n  fonts: { text: chu.ttf }\n"],
  ["letters without a role", "theme:\n  fonts: chu.woff2\n"],
  ["letters for an unknown role", "theme:\n  fonts: { serif: chu.woff2 }\n"],
  [
    "photos: widths, quality and AVIF that do not fit",
    "photos:\n  widths: [400, rộng, 9000]\n  quality: 300\n  avif: đôi khi\n",
  ],
  [
    "photos: too many widths, and a key that is none",
    "photos:\n  widths: 1, 2, 3, 4, 5, 6, 7, 8, 9\n  formats: [avif]\n",
  ],
  [
    "cards: colours that are none, and a key that is none",
    "cards:\n  colours: { accent: đỏ, nền: trắng }\n  logo: []\n",
  ],
  ["a host with an address", "hosts: [https://example.vn/a, example.org]\n"],
  ["a host with spaces", "hosts: [của tôi]\n"],
  ["an editor as a list", "editor: [a]\n"],
  ["an unknown limit", "limits: { photoMegapixel: 10 }\n"],
  ["a limit with a unit", "limits: { attachmentBytes: 5 MB }\n"],
  ["a limit out of bounds", "limits: { nesting: 100000 }\n"],

  [
    "many at once",
    "url: example.vn\ntitle: Cần Đước: Bản tin\npageSize: nhiều\nshare: zalo, fb\ntiemZone: a\n",
  ],
];

test("reports about bantin.yaml", async () => {
  const table = cases.map(([name, lines]) => {
    const text = lines.includes("imprint") ? lines : `${lines}${imprint}\n`;
    const { diagnostics } = parseConfig({ path: sourcePath("bantin.yaml"), text, hash: hashText(text) });
    return describeCase(`${name}\n${shown(lines)}`, diagnostics);
  });
  await expect(table.join("\n")).toMatchFileSnapshot("config.reports.txt");
});

/** With the white space that the case is about made visible. */
function shown(text: string): string {
  const visible = text.trimEnd().replaceAll("\t", "⇥").replaceAll("\u00a0", "⍽");
  return visible.replace(/^/gm, "  | ");
}

import { describe, expect, test } from "vitest";
import type { Output } from "../../src/model/page.js";
import { compileBulletin } from "../bulletin.js";

const article = (title: string, more = "") =>
  `---\ntitle: ${title}\ndate: 20/01/2023\nsection: Xây dựng Đảng\ntags: [Chi bộ]\n${more}---\n\nMột đoạn.\n`;

const files = (config = "", more = "") => ({
  "bantin.yaml": `url: https://example.org\nlanguages: [vi]\n${config}`,
  "content/a.md": article("Bài một", more),
});

const photos = { "content/anh.jpg": { width: 1600, height: 1200, format: "jpeg", hash: "ab" } };

type Card = Extract<Output, { kind: "card" }>;
const cardsOf = (outputs: readonly Output[]) =>
  outputs.filter((output): output is Card => output.kind === "card");
const cardOf = (outputs: readonly Output[], name: string) => {
  const found = cardsOf(outputs).find(({ path }) => path.startsWith(`cards/vi/${name}-`));
  if (found === undefined) throw new Error(`no card ${name}`);
  return found;
};
const names = (outputs: readonly Output[]) =>
  cardsOf(outputs).map(({ path }) => path.replace(/-[0-9a-f]{10}\.jpg$/, "").slice("cards/vi/".length));

describe("cards", () => {
  test("of an article, home, section, tag, author and issue, two shapes each; other pages share that of home", () => {
    const made = compileBulletin(files("", "author: Lan\nissue: 01/2023\n"));
    const about = ["bai-mot", "home", "section-xay-dung-dang", "tag-chi-bo", "author-lan", "issue-2023-01"];
    expect(names(made.outputs).sort()).toEqual(about.flatMap((name) => [name, `${name}-square`]).sort());
    const home = cardOf(made.outputs, "home").path;
    for (const page of ["vi/index.html", "vi/latest/index.html", "vi/archive/2023/01.html", "index.html"]) {
      expect(made.page(page)).toContain(`<meta property="og:image" content="https://example.org/${home}">`);
    }
    const own = cardOf(made.outputs, "bai-mot").path;
    for (const page of ["vi/2023/01/bai-mot.html", "vi/2023/01/bai-mot/share.html"]) {
      expect(made.page(page)).toContain(`<meta property="og:image" content="https://example.org/${own}">`);
    }
    expect(made.page("404.html")).not.toContain("og:image");
  });

  test("say what the article says, in the language of the page, NFC", () => {
    const made = compileBulletin({ ...files(), "content/a.md": article("Ba\u0300i mo\u0323\u0302t") });
    expect(cardOf(made.outputs, "bai-mot").spec.texts).toEqual({
      lang: "vi",
      kicker: "Xây dựng Đảng",
      title: "Bài một",
      date: "20/01/2023",
      name: "Bản tin",
    });
  });

  test("have another name when anything on them changes, and not otherwise", () => {
    const nameOf = (config = "", more = "", hash = "ab") =>
      cardOf(
        compileBulletin(files(config, more), {
          photos: { "content/anh.jpg": { ...photos["content/anh.jpg"], hash } },
        }).outputs,
        "bai-mot",
      ).path;
    const cover = "cover: anh.jpg\n";
    const different = [
      nameOf(),
      nameOf('theme: { accent: "#0b5d3b" }\n'),
      nameOf('cards: { colours: { accent: "#0b5d3c" } }\n'),
      nameOf("title: { vi: Bản tin xã }\n"),
      nameOf("", cover),
      nameOf("", cover, "cd"),
      nameOf("cards: { logo: logo.svg }\n"),
    ];
    expect(new Set(different).size).toBe(different.length);
    expect(nameOf("pageSize: 5\nfooter: Chân trang\n", "source: TTXVN\n")).toBe(nameOf());
    expect(nameOf("cards: yes\n")).toBe(nameOf());
  });

  test("take the colours and the logo of the theme, unless they have their own", () => {
    const specOf = (config: string) => cardOf(compileBulletin(files(config)).outputs, "bai-mot").spec;
    const theme = 'theme: { accent: "#0b5d3b", logo: logo.svg }\n';
    expect(specOf(theme).colours).toMatchObject({ accent: "#0b5d3b", paper: "#fffdf9" });
    expect(specOf(theme).logo?.path).toBe("assets/logo.svg");
    const own = specOf(`${theme}cards: { colours: { accent: "#123456" }, logo: favicon.svg }\n`);
    expect([own.colours.accent, own.logo?.path]).toEqual(["#123456", "assets/favicon.svg"]);
  });

  test("are gone with cards: no, and so is the picture of the code; the code on the page stays", () => {
    const made = compileBulletin(files("cards: no\n"));
    expect(cardsOf(made.outputs)).toEqual([]);
    expect(made.page("vi/2023/01/bai-mot.html")).not.toContain("cards/");
    const sharing = made.page("vi/2023/01/bai-mot/share.html");
    expect(sharing).not.toContain("cards/");
    expect(sharing).toContain('<svg class="qr-code"');
  });
});

describe("the code to keep", () => {
  const codes = (config: string) =>
    compileBulletin(files(config)).outputs.filter(({ kind }) => kind === "qr");

  test("is one for each article, under a name that follows its address", () => {
    const [code, ...more] = codes("");
    expect(more).toEqual([]);
    expect(code?.path).toMatch(/^cards\/vi\/bai-mot-qr-[0-9a-f]{10}\.png$/);
    expect(codes("footer: x\n")[0]?.path).toBe(code?.path);
  });

  test("is not made where the sharing page shows none", () => {
    expect(codes("share: [zalo, copy]\n")).toEqual([]);
    expect(codes("cards: no\n")).toEqual([]);
    const made = compileBulletin({ ...files(), "bantin.yaml": "languages: [vi]\n" });
    expect(made.outputs.filter(({ kind }) => kind === "qr")).toEqual([]);
  });
});

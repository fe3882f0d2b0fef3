import { describe, expect, test } from "vitest";
import { rehypeAbbreviations } from "../../../src/parse/plugins/abbreviations.js";
import { rehypeFigures } from "../../../src/parse/plugins/figures.js";
import { read, type Setting } from "./reading.js";

function htmlOf(markdown: string, setting?: Setting): string {
  return read(markdown, [rehypeFigures, rehypeAbbreviations], setting).html;
}

/** Abbreviations as `[TCCSĐ: tổ chức cơ sở Đảng]`, with `!` for the first use in a paragraph. */
function marksIn(markdown: string, setting?: Setting): string {
  return htmlOf(markdown, setting)
    .replace(/<abbr class="first" title="([^"]*)">([^<]*)<\/abbr>/g, "[$2!: $1]")
    .replace(/<abbr title="([^"]*)">([^<]*)<\/abbr>/g, "[$2: $1]")
    .replace(/<\/?p>/g, "")
    .replace(/\n+/g, " ");
}

const define = "Cán bộ (CB), đảng viên (ĐV).";

describe("an abbreviation of the article", () => {
  test.each([
    ["is explained from its definition on", "CB. Cán bộ (CB). CB.", "CB. Cán bộ (CB). [CB!: Cán bộ]."],
    [
      "is underlined once a paragraph",
      "Cán bộ (CB) và CB, CB.\n\nCB, CB",
      "Cán bộ (CB) và [CB!: Cán bộ], [CB: Cán bộ]. [CB!: Cán bộ], [CB: Cán bộ]",
    ],
    [
      "each in its turn",
      `${define}\n\nCB, ĐV, CB`,
      `${define} [CB!: Cán bộ], [ĐV!: đảng viên], [CB: Cán bộ]`,
    ],
    [
      "across emphasis",
      "tổ chức cơ sở **Đảng** (TCCSĐ) và TCCSĐ",
      "tổ chức cơ sở <strong>Đảng</strong> (TCCSĐ) và [TCCSĐ!: tổ chức cơ sở Đảng]",
    ],
    ["in bold parentheses", "cán bộ (**CB**), CB", "cán bộ (<strong>CB</strong>), [CB!: cán bộ]"],
    ["inside emphasis", `${define} *Mọi CB*`, `${define} <em>Mọi [CB!: Cán bộ]</em>`],
    [
      "with a hyphen",
      "kinh tế - xã hội (KT-XH): KT-XH",
      "kinh tế - xã hội (KT-XH): [KT-XH!: kinh tế - xã hội]",
    ],
    [
      "defined anew",
      "Cán bộ (CB): CB. Chi bộ (CB): CB.",
      "Cán bộ (CB): [CB!: Cán bộ]. Chi bộ (CB): [CB: Chi bộ].",
    ],
    ["defined again", "Cán bộ (CB). Mọi cán bộ (CB).", "Cán bộ (CB). Mọi cán bộ (CB)."],
    [
      "in parentheses elsewhere",
      `${define} Nhiều người (CB) họp`,
      `${define} Nhiều người ([CB!: Cán bộ]) họp`,
    ],
    ["before the end mark", `${define} Mọi CB./.`, `${define} Mọi [CB!: Cán bộ]./.`],
    [
      "English",
      "The People’s Committee (PC). The PC’s work.",
      "The People’s Committee (PC). The [PC!: People’s Committee]’s work.",
    ],
    [
      "with quotation marks in its words",
      'Chi bộ "bốn tốt" (CBBT). CBBT',
      'Chi bộ "bốn tốt" (CBBT). [CBBT!: Chi bộ &#x22;bốn tốt&#x22;]',
    ],
  ])("%s", (_, markdown, expected) => {
    expect(marksIn(markdown)).toBe(expected);
  });

  test("is collected from the lead, captions and headings, in reading order", () => {
    const markdown = `**Tổ chức cơ sở Đảng (TCCSĐ) họp.**

TCCSĐ, HĐND

![Họp](a.jpg)

*Hội đồng nhân dân (HĐND) và TCCSĐ*

## Công tác cán bộ (CB) của TCCSĐ

HĐND, CB`;
    expect(marksIn(markdown).replace(/.*?<p class="lead">/, "")).toBe(
      "Tổ chức cơ sở Đảng (TCCSĐ) họp. [TCCSĐ!: Tổ chức cơ sở Đảng], HĐND " +
        '<figure class="photo"><img src="a.jpg" alt="Họp"><figcaption>Hội đồng nhân dân (HĐND) và [TCCSĐ!: Tổ chức cơ sở Đảng]</figcaption></figure> ' +
        "<h2>Công tác cán bộ (CB) của TCCSĐ</h2> [HĐND!: Hội đồng nhân dân], [CB!: cán bộ]",
    );
  });

  test.each([
    ["a document's number", "Chỉ thị 05-CB/ĐV"],
    ["a longer abbreviation", "CBX, XCB, CBs, CB1"],
    ["joined by a slash", "CB/CNV"],
    ["an address in words", "Xem ubnd.vn/CB và CB@ubnd.vn"],
    ["a combining mark", "CB\u0301"],
    ["code", "Gõ `CB` hoặc\n\n```\nCB\n```"],
    ["a link", "[Mọi CB](a.md) và https://x.vn/CB"],
    ["a heading", "## Mọi CB"],
    ["two nodes", "C**B**"],
  ])("stays plain: %s", (_, markdown) => {
    expect(htmlOf(`${define}\n\n${markdown}`)).toBe(read(`${define}\n\n${markdown}`, []).html);
  });
});

test("a note's call is no part of an abbreviation", () => {
  expect(htmlOf("Cán bộ (CB). Mọi CB[^1].\n\n[^1]: Báo cáo.")).toContain(">CB</abbr><sup>");
});

describe("a compound", () => {
  test.each([
    ["of a list keeps its comma", `${define} CBĐV`, `${define} [CBĐV!: Cán bộ, đảng viên]`],
    [
      "of scattered definitions",
      "Cán bộ (CB). Mọi đảng viên (ĐV). CBĐV",
      "Cán bộ (CB). Mọi đảng viên (ĐV). [CBĐV!: Cán bộ đảng viên]",
    ],
    [
      "of three",
      `${define} Nhân dân (ND). CBĐVND`,
      `${define} Nhân dân (ND). [CBĐVND!: Cán bộ, đảng viên Nhân dân]`,
    ],
    ["before its parts stays plain", `CBĐV. ${define}`, `CBĐV. ${define}`],
    ["of an unknown part stays plain", `${define} CBXY`, `${define} CBXY`],
    [
      "that is defined itself",
      `${define} Chi bộ đảng viên (CBĐV): CBĐV`,
      `${define} Chi bộ đảng viên (CBĐV): [CBĐV!: Chi bộ đảng viên]`,
    ],
    [
      "that is defined later stays plain till then",
      `${define} CBĐV. Chi bộ đảng viên (CBĐV)`,
      `${define} CBĐV. Chi bộ đảng viên (CBĐV)`,
    ],
  ])("%s", (_, markdown, expected) => {
    expect(marksIn(markdown)).toBe(expected);
  });

  test("split in two ways stays plain", () => {
    const parts = "An ba (AB), cô dì em (CDE), an ba cô (ABC), dì em (DE).";
    expect(marksIn(`${parts} ABCDE`)).toBe(`${parts} ABCDE`);
    expect(marksIn(`${parts} ABDE`)).toBe(`${parts} [ABDE!: An ba dì em]`);
  });
});

describe("a common abbreviation of the bulletin", () => {
  const abbreviations = {
    UBND: "ủy ban nhân dân",
    ThS: "thạc sĩ",
    CPV: "Communist Party of Vietnam",
    "TP.HCM": "Thành phố Hồ Chí Minh",
  };

  test.each([
    ["is explained everywhere", "UBND họp", "[UBND!: ủy ban nhân dân] họp"],
    ["needs no capitals", "ThS Lan ở TP.HCM", "[ThS!: thạc sĩ] Lan ở [TP.HCM!: Thành phố Hồ Chí Minh]"],
    [
      "behind its own words stays plain",
      "The Communist Party of Vietnam (CPV)",
      "The Communist Party of Vietnam (CPV)",
    ],
    ["in a credit", "Hội nghị (CPV)", "Hội nghị ([CPV!: Communist Party of Vietnam])"],
    [
      "gives way to the article's words",
      "Uỷ ban nữ doanh (UBND): UBND",
      "Uỷ ban nữ doanh (UBND): [UBND!: Uỷ ban nữ doanh]",
    ],
    ["is no part of a compound", "UBNDUBND", "UBNDUBND"],
    ["is not in a longer word", "ThSx, UBND-HĐND", "ThSx, UBND-HĐND"],
  ])("%s", (_, markdown, expected) => {
    expect(marksIn(markdown, { abbreviations })).toBe(expected);
  });

  test("belongs to one language", () => {
    const english = read("UBND", [rehypeAbbreviations], { lang: "constructor" });
    expect(english.html).toBe("<p>UBND</p>");
  });
});

test("hostile articles are read in one pass", () => {
  const parts = ["a b (AB) ", "(AB)", "AB-", "A", "ABAB ", "an b (AB) ABAB ", "`x` AB ", "*AB* "];
  for (const part of parts) {
    const { html } = read(part.repeat(100_000 / part.length), [rehypeAbbreviations]);
    expect(html.length).toBeGreaterThan(50_000);
  }
});

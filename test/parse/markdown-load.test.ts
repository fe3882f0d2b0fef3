// Hostile texts end: each is refused with a report or becomes HTML, within the time that a test may take.
import { describe, expect, test } from "vitest";
import { findOverload } from "../../src/parse/nesting.js";
import { parse } from "./parsing.js";
import { pathological } from "./pathological.js";

const longest = 2_000_000;
const refusals: readonly string[] = ["nesting-too-deep", "markup-too-dense"];

describe.each([3_000, 100_000])("%i times", (n) => {
  test.each(Object.keys(pathological))(
    "%s",
    (name) => {
      const text = pathological[name]?.(n).slice(0, longest) ?? "";
      expect(text.length).toBeGreaterThan(n / 50);
      const { body, rules } = parse(text);
      if (body === "") expect(rules.some((rule) => refusals.includes(rule)) || isSilent(text)).toBe(true);
    },
    20_000,
  );
});

/** White space, definitions and comments make no HTML; a lead holds it all; headings without words are dropped. */
function isSilent(text: string): boolean {
  return text.replace(/<!--[\s\S]*?-->|\[\^?\w+\]:.*|#|<\/?\w+[^<]*>?|\s/g, "") === "";
}

describe("the limit", () => {
  const nested = (depth: number): Readonly<Record<string, string>> => ({
    quotes: `${"> ".repeat(depth)}a`,
    bullets: `${"- ".repeat(depth)}a`,
    staircase: Array.from({ length: depth }, (_, i) => `${"  ".repeat(i)}- a`).join("\n"),
    emphasis: `${"*a ".repeat(depth)}${" a*".repeat(depth)}`,
    divs: `${"<div>\n".repeat(depth)}a${"\n</div>".repeat(depth)}`,
  });

  test.each(Object.keys(nested(1)))("%s: 100 deep is allowed, 101 is refused where it shows", (name) => {
    expect(parse(nested(100)[name] ?? "").rules).not.toContain("nesting-too-deep");
    const { body, diagnostics } = parse(nested(101)[name] ?? "");
    expect(body).toBe("");
    expect(diagnostics.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      "nesting-too-deep error",
    ]);
  });

  test("is the bulletin's own", () => {
    expect(parse("> > > a", { nesting: 2 }).rules).toEqual(["nesting-too-deep"]);
    expect(parse("> > > a", { nesting: 3 }).rules).toEqual([]);
  });

  test("is reported at the line, counted from the top of the file", () => {
    const { diagnostics } = parse(`một\n\n${">".repeat(101)} a`, { above: "---\ntitle: Một\n---\n" });
    expect(diagnostics[0]?.place).toEqual({ line: 6, column: 1 });
  });
});

describe("what is not deep", () => {
  test.each([
    ["a long rule", "- ".repeat(300)],
    ["a long rule in a quote", `> ${"* ".repeat(300)}`],
    ["a far indented line of code", `${" ".repeat(900)}x`],
    ["a drawing of signs in running text", `một ${"> ".repeat(300)}`],
    ["many short lists", "- a\n  - b\n\n".repeat(3000)],
    ["many paragraphs in bold", "**a** ".repeat(5000)],
    ["a long article", `${"Đảng bộ **Cần Đước** [kiện toàn](b.md), ".repeat(20)}\n\n`.repeat(2000)],
  ])("%s", (_, text) => {
    expect(findOverload(text, 100)).toBeUndefined();
  });
});

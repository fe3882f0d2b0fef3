import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFile, parseLines } from "./reading.js";

const sign = fc.constantFrom(..."\"'“”:#[]{}&*!%@`|>-?,\\/ \t\u00a0：—…(1)a");
const piece = fc.oneof(
  sign,
  fc.constantFrom("Cần Đước", " chi bộ ", ": ", " #", "---", "tags: ", "date: ", "- "),
);
const line = fc.array(piece, { maxLength: 10 }).map((parts) => parts.join(""));

test("a title is read as typed, or reported, and the line that is offered instead is right", () => {
  fc.assert(
    fc.property(line, (typed) => {
      fc.pre(/\p{L}/u.test(typed));
      const { given, diagnostics } = parseLines(`title: ${typed}`);
      const plain = /^[^\s"'|>]/.test(typed) && !/^#/.test(typed.trim());
      if (diagnostics.length === 0 && plain) expect(given.title).toBe(typed.trim());
      const offered = diagnostics.flatMap(
        ({ hint }) => /(?:Write|" "): (title: .+)$/.exec(hint.en)?.[1] ?? [],
      );
      for (const better of offered.filter((text) => !text.endsWith("…"))) {
        expect(parseLines(better).diagnostics).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

test("any block is read or reported, never thrown at, and no line has two errors", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          line,
          line.map((text) => `  ${text}`),
          line.map((text) => `title: ${text}`),
        ),
      ),
      (lines) => {
        const text = ["---", ...lines, "---", "B"].join("\n");
        const { meta, bodyOffset, diagnostics } = parseFile(text);
        expect(meta !== undefined || diagnostics.length > 0).toBe(true);
        expect(bodyOffset).toBeLessThanOrEqual(text.length);
        const errors = diagnostics.filter(
          ({ severity, rule }) => severity === "error" && rule.startsWith("front-matter"),
        );
        expect(new Set(errors.map(({ place }) => place?.line)).size).toBe(errors.length);
      },
    ),
    { numRuns: 500 },
  );
});

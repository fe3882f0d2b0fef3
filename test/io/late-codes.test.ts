// A code is the same whether it was drawn ahead, is drawn when its page is written, or stands in the page's own text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { mostPrepared, openLateCodes } from "../../src/io/late-codes.js";
import { makeQrPath, qrHtml } from "../../src/model/qr.js";
import { qrPathOf } from "../../src/pages/qr.js";

const address = fc
  .string({ unit: fc.constantFrom(..."abcd0123456789-/."), maxLength: 400 })
  .map((path) => `https://h.example/${path}`);

function inPage(code: string, label: string): string | undefined {
  const path = qrPathOf(code);
  return path && qrHtml(path, label);
}

test("codes drawn ahead, some of them and not in this order, are those of the pages", () => {
  const asked = fc.record({ code: address, label: fc.string({ unit: "grapheme" }), isReady: fc.boolean() });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 8 }), (all) => {
      const codes = openLateCodes();
      codes.prepare(all.flatMap(({ code, isReady }) => (isReady ? [code] : [])).reverse());
      for (const { code, label } of all) {
        const mark = JSON.stringify({ code, label });
        // An article has two pages.
        for (const _ of ["article", "sharing"]) {
          const html = codes.html(mark, { code, label, text: "" });
          expect(html && Buffer.concat(html).toString()).toBe(inPage(code, Buffer.from(label).toString()));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("an address that no code holds has none", () => {
  const codes = openLateCodes();
  const code = "x".repeat(3000);
  codes.prepare([code]);
  expect(codes.html("mark", { code, label: "", text: "" })).toBeUndefined();
});

test("no more are drawn ahead than there is room for, and the rest all the same", () => {
  const codes = openLateCodes();
  const all = Array.from({ length: mostPrepared + 2 }, (_, index) => `https://h.example/${index}`);
  codes.prepare(all);
  for (const code of all.slice(-3)) {
    const html = codes.html(code, { code, label: "", text: "" });
    expect(html && Buffer.concat(html).toString()).toBe(inPage(code, ""));
  }
});

test.each([true, false])(
  "both pages of an article have the code that was drawn once (ahead: %s)",
  (isAhead) => {
    let drawn = 0;
    const codes = openLateCodes((code) => {
      drawn++;
      return makeQrPath(code);
    });
    const articles = Array.from({ length: 48 }, (_, index) => `https://h.example/${index}`);
    if (isAhead) codes.prepare(articles);
    // Pages are made by kind: those of two dozen articles, then their sharing pages.
    for (const some of [articles.slice(0, 24), articles.slice(24)]) {
      for (const _ of ["article", "sharing"]) {
        for (const code of some) expect(codes.html(code, { code, label: "", text: "" })).toBeDefined();
      }
    }
    expect(drawn).toBe(articles.length);
  },
);

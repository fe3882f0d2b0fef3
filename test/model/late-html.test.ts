import fc from "fast-check";
import { expect, test } from "vitest";
import { hole } from "../../src/model/holes.js";
import { finishLate, isFinished } from "../../src/model/late-html.js";

/** What may be changed on the way into a page or a feed, and what looks like it. */
const pieces = [
  hole("link", 0),
  "]]>",
  "]]",
  ">",
  'href="#',
  '<a href="#x">',
  "\u0001",
  "\t\n",
  "\ufffe",
  "\uffff",
  "ï",
  "ｆ",
  "đ",
];
const html = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 3 })), {
    maxLength: 12,
  })
  .map((parts) => Buffer.from(parts.join("")).toString());

test("HTML that is said to be finished is written as it lies, in pages and in feeds", () => {
  const fillings = { l0: "<a>" };
  const bytesOf = (text: string) => Buffer.from(text).toString("latin1");
  let finished = 0;
  fc.assert(
    fc.property(html, (kept) => {
      if (!isFinished(bytesOf(kept))) return;
      finished++;
      for (const more of [{}, { page: "/a" }, { page: "/a", isCdata: true } as const])
        expect(finishLate({ text: "", fillings, ...more }, kept)).toBe(kept);
    }),
    { numRuns: 2000 },
  );
  expect(finished).toBeGreaterThan(100);
  expect(isFinished(bytesOf("<p>Đảng bộ xã 😀 ïï</p>"))).toBe(true);
});

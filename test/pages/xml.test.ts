import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { element, htmlElement, xmlDocument } from "../../src/pages/xml.js";
import { isMissing, xmllint } from "../programs.js";
import { xmlFaults } from "../xml-faults.js";

const hostile = [
  "a ]]> b",
  "</title><script>alert(1)</script>",
  "<!-- & -->",
  "say \"yes\" & 'no'",
  "bell \u0007, escape \u001b, form feed \f, null \0",
  "half \ud800 and \udc00, non-characters \ufffe\uffff",
  "🎉 👩‍👩‍👧 Cần Đước ”./.",
  "\u0085\u2028\u2029",
  "%&xxe; <!ENTITY x SYSTEM 'file:///etc/passwd'>",
];

test("writes elements, attributes and texts", () => {
  const root = element("a", { b: 'x "y" <z>' }, element("c", {}, "1 < 2 & 3"), element("d", {}));
  expect(xmlDocument(root)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="x &quot;y&quot; &lt;z&gt;">\n<c>1 &lt; 2 &amp; 3</c>\n<d/>\n</a>\n',
  );
});

test("what XML cannot hold becomes U+FFFD; all other characters stay", () => {
  expect(element("a", {}, "\0\u0007\u001b\ufffe\ud800x").xml).toBe("<a>\ufffd\ufffd\ufffd\ufffd\ufffdx</a>");
  expect(element("a", {}, "🎉\t\nĐ").xml).toBe("<a>🎉\t\nĐ</a>");
});

test("HTML stands without escapes, and nothing in it ends its place", () => {
  expect(htmlElement("content", { type: "html" }, ["<p>1 &lt; 2</p>", "a ]]> b\u0007"]).xml).toBe(
    '<content type="html"><![CDATA[<p>1 &lt; 2</p>]]>\n<![CDATA[a ]]]]><![CDATA[> b\ufffd]]></content>',
  );
});

describe.skipIf(isMissing(xmllint))("a strict parser reads it", () => {
  test.each(hostile)("%j", (text) => {
    const html = htmlElement("d", { b: text }, [text, "", text]);
    expect(xmlFaults(xmlDocument(element("a", { b: text }, element("c", {}, text), html), text))).toBe("");
  });

  test("whatever the text", () => {
    const texts = fc.array(fc.string({ unit: "binary", maxLength: 40 }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(texts, (all) => {
        const root = element(
          "a",
          {},
          htmlElement("d", {}, all),
          ...all.map((text) => element("b", { c: text }, text)),
        );
        expect(xmlFaults(xmlDocument(root, all[0]))).toBe("");
      }),
      { numRuns: 10 },
    );
  });
});

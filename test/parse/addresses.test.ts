// Where an address leads, in every spelling that a browser would follow.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Address, decodePercent, readAddress } from "../../src/parse/addresses.js";

const shown = (address: Address): string => {
  const { kind, ...rest } = address;
  return [kind, ...Object.values(rest)].join(" | ");
};

describe("an address", () => {
  test.each([
    ["b.md", "local | b.md"],
    ["./b.md", "local | ./b.md"],
    ["/2023/b.md#x", "local | /2023/b.md | x"],
    ["#x", "local |  | x"],
    ["#", "empty"],
    ["", "empty"],
    [" \t\n ", "empty"],
    ["?a=1", "empty"],
    ["b.pdf?a#c%20d", "local | b.pdf | c d"],
    ["ngh%E1%BB%8B%20quy%E1%BA%BFt.pdf", "local | nghị quyết.pdf"],
    ["Nghị quyết: số 1.pdf", "local | Nghị quyết: số 1.pdf"],
    ["05-CT: số 1.pdf", "local | 05-CT: số 1.pdf"],
    ["a/b:c.md", "local | a/b:c.md"],
    ["%6aavascript:alert(1)", "local | javascript:alert(1)"],
    ["http://a.vn", "remote | http://a.vn"],
    ["HTTPS://A.vn/x", "remote | https://A.vn/x"],
    ["https:a.vn/x", "remote | https://a.vn/x"],
    ["https:\\\\a.vn", "remote | https://a.vn"],
    ["ht\ntps://a.vn", "remote | https://a.vn"],
    ["//a.vn/x", "remote | https://a.vn/x"],
    ["/\\a.vn/x", "remote | https://a.vn/x"],
    ["www.a.vn", "remote | http://www.a.vn"],
    ["www.pdf", "local | www.pdf"],
    ["https://", "empty"],
    ["mailto:a@b.vn?subject=x", "contact | mailto:a@b.vn?subject=x"],
    ["tel:+84 272", "contact | tel:+84 272"],
    ["javascript:alert(1)", "refused | javascript"],
    ["\u0001 JAVA\tSCRIPT:alert(1)", "refused | javascript"],
    ["data:text/html,x", "refused | data"],
    ["zalo://x", "refused | zalo"],
    ["C:\\a b.doc", "computer | C:\\a b.doc"],
    ["c:/a.doc", "computer | c:/a.doc"],
    ["C:%5Ca%20b.doc", "computer | C:\\a b.doc"],
    ["\\\\may-chu\\a", "computer | \\\\may-chu\\a"],
    ["file:///a", "computer | file:///a"],
  ])("%j", (written, expected) => {
    expect(shown(readAddress(written))).toBe(expected);
  });

  test("whatever it is, what is written into a page has one of four schemes, as a browser reads it", () => {
    const piece = fc.constantFrom(
      ..."javascript: data: http https : / // \\ # ? % %2f a.vn \t \n \u0000 \u00a0 @ mailto: tel:".split(
        " ",
      ),
      " ",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const address = readAddress(pieces.join(""));
        if (address.kind !== "remote" && address.kind !== "contact") return;
        const url = URL.parse(address.href, "https://bantin.example.vn/");
        if (url === null) return;
        expect(["http:", "https:", "mailto:", "tel:"]).toContain(url.protocol);
        if (address.kind === "remote") expect(url.host).not.toBe("bantin.example.vn");
      }),
      { numRuns: 3000 },
    );
  });
});

test("percent signs never throw, and decode what encodeURIComponent made", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      decodePercent(text);
      decodePercent(text.replaceAll("a", "%"));
      expect(decodePercent(encodeURIComponent(text))).toBe(text.normalize("NFC").replaceAll("\0", "\ufffd"));
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOfLines, findLine, replaceLines } from "../../src/io/sorted-lines.js";

const key = fc.stringMatching(/^[ -~àđ]{1,6}$/u);
const rows = fc.dictionary(key, fc.stringMatching(/^[a-z\t]{0,5}$/));

test("finds and replaces lines as if all were taken apart", () => {
  fc.assert(
    fc.property(rows, fc.array(key), fc.boolean(), (own, others, hasEnd) => {
      const lines = Object.entries(own).map(([name, rest]) => `${name}\t${rest}`);
      const text = lines.sort().join("\n") + (hasEnd && lines.length > 0 ? "\n" : "");
      for (const name of [...Object.keys(own), ...others]) {
        expect(findLine(text, name)).toBe(Object.hasOwn(own, name) ? `${name}\t${own[name]}` : undefined);
      }
      const fresh = new Map(
        Object.keys(own)
          .filter((_, index) => index % 2 === 0)
          .map((name) => [name, `${name}\tx`]),
      );
      const all = lines.map((line) => fresh.get(line.slice(0, line.indexOf("\t"))) ?? line).sort();
      expect(replaceLines(text, fresh)).toBe(all.join("\n") + (hasEnd && lines.length > 0 ? "\n" : ""));
      const unknown = others.find((name) => !Object.hasOwn(own, name));
      if (unknown !== undefined) expect(replaceLines(text, new Map([[unknown, "x"]]))).toBeUndefined();
    }),
  );
});

test("lines become the bytes of all of them, however long one is", () => {
  const text = fc.oneof(fc.string(), fc.constant("đ".repeat(600)));
  fc.assert(
    fc.property(fc.array(text), text, (lines, head) => {
      const bytes = bytesOfLines(lines, (line) => line, Buffer.from(head));
      expect(bytes.toString()).toBe(
        Buffer.from([head, ...lines.map((line) => `${line}\n`)].join("")).toString(),
      );
    }),
  );
});

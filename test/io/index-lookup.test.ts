import { appendFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { noIndex, readIndex, writeIndex } from "../../src/io/article-index.js";
import { factsOfIndex, lookUpIndex } from "../../src/io/index-lookup.js";
import type { KeptArticle } from "../../src/io/kept-article.js";
import { type SourcePath, sourcePath } from "../../src/model/paths.js";
import { temporaryFolder } from "../cli.js";

const path = fc.stringMatching(/^content\/[a-z đấ"-]{1,4}\.md$/u).map(sourcePath);
// Some rows are longer than what is read at once.
const kept = fc.record({
  facts: fc.stringMatching(/^\d{1,3}$/),
  hash: fc.stringMatching(/^[0-9a-f]{4}$/),
  head: fc
    .tuple(fc.constantFrom("x", "ấ"), fc.constantFrom(1, 90, 5000, 30_000))
    .map(([one, count]) => `{"${one.repeat(count)}":1}`),
});
const rows = fc.array(fc.tuple(path, kept), { minLength: 1, maxLength: 12 });
const mapOf = (all: readonly (readonly [SourcePath, KeptArticle])[]) => new Map(all);

test("a row that is looked up is the row that reading everything gives", () => {
  fc.assert(
    fc.property(rows, rows, fc.array(path), fc.boolean(), (base, changed, others, isKnown) => {
      const folder = temporaryFolder();
      writeIndex(folder, "key", { started: 7, articles: mapOf(base), before: noIndex });
      const known = isKnown ? factsOfIndex(folder) : "";
      lookUpIndex(folder, "key", known)?.replace(mapOf(changed), 9);
      const whole = readIndex(folder, "key").articles;
      const found = lookUpIndex(folder, "key", known);
      for (const one of [...base, ...changed].map(([own]) => own).concat(others)) {
        expect(found?.get(one)).toEqual(whole.get(one));
      }
    }),
    { numRuns: 60 },
  );
});

test("an index that somebody touched is read whole, and is as good as none where it is damaged or another's", () => {
  const folder = temporaryFolder();
  const one = { facts: "1", hash: "ab", head: "{}" };
  writeIndex(folder, "key", {
    started: 7,
    articles: mapOf([[sourcePath("content/a.md"), one]]),
    before: noIndex,
  });
  const known = factsOfIndex(folder);
  expect(lookUpIndex(folder, "other", "")).toBeUndefined();
  appendFileSync(join(folder, "articles.index"), "x");
  expect(lookUpIndex(folder, "key", known)).toBeUndefined();
  expect(lookUpIndex(temporaryFolder(), "key", "")).toBeUndefined();
});

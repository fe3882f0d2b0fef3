// What the cache of articles writes is what it reads, and what somebody else has changed it does not take.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openArticleCache } from "../../src/io/article-cache.js";
import { type ArticleIndex, noIndex, readIndex, writeIndex } from "../../src/io/article-index.js";
import {
  damagedTexts,
  openTexts,
  openTextWriter,
  readPlace,
  type TextPlace,
  writePlace,
} from "../../src/io/article-texts.js";
import type { KeptArticle } from "../../src/io/kept-article.js";
import type { ListedFile } from "../../src/io/read-folder.js";
import type { Article, ParsedArticle } from "../../src/model/article.js";
import { sourcePath } from "../../src/model/paths.js";
import { temporaryFolder, writeFiles } from "../cli.js";

const place = { file: "articles-x.texts", at: 0, length: 1, check: "0" };
const keptArticles = fc.dictionary(
  fc.string({ unit: "grapheme" }),
  fc.record({
    facts: fc.string(),
    hash: fc.string(),
    head: fc.json(),
    text: fc.constantFrom(undefined, place),
  }),
);

function indexOf(given: Readonly<Record<string, KeptArticle & { readonly text?: TextPlace | undefined }>>) {
  const articles = Object.entries(given).map(([path, { text, ...rest }]) => {
    return [sourcePath(path), text === undefined ? rest : { ...rest, text }] as const;
  });
  return new Map<ReturnType<typeof sourcePath>, KeptArticle>(articles);
}

/** As it is read after one build that began at 12. */
const readAs = (articles: ReturnType<typeof indexOf>) =>
  new Map([...articles].map(([path, one]) => [path, { ...one, since: 12 }]));

const write = (folder: string, articles: ReturnType<typeof indexOf>, before: ArticleIndex = noIndex) =>
  writeIndex(folder, "key", { started: 12, articles, before });

describe("the index", () => {
  test("comes back as it was written, and leaves nothing else behind", () => {
    const folder = temporaryFolder();
    fc.assert(
      fc.property(keptArticles, (given) => {
        const index = indexOf(given as Parameters<typeof indexOf>[0]);
        write(folder, index);
        expect(readIndex(folder, "key").articles).toEqual(readAs(index));
        expect(readIndex(folder, "another key")).toBe(noIndex);
      }),
    );
    expect(readdirSync(folder)).toEqual(["articles.index"]);
  });

  test("is written in pieces where it is large", () => {
    const folder = temporaryFolder();
    const head = JSON.stringify("Đảng bộ xã ".repeat(20_000));
    const given = Object.fromEntries([..."abcdefghi"].map((name) => [name, { facts: "", hash: "", head }]));
    write(folder, indexOf(given));
    expect(readIndex(folder, "key").articles).toEqual(readAs(indexOf(given)));
  });

  test("keeps what is new in a small file, until that is no longer small", () => {
    const folder = temporaryFolder();
    const names = Array.from({ length: 40 }, (_, index) => `a${index}`);
    const change = fc.oneof(
      fc.record({ name: fc.constantFrom(...names), head: fc.constantFrom('"1"', '"2"') }),
      fc.record({ name: fc.constantFrom(...names) }),
    );
    const whole = () =>
      indexOf(Object.fromEntries(names.map((name) => [name, { facts: name, hash: "h", head: "0" }])));
    let small = 0;
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), (builds) => {
        write(folder, whole());
        for (const changes of builds) {
          const before = readIndex(folder, "key");
          const articles = new Map<ReturnType<typeof sourcePath>, KeptArticle>(before.articles);
          for (const one of changes) {
            const path = sourcePath(one.name);
            if ("head" in one) articles.set(path, { facts: "new", hash: "h", head: one.head });
            else articles.delete(path);
          }
          const size = statSync(join(folder, "articles.index")).mtimeMs;
          write(folder, articles, before);
          if (statSync(join(folder, "articles.index")).mtimeMs === size) small++;
          const found = [...readIndex(folder, "key").articles].map(([path, { facts, hash, head }]) => [
            path,
            facts,
            hash,
            head,
          ]);
          expect(new Set(found.map((one) => one.join()))).toEqual(
            new Set([...articles].map(([path, { facts, hash, head }]) => [path, facts, hash, head].join())),
          );
        }
      }),
    );
    expect(small).toBeGreaterThan(50);
  });

  test("does not take the small file of another index, nor a damaged one", () => {
    const folder = temporaryFolder();
    const names = Array.from({ length: 20 }, (_, index) => `a${index}`);
    const given = (head: string) =>
      indexOf(Object.fromEntries(names.map((name) => [name, { facts: "", hash: "", head }])));
    write(folder, given("0"));
    const before = readIndex(folder, "key");
    const changed = new Map(before.articles).set(sourcePath("a3"), {
      facts: "f",
      hash: "h",
      head: "1",
      since: 1,
    });
    write(folder, changed, before);
    const headOf = () => readIndex(folder, "key").articles.get(sourcePath("a3"))?.head;
    expect(headOf()).toBe("1");
    const recent = join(folder, "articles.recent");
    const bytes = readFileSync(recent);
    writeFileSync(recent, bytes.subarray(0, -2));
    expect(headOf()).toBe("0");
    write(folder, given("5"));
    writeFileSync(recent, bytes);
    expect(headOf()).toBe("5");
  });

  test("is not taken where a byte of it is another one", () => {
    const folder = temporaryFolder();
    write(folder, indexOf({ a: { facts: "f", hash: "h", head: "1" } }));
    const path = join(folder, "articles.index");
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      writeFileSync(path, changed);
      expect(readIndex(folder, "key")).toBe(noIndex);
    }
  });
});

/** With texts that are larger than what is written at once. */
const someTexts = fc.array(
  fc.tuple(fc.string({ unit: "grapheme" }), fc.constantFrom(1, 1000, 400_000)).map(([text, times]) => {
    return [...text].slice(0, 4).join("").repeat(times);
  }),
  { maxLength: 8 },
);

describe("texts", () => {
  test("come back as they were, before and after they are on the disk", () => {
    fc.assert(
      fc.property(someTexts, (given) => {
        const texts = openTexts(temporaryFolder());
        const places = given.map((text) => texts.add(text) as TextPlace);
        expect(places.map(texts.read)).toEqual(given);
        texts.settle(places);
        expect(places.map(texts.read)).toEqual(given);
      }),
      { numRuns: 20 },
    );
  });

  test("of another writer are read from its file", () => {
    const folder = temporaryFolder();
    const writer = openTextWriter(folder);
    const added = ["một", "", "hai"].map((text) => writer.add(text) as TextPlace);
    expect(readdirSync(folder)).toEqual([]);
    expect(writer.flush()).toBe(true);
    expect(statSync(join(folder, added[0]?.file ?? "")).size).toBe(8);
    expect(added.map(openTexts(folder).read)).toEqual(["một", "", "hai"]);
  });

  test("that were copied together are read where they lie then, by every thread", () => {
    const folder = temporaryFolder();
    const given = Array.from({ length: 12 }, (_, index) => `bài ${index}`);
    const places = given.map((text) => {
      const writer = openTextWriter(folder);
      const place = writer.add(text) as TextPlace;
      writer.flush();
      return place;
    });
    const texts = openTexts(folder);
    expect(texts.settle(places)?.size).toBe(given.length);
    for (const { file } of places) rmSync(join(folder, file));
    expect(places.map(texts.read)).toEqual(given);
    const others = openTexts(folder);
    const told = places.map((place) => readPlace(writePlace(texts.onDisk(place) as TextPlace)) as TextPlace);
    expect(told.map(others.read)).toEqual(given);
  });

  test("that wait to be written are nowhere for other threads yet", () => {
    const texts = openTexts(temporaryFolder());
    const place = texts.add("một") as TextPlace;
    expect(texts.onDisk(place)).toBeUndefined();
    texts.flush();
    expect(texts.onDisk(place)).toEqual(place);
    expect(readPlace("../x 0 1 0")).toBeUndefined();
  });

  test("that somebody changed are not given", () => {
    const folder = temporaryFolder();
    const writer = openTextWriter(folder);
    const added = writer.add("một") as TextPlace;
    writer.flush();
    writeFiles(folder, { [added.file]: "hai!!" });
    expect(() => openTexts(folder).read(added)).toThrow();
    try {
      openTexts(folder).read(added);
    } catch (problem) {
      expect(problem).toBe(damagedTexts);
    }
  });

  test("cannot be kept where the folder cannot be made, and those that waited are still there", () => {
    const root = temporaryFolder();
    writeFiles(root, { file: "" });
    const texts = openTexts(join(root, "file/cache"));
    const first = texts.add("một") as TextPlace;
    expect(texts.add("x".repeat(1 << 20))).toBeUndefined();
    expect(texts.add("hai")).toBeUndefined();
    expect(texts.read(first)).toBe("một");
    expect(texts.settle([first])).toBeUndefined();
  });
});

test("articles from the cache are of one shape to V8, which otherwise searches each for its fields", () => {
  const folder = temporaryFolder();
  setFlagsFromString("--allow-natives-syntax");
  const isSameShape = new Function("one", "other", "return %HaveSameMap(one, other)");
  const cache = openArticleCache({ folder, key: "key", isRead: false, isLate: true });
  const head = { kind: "article", key: "a", lang: "vi", meta: { title: "Bài" }, slug: "bai" };
  const [one, other] = ["Thân bài một.", "Thân bài hai."].map((body, index) => {
    const path = sourcePath(`content/${index}.vi.md`);
    const article = { ...head, source: path, hash: `hash ${index}`, body } as unknown as ParsedArticle;
    return cache.put({ path, machine: join(folder, String(index)) } as ListedFile, article) as Article;
  });
  expect([one?.body, other?.body]).toEqual(["Thân bài một.", "Thân bài hai."]);
  expect(isSameShape(one, other)).toBe(true);
  expect(isSameShape(one, { ...other })).toBe(false);
});

import { describe, expect, test } from "vitest";
import { en } from "../../src/strings/en.js";
import type { WordName } from "../../src/strings/shape.js";
import { createSpeaker } from "../../src/strings/speaker.js";
import { vi } from "../../src/strings/vi.js";

describe("a word is said", () => {
  test.each([
    ["vi", vi, "articleCount", { count: 1 }, "1 bài"],
    ["vi", vi, "articleCount", { count: 3430 }, "3.430 bài"],
    ["en", en, "articleCount", { count: 0 }, "0 articles"],
    ["en", en, "articleCount", { count: 1 }, "1 article"],
    ["en", en, "articleCount", { count: 3430 }, "3,430 articles"],
    ["vi", vi, "pageOf", { page: 2, total: 1200 }, "Trang 2/1.200"],
    ["vi", vi, "issueNumbered", { label: "01/2023" }, "Bản tin số 01/2023"],
    ["en", en, "monthOfYear", { month: "01", monthName: "January", year: "2023" }, "January 2023"],
    ["vi", vi, "monthOfYear", { month: "01", monthName: "tháng Một", year: "2023" }, "Tháng 01/2023"],
    ["vi", vi, "latest", undefined, "Mới nhất"],
  ] as const)("%s %#", (lang, words, name, values, text) => {
    expect(createSpeaker(lang, words)(name, values)).toBe(text);
  });

  test("in the plural forms of its language", () => {
    const words = {
      ...en,
      articleCount: { one: "{count} статья", few: "{count} статьи", other: "{count} статей" },
    };
    const say = createSpeaker("ru", words);
    expect([1, 3, 5, 21].map((count) => say("articleCount", { count }))).toEqual([
      "1 статья",
      "3 статьи",
      "5 статей",
      "21 статья",
    ]);
  });

  test("values are put in as they are", () => {
    const say = createSpeaker("vi", vi);
    expect(say("sourceOf", { source: "{source} $& <b>" })).toBe("Nguồn: {source} $& <b>");
  });
});

describe("what cannot be said is a fault", () => {
  const say = createSpeaker("en", en);
  test.each([
    ["a word that does not exist", () => say("nope" as WordName), 'there is no word "nope"'],
    ["a name of every object", () => say("constructor" as WordName), 'there is no word "constructor"'],
    ["a missing value", () => say("updated"), 'the word "updated" needs a value for {date}'],
    ["a count without a number", () => say("articleCount", { count: "3" }), "needs a number as {count}"],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(message);
  });
});

// What is said of addresses before the articles are linked holds afterwards.
import { describe, expect, test } from "vitest";
import { addressesForCodes } from "../../src/site/addresses.js";
import { absoluteUrl } from "../../src/site/urls.js";
import { makeSite } from "../pages/site-factory.js";

const articles = [
  { key: "a", title: "Cần Đước", on: "2023-01-20T09:50" },
  { key: "a", lang: "en", title: "Can Duoc", on: "2023-01-20T09:50" },
  { key: "b", on: "2024-12-31T23:59" },
] as const;

function addressesOf(config: object) {
  const site = makeSite({ articles, config: { languages: ["vi", "en"], ...config } });
  const linked = site.stories.flatMap((story) => Object.values(story.in)).flatMap((one) => one ?? []);
  return {
    said: addressesForCodes(
      site.config,
      linked.map(({ article }) => article),
    ),
    found: linked.map(({ path }) => absoluteUrl(site.config, path)),
  };
}

describe("the addresses of codes", () => {
  test("are those of the articles' pages", () => {
    const { said, found } = addressesOf({ url: "https://h.example/a" });
    expect(said.length).toBe(3);
    expect(said).toEqual(found);
  });

  test("are none without a `url`, and where no code is asked for", () => {
    expect(addressesOf({}).said).toEqual([]);
    expect(addressesOf({ url: "https://h.example", share: ["zalo", "print"] }).said).toEqual([]);
  });

  test("leave out articles that are broken or say no date", () => {
    const { config, stories } = makeSite({ articles, config: { url: "https://h.example" } });
    const [article] = stories
      .flatMap((story) => Object.values(story.in))
      .flatMap((one) => one?.article ?? []);
    if (article === undefined) throw new Error("there is no article");
    const { date: _, ...meta } = article.meta;
    const { source, hash, kind, key, lang } = article;
    const broken = { source, hash, kind, key, lang, broken: true, diagnostics: [] } as const;
    expect(addressesForCodes(config, [broken, { ...article, meta }])).toEqual([]);
    expect(addressesForCodes(config, [article]).length).toBe(1);
  });
});

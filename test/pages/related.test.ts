import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LinkedArticle, Site } from "../../src/model/site.js";
import { findKin } from "../../src/pages/kin.js";
import { articlesIn, latestIn } from "../../src/pages/plan.js";
import { relatedTo } from "../../src/pages/related.js";
import { type ArticleSpec, findLinked, makeSite } from "./site-factory.js";

/** The same with nothing spared: all neighbours of all lists, sorted. */
function plainly(linked: LinkedArticle, count: number): LinkedArticle[] {
  const shelves = [...linked.tags, ...(linked.section === undefined ? [] : [linked.section])];
  const near = shelves.flatMap((shelf) => {
    const list = articlesIn(shelf, linked.lang);
    const middle = list.filter(({ date }) => date.instant > linked.date.instant).length;
    return list.slice(Math.max(0, middle - 8), middle + 9);
  });
  const score = ({ tags, section }: LinkedArticle) =>
    2 * linked.tags.filter((tag) => tags.includes(tag)).length + (section === linked.section ? 1 : 0);
  const apart = ({ date }: LinkedArticle) => Math.abs(date.instant - linked.date.instant);
  return [...new Set(near)]
    .filter((other) => other !== linked)
    .sort((a, b) => score(b) - score(a) || apart(a) - apart(b) || (a.path < b.path ? -1 : 1))
    .slice(0, count);
}

const related = (articles: readonly ArticleSpec[], key: string, count = 4) =>
  relatedIn(makeSite({ articles }), key, count).map(({ story }) => story);

const relatedIn = (site: Site, key: string, count: number) =>
  relatedTo(findKin(site, "vi"), findLinked(site, key, "vi"), count);

describe("related stories", () => {
  const base: ArticleSpec = {
    key: "own",
    on: "2023-06-15",
    tags: ["Đảng viên", "Chi bộ"],
    section: "Đời sống",
  };

  test("two shared tags before one, a tag before the section, then the nearest in time", () => {
    const articles: ArticleSpec[] = [
      base,
      { key: "section-near", on: "2023-06-15", section: "Đời sống" },
      { key: "section-far", on: "2022-01-01", section: "Đời sống" },
      { key: "one-tag", on: "2023-01-01", tags: ["Chi bộ"] },
      { key: "two-tags", on: "2021-01-01", tags: ["Chi bộ", "Đảng viên"] },
      { key: "stranger", on: "2023-06-15", tags: ["Khác"], section: "Khác" },
    ];
    expect(related(articles, "own", 9)).toEqual(["two-tags", "one-tag", "section-near", "section-far"]);
    expect(related(articles, "own", 2)).toEqual(["two-tags", "one-tag"]);
    expect(related(articles, "stranger", 9)).toEqual([]);
  });

  test("of the same language only", () => {
    const articles: ArticleSpec[] = [
      base,
      { ...base, lang: "en", section: undefined as never },
      { key: "other", lang: "en", tags: ["Chi bộ"] },
    ];
    expect(related(articles, "own")).toEqual([]);
  });

  test("in a long list only the neighbours in time are looked at", () => {
    const articles = Array.from({ length: 300 }, (_, index) => ({
      key: `k${String(index).padStart(3, "0")}`,
      on: `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`,
      tags: ["Chi bộ"],
    }));
    expect(new Set(related(articles, "k150"))).toEqual(new Set(["k149", "k151", "k148", "k152"]));
    expect(related(articles, "k000", 2)).toEqual(["k001", "k002"]);
    expect(related(articles, "k299", 2)).toEqual(["k298", "k297"]);
  });

  test("are never the article itself, never strangers, never too many, and always the same", () => {
    const story = fc.record({
      tags: fc.subarray(["a", "b", "c"]),
      section: fc.constantFrom("x", "y"),
      day: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(
        fc.array(story, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 5 }),
        (all, count) => {
          const site = makeSite({
            articles: all.map(({ day, ...rest }, index) => ({
              ...rest,
              key: `k${index}`,
              on: `2023-01-0${day}`,
            })),
          });
          for (const linked of latestIn(site, "vi")) {
            const found = relatedTo(findKin(site, "vi"), linked, count);
            expect(found).not.toContain(linked);
            expect(found.length).toBeLessThanOrEqual(count);
            expect(new Set(found).size).toBe(found.length);
            for (const other of found) {
              const shares =
                other.section === linked.section || other.tags.some((tag) => linked.tags.includes(tag));
              expect(shares).toBe(true);
            }
            expect(found).toEqual(plainly(linked, count));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

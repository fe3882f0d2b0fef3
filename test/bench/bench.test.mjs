// The parts of the benchmark on which its verdicts rest: the articles are the same everywhere, a site that lacks pages
// is seen, medians and profiles are read rightly. No time is asserted.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { articleOf, articlesOf } from "./corpus.mjs";
import { sharesOf } from "./cpu-profile.mjs";
import { countPages, expectedPages, missingPages } from "./expected.mjs";
import { makeSites } from "./make-sites.mjs";
import { measure } from "./measure.mjs";
import { figure, median, percentile } from "./numbers.mjs";
import { isRefusal } from "./refusal.mjs";
import { scenariosOf } from "./scenarios.mjs";
import { bantin } from "./sides/bantin.mjs";
import { openWorkFolder } from "./work-folder.mjs";

let work;
beforeEach(() => {
  work = openWorkFolder(mkdtempSync(join(tmpdir(), "bantin-bench-test-")));
});
afterEach(() => rmSync(work.root, { recursive: true, force: true }));

describe("the made articles", () => {
  test("are the same at every run, in pairs, and of one size", () => {
    const all = [...articlesOf({ size: 40 })];
    const again = [...articlesOf({ size: 40 })];
    expect(again).toEqual(all);
    expect(all.map(({ lang }) => lang).join("")).toBe("vien".repeat(20));
    const bytes = all.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0) / all.length;
    expect(bytes).toBeGreaterThan(6000);
    expect(bytes).toBeLessThan(9000);
  });

  test("change only when somebody means to: figures of different days are compared", () => {
    const text = JSON.stringify([...articlesOf({ size: 40 })]);
    expect(createHash("sha256").update(text).digest("hex").slice(0, 16)).toBe("116eeea837495f63");
  });

  test("are others with another seed", () => {
    expect(articleOf(0, "vi", 2).body).not.toBe(articleOf(0, "vi", 1).body);
  });
});

test("our own site of them has all kinds of page, and each edit is found in it", { timeout: 60_000 }, () => {
  const corpus = { size: 50 };
  const site = makeSites({ work, corpus, sides: [bantin] }).get("bantin");
  const out = work.place("out");
  const build = () => {
    const { program, args, cwd } = bantin.build({ site, out });
    const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  };
  build();
  const found = countPages(out, bantin.kindOf);
  expect(missingPages(expectedPages(corpus), found)).toEqual([]);
  const before = readFileSync(bantin.templateFile(site), "utf8");
  const { scenarios, restore } = scenariosOf({ side: bantin, site, out, ...corpus, round: 1 });
  for (const { prepare } of Object.values(scenarios)) prepare();
  expect(() => scenarios.body.verify()).toThrow(/mark-body-1 is not in/);
  expect(() => scenarios.delete.verify()).toThrow(/still there/);
  build();
  for (const { verify } of Object.values(scenarios)) verify();
  restore();
  expect(readFileSync(bantin.templateFile(site), "utf8")).toBe(before);
});

test("pages that are missing are named", () => {
  const expected = expectedPages({ size: 50 });
  expect(expected).toMatchObject({ article: 50, share: 50, list: 4, tags: 2, feed: 2, sitemap: 1 });
  const found = { ...expected, share: 49, feed: 0, sitemap: 3 };
  expect(missingPages(expected, found)).toEqual(["share: 49 of at least 50", "feed: 0 of at least 2"]);
  expect(missingPages(expected, { ...expected, sitemap: 3 })).toEqual([]);
});

describe("a measured command", () => {
  const node = (script) => ({ program: process.execPath, args: ["-e", script], cwd: tmpdir() });

  test.skipIf(!existsSync("/usr/bin/time"))("has its time, its CPU seconds and its memory", async () => {
    const log = work.place("one.log");
    const times = await measure(node("Buffer.alloc(1e8, 1); console.log('done')"), { log, timeout: 60_000 });
    expect(readFileSync(log, "utf8")).toBe("done\n");
    expect(times.peak).toBeGreaterThan(95);
    expect(Math.min(times.wall, times.cpu)).toBeGreaterThan(0);
  });

  test.skipIf(!existsSync("/usr/bin/time")).each([
    ["console.log('why'); process.exit(3)", /ended with 3\s+why/, 60_000],
    ["setInterval(() => {}, 1000)", /not finished after 0.3 s/, 300],
  ])("that fails is a refusal with its last words: %s", async (script, reason, timeout) => {
    const fault = await measure(node(script), { log: work.place("two.log"), timeout }).catch((it) => it);
    expect(isRefusal(fault)).toBe(true);
    expect(fault.message).toMatch(reason);
  });
});

test("medians and percentiles lie between the two nearest; figures have three digits", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(percentile([0, 10, 20, 30, 40], 95)).toBeCloseTo(38);
  expect(median([])).toBeNaN();
  expect([0.04213, 1.234, 45.67, 1234.4, 0, Number.NaN].map(figure)).toEqual([
    "0.0421",
    "1.23",
    "45.7",
    "1,234",
    "0",
    "–",
  ]);
});

test("a profile's time goes to the code that ran and to the function of ours that called it", () => {
  const frame = (functionName, url, lineNumber = 0) => ({ functionName, url, lineNumber, columnNumber: 4 });
  const profile = {
    nodes: [
      { id: 1, callFrame: frame("(root)", ""), children: [2, 5] },
      { id: 2, callFrame: frame("outer", "file:///b/lib/site/link.js", 9), children: [3] },
      { id: 3, callFrame: frame("inner", "file:///b/lib/model/slug.js", 4), children: [4] },
      { id: 4, callFrame: frame("slugify", "file:///b/node_modules/@sindresorhus/slugify/index.js", 1) },
      { id: 5, callFrame: frame("(idle)", "") },
    ],
    samples: [2, 4, 4, 5, 3],
    timeDeltas: [0, 10, 20, 30, 500, 1],
  };
  const { places, owners, reach, total } = sharesOf([profile], "file:///b/lib/");
  expect(total).toBe(10 + 20 + 30 + 1);
  expect(Object.fromEntries(places)).toEqual({ "lib/site": 10, "@sindresorhus/slugify": 50, "lib/model": 1 });
  expect(Object.fromEntries(owners)).toEqual({
    "outer lib/site/link.js:10:5": 10,
    "inner lib/model/slug.js:5:5": 51,
  });
  expect(reach.get("outer lib/site/link.js:10:5")).toBe(61);
});

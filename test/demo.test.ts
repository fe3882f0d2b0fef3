// The demo bulletin as it is published: every page valid, every link alive, wherever the folder is put.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, test } from "vitest";
import { bantin, repository } from "./cli.js";
import { crawl, diskPlacement } from "./crawl.js";
import { isMissing, xmllint } from "./programs.js";
import { xmlFaults } from "./xml-faults.js";

const out = join(repository, ".bantin/test-demo");
const now = ["--now", "2026-11-01T08:00:00+07:00"];
const build = (name: string, ...args: string[]) =>
  bantin(["build", ...now, "--out", join(out, name), ...args]);

beforeAll(() => {
  for (const run of [
    build("plain"),
    build("root", "--base-url", "https://h.example"),
    build("sub", "--base-url", "https://h.example/a/b"),
  ]) {
    if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  }
}, 120_000);

describe("every link, anchor and asset is there", () => {
  test.each([
    ["at the root of a host", "root", "https://h.example/", []],
    ["in a sub-path", "sub", "https://h.example/a/b/", []],
    ["on a disk", "plain", diskPlacement(join(out, "plain")), ["404.html"]],
  ])("%s", (_, folder, base, skip) => {
    const { pages, links, faults } = crawl({ base, folder: join(out, folder), skip });
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(60);
    expect(links).toBeGreaterThan(1500);
  });
});

test("every page passes html-validate", async () => {
  const validator = new HtmlValidate(
    new FileSystemConfigLoader({ root: true, extends: ["html-validate:recommended"] }),
  );
  const names = readdirSync(join(out, "plain"), { recursive: true, encoding: "utf8" }).filter((n) =>
    n.endsWith(".html"),
  );
  const faults: string[] = [];
  for (const name of names) {
    const report = await validator.validateString(readFileSync(join(out, "plain", name), "utf8"), name);
    for (const { messages } of report.results) {
      faults.push(...messages.map(({ line, ruleId, message }) => `${name}:${line} ${ruleId} ${message}`));
    }
  }
  expect(faults).toEqual([]);
  expect(names.length).toBeGreaterThan(60);
}, 120_000);

test("translations name each other on every page, and leave none out", () => {
  const sets = new Map<string, string>();
  let translated = 0;
  for (const name of pagesOf("root")) {
    const html = readFileSync(join(out, "root", name), "utf8");
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
    const links = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
    if (canonical === undefined || links.length === 0) continue;
    const all = links.map(([, hreflang, href]) => ({ hreflang, href: href as string }));
    expect([name, all.filter(({ href }) => href === canonical).length > 0]).toEqual([name, true]);
    expect([name, all.at(-1)?.hreflang]).toEqual([name, "x-default"]);
    sets.set(canonical, JSON.stringify(all));
    if (all.length > 2) translated++;
  }
  for (const [canonical, set] of sets) {
    for (const { href } of JSON.parse(set) as { href: string }[]) {
      expect([canonical, href, sets.get(href)]).toEqual([canonical, href, set]);
    }
  }
  expect(translated).toBeGreaterThan(20);
  const sitemap = readFileSync(join(out, "root/sitemap.xml"), "utf8");
  const listed = [...sitemap.matchAll(/<url>\n<loc>([^<]+)<\/loc>([\s\S]*?)<\/url>/g)].map(
    ([, loc, rest]) => {
      const links = [...(rest ?? "").matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)];
      return [loc, JSON.stringify(links.map(([, hreflang, href]) => ({ hreflang, href })))] as const;
    },
  );
  expect(new Map(listed.filter(([, set]) => set !== "[]"))).toEqual(sets);
});

test.skipIf(isMissing(xmllint))("every feed and sitemap is well-formed", () => {
  const names = readdirSync(join(out, "root"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".xml"),
  );
  const faults = names.map((name) => xmlFaults(readFileSync(join(out, "root", name), "utf8")));
  expect(faults.filter((fault) => fault !== "")).toEqual([]);
  expect(names.length).toBeGreaterThan(20);
});

test("every block of facts for search engines can be read", () => {
  for (const name of pagesOf("root")) {
    const html = readFileSync(join(out, "root", name), "utf8");
    for (const [, json = ""] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      expect([name, JSON.parse(json)["@context"]]).toEqual([name, "https://schema.org"]);
    }
  }
});

function pagesOf(folder: string): string[] {
  return readdirSync(join(out, folder), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".html"),
  );
}

test("the same bulletin gives the same bytes, in another time zone and locale too", () => {
  const again = bantin(["build", ...now, "--out", join(out, "again")], {
    env: { TZ: "America/New_York", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  });
  expect(again.status).toBe(0);
  const list = (folder: string) => readFileSync(join(out, folder, ".bantin-files"), "utf8");
  expect(list("again")).toBe(list("plain"));
}, 60_000);

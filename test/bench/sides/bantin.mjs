// Bantin, as it lies compiled in this repository.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "../refusal.mjs";
import { frontMatter } from "./marks.mjs";

const repository = join(import.meta.dirname, "../../..");
const cli = join(repository, "lib/cli.js");

// Cards and the search index are timed apart: no rival makes them.
const configuration = `url: https://tin.example.vn
languages: [vi, en]
title: { vi: Xây dựng Đảng, en: Party Building }
pageSize: 20
imprint:
  vi: { governingBody: Đảng ủy xã, responsible: Bí thư Đảng ủy, licence: số 00/GP-XBBT }
  en: { governingBody: Party Committee, responsible: The Secretary, licence: no. 00/GP-XBBT }
cards: false
search: false
`;

export const bantin = {
  name: "bantin",
  removesStalePages: true,

  setUp: () => {
    if (!existsSync(cli)) throw refuse(`${cli} is missing: npm run compile`);
    const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
    const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: repository, encoding: "utf8" });
    return {
      version: `Bantin ${version} (${commit.stdout?.trim() || "no commit"}), Node ${process.version}`,
    };
  },

  openSite: (site) => {
    mkdirSync(join(site, "templates"), { recursive: true });
    writeFileSync(join(site, "bantin.yaml"), configuration);
    // Laid over the theme's own, so that the bulletin has a template to change.
    cpSync(join(repository, "templates/article.njk"), bantin.templateFile(site));
    for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) {
      mkdirSync(join(site, "content", String(year)), { recursive: true });
    }
  },

  articleFile: (site, { key, lang, date }) => join(site, "content", date.slice(0, 4), `${key}.${lang}.md`),
  articleText: ({ title, date, author, tags, slug, body }) =>
    frontMatter({ title, date, author, tags, slug }) + body,
  templateFile: (site) => join(site, "templates/article.njk"),
  pageOf: ({ lang, date, slug }) => `${lang}/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}.html`,
  cacheOf: (site) => join(site, ".bantin"),

  kindOf: (path) => {
    if (/^\w+\/\d{4}\/\d\d\/[^/]+\/share\.html$/.test(path)) return "share";
    if (/^\w+\/\d{4}\/\d\d\/[^/]+\.html$/.test(path)) return "article";
    if (/^\w+\/latest\/[^/]+\.html$/.test(path)) return "list";
    if (/^\w+\/tags\/index\.html$/.test(path)) return "tags";
    if (/^\w+\/tags\/.+\.html$/.test(path)) return "tag";
    if (/^\w+\/[^/]*feed[^/]*\.(xml|json)$/.test(path)) return "feed";
    if (/^sitemap[^/]*\.xml$/.test(path)) return "sitemap";
    return undefined;
  },

  build: ({ site, out }) => ({
    program: process.execPath,
    args: [cli, "build", "--root", site, "--out", out, "--quiet"],
    cwd: site,
  }),

  watch: ({ site, port }) => ({
    program: process.execPath,
    args: [cli, "watch", "--root", site, "--port", String(port)],
    cwd: site,
  }),
};

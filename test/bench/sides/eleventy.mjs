// Eleventy 3, installed into the work folder, with a site of the same kinds of page as ours.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "../corpus.mjs";
import { refuse } from "../refusal.mjs";
import { frontMatter } from "./marks.mjs";

const rival = join(import.meta.dirname, "../rivals/eleventy");

export const eleventy = {
  name: "eleventy",
  removesStalePages: false,

  /** The sites lie below the work folder, so they find the packages there. */
  setUp: (work) => {
    const folder = work.place("node_modules/@11ty/eleventy");
    if (!existsSync(folder)) {
      cpSync(join(rival, "package.json"), work.place("package.json"));
      const args = ["install", "--no-audit", "--no-fund", "--no-package-lock"];
      const run = spawnSync("npm", args, { cwd: work.root, encoding: "utf8", timeout: 300_000 });
      if (run.status !== 0) throw refuse(`Eleventy could not be installed:\n${run.stderr ?? run.error}`);
    }
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { program: join(folder, "cmd.cjs"), version: `Eleventy ${version}` };
  },

  openSite: (site) => {
    cpSync(rival, site, { recursive: true });
    for (const lang of languages) mkdirSync(join(site, "content", lang), { recursive: true });
  },

  articleFile: (site, { lang, slug }) => join(site, "content", lang, `${slug}.md`),
  articleText: ({ title, date, author, tags, slug, key, lang, lead, body }) =>
    frontMatter({
      title,
      date,
      author,
      lang,
      tags,
      description: lead.slice(0, 160),
      slug,
      translationKey: key,
    }) + body,
  templateFile: (site) => join(site, "_includes/article.njk"),
  pageOf: ({ lang, slug }) => `${lang}/articles/${slug}/index.html`,
  cacheOf: (site) => join(site, ".cache"),

  kindOf: (path) => {
    if (/^\w+\/articles\/[^/]+\/share\.html$/.test(path)) return "share";
    if (/^\w+\/articles\/[^/]+\/index\.html$/.test(path)) return "article";
    if (/^\w+\/(page\/\d+\/)?index\.html$/.test(path)) return "list";
    if (/^\w+\/tags\/index\.html$/.test(path)) return "tags";
    if (/^\w+\/tags\/.+\/index\.html$/.test(path)) return "tag";
    if (/^\w+\/index\.xml$/.test(path)) return "feed";
    if (/^sitemap\.xml$/.test(path)) return "sitemap";
    return undefined;
  },

  build: ({ tool, site, out }) => ({
    program: process.execPath,
    args: [tool.program, "--quiet", `--output=${out}`],
    cwd: site,
  }),

  watch: ({ tool, site, out, port }) => ({
    program: process.execPath,
    args: [tool.program, "--quiet", "--serve", "--incremental", `--port=${port}`, `--output=${out}`],
    cwd: site,
  }),
};

// Hugo, the newest that can be had, with a site of the same kinds of page as ours.
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { languages } from "../corpus.mjs";
import { findHugo } from "./find-hugo.mjs";
import { frontMatter } from "./marks.mjs";

const rival = join(import.meta.dirname, "../rivals/hugo");

export const hugo = {
  name: "hugo",
  // It leaves the page of a deleted article where it was.
  removesStalePages: false,

  setUp: findHugo,

  openSite: (site) => {
    cpSync(rival, site, { recursive: true });
    for (const lang of languages) mkdirSync(join(site, "content", lang, "articles"), { recursive: true });
  },

  articleFile: (site, { lang, slug }) => join(site, "content", lang, "articles", `${slug}.md`),
  articleText: ({ title, date, author, tags, slug, key, lead, body }) =>
    frontMatter({ title, date, author, tags, description: lead.slice(0, 160), slug, translationKey: key }) +
    body,
  templateFile: (site) => join(site, "layouts/_default/single.html"),
  pageOf: ({ lang, slug }) => `${lang}/articles/${slug}/index.html`,
  cacheOf: (site) => join(site, "resources"),

  kindOf: (path) => {
    if (/^\w+\/articles\/[^/]+\/share\.html$/.test(path)) return "share";
    if (/^\w+\/articles\/[^/]+\/index\.html$/.test(path)) return "article";
    if (/^\w+\/(page\/\d+\/)?index\.html$/.test(path)) return "list";
    if (/^\w+\/tags\/index\.html$/.test(path)) return "tags";
    if (/^\w+\/tags\/.+\/index\.html$/.test(path)) return "tag";
    if (/^\w+\/index\.xml$/.test(path)) return "feed";
    if (/^(\w+\/)?sitemap\.xml$/.test(path)) return "sitemap";
    return undefined;
  },

  build: ({ tool, site, out }) => ({
    program: tool.program,
    args: ["--source", site, "--destination", out, "--quiet"],
    cwd: site,
    env: tool.env,
  }),

  watch: ({ tool, site, out, port }) => ({
    program: tool.program,
    args: [
      "server",
      ...["--source", site, "--destination", out],
      ...["--bind", "127.0.0.1", "--port", String(port), "--baseURL", `http://127.0.0.1:${port}/`],
    ],
    cwd: site,
    env: tool.env,
  }),
};

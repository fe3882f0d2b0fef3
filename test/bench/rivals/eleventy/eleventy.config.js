// The collections are sorted and cut into pages once a build, by what is cheapest for Eleventy.
import MarkdownIt from "markdown-it";
import footnote from "markdown-it-footnote";

const site = {
  vi: {
    title: "Xây dựng Đảng",
    home: "Trang chủ",
    tags: "Chủ đề",
    other: "English",
    locale: "vi_VN",
  },
  en: {
    title: "Party Building",
    home: "Home",
    tags: "Topics",
    other: "Tiếng Việt",
    locale: "en_US",
  },
};
const languages = ["vi", "en"];
const pageSize = 20;

// biome-ignore lint/style/noDefaultExport: Eleventy asks for one.
export default function configure(eleventy) {
  eleventy.setLibrary("md", new MarkdownIt({ html: false }).use(footnote));
  eleventy.addGlobalData("site", site);
  eleventy.addGlobalData("base", "https://tin.example.vn");
  eleventy.addPassthroughCopy({ "style.css": "style.css" });
  addFilters(eleventy);
  addCollections(eleventy);
  return {
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
    dir: { input: ".", includes: "_includes" },
  };
}

function addFilters(eleventy) {
  const slugs = new Map();
  eleventy.addFilter("slug", (text) => {
    if (!slugs.has(text)) slugs.set(text, slugify(text));
    return slugs.get(text);
  });
  eleventy.addFilter("iso", (date) => new Date(date).toISOString());
  eleventy.addFilter("rfc822", (date) => new Date(date).toUTCString());
  eleventy.addFilter("dmy", (date) =>
    new Date(date).toISOString().slice(0, 10).split("-").reverse().join("/"),
  );
  const translations = new WeakMap();
  eleventy.addFilter("translation", (articles, key, lang) => {
    if (!translations.has(articles)) {
      translations.set(
        articles,
        new Map(articles.map((one) => [one.data.translationKey + one.data.lang, one])),
      );
    }
    const other = translations.get(articles).get(key + (lang === "vi" ? "en" : "vi"));
    return other && { url: other.url, lang: other.data.lang };
  });
}

function addCollections(eleventy) {
  const articles = (api) => api.getFilteredByGlob("content/**/*.md").sort((a, b) => b.date - a.date);
  const inLanguage = (api, lang) => articles(api).filter((article) => article.data.lang === lang);
  eleventy.addCollection("articles", articles);
  for (const lang of languages) {
    eleventy.addCollection(lang, (api) => {
      const own = inLanguage(api, lang);
      own.forEach((article, index) => {
        article.data.nextUrl = own[index - 1];
        article.data.prevUrl = own[index + 1];
      });
      return own;
    });
  }
  eleventy.addCollection("indexPages", (api) =>
    languages.flatMap((lang) =>
      pagesOf({ lang, items: inLanguage(api, lang), base: `/${lang}/`, title: site[lang].title }),
    ),
  );
  eleventy.addCollection("tagPages", (api) =>
    languages.flatMap((lang) =>
      [...byTag(inLanguage(api, lang))].flatMap(([title, items]) =>
        pagesOf({ lang, items, base: tagUrl(lang, title), title }),
      ),
    ),
  );
  eleventy.addCollection("tagLists", (api) =>
    languages.map((lang) => ({
      lang,
      tags: [...byTag(inLanguage(api, lang))]
        .map(([name, items]) => ({ name, n: items.length, url: tagUrl(lang, name) }))
        .sort((a, b) => a.name.localeCompare(b.name, lang)),
    })),
  );
}

function pagesOf({ lang, items, base, title }) {
  const total = Math.max(1, Math.ceil(items.length / pageSize));
  const url = (page) => (page === 1 ? base : `${base}page/${page}/`);
  return Array.from({ length: total }, (_, index) => ({
    lang,
    title,
    items: items.slice(index * pageSize, (index + 1) * pageSize),
    page: index + 1,
    total,
    url: url(index + 1),
    prev: index > 0 ? url(index) : null,
    next: index + 1 < total ? url(index + 2) : null,
  }));
}

function byTag(articles) {
  const groups = new Map();
  for (const article of articles) {
    for (const tag of article.data.tags) {
      const group = groups.get(tag);
      if (group === undefined) groups.set(tag, [article]);
      else group.push(article);
    }
  }
  return groups;
}

function tagUrl(lang, tag) {
  return `/${lang}/tags/${slugify(tag)}/`;
}

function slugify(text) {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

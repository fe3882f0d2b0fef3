// biome-ignore lint/style/noDefaultExport: Eleventy asks for one.
export default {
  layout: "article.njk",
  permalink: ({ lang, slug }) => `/${lang}/articles/${slug}/`,
};

// A feed in JSON Feed 1.1, for readers and scripts that would rather not read XML. It says what the Atom feed says.
import type { Feed } from "./atom.js";
import type { FeedEntry } from "./feed-entries.js";

export function writeJsonFeed(feed: Feed, entries: readonly FeedEntry[]): string {
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    ...(feed.subtitle === "" ? {} : { description: feed.subtitle }),
    user_comment: feed.note,
    home_page_url: feed.home,
    feed_url: feed.self,
    ...(feed.icon === "" ? {} : { icon: feed.icon }),
    language: feed.lang,
    authors: [{ name: feed.publisher }],
    items: entries.map((entry) => jsonItem(feed, entry)),
  };
  return `${JSON.stringify(json, undefined, 1)}\n`;
}

function jsonItem({ lang }: Feed, entry: FeedEntry): object {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_html: entry.content.join("\n"),
    ...(entry.summary === "" ? {} : { summary: entry.summary }),
    ...(entry.image === "" ? {} : { image: entry.image }),
    date_published: entry.published,
    date_modified: entry.updated,
    ...(entry.authors.length === 0 ? {} : { authors: entry.authors }),
    ...(entry.tags.length === 0 ? {} : { tags: entry.tags.map(({ name }) => name) }),
    language: lang,
  };
}

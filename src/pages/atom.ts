// A feed in Atom (RFC 4287). Entries stand newest first; the feed is as new as its newest change.
import { uuidOf } from "../model/uuid.js";
import type { FeedEntry } from "./feed-entries.js";
import { element, htmlElement, textElement, type Xml, xmlDocument } from "./xml.js";

export interface Feed {
  /** What the feed is of, apart from every address: `vi`, `vi tag chi-bo`. */
  readonly name: string;
  readonly lang: string;
  readonly title: string;
  readonly subtitle: string;
  /** Who answers for it where an entry names no author. */
  readonly publisher: string;
  /** For a person who opens the feed in a browser. */
  readonly note: string;
  readonly self: string;
  /** The page that shows the same articles. */
  readonly home: string;
  /** "" where there is none. */
  readonly icon: string;
}

/** An entry as it stands in every feed of its language. */
export function atomEntry(entry: FeedEntry): Xml {
  return element(
    "entry",
    {},
    textElement("id", entry.id),
    textElement("title", entry.title),
    element("link", { rel: "alternate", type: "text/html", href: entry.url }),
    textElement("published", entry.published),
    textElement("updated", entry.updated),
    ...entry.authors.map(({ name, url }) =>
      element("author", {}, textElement("name", name), textElement("uri", url)),
    ),
    ...entry.tags.map(({ id, name }) => element("category", { term: id, label: name })),
    ...(entry.summary === "" ? [] : [textElement("summary", entry.summary)]),
    htmlElement("content", { type: "html" }, entry.content),
  );
}

/** `updated` is RFC 3339, of the newest change among the entries. */
export function writeAtom(feed: Feed, entries: readonly Xml[], updated: string): string {
  const root = element(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": feed.lang },
    textElement("id", `urn:uuid:${uuidOf(`feed ${feed.name}`)}`),
    textElement("title", feed.title),
    ...(feed.subtitle === "" ? [] : [textElement("subtitle", feed.subtitle)]),
    element("link", { rel: "self", type: "application/atom+xml", href: feed.self }),
    element("link", { rel: "alternate", type: "text/html", href: feed.home }),
    textElement("updated", updated),
    element("author", {}, textElement("name", feed.publisher)),
    textElement("generator", "Bantin"),
    ...(feed.icon === "" ? [] : [textElement("icon", feed.icon)]),
    ...entries,
  );
  return xmlDocument(root, feed.note);
}

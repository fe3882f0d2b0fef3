// What lists are called.
import type { CollectionKind } from "../model/site.js";
import type { WordName } from "../strings/shape.js";

/** What one collection, and all collections of its kind, are called. */
export const kindWords: Readonly<Record<CollectionKind, { readonly one: WordName; readonly all: WordName }>> =
  {
    latest: { one: "latest", all: "latest" },
    section: { one: "section", all: "sections" },
    tag: { one: "tag", all: "tags" },
    author: { one: "author", all: "authors" },
    issue: { one: "issue", all: "issues" },
    month: { one: "month", all: "archive" },
  };

// All lists of articles: the latest, sections, tags, authors, issues and months, in every language that has them.
import type { CollectionKind } from "../model/site.js";
import { planListing } from "./listing.js";
import type { PageKind } from "./plan.js";

const kinds: readonly CollectionKind[] = ["latest", "section", "tag", "author", "issue", "month"];

export const lists: PageKind = {
  name: "lists",
  pages: (plan) =>
    plan.site.config.languages.flatMap((lang) =>
      kinds.flatMap((kind) =>
        plan.site.collections[kind].flatMap((collection) => planListing(plan, collection, lang)),
      ),
    ),
};

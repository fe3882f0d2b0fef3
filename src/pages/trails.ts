// A step of the way from the front page to a page: a list, by its name.
import type { Collection } from "../model/site.js";
import { listPath } from "../site/urls.js";
import type { Step } from "./discovery.js";
import { collectionLabel, type View } from "./view.js";

export function stepTo(view: View, collection: Collection): Step {
  const { kind, id } = collection;
  return { text: collectionLabel(view, collection).text, path: listPath(kind, view.lang, id, 1) };
}

// What the output folder holds from the build before: which page of which story stood at which address. A story
// whose address is no longer among its pages has moved, and links to the old address would die.
import type { OutPath } from "./paths.js";

export interface PublishedList {
  readonly pages: readonly PublishedPage[];
}

export interface PublishedPage {
  readonly path: OutPath;
  /** Story key and language, as in `Page.identity`: `2023/can-duoc vi`. */
  readonly identity: string;
}

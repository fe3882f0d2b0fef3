// The theme as data: the texts of its templates and the files of its assets, the user's own files in place of
// the files of the same name that come with Bantin.
import type { CopySource } from "./page.js";

export interface ThemeFile {
  readonly from: CopySource;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly hash: string;
  /** The text of templates and stylesheets; absent for binary files. */
  readonly text?: string;
}

export interface Theme {
  /** By name below templates/: `article.njk`, `partials/head.njk`. */
  readonly templates: ReadonlyMap<string, ThemeFile & { readonly text: string }>;
  /** By name below assets/: `style.css`, `fonts/x.woff2`; `root/CNAME` goes to the top of the output as it is. */
  readonly assets: ReadonlyMap<string, ThemeFile>;
}

// The theme as data: the texts of its templates and the files of its assets, the user's own files in place of
// the files of the same name that come with Bantin.
import type { Colour, ColourName } from "./colour.js";
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

export type ThemeColours = Readonly<Partial<Record<ColourName, Colour>>>;

/** The two kinds of letters: for reading, and for labels, dates and buttons. */
export const fontRoles = ["text", "interface"] as const;
export type FontRole = (typeof fontRoles)[number];

/** What `theme:` in bantin.yaml changes of the theme. */
export interface ThemeSettings {
  readonly colours: ThemeColours;
  /** For readers whose device is set to dark. */
  readonly dark: ThemeColours;
  /** A picture below assets/. */
  readonly logo?: string;
  /** WOFF2 files below assets/. */
  readonly fonts: Readonly<Partial<Record<FontRole, string>>>;
}

/** The theme's own colours, as style.css has them: what a changed colour is read against. */
export const themeColours: Readonly<Record<"colours" | "dark", Readonly<Record<ColourName, Colour>>>> = {
  colours: { accent: "#a8141c", gold: "#b8892b", paper: "#fffdf9", ink: "#1c1a17" },
  dark: { accent: "#ff7a72", gold: "#d9b25f", paper: "#14120f", ink: "#ece7dd" },
};

// The configuration of a bulletin: bantin.yaml read, checked and completed with defaults.
import type { Limits } from "./article.js";
import type { CardColours } from "./image.js";
import type { ByLang, Lang } from "./lang.js";
import type { Place } from "./place.js";
import type { ThemeSettings } from "./theme.js";

/** The channels of the sharing row, in the order in which they are shown. */
export type ShareChannel =
  | "zalo"
  | "facebook"
  | "copy"
  | "email"
  | "qr"
  | "print"
  | "telegram"
  | "x"
  | "linkedin"
  | "whatsapp"
  | "viber";

export interface SectionEntry {
  readonly id: string;
  readonly name: ByLang<string>;
}

/** A standing page by its story key below content/pages/, or a link. */
export type MenuEntry = { readonly page: string } | { readonly url: string; readonly title: ByLang<string> };

/** Who answers for the bulletin, as Vietnamese press law wants it printed; every field in one language. */
export interface Imprint {
  readonly governingBody?: string;
  readonly responsible?: string;
  readonly editorialBoard?: string;
  readonly licence?: string;
  readonly address?: string;
  readonly telephone?: string;
  readonly email?: string;
  readonly reuse?: string;
}

export interface Config {
  /** Absolute, http or https, no trailing "/", no query or fragment; a sub-path is kept. */
  readonly url?: string;
  /** BCP 47, canonical, at least one; the first is the default language. */
  readonly languages: readonly Lang[];
  /** Complete: a value for every language. */
  readonly title: Readonly<Record<Lang, string>>;
  readonly description: ByLang<string>;
  readonly publisher: ByLang<string>;
  readonly imprint: ByLang<Imprint>;
  readonly footer: ByLang<string>;
  /** Absent: every standing page, by key. */
  readonly menu?: readonly MenuEntry[];
  /** IANA name. */
  readonly timeZone: string;
  /** Empty: sections are whatever the articles name. */
  readonly sections: readonly SectionEntry[];
  /** Articles on one page of a list. */
  readonly pageSize: number;
  readonly share: readonly ShareChannel[];
  /** Date patterns by language, as strings/dates.ts reads them. */
  readonly dateFormat: ByLang<string>;
  /** Interface words by language and name, from `words:`; a value may be a map by plural category. */
  readonly words: ByLang<Readonly<Record<string, string | Readonly<Record<string, string>>>>>;
  readonly cards: CardSettings | false;
  readonly photos: PhotoSettings;
  readonly search: Switch;
  readonly hosts: readonly string[];
  /** Address pattern that opens a file in the editor, for `watch`. */
  readonly editor?: string;
  readonly theme: ThemeSettings;
  readonly byline: "end" | "top";
  readonly limits: Limits;
  /** Where keys stand in bantin.yaml, for reports of later stages: `title`, `menu.0`, `sections.ID`, `words.vi.NAME`,
   *  `theme.logo`. */
  readonly places?: Readonly<Record<string, Place>>;
}

export interface PhotoSettings {
  /** AVIF beside WebP and JPEG: smaller, and slow to make. */
  readonly avif: boolean;
  /** A click opens the photo in its full size instead of its largest variant. */
  readonly originals: boolean;
  /** 1 to 100, of JPEG and WebP. */
  readonly quality: number;
  /** Pixels, ascending, at least one. */
  readonly widths: readonly number[];
}

export interface CardSettings {
  /** Those that differ from the theme's. */
  readonly colours: Partial<CardColours>;
  /** A file of assets/; absent: the bulletin's icon. */
  readonly logo?: string;
}

/** A feature that is on or off, with its settings where it is on. */
export type Switch = false | Readonly<Record<string, unknown>>;

/** content/tags.yaml and content/authors.yaml: id → names. Ids are slugs. */
export interface Vocabulary {
  readonly entries: readonly VocabularyEntry[];
}

export interface VocabularyEntry {
  readonly id: string;
  readonly name: ByLang<string>;
  /** Authors only: what they are, and where. */
  readonly role?: ByLang<string>;
  readonly unit?: ByLang<string>;
  /** Of the id, in content/tags.yaml or content/authors.yaml. */
  readonly place: Place;
}

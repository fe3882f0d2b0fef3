// An article is one Markdown file: one text in one language. It knows that file only, so it can be computed in
// a worker, cached under the file's hash, and its diagnostics replayed. It holds HTML with holes, not a tree.
import type { Diagnostic } from "./diagnostic.js";
import type { Lang } from "./lang.js";
import type { Moment } from "./moment.js";
import type { SourcePath } from "./paths.js";
import type { Place } from "./place.js";

/** The path below content/ with the language part and ".md" removed, or `translationKey`: `2023/can-duoc`. */
export type StoryKey = string;

/** `page` is a standing page (content/pages/**): no date, in no list. */
export type ArticleKind = "article" | "page";

/** `2023-01` with the label `01/2023`, or `xuan-2023` with the label `Xuân 2023`. */
export interface IssueLabel {
  readonly id: string;
  readonly label: string;
  /** True for `01/2023`: the interface then says "số" / "Issue" before it. */
  readonly numbered: boolean;
}

export interface Cover {
  /** As the author wrote it, percent-decoded, NFC. */
  readonly path: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

export interface Correction {
  readonly date: Moment;
  readonly text: string;
}

export interface AttachmentEntry {
  /** As the author wrote it, percent-decoded, NFC. */
  readonly path: string;
  readonly title?: string;
  readonly number?: string;
  readonly date?: Moment;
  readonly summary?: string;
  readonly place: Place;
}

/** The fields of an article's front matter, by their English names. */
export interface FrontMatter {
  readonly title: string;
  readonly date?: Moment;
  readonly author?: readonly string[];
  readonly language?: Lang;
  readonly lead?: string;
  readonly kicker?: string;
  readonly tags?: readonly string[];
  readonly section?: string;
  readonly issue?: IssueLabel;
  readonly cover?: Cover;
  readonly slug?: string;
  /** Old addresses, as paths below the output folder without a leading "/": `vi/2023/01/old.html`. */
  readonly aliases: readonly string[];
  readonly draft: boolean;
  readonly updated?: Moment;
  readonly expires?: Moment;
  /** 1 is the first lead story of the home page. */
  readonly featured?: number;
  readonly featuredUntil?: Moment;
  readonly source?: string;
  readonly corrections: readonly Correction[];
  readonly attachments: readonly AttachmentEntry[];
  readonly internal: boolean;
  readonly byline?: "end" | "top";
  readonly placeNote?: string;
  readonly translationKey?: string;
  readonly sourceHash?: string;
}

export type FieldName = keyof FrontMatter;

/** Where the value of each given field stands in the file. */
export type FieldPlaces = Readonly<Partial<Record<FieldName, Place>>>;

/** The opening paragraph: plain text for lists and sharing, HTML (no links, no holes) for the article's page. */
export interface Lead {
  readonly text: string;
  readonly html: string;
}

export interface Heading {
  /** With its prefix, as in the HTML: `h-ket-qua`. */
  readonly id: string;
  /** 2 to 6. */
  readonly depth: number;
  readonly text: string;
}

/**
 * A link to something of this bulletin (links to other hosts are finished HTML already).
 * `path` is percent-decoded and NFC, without fragment, "" for a link inside the article; `anchor` without "#".
 */
export interface LocalLink {
  readonly path: string;
  readonly anchor?: string;
  readonly place: Place;
  /** The link's other attributes as HTML, escaped, with a space in front: ` title="…"`, or "". */
  readonly attributes: string;
}

/** `only`: the link is alone in its paragraph, so that a recording becomes a player. */
export type LinkShape = "text" | "only";

/** An image of the body. `figure` and `gallery` images stand in a figure; `inline` ones in running text. */
export interface LocalImage {
  /** Percent-decoded, NFC, as the author wrote it. */
  readonly path: string;
  readonly alt: string;
  /** `galleryLast`: the last of an odd number, which stands alone in its row on a phone. */
  readonly role: "figure" | "gallery" | "galleryLast" | "inline";
  readonly place: Place;
}

export interface Article {
  readonly source: SourcePath;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly hash: string;
  readonly kind: ArticleKind;
  readonly key: StoryKey;
  readonly lang: Lang;
  readonly meta: FrontMatter;
  /** The last part of its address: `slug:`, else made of the title, else of the file's name. */
  readonly slug: string;
  /** A hash of all that other pages may show of it: two texts with one face differ on the article's own page alone. */
  readonly face: string;
  readonly places: FieldPlaces;
  readonly lead?: Lead;
  /** HTML with holes (holes.ts) for what only the whole site knows. The one value that templates do not escape. */
  readonly body: string;
  /** Where the body is kept on the disk, for pages that are written without reading it (late-html.ts); in builds alone. */
  readonly late?: string | undefined;
  /** Plain text of the lead, else of the first paragraph, without end mark and agency prefix; "" if there is none. */
  readonly description: string;
  readonly headings: readonly Heading[];
  /** Every id in the body, with prefix. */
  readonly anchors: readonly string[];
  readonly links: readonly LocalLink[];
  readonly images: readonly LocalImage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** An article with errors. It counts as existing for links and pairing: one fault, one report. */
export interface BrokenArticle {
  readonly source: SourcePath;
  readonly hash: string;
  readonly kind: ArticleKind;
  readonly key: StoryKey;
  readonly lang: Lang;
  readonly broken: true;
  readonly diagnostics: readonly Diagnostic[];
}

export type ParsedArticle = Article | BrokenArticle;

export function isBroken(article: ParsedArticle): article is BrokenArticle {
  return "broken" in article;
}

/** All of the configuration that a single article's text depends on. */
export interface ParseSettings {
  /** The first is the default language. */
  readonly languages: readonly Lang[];
  /** IANA name, such as Asia/Ho_Chi_Minh. */
  readonly timeZone: string;
  /** Common abbreviations by language, from content/abbreviations.yaml: abbreviation → words. */
  readonly abbreviations: Readonly<Record<Lang, Readonly<Record<string, string>>>>;
  readonly limits: Limits;
}

export interface Limits {
  /** Largest article file, in bytes. */
  readonly articleBytes: number;
  /** Deepest nesting of quotes and lists in an article. */
  readonly nesting: number;
  /** Largest photo, in megapixels (millions of pixels). */
  readonly photoMegapixels: number;
  /** Largest attachment, in bytes. */
  readonly attachmentBytes: number;
}

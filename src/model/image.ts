// Images that are made, described: the variants of a photo and the cards of a page. The name of each holds the hash of
// everything that draws it (source bytes, settings, texts, the drawing tools), so a page knows it before it is drawn.
import type { Lang } from "./lang.js";
import type { OutPath, SourcePath } from "./paths.js";
import type { Place } from "./place.js";

export type ImageFormat = "webp" | "avif" | "jpeg" | "png";

/** One variant of a photo: upright, in sRGB, without metadata. */
export interface ImageRecipe {
  readonly format: ImageFormat;
  /** Pixels; never more than the original has. */
  readonly width: number;
  readonly height: number;
  /** Width and height of the one decoding from which all variants of the photo are made: whichever of them is drawn
   *  again alone has the same bytes. */
  readonly base: Size;
  /** 1 to 100; lossless formats do not heed it. */
  readonly quality: number;
  readonly lossless: boolean;
}

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where an author named the photo, for the report of what turns out only when it is drawn. */
export interface NamedAt {
  readonly file: SourcePath;
  readonly place: Place;
  /** As the author wrote it. */
  readonly path: string;
}

export type CardShape = "wide" | "square";

/** Pixels, as sharing sites want them. */
export const cardSizes: Readonly<Record<CardShape, Size>> = {
  wide: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
};

/** A file of the bulletin or of the theme that is drawn into another. */
export interface DrawnFile {
  readonly root: "bulletin" | "theme";
  readonly path: SourcePath;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
}

/** The colours of cards, each `#rrggbb`. */
export interface CardColours {
  readonly paper: string;
  readonly ink: string;
  /** Section names, and the ground of cards without a photo. */
  readonly accent: string;
  readonly gold: string;
}

/** What a card says, NFC, in the language of its page; "" for what it does not say. */
export interface CardTexts {
  readonly lang: Lang;
  readonly kicker: string;
  readonly title: string;
  readonly date: string;
  /** The bulletin's. */
  readonly name: string;
}

/** A photo on a card, cut from the decoding from which its variants are made too. */
export interface CardPhoto extends DrawnFile {
  readonly base: Size;
}

export interface CardSpec {
  readonly shape: CardShape;
  readonly texts: CardTexts;
  readonly colours: CardColours;
  readonly photo?: CardPhoto;
  readonly logo?: DrawnFile;
}

export interface CardFile {
  readonly path: OutPath;
  /** SHA-256 of all that draws it, and the shape. */
  readonly key: string;
  readonly spec: CardSpec;
}

/** The two cards of a page. */
export interface PageCard {
  readonly alt: string;
  readonly wide: CardFile;
  readonly square: CardFile;
}

/** A QR code as a picture to keep, black on white. */
export interface QrFile {
  readonly path: OutPath;
  /** SHA-256 of what it says and of all that draws it. */
  readonly key: string;
  /** Its rows of squares, true where dark, without the quiet zone; made when it is drawn. */
  readonly squares: () => readonly (readonly boolean[])[];
}

/** What draws: part of the name of every made image. */
export interface Drawing {
  /** Names and versions of the drawing tools. */
  readonly tools: string;
  readonly colours: CardColours;
  readonly logo?: DrawnFile;
}

// A page is planned, not written: where it lies, in which language, which template draws it from which data.
import type { CardFile, ImageRecipe, NamedAt, PageCard, QrFile } from "./image.js";
import type { ByLang, Lang } from "./lang.js";
import type { Moment } from "./moment.js";
import type { OutPath, SourcePath } from "./paths.js";

export interface Page {
  readonly path: OutPath;
  readonly lang: Lang;
  /** Name of the template without folder: `article.njk`. */
  readonly template: string;
  /** The same page in the bulletin's languages, itself included; only pages that exist. */
  readonly alternates: ByLang<OutPath>;
  /** Made when the page is rendered, so that 10 000 bodies are never held at once. */
  readonly data: () => object;
  /** The same only where the text is the same, and far cheaper; absent where that cannot be told. */
  readonly fingerprint?: (() => string) | undefined;
  /** The article whose page this is: named in reports of colliding addresses. */
  readonly source?: SourcePath | undefined;
  /** Story key and language, kept in the list of made files so that a changed address can be noticed. */
  readonly identity?: string | undefined;
  /** The pictures under which it is shared; absent where the configuration wants none. */
  readonly card?: PageCard | undefined;
  /** The code of its address, to keep as a picture. */
  readonly qr?: QrFile | undefined;
  /** What search engines may list; absent on pages that they are to leave alone. */
  readonly indexed?: Indexed | undefined;
  /** Where the page sends its readers on: it stands at an old address and holds nothing of its own. */
  readonly movedTo?: OutPath | undefined;
}

export interface Indexed {
  /** By hreflang, `x-default` the last; empty where the page is not paired. */
  readonly alternates: readonly Alternate[];
  readonly modified?: Moment | undefined;
}

export interface Alternate {
  readonly hreflang: string;
  readonly path: OutPath;
}

/** Throws a TemplateFault where a template is broken. `data` are the page's own, asked for where they are not given. */
export type RenderPage = (page: Page, data?: object) => string;

/** A file of the output folder, described. */
export type Output =
  | {
      readonly kind: "page";
      readonly path: OutPath;
      readonly page: Page;
      readonly text: () => string;
      /** The same of data that the page gave before. */
      readonly render: RenderPage;
    }
  | {
      readonly kind: "text";
      readonly path: OutPath;
      readonly text: () => string;
      readonly fingerprint?: () => string;
    }
  | { readonly kind: "copy"; readonly path: OutPath; readonly from: CopySource; readonly hash: string }
  | {
      readonly kind: "image";
      readonly path: OutPath;
      readonly from: CopySource;
      /** SHA-256 of the source's bytes. */
      readonly hash: string;
      readonly recipe: ImageRecipe;
      /** SHA-256 of all that draws the photo (its bytes, settings, tools), with format and width. */
      readonly key: string;
      readonly namedAt: NamedAt;
    }
  | ({ readonly kind: "card" } & CardFile)
  | ({ readonly kind: "qr" } & QrFile);

/** The same only where the output's text is the same; undefined where that cannot be told without making it. */
export function fingerprintOf(output: Output): string | undefined {
  if (output.kind === "page") return output.page.fingerprint?.();
  return output.kind === "text" ? output.fingerprint?.() : undefined;
}

export type TextOutput = Extract<Output, { readonly kind: "page" | "text" }>;

export function isText(output: Output): output is TextOutput {
  return output.kind === "page" || output.kind === "text";
}

export type MadeImage = Extract<Output, { readonly kind: "image" | "card" | "qr" }>;

export function isMadeImage(output: Output): output is MadeImage {
  return output.kind === "image" || output.kind === "card" || output.kind === "qr";
}

/** A file of the bulletin's folder, or of the theme that comes with Bantin. */
export interface CopySource {
  readonly root: "bulletin" | "theme";
  readonly path: SourcePath;
}

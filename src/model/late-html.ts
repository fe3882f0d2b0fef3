// HTML that is made by whoever writes a page: a mark stands for it until then. The HTML of an article, in its page and in
// feeds, is written as it was kept on the disk, without having been read; the QR code of an article's address is drawn,
// most often ahead, by a thread that has nothing else to do. A mark names a file that nobody can guess the name of, so
// that content cannot forge one.
import { fillNamedHoles } from "./holes.js";
import { escapeMarkup, textOfCdata } from "./text.js";

export interface LateText {
  /** Where the HTML is kept, as `Article.late` says it. */
  readonly text: string;
  /** What is put into its holes (holes.ts), by the names of all that there may be. */
  readonly fillings: Readonly<Record<string, string>>;
  /** The address of its page, where it stands elsewhere. */
  readonly page?: string | undefined;
}

/** What stands in the mark of a text. */
interface MarkedText extends LateText {
  readonly isCdata?: true;
}

/** A QR code (qr.ts). */
export interface LateCode {
  /** The address, of letters of ASCII, and one that a code can hold. */
  readonly code: string;
  readonly label: string;
  /** Where the HTML of its article is kept. */
  readonly text: string;
}

/** Around a mark. No character of Unicode; holes begin with NUL. */
export const lateBound = "\uffff";
const escapedBound = "\\uffff";

/** Among the data of a page. Drawn as it is it becomes its mark; for anything else it is read. */
export class LateHtml {
  readonly #late: LateText | LateCode;
  readonly #read: () => string;

  constructor(late: LateText | LateCode, read: () => string) {
    this.#late = late;
    this.#read = read;
  }

  get mark(): string {
    return markOf(this.#late);
  }

  /** The mark for an article's HTML in XML, where `<![CDATA[` stands before it and `]]>` after it. */
  get cdataMark(): string {
    return markOf({ ...this.#late, isCdata: true });
  }

  toString(): string {
    return this.#read();
  }
}

function markOf(late: object): string {
  return `${lateBound}${JSON.stringify(late).replaceAll(lateBound, escapedBound)}${lateBound}`;
}

/** What stands in a mark; undefined for any other text, whoever wrote it. */
export function readLate(mark: string): MarkedText | LateCode | undefined {
  if (!/^\{"(?:text|code)":"/.test(mark)) return undefined;
  try {
    const late = JSON.parse(mark) as MarkedText | LateCode;
    return typeof late.text === "string" ? late : undefined;
  } catch {
    return undefined;
  }
}

/** True where the kept HTML is written as it lies, whatever it is. */
export function isWrittenAsKept({ fillings, page, isCdata }: MarkedText): boolean {
  return page === undefined && isCdata === undefined && Object.keys(fillings).length === 0;
}

/** True where `finishLate` would change nothing in this HTML, given as UTF-8 with a letter for each byte. */
export function isFinished(bytes: string): boolean {
  // Holes begin with NUL. The other letters that XML cannot hold begin with \xef, as a few that it can hold do.
  return (
    !/[\0-\x08\x0b\x0c\x0e-\x1f\xef]/.test(bytes) && !bytes.includes("]]>") && !bytes.includes(anchorStart)
  );
}

/** What is written in the place of the mark, from the HTML as it is kept. */
export function finishLate({ fillings, page, isCdata }: MarkedText, kept: string): string {
  const html = withWholeAnchors(fillNamedHoles(kept, fillings), page);
  return isCdata ? textOfCdata(html) : html;
}

/** In every link into the page on which it stands. */
const anchorStart = 'href="#';

/** Elsewhere than on its `page`, footnotes and headings lead into that: a feed has no anchors of its own. */
export function withWholeAnchors(html: string, page: string | undefined): string {
  if (page === undefined || !html.includes(anchorStart)) return html;
  return html.replace(
    /(<a\b(?:\s+[^\s"=<>]+(?:="[^"]*")?)*?\s+href=")#/g,
    (_, start: string) => `${start}${escapeMarkup(page)}#`,
  );
}

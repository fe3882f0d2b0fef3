// The HTML of an article that is written without having been read: a mark stands for it while its page is drawn, and
// whoever writes the page puts in its place what was kept on the disk. It names a file that nobody can guess the name of, so
// that content cannot forge one.
export interface LateText {
  /** Where the HTML is kept, as `Article.late` says it. */
  readonly text: string;
  /** What is put into its holes (holes.ts), by the names of all that there may be. */
  readonly fillings: Readonly<Record<string, string>>;
}

/**
 * Around a mark. No character of Unicode; NUL, with which holes begin, is half of each letter of ASCII in UTF-16, and slow
 * to find.
 */
export const lateBound = "\uffff";
const escapedBound = "\\uffff";

/** Among the data of a page. Drawn as it is it becomes its mark; for anything else it is read. */
export class LateHtml {
  readonly mark: string;
  readonly #read: () => string;

  constructor(late: LateText, read: () => string) {
    this.mark = `${lateBound}${JSON.stringify(late).replaceAll(lateBound, escapedBound)}${lateBound}`;
    this.#read = read;
  }

  toString(): string {
    return this.#read();
  }
}

/** What stands in a mark; undefined for any other text, whoever wrote it. */
export function readLateText(mark: string): LateText | undefined {
  if (!mark.startsWith('{"text":"')) return undefined;
  try {
    return JSON.parse(mark) as LateText;
  } catch {
    return undefined;
  }
}

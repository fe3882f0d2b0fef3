// A title broken into lines: as few as fit at the largest size that fits, all of nearly one length, never cut in a
// word. What no size can hold loses its last words to an ellipsis.
import type { FontMetrics } from "./font-metrics.js";

export interface TextBox {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Font sizes to try, in pixels, largest first; at least one. */
  readonly sizes: readonly [number, ...number[]];
  /** In ems. */
  readonly leading: number;
  readonly mostLines: number;
}

export interface SetText {
  readonly lines: readonly string[];
  /** Pixels. */
  readonly size: number;
}

export function fitText(text: string, font: FontMetrics, box: TextBox): SetText {
  const words = splitWords(text);
  for (const size of box.sizes) {
    const lines = balance(words, font, box.width / size);
    if (lines.length <= linesAt(size, box) && fits(lines, font, box.width / size)) return { lines, size };
  }
  const size = box.sizes.at(-1) ?? box.sizes[0];
  return { lines: shorten(words, font, { width: box.width / size, most: linesAt(size, box) }), size };
}

/** Without what the font cannot draw (emoji, other scripts): better nothing than an empty box. */
export function drawable(text: string, font: FontMetrics): string {
  return [...text.normalize("NFC")]
    .filter((letter) => letter === " " || font.has(letter))
    .join("")
    .replace(/ +/g, " ")
    .trim();
}

/** A line may break at spaces, and not at no-break spaces nor before a dash: no line begins with "- ". */
function splitWords(text: string): string[] {
  return text
    .replace(/\s+([-–—])\s/gu, "\u00a0$1 ")
    .split(/[ \t\n]+/)
    .filter((word) => word !== "");
}

function linesAt(size: number, { height, leading, mostLines }: TextBox): number {
  return Math.max(1, Math.min(mostLines, Math.floor(height / (size * leading))));
}

/** The narrowest lines that need no more of them than full lines would. `width` in ems. */
function balance(words: readonly string[], font: FontMetrics, width: number): string[] {
  const full = fillLines(words, font, width);
  let [low, high] = [width / 2, width];
  while (high - low > 0.1) {
    const middle = (low + high) / 2;
    const lines = fillLines(words, font, middle);
    if (lines.length > full.length || !fits(lines, font, middle)) low = middle;
    else high = middle;
  }
  return fillLines(words, font, high);
}

function fillLines(words: readonly string[], font: FontMetrics, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || font.widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === "" ? lines : [...lines, line];
}

function fits(lines: readonly string[], font: FontMetrics, width: number): boolean {
  return lines.every((line) => font.widthOf(line) <= width);
}

function shorten(
  words: readonly string[],
  font: FontMetrics,
  { width, most }: { readonly width: number; readonly most: number },
): string[] {
  for (let count = words.length - 1; count > 0; count--) {
    const last = (words[count - 1] ?? "").replace(/[\s.,:;–—-]+$/u, "");
    const lines = balance([...words.slice(0, count - 1), `${last}…`], font, width);
    if (lines.length <= most && fits(lines, font, width)) return lines;
  }
  // One endless word: no title of a language, so it may be cut.
  const letters = [...words.join(" ")];
  while (letters.length > 1 && font.widthOf(`${letters.join("")}…`) > width) letters.pop();
  return [`${letters.join("")}…`];
}

// Three habits from Word that Markdown reads as something else: bold marks glued to the next word, a line of hyphens
// under a line of words, a year at the start of a line. Each is shown as Markdown has it, and said.

import type { Heading, List, Text } from "mdast";
import { letterPattern } from "../model/letters.js";
import { type MarkdownContext, report } from "./context.js";
import { offsetInSource } from "./source-offsets.js";

/** Pairs of asterisks that are printed: `**Chi bộ “4 tốt”:**nội dung`. Those written `\*\*` are meant. */
export function reportBold(context: MarkdownContext, source: string, text: Text): void {
  const start = text.position?.start.offset ?? 0;
  if (source.slice(start, text.position?.end.offset).includes("\\*")) return;
  const pair = printedPair.exec(text.value);
  if (pair === null) return;
  const [, before = "", inside = "", after = ""] = pair;
  const left = /[\p{L}\p{N}]$/u.test(before) && /^[^\p{L}\p{N}\s]/u.test(inside) ? `${before} ` : "";
  const line = `${left}**${inside.trim()}**${after === "" ? "" : ` ${after.trim()}`}`;
  report(context, text, {
    rule: "bold-printed",
    severity: "warning",
    offset: offsetInSource(source, start, text.value, pair.index + before.length) - start,
    message: {
      vi: "Dấu ** hiện ra trên trang, chữ giữa các dấu không được in đậm",
      en: "The asterisks ** are printed, and the words between them are not bold",
    },
    hint: { vi: `Viết: ${line}`, en: `Write: ${line}` },
  });
}

const printedPair = letterPattern(
  String.raw`([^\s*]{0,30})\*\*([^*\n]{1,300})\*\*([\p{L}\p{N}][^\s*]{0,30}|)`,
);

/** `Điều 5` with `---` right below it. Of `===` a heading is meant. */
export function reportRule(context: MarkdownContext, source: string, heading: Heading): void {
  const { start, end } = heading.position ?? {};
  if (heading.depth !== 2 || start?.line === end?.line) return;
  const written = source.slice(start?.offset, end?.offset);
  if (written.startsWith("#")) return;
  const words = shorten(written.slice(0, written.lastIndexOf("\n")).replace(/\s+/g, " ").trim());
  report(context, heading, {
    rule: "heading-by-hyphens",
    severity: "warning",
    message: {
      vi: `Dòng “${words}” thành tiêu đề vì ngay dưới là dòng gạch ngang`,
      en: `The line “${words}” became a heading, for a line of hyphens stands right below it`,
    },
    hint: {
      vi: `Để một dòng trống trước dòng gạch ngang; nếu đúng là tiêu đề thì viết: ## ${words}`,
      en: `Leave an empty line above the hyphens; if it is a heading, write: ## ${words}`,
    },
  });
}

/** `2023. Năm mới`: a list that begins with a year. */
export function reportYear(context: MarkdownContext, source: string, list: List): void {
  const start = list.start ?? 0;
  if (!list.ordered || start < 1000) return;
  const from = list.position?.start.offset ?? 0;
  const [, rest = ""] = /^\d+[.)]\s*([^\n]*)/.exec(source.slice(from, from + 200)) ?? [];
  report(context, list, {
    rule: "list-by-year",
    severity: "warning",
    message: {
      vi: `“${start}.” ở đầu dòng thành số thứ tự của một danh sách`,
      en: `“${start}.” at the start of the line became the number of a list item`,
    },
    hint: { vi: `Viết: ${start}\\. ${shorten(rest)}`, en: `Write: ${start}\\. ${shorten(rest)}` },
  });
}

const longest = 40;

/** Cut at a word. */
function shorten(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.lastIndexOf(" ", longest);
  return `${text.slice(0, cut > 0 ? cut : longest)}…`;
}

// The mistakes of single lines in an editor's words, with the line to paste. repair-lines.ts finds them.
import type { Bilingual, Severity } from "../../model/diagnostic.js";
import { quoteText, writeLine } from "../config/reading.js";
import { articleKeys } from "./keys.js";

export interface LineFault {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

/** What stands before a value on its line (`title: `, `  - text: `, `- `) and the key it belongs to, as typed. */
export interface LineHead {
  readonly before: string;
  readonly key: string;
}

export function tabFault(line: string): LineFault {
  if (line.startsWith(" ")) {
    return error(
      "front-matter-tab",
      {
        vi: "Đầu dòng có phím Tab; thay bằng hai dấu cách",
        en: "This line starts with a tab; use two spaces",
      },
      write(line),
    );
  }
  return error(
    "front-matter-tab",
    { vi: "Đầu dòng có phím Tab; hãy xóa đi", en: "This line starts with a tab; delete it" },
    write(line),
  );
}

export function spaceFault(key: string, value: string): LineFault {
  return error(
    "front-matter-space",
    {
      vi: `Sau \`${key}:\` cần một dấu cách thường`,
      en: `\`${key}:\` must be followed by an ordinary space`,
    },
    write(value === "" ? `${key}:` : `${key}: ${enclose(value)}`),
  );
}

export function colonFault(head: LineHead, value: string): LineFault {
  const { vi, en } = subject(head);
  return error(
    "front-matter-colon",
    {
      vi: `${vi} có dấu hai chấm nên phải đặt trong dấu nháy kép thẳng`,
      en: `${en} contains a colon, so it needs straight double quotes`,
    },
    write(head.before + enclose(value)),
  );
}

export function curlyFault(head: LineHead, value: string): LineFault {
  const what = isTitle(head) ? { vi: "tiêu đề", en: "a title" } : { vi: "nội dung", en: "a text" };
  const line = head.before + enclose(value.replace(/^[“”„](.*)[“”]$/u, "$1"));
  return error(
    "front-matter-curly-quotes",
    {
      vi: `Dấu nháy cong “ ” chỉ là chữ, không bao được ${what.vi} có dấu hai chấm`,
      en: `Curly quotes are plain text and cannot enclose ${what.en} with a colon`,
    },
    { vi: `Dùng nháy thẳng " ": ${line}`, en: `Use straight quotes " ": ${line}` },
  );
}

export function quoteFault(head: LineHead, value: string): LineFault {
  const { vi, en } = subject(head);
  const isList = /^(["'])[^"']*\1(?:\s*,\s*(["'])[^"']*\2)+$/.test(value);
  return error(
    "front-matter-quote",
    {
      vi: `${vi} mở đầu bằng dấu nháy nhưng còn chữ sau nháy đóng`,
      en: `${en} starts with a quotation mark, but words follow the closing one`,
    },
    write(head.before + (isList ? `[${value}]` : enclose(value))),
  );
}

export function openQuoteFault(head: LineHead, value: string): LineFault {
  const { vi, en } = subject(head);
  return error(
    "front-matter-quote-open",
    {
      vi: `${vi} mở đầu bằng dấu nháy nhưng không có nháy đóng`,
      en: `${en} starts with a quotation mark, but the closing one is missing`,
    },
    write(head.before + enclose(value.slice(1))),
  );
}

export function openBracketFault(head: LineHead, value: string): LineFault {
  const { vi, en } = subject(head);
  const [opening, closing] = value.startsWith("[") ? ["[", "]"] : ["{", "}"];
  return error(
    "front-matter-bracket",
    {
      vi: `${vi} mở dấu ${opening} nhưng không có dấu ${closing}`,
      en: `${en} opens ${opening} but has no ${closing}`,
    },
    write(head.before + value + closing),
  );
}

export function firstSignFault(head: LineHead, value: string): LineFault {
  const { vi, en } = subject(head);
  return error(
    "front-matter-first-sign",
    {
      vi: `${vi} mở đầu bằng dấu ${value[0]} nên phải đặt trong dấu nháy kép thẳng`,
      en: `${en} starts with ${value[0]}, so it needs straight double quotes`,
    },
    write(head.before + JSON.stringify(curlQuotes(value))),
  );
}

export function commentFault(head: LineHead, value: string, left: string): LineFault {
  const hint = write(head.before + JSON.stringify(curlQuotes(value)));
  const rule = "front-matter-comment";
  const { vi, en } = isTitle(head)
    ? { vi: "tiêu đề", en: "the title" }
    : { vi: `mục “${head.key}”`, en: `“${head.key}”` };
  if (left === "") {
    return error(
      rule,
      {
        vi: `Phần từ dấu # trở đi bị bỏ; ${vi} không còn gì`,
        en: `Everything from # on was dropped; ${en} is empty now`,
      },
      hint,
    );
  }
  return {
    rule,
    severity: "warning",
    message: {
      vi: `Phần từ dấu # trở đi bị bỏ; ${vi} chỉ còn “${left}”`,
      en: `Everything from # on was dropped; ${en} is only “${left}” now`,
    },
    hint,
  };
}

export function indentFault(line: string): LineFault {
  return error(
    "front-matter-indent",
    {
      vi: "Dòng này thụt vào nên bị đọc thành phần nối của dòng trên",
      en: "This line is indented, so it is read as more of the line above",
    },
    line.startsWith(" ")
      ? write(line)
      : { vi: `Viết sát lề trái: ${line}`, en: `Write it at the left margin: ${line}` },
  );
}

export function strayFault(): LineFault {
  return error(
    "front-matter-stray-line",
    {
      vi: "Dòng này không thuộc mục nào của phần thông tin",
      en: "This line belongs to no field of the information block",
    },
    {
      vi: "Nối dòng này vào cuối dòng trên, hoặc đưa xuống dưới dòng --- kết thúc",
      en: "Join it to the end of the line above, or move it below the closing line of ---",
    },
  );
}

function error(rule: string, message: Bilingual, hint: Bilingual): LineFault {
  return { rule, severity: "error", message, hint };
}

/** A line that must keep its indent stands on a line of its own. */
function write(line: string): Bilingual {
  return line.startsWith(" ") ? { vi: `Viết:\n${line}`, en: `Write:\n${line}` } : writeLine(line);
}

function isTitle({ key }: LineHead): boolean {
  return articleKeys.find(key) === "title";
}

function subject(head: LineHead): Bilingual {
  if (isTitle(head)) return { vi: "Tiêu đề", en: "The title" };
  return { vi: `Mục “${head.key}”`, en: `“${head.key}”` };
}

/** A text as it may be typed after a key: its own quotes curly, straight ones around it only where it needs them. */
function enclose(value: string): string {
  const nested = /^"(.*)"$/.exec(value)?.[1];
  if (nested !== undefined && /^[^"]*\s"[^"\s]/.test(nested)) return JSON.stringify(curlQuotes(nested));
  return quoteText(curlQuotes(value.startsWith("'") ? value.replaceAll("'", '"') : value));
}

/** Straight quotes in pairs become “ and ”; an odd one stays. */
function curlQuotes(value: string): string {
  return value.replace(/"([^"]*)"/g, "“$1”");
}

// The mistakes of single lines in words: what happened and the line to paste. The scanner (lines.ts) finds them.
import type { Bilingual, Severity } from "../../model/diagnostic.js";
import { quoteText, writeLine } from "./reading.js";

export interface LineFault {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

const error = (rule: string, message: Bilingual, hint: Bilingual): LineFault => ({
  rule,
  severity: "error",
  message,
  hint,
});

/** `key` as typed; an item of a list has none. */
function subject(key: string | undefined): Bilingual {
  if (key === undefined) return { vi: "Dòng này", en: "This line" };
  if (key === "title") return { vi: "Tiêu đề", en: "The title" };
  return { vi: `Nội dung của “${key}”`, en: `The text of “${key}”` };
}

function line(key: string | undefined, value: string): string {
  return key === undefined ? `- ${value}` : `${key}: ${value}`;
}

export function tabFault(): LineFault {
  return error(
    "yaml-tab",
    { vi: "Đầu dòng có phím Tab; thay bằng hai dấu cách", en: "This line starts with a tab; use two spaces" },
    {
      vi: "Xóa phím Tab ở đầu dòng rồi gõ hai dấu cách cho mỗi bậc",
      en: "Delete the tab and type two spaces for each level",
    },
  );
}

export function strangeSpaceFault(): LineFault {
  return error(
    "yaml-space",
    {
      vi: "Đầu dòng có dấu cách lạ (chép từ Word hay từ trang web)",
      en: "This line starts with an odd space (copied from Word or a web page)",
    },
    {
      vi: "Xóa khoảng trống ở đầu dòng rồi gõ lại bằng phím cách",
      en: "Delete the gap and type ordinary spaces",
    },
  );
}

export function spaceFault(key: string, value: string): LineFault {
  return error(
    "yaml-space",
    {
      vi: `Sau \`${key}:\` cần một dấu cách thường`,
      en: `\`${key}:\` must be followed by an ordinary space`,
    },
    writeLine(line(key, quoteText(value))),
  );
}

export function hyphenFault(value: string): LineFault {
  return error(
    "yaml-space",
    {
      vi: "Sau dấu gạch ngang đầu dòng cần một dấu cách",
      en: "The hyphen at the start of a line must be followed by a space",
    },
    writeLine(line(undefined, quoteText(value))),
  );
}

export function colonFault(key: string, value: string): LineFault {
  return error(
    "yaml-colon",
    {
      vi: `${subject(key).vi} có dấu hai chấm nên phải đặt trong dấu nháy kép thẳng`,
      en: `${subject(key).en} contains a colon, so it needs straight double quotes`,
    },
    writeLine(line(key, JSON.stringify(value))),
  );
}

export function curlyFault(key: string, value: string): LineFault {
  return error(
    "yaml-curly-quotes",
    {
      vi: `Dấu nháy cong “ ” chỉ là chữ, không bao được nội dung có dấu hai chấm. Dùng nháy thẳng " "`,
      en: "Curly quotes are plain text and cannot enclose a text with a colon",
    },
    writeLine(line(key, JSON.stringify(value.replace(/^[“”„](.*)[“”]$/u, "$1")))),
  );
}

export function quoteFault(key: string | undefined, value: string): LineFault {
  const enclosed = value.startsWith("'")
    ? JSON.stringify(value)
    : quoteText(value.replace(/^"([^"]*)"/u, "“$1”"));
  return error(
    "yaml-quote",
    {
      vi: `${subject(key).vi} mở đầu bằng dấu nháy nhưng còn chữ sau nháy đóng`,
      en: `${subject(key).en} starts with a quotation mark, but words follow the closing one`,
    },
    writeLine(line(key, enclosed)),
  );
}

export function unclosedQuoteFault(key: string | undefined, value: string): LineFault {
  return error(
    "yaml-quote-open",
    {
      vi: `${subject(key).vi} mở dấu nháy nhưng không đóng`,
      en: `${subject(key).en} opens a quotation mark and never closes it`,
    },
    writeLine(line(key, `${value}${value[0]}`)),
  );
}

export function signFault(key: string | undefined, value: string): LineFault {
  return error(
    "yaml-sign",
    {
      vi: `${subject(key).vi} bắt đầu bằng dấu ${value[0]} nên phải đặt trong dấu nháy kép thẳng`,
      en: `${subject(key).en} starts with ${value[0]}, so it needs straight double quotes`,
    },
    writeLine(line(key, JSON.stringify(value))),
  );
}

export function unclosedBracketFault(key: string | undefined, value: string, closing: string): LineFault {
  return error(
    "yaml-bracket-open",
    {
      vi: `${subject(key).vi} mở dấu ${value[0]} nhưng không đóng`,
      en: `${subject(key).en} opens ${value[0]} and never closes it`,
    },
    writeLine(line(key, `${value}${closing}`)),
  );
}

export function indentFault(content: string, spaces: number): LineFault {
  return error(
    "yaml-indent",
    {
      vi: "Dòng này thụt vào không khớp với các dòng trên",
      en: "The indent of this line does not fit the lines above it",
    },
    spaces === 0
      ? {
          vi: `Viết sát lề trái, không có dấu cách đứng trước: ${content}`,
          en: `Write it at the left margin, with no spaces before it: ${content}`,
        }
      : {
          vi: `Đặt đúng ${spaces} dấu cách trước: ${content}`,
          en: `Put exactly ${spaces} spaces before: ${content}`,
        },
  );
}

export function commentFault(key: string | undefined, value: string, left: string): LineFault {
  return {
    rule: "yaml-comment",
    severity: "warning",
    message: {
      vi: `Phần từ dấu # trở đi bị bỏ; ${left === "" ? "không còn gì" : `chỉ còn “${left}”`}`,
      en: `Everything from # on was dropped; ${left === "" ? "nothing" : `“${left}”`} is left`,
    },
    hint: writeLine(line(key, JSON.stringify(value))),
  };
}

export function noColonFault(content: string): LineFault {
  const [, key = content, value = ""] = /^(\S+)\s+(.*)$/u.exec(content) ?? [];
  return error(
    "yaml-no-colon",
    {
      vi: "Dòng này không có dấu hai chấm sau tên mục",
      en: "This line has no colon after the name of its field",
    },
    writeLine(line(key, value === "" ? "…" : quoteText(value))),
  );
}

export function secondPartFault(): LineFault {
  return error(
    "yaml-second-part",
    {
      vi: "Dòng --- hoặc ... ở giữa tệp làm phần sau bị bỏ",
      en: "A line of --- or ... in the middle of the file cuts off the rest",
    },
    { vi: "Xóa dòng này", en: "Delete this line" },
  );
}

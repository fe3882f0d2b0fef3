// What an editor reads where an article was too much for Bantin: nothing of it is shown until it is mended.
import type { Bilingual } from "../model/diagnostic.js";
import { type MarkdownContext, type Positioned, report } from "./context.js";
import type { Overload } from "./nesting.js";

export function reportOverload(context: MarkdownContext, kind: Overload["kind"], node: Positioned): void {
  report(context, node, { severity: "error", ...(kind === "deep" ? tooDeep(context) : tooDense) });
}

interface Words {
  readonly rule: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

function tooDeep({ settings }: MarkdownContext): Words {
  const limit = settings.limits.nesting;
  return {
    rule: "nesting-too-deep",
    message: {
      vi: `Trích dẫn, danh sách, chữ đậm nghiêng hoặc thẻ lồng vào nhau quá ${limit} lớp`,
      en: `Quotes, lists, bold and italics or tags are nested more than ${limit} deep`,
    },
    hint: {
      vi: "Xóa bớt các dấu > - * [ hoặc các thẻ lặp lại ở chỗ này",
      en: "Delete the repeated marks > - * [ or tags here",
    },
  };
}

const tooDense: Words = {
  rule: "markup-too-dense",
  message: {
    vi: "Phần này có quá nhiều dấu định dạng, ô bảng hoặc thẻ nên không xử lý được",
    en: "This part holds too many formatting marks, table cells or tags to be handled",
  },
  hint: {
    vi: "Chia bài ra, hoặc đính kèm bảng lớn thành tệp Excel",
    en: "Split the article, or attach a large table as an Excel file",
  },
};

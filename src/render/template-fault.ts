// What is wrong with a template, and where. A fault is thrown, for no page can be made of a broken template; the
// caller turns it into a report, since a theme is changed by people who write no TypeScript.
import type { Bilingual, Diagnostic } from "../model/diagnostic.js";
import type { Place } from "../model/place.js";
import type { ThemeFile } from "../model/theme.js";

export interface TemplateFault extends Error {
  readonly name: "TemplateFault";
  readonly diagnostic: Diagnostic;
}

export function templateFault(
  { from }: ThemeFile,
  place: Place,
  said: { readonly message: Bilingual; readonly hint: Bilingual },
): TemplateFault {
  const diagnostic: Diagnostic = {
    rule: "template-error",
    severity: "error",
    file: from.path,
    place,
    ...said,
  };
  const text = `${from.path}:${place.line}:${place.column} ${said.message.en}`;
  return Object.assign(new Error(text), { name: "TemplateFault" as const, diagnostic });
}

export function isTemplateFault(problem: unknown): problem is TemplateFault {
  return problem instanceof Error && problem.name === "TemplateFault";
}

export const templateWords = {
  unknownFilter: (name: string, meant: string | undefined) => ({
    message: {
      vi: `Khuôn trang dùng bộ lọc “${name}” không có`,
      en: `The template uses the filter “${name}”, which does not exist`,
    },
    hint: meantHint(meant, "Xóa bộ lọc này", "Remove the filter"),
  }),
  unknownTest: (name: string, meant: string | undefined) => ({
    message: {
      vi: `Khuôn trang dùng phép thử “is ${name}” không có`,
      en: `The template uses the test “is ${name}”, which does not exist`,
    },
    hint: meantHint(meant, "Xóa phép thử này", "Remove the test"),
  }),
  unknownWord: (name: string, meant: string | undefined) => ({
    message: {
      vi: `Khuôn trang dùng chữ giao diện “${name}” không có`,
      en: `The template says the word “${name}”, which does not exist`,
    },
    hint: meantHint(meant, "Xem các chữ trong templates/README.md", "See the words in templates/README.md"),
  }),
  missingTemplate: (name: string, meant: string | undefined) => ({
    message: {
      vi: `Khuôn trang gọi “${name}” nhưng không có trong templates`,
      en: `The template asks for “${name}”, which is not in templates`,
    },
    hint: meantHint(meant, "Thêm tệp ấy hoặc sửa tên", "Add that file or mend the name"),
  }),
  missingImport: (name: string, template: string) => ({
    message: {
      vi: `Khuôn “${template}” không có “${name}”`,
      en: `The template “${template}” has no “${name}”`,
    },
    hint: { vi: "Sửa tên sau chữ import", en: "Mend the name after import" },
  }),
  endless: {
    message: {
      vi: "Khuôn trang gọi lại chính nó không dứt",
      en: "The template calls itself without end",
    },
    hint: { vi: "Xem lại các dòng include và extends", en: "Look at the include and extends lines" },
  },
  emptyValue: {
    message: {
      vi: "Chỗ này của khuôn trang không có gì để in",
      en: "There is nothing to print at this place of the template",
    },
    hint: {
      vi: "Xem tên đúng trong templates/README.md, hoặc đặt trong {% if … %}",
      en: "See the names in templates/README.md, or put it in {% if … %}",
    },
  },
  other: (words: string) => ({
    message: { vi: `Khuôn trang có lỗi: ${words}`, en: `The template has an error: ${words}` },
    hint: { vi: "Sửa khuôn trang ở dòng này", en: "Mend the template at this line" },
  }),
} as const;

function meantHint(meant: string | undefined, vi: string, en: string): Bilingual {
  return meant === undefined ? { vi, en } : { vi: `Có phải “${meant}”?`, en: `Did you mean “${meant}”?` };
}

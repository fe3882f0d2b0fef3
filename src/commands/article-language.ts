// The language that was typed, as one of the bulletin's: by its code or by its name.
import type { Lang } from "../model/lang.js";
import { nearest } from "../model/spelling.js";
import { languageMeant } from "../parse/config/languages.js";
import type { UsageFault } from "./arguments.js";

export function chooseLanguage(typed: string, languages: readonly Lang[]): Lang | UsageFault {
  const found = languages.find((lang) => lang.toLowerCase() === typed.toLowerCase());
  const meant = found ?? languages.find((lang) => lang === languageMeant(typed));
  if (meant !== undefined) return meant;
  const near = nearest(typed, languages);
  const all = languages.join(", ");
  return {
    message: { vi: `Bản tin không có ngôn ngữ “${typed}”`, en: `The bulletin has no language “${typed}”` },
    hint:
      near === undefined
        ? {
            vi: `Các ngôn ngữ của bản tin: ${all}. Muốn thêm thì sửa mục languages trong bantin.yaml`,
            en: `The bulletin's languages: ${all}. To add one, edit languages in bantin.yaml`,
          }
        : { vi: `Có phải “${near}”?`, en: `Did you mean “${near}”?` },
  };
}

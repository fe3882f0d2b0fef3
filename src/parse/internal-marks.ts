// Words that say a text is not for the public: a warning for an article that bears them and is not marked internal.
// A field that says it is public (`internal: false`) is an answer, and is believed.
import type { FrontMatter } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { SourcePath } from "../model/paths.js";
import { type Place, placeAt } from "../model/place.js";
import type { Source } from "../model/source.js";
import type { FrontMatterResult } from "./front-matter.js";

/** No `i` flag: it would make the search of every article ten times slower. */
const circulation = /[lL][ưƯ][uU]\s+[hH][àÀ][nN][hH]\s+[nN][ộỘ][iI]\s+[bB][ộỘ]/;
/** In capitals and alone on its line, but for signs of Markdown. */
const stamp = /^[>#*_|[\]() \t]*((?:TUYỆT |TỐI )?MẬT)[*_|[\]() \t.!]*$/m;

/** In the fields, and whether the text is to be looked through too: one report of an article is enough. */
export function checkFieldMarks(
  path: SourcePath,
  front: FrontMatterResult,
): { readonly fault?: Diagnostic; readonly asksMarks: boolean } {
  if (front.places.internal !== undefined) return { asksMarks: false };
  const found = findField(front);
  if (found === undefined) return { asksMarks: true };
  return { fault: unmarked(path, found.words, front.places[found.name]), asksMarks: false };
}

/** In the text, which begins at this offset (UTF-16). */
export function checkTextMarks({ path, text }: Source, bodyOffset: number): Diagnostic | undefined {
  const found = findInBody(text.slice(bodyOffset));
  return found && unmarked(path, found.words, placeAt(text, bodyOffset + found.offset));
}

function unmarked(file: SourcePath, words: string, place: Place | undefined): Diagnostic {
  return {
    rule: "internal-unmarked",
    severity: "warning",
    file,
    ...(place === undefined ? {} : { place }),
    message: {
      vi: `Bài có chữ “${words}” nhưng không được đánh dấu là tài liệu nội bộ, nên vẫn được đăng`,
      en: `The article says “${words}” but is not marked as internal, so it is published`,
    },
    hint: {
      vi: "Thêm vào phần thông tin đầu bài: internal: true (không đăng), hoặc internal: false nếu bài được công khai",
      en: "Add to the information block: internal: true (not published), or internal: false if it is public",
    },
  };
}

const fields = ["title", "kicker", "lead", "source"] as const satisfies readonly (keyof FrontMatter)[];

function findField({ given }: FrontMatterResult) {
  for (const name of fields) {
    const words = circulation.exec(given[name] ?? "")?.[0];
    if (words !== undefined) return { name, words };
  }
  return undefined;
}

function findInBody(body: string) {
  const words = circulation.exec(body);
  const stamped = body.includes("MẬT") ? stamp.exec(body) : null;
  const stampOffset = stamped === null ? -1 : stamped.index + stamped[0].indexOf(stamped[1] ?? "");
  if (words !== null && (stamped === null || words.index < stampOffset)) {
    return { words: words[0].replace(/\s+/g, " "), offset: words.index };
  }
  return stamped === null ? undefined : { words: stamped[1] ?? "", offset: stampOffset };
}

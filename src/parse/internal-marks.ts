// Words that say a text is not for the public: a warning for an article that bears them and is not marked internal.
// A field that says it is public (`internal: false`) is an answer, and is believed.
import type { FrontMatter } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { placeAt } from "../model/place.js";
import type { Source } from "../model/source.js";
import type { FrontMatterResult } from "./front-matter.js";

/** No `i` flag: it would make the search of every article ten times slower. */
const circulation = /[lL][ưƯ][uU]\s+[hH][àÀ][nN][hH]\s+[nN][ộỘ][iI]\s+[bB][ộỘ]/;
/** In capitals and alone on its line, but for signs of Markdown. */
const stamp = /^[>#*_|[\]() \t]*((?:TUYỆT |TỐI )?MẬT)[*_|[\]() \t.!]*$/m;

export function checkInternalMarks(source: Source, front: FrontMatterResult): Diagnostic | undefined {
  if (front.places.internal !== undefined) return undefined;
  const inField = findField(front);
  const inBody = inField === undefined ? findInBody(source.text.slice(front.bodyOffset)) : undefined;
  const mark = inField ?? inBody;
  if (mark === undefined) return undefined;
  const place =
    inField === undefined
      ? placeAt(source.text, front.bodyOffset + (inBody?.offset ?? 0))
      : front.places[inField.name];
  return {
    rule: "internal-unmarked",
    severity: "warning",
    file: source.path,
    ...(place === undefined ? {} : { place }),
    message: {
      vi: `Bài có chữ “${mark.words}” nhưng không được đánh dấu là tài liệu nội bộ, nên vẫn được đăng`,
      en: `The article says “${mark.words}” but is not marked as internal, so it is published`,
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

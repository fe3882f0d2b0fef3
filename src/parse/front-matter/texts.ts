// The fields that readers see first: the title and the names of the authors.
import { countGraphemes } from "../../model/place.js";
import { addFault, writeLine } from "../config/reading.js";
import { type FieldReader, readNames, readText, textOf } from "./reading.js";

/** Letters, not bytes: longer ones are a paragraph put on the wrong line. */
const longestTitle = 300;

export const readTitle: FieldReader<string> = (entry, reading) => {
  const { key, value } = entry;
  if (value.kind === "scalar" && textOf(value) === "") {
    addFault(reading, {
      rule: "title-missing",
      place: entry.keyPlace,
      message: { vi: "Tiêu đề đang để trống", en: "The title is empty" },
      hint: { vi: `Viết tiêu đề sau “${key}:”`, en: `Write the title after “${key}:”` },
    });
    return undefined;
  }
  const title = readText(entry, reading);
  if (title === undefined || title.length <= longestTitle) return title;
  const length = countGraphemes(title);
  if (length <= longestTitle) return title;
  addFault(reading, {
    rule: "title-long",
    place: value.place,
    message: {
      vi: `Tiêu đề dài ${length} chữ cái, quá ${longestTitle}`,
      en: `The title has ${length} letters, more than ${longestTitle}`,
    },
    hint: {
      vi: "Rút gọn tiêu đề; phần còn lại đưa vào lead (sapo)",
      en: "Shorten the title and put the rest into the lead",
    },
  });
  return undefined;
};

export const readAuthors: FieldReader<readonly string[]> = (entry, reading) => {
  const names = readNames(entry, reading);
  const joined = names?.find((name) => /\s[-–—]\s/.test(name));
  if (names === undefined || joined === undefined) return names;
  const separate = names.flatMap((name) => name.split(/\s+[-–—]\s+/));
  addFault(reading, {
    rule: "author-dash",
    severity: "warning",
    place: entry.value.place,
    message: {
      vi: `“${joined}” được đọc thành một tác giả`,
      en: `“${joined}” is read as one author`,
    },
    hint: writeLine(`${entry.key}: ${separate.join(", ")}`),
  });
  return names;
};

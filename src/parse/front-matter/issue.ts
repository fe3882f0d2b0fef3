// The number of a printed issue, read from the text as typed: YAML would make 1.1 of `1.10` and 1 of `01`.
import type { IssueLabel } from "../../model/article.js";
import { slugOf } from "../../model/slug.js";
import { addFault, writeLine } from "../config/reading.js";
import { type FieldReader, readText, textOf } from "./reading.js";

export const readIssue: FieldReader<IssueLabel> = (entry, reading) => {
  const { value } = entry;
  if (value.kind !== "scalar") return readText(entry, reading) as undefined;
  const typed = value.quoted ? textOf(value) : value.raw.trim().replace(/\s+/g, " ");
  const issue = issueOf(typed);
  if (issue !== undefined) return issue;
  addFault(reading, {
    rule: "issue-invalid",
    place: value.place,
    message: { vi: `“${typed}” không phải là số bản tin`, en: `“${typed}” is not an issue number` },
    hint: writeLine(`${entry.key}: 01/2023`),
  });
  return undefined;
};

/** `01/2023`, `1/2023`, `Số 01/2023`, `2023-01` are one issue; any other name is its own. */
function issueOf(typed: string): IssueLabel | undefined {
  const bare = typed.replace(/^(?:(?:bản tin\s*)?số|(?:bulletin\s+)?issue|no\.?)\s*(?=\d)/iu, "");
  const [, month, year] =
    /^(\d{1,3})\s*[/-]\s*(\d{4})$/.exec(bare) ?? flip(/^(\d{4})\s*[-/]\s*(\d{1,3})$/.exec(bare)) ?? [];
  if (month !== undefined && year !== undefined) {
    const number = String(Number(month)).padStart(2, "0");
    return Number(month) === 0
      ? undefined
      : { id: `${year}-${number}`, label: `${number}/${year}`, numbered: true };
  }
  const numbered = /^\d/.test(bare);
  const label = numbered ? bare : typed;
  const slug = slugOf(label);
  if (slug === "") return undefined;
  // Bare numbers and `index` are the names of a list's own pages.
  const id = /^\d+$|^index$/.test(slug) ? slugOf(`so ${slug}`) : slug;
  return { id, label, numbered };
}

function flip(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match === null ? undefined : [match[0], match[2], match[1]];
}

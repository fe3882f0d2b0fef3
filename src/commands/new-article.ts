// A new article from what was typed: checked by the readers that will read it, so that what is written holds.
import type { ListedFile } from "../io/read-folder.js";
import type { NewFile } from "../io/write-new-files.js";
import type { SectionEntry } from "../model/config.js";
import type { Lang } from "../model/lang.js";
import { sourcePath } from "../model/paths.js";
import { countGraphemes } from "../model/place.js";
import { slugOf } from "../model/slug.js";
import { nameKey, nearest } from "../model/spelling.js";
import { quoteText } from "../parse/config/reading.js";
import { createDateReader, readMoment } from "../parse/dates.js";
import { classifyName } from "../parse/file-names.js";
import { parseFrontMatter } from "../parse/front-matter.js";
import { identityOf } from "../parse/identity.js";
import { cleanLine, quoteLine } from "../parse/written-text.js";
import { newWords } from "../strings/cli-making.js";
import type { UsageFault } from "./arguments.js";
import { chooseLanguage } from "./article-language.js";
import type { CommandInput } from "./command-input.js";
import { draftLines } from "./draft.js";
import type { Planned } from "./new.js";
import { chooseNow } from "./now.js";
import { formatInstant, formatWallTime } from "./wall-time.js";

export function planArticle(input: CommandInput, files: readonly ListedFile[]): Planned {
  const { flags, words, settings, lang } = input;
  const { languages, sections } = settings.config;
  const title = cleanLine(words.join(" "));
  const wrong = checkTitle(title);
  if (wrong !== undefined) return wrong;
  const language =
    typeof flags.language === "string" ? chooseLanguage(flags.language, languages) : languages[0];
  if (typeof language === "object") return language;
  const section = typeof flags.section === "string" ? chooseSection(flags.section, sections) : undefined;
  if (typeof section === "object") return section;
  const date = chooseDate(input);
  if (typeof date === "object") return date;
  const issue = typeof flags.issue === "string" ? chooseIssue(flags.issue, input) : undefined;
  if (typeof issue === "object") return issue;

  const article: NewArticle = {
    title,
    language: language ?? "vi",
    date,
    more: [
      ...(section === undefined ? [] : [`section: ${quoteText(section)}`]),
      ...(issue === undefined ? [] : [`issue: ${quoteText(issue)}`]),
      ...draftLines(lang),
    ],
    body: `<!-- ${newWords.body[lang]} -->`,
  };
  const paths = files.map(({ path }) => path);
  const taken = new Set(
    paths
      .filter((path) => classifyName(path) === "article")
      .map((path) => identityOf(path, languages).key.toLowerCase()),
  );
  return { names: namesFor(article, taken), note: newWords.written[lang] };
}

interface NewArticle {
  readonly title: string;
  readonly language: Lang;
  /** As in front matter. */
  readonly date: string;
  readonly more: readonly string[];
  readonly body: string;
}

/** Free names, for an article of that name in another language would be taken for its translation. A numbered one has
 *  the same address as its namesake unless it is given its own. */
function* namesFor(
  { title, language, date, more, body }: NewArticle,
  taken: ReadonlySet<string>,
): Iterable<NewFile> {
  const year = date.slice(6, 10);
  const stem = slugOf(title) || "bai";
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem.slice(0, 90).replace(/-+$/, "")}-${number}`;
    if (taken.has(`${year}/${name}`)) continue;
    const slug = number === 1 ? [] : [`slug: ${name}`];
    const lines = [`title: ${quoteLine(title)}`, `date: ${date}`, ...slug, ...more];
    yield {
      path: sourcePath(`content/${year}/${name}.${language}.md`),
      content: `---\n${lines.join("\n")}\n---\n\n${body}\n`,
    };
  }
}

const longestTitle = 300;

function checkTitle(title: string): UsageFault | undefined {
  if (title === "") {
    return {
      message: { vi: "Bài mới cần có tiêu đề", en: "A new article needs a title" },
      hint: { vi: 'Viết: bantin new "Tiêu đề bài"', en: 'Write: bantin new "The title"' },
    };
  }
  const length = countGraphemes(title);
  if (length <= longestTitle) return undefined;
  return {
    message: {
      vi: `Tiêu đề dài ${length} chữ cái, quá ${longestTitle}`,
      en: `The title has ${length} letters, more than ${longestTitle}`,
    },
    hint: { vi: "Rút gọn tiêu đề", en: "Make the title shorter" },
  };
}

/** The id of a section by its id or any of its names; without a list in bantin.yaml any name is one. */
function chooseSection(typed: string, sections: readonly SectionEntry[]): string | UsageFault {
  const name = cleanLine(typed);
  if (sections.length === 0 && name !== "") return name;
  const spellings = sections.flatMap(({ id, name: names }) =>
    [id, ...Object.values(names)].flatMap((one) => (one === undefined ? [] : [{ id, one }])),
  );
  const found = spellings.find(({ one }) => nameKey(one) === nameKey(name));
  if (found !== undefined) return found.id;
  const near = nearest(
    name,
    spellings.map(({ one }) => one),
  );
  const all = sections.map(({ id }) => id).join(", ");
  return {
    message: { vi: `Bản tin không có chuyên mục “${name}”`, en: `The bulletin has no section “${name}”` },
    hint:
      near === undefined
        ? { vi: `Các chuyên mục: ${all}`, en: `The sections: ${all}` }
        : { vi: `Có phải “${near}”?`, en: `Did you mean “${near}”?` },
  };
}

function chooseDate({ flags, settings, world }: CommandInput): string | UsageFault {
  const { timeZone } = settings.config;
  if (typeof flags.date === "string") {
    const { moment, fault } = readMoment(flags.date, timeZone);
    if (moment !== undefined && fault === undefined) return formatWallTime(moment);
    const { vi = flags.date, en = flags.date } = fault?.message ?? {};
    return { message: { vi: `--date: ${vi}`, en: `--date: ${en}` }, ...(fault && { hint: fault.hint }) };
  }
  const epoch = world.env["SOURCE_DATE_EPOCH"];
  const now = chooseNow({ flag: undefined, epoch, clock: world.clock, timeZone });
  return typeof now === "number" ? formatInstant(now, timeZone) : now;
}

/** As typed, if an article may say so. */
function chooseIssue(typed: string, { settings }: CommandInput): string | UsageFault {
  const issue = cleanLine(typed);
  const text = `---\ntitle: x\nissue: ${quoteText(issue)}\n---\n`;
  const { timeZone, languages } = settings.config;
  const { given } = parseFrontMatter({ path: sourcePath("content/x.md"), text, hash: "" }, "article", {
    languages,
    readDate: createDateReader(timeZone),
  });
  if (given.issue !== undefined) return issue;
  return {
    message: { vi: `“${issue}” không phải là số bản tin`, en: `“${issue}” is not an issue number` },
    hint: { vi: "Viết: --issue 01/2026", en: "Write: --issue 01/2026" },
  };
}

// The files of a new bulletin: bantin.yaml, a first article and a standing page in each language, .gitignore. Whatever
// was answered, the readers of these files give it back as it was typed.
import type { NewFile } from "../io/write-new-files.js";
import type { Lang } from "../model/lang.js";
import { sourcePath } from "../model/paths.js";
import { quoteLine } from "../parse/written-text.js";
import { type SectionName, type StarterFacts, speaksOf, starterWords } from "../strings/starter.js";

export interface Starter {
  /** Absent: the usual name in each language. */
  readonly title?: string;
  /** At least one; the first is the main one. */
  readonly languages: readonly Lang[];
  readonly publisher?: string;
  readonly url?: string;
}

export interface StarterSettings {
  /** How the command is typed. */
  readonly command: string;
  /** As in front matter: `20/01/2026 - 09:50`. */
  readonly date: string;
}

export const ignoreFile: NewFile = {
  path: sourcePath(".gitignore"),
  content:
    "# Bantin làm ra những thư mục này. / Bantin makes these folders.\ndist/\n.bantin/\nnode_modules/\n",
};

export function configFile(starter: Starter): NewFile {
  return { path: sourcePath("bantin.yaml"), content: `${configLines(starter).join("\n")}\n` };
}

function configLines({ title, languages, publisher, url }: Starter): string[] {
  const inEach = (text: (lang: Lang) => string) =>
    languages.map((lang) => `  ${lang}: ${quoteLine(text(lang))}`);
  return [
    "# Cấu hình của bản tin. Dòng bắt đầu bằng # là ghi chú. Thụt dòng bằng dấu cách, không dùng phím Tab.",
    "# The bulletin's settings. Lines that begin with # are notes. Indent with spaces, never with a tab.",
    "",
    "# Địa chỉ của trang trên mạng. Có địa chỉ thì mới có các nút chia sẻ.",
    "# Where the site lives on the web. The sharing buttons need it.",
    url === undefined ? "# url: https://example.vn" : `url: ${quoteLine(url)}`,
    "",
    "# Ngôn ngữ đầu tiên là ngôn ngữ chính. / The first language is the main one.",
    `languages: [${languages.join(", ")}]`,
    "",
    "# Tên bản tin và cơ quan chủ quản, cho từng ngôn ngữ. / Its name and its publisher, for each language.",
    "title:",
    ...inEach((lang) => title ?? starterWords(lang).title),
    "publisher:",
    ...inEach((lang) => publisher ?? starterWords(lang).publisher),
    "",
    "# Thông tin xuất bản, in ở cuối mỗi trang. Bỏ dấu # và điền cho đủ.",
    "# Who answers for the bulletin, printed at the foot of every page. Remove the # and fill in the rest.",
    "imprint:",
    ...languages.flatMap((lang) => [
      `  ${lang}:`,
      `    governingBody: ${quoteLine(publisher ?? starterWords(lang).publisher)}`,
      ...imprintNotes[speaksOf(lang)].map((note) => `    # ${note}`),
    ]),
    "",
    "# Chuyên mục, theo thứ tự trên trang. Tên bên trái nằm trong địa chỉ: đừng đổi khi đã đăng bài.",
    "# Sections in the order shown. The name on the left is part of addresses: keep it once you have published.",
    "sections:",
    ...sectionNames.map((name) => `  ${name}: { ${sectionName(languages, name)} }`),
    "",
    "# Ngày giờ trong bài theo múi giờ này. / Dates and times belong to this time zone.",
    "timeZone: Asia/Ho_Chi_Minh",
  ];
}

const sectionNames: readonly SectionName[] = ["tin-tuc", "xay-dung-dang", "guong-sang"];

function sectionName(languages: readonly Lang[], name: SectionName): string {
  return languages.map((lang) => `${lang}: ${starterWords(lang).sections[name]}`).join(", ");
}

const imprintNotes = {
  vi: [
    'responsible: "Họ tên, chức vụ người chịu trách nhiệm nội dung"',
    'licence: "Giấy phép xuất bản số …, ngày …, nơi cấp …"',
    'address: "Địa chỉ cơ quan"',
    'telephone: "Số điện thoại"',
    "email: bantin@example.vn",
  ],
  en: [
    'responsible: "Name and office of who answers for the content"',
    'licence: "Licence number, date and issuer"',
    'address: "Postal address"',
    'telephone: "Telephone number"',
    "email: bulletin@example.vn",
  ],
} as const;

/** A first article and a standing page in each language. */
export function firstArticles(starter: Starter, { command, date }: StarterSettings): readonly NewFile[] {
  const { languages } = starter;
  const year = date.slice(6, 10);
  const spoken = languages.filter((lang) => isWritten(lang));
  const main = languages[0];
  return languages.flatMap((lang): NewFile[] => {
    const { welcome, about, ...usual } = starterWords(lang);
    // English words in a file of another language wait for their translation, but where all are so.
    const waits = !isWritten(lang) && spoken.length > 0 ? ["draft: true"] : [];
    const files = [
      { words: welcome, path: `content/${year}/loi-chao.${lang}.md`, more: lang === main ? [date] : [] },
      { words: about, path: `content/pages/gioi-thieu.${lang}.md`, more: [] },
    ];
    return files.map(({ words, path, more }) => {
      const facts: StarterFacts = {
        title: starter.title ?? usual.title,
        publisher: starter.publisher ?? usual.publisher,
        command,
        path,
      };
      const fields = [
        `title: ${words.title}`,
        ...more.flatMap((day) => [`date: ${day}`, "section: tin-tuc"]),
        ...waits,
      ];
      return { path: sourcePath(path), content: `---\n${fields.join("\n")}\n---\n\n${words.body(facts)}` };
    });
  });
}

function isWritten(lang: Lang): boolean {
  return /^(?:vi|en)(?:-|$)/.test(lang);
}

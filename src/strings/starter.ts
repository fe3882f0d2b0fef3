// The words of a new bulletin: its first article and its first standing page, to be replaced by the editor's own.
import type { MessageLanguage } from "../model/diagnostic.js";
import type { Lang } from "../model/lang.js";

export interface StarterWords {
  readonly title: string;
  readonly publisher: string;
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly welcome: { readonly title: string; readonly body: (facts: StarterFacts) => string };
  readonly about: { readonly title: string; readonly body: (facts: StarterFacts) => string };
}

export type SectionName = "tin-tuc" | "xay-dung-dang" | "guong-sang";

export interface StarterFacts {
  readonly title: string;
  readonly publisher: string;
  /** How the command is typed: `bantin`, `npx bantin`. */
  readonly command: string;
  /** The file in which the text stands: `content/2026/loi-chao.vi.md`. */
  readonly path: string;
}

const vi: StarterWords = {
  title: "Bản tin sinh hoạt chi bộ",
  publisher: "Đảng ủy cơ sở",
  sections: { "tin-tuc": "Tin tức", "xay-dung-dang": "Xây dựng Đảng", "guong-sang": "Gương sáng" },
  welcome: {
    title: "Lời chào bạn đọc",
    body: ({
      command,
      path,
    }) => `**Bản tin đã có trang của mình. Bài này là chỗ để Ban Biên tập nói lời chào với bạn đọc: mở tệp, thay bằng lời của đơn vị, dựng lại là xong.**

Bài nằm trong tệp \`${path}\`. Chương trình soạn chữ nào cũng mở được, kể cả Notepad. Mấy dòng trên cùng, giữa hai dòng \`---\`, là tiêu đề và ngày đăng; phần còn lại là bài.

## Viết bài tiếp theo

\`\`\`
${command} new "Tiêu đề bài"
\`\`\`

Lệnh này đặt sẵn một tệp đúng chỗ và đánh dấu là bài nháp. Viết xong, xóa dòng \`draft: true\` là bài được đăng.

## Xem trang

\`\`\`
${command} build
\`\`\`

Trang nằm trong thư mục \`dist\`; mở \`dist/index.html\` để xem. Có gì viết sai, Bantin chỉ rõ tệp, dòng và cách sửa, còn trang cũ vẫn nguyên./.
`,
  },
  about: {
    title: "Giới thiệu",
    body: ({ title, publisher }) => `${plain(title)} do ${plain(publisher)} chủ quản.

Trang này giới thiệu bản tin với bạn đọc: ra mắt khi nào, mấy số một năm, ai viết, gửi bài cho ai. Hãy thay bằng lời của đơn vị.
`,
  },
};

const en: StarterWords = {
  title: "Party Cell Bulletin",
  publisher: "Local Party Committee",
  sections: { "tin-tuc": "News", "xay-dung-dang": "Party building", "guong-sang": "People" },
  welcome: {
    title: "A word of welcome",
    body: ({
      command,
      path,
    }) => `**The bulletin now has a site of its own. This is the place for the editors to greet their readers: open the file, put in your own words, and build again.**

The article is in the file \`${path}\`. Any text editor opens it, Notepad too. The few lines at the top, between the two lines \`---\`, hold the title and the date; the rest is the article.

## Writing the next article

\`\`\`
${command} new "The title"
\`\`\`

This puts a file in the right place and marks it as a draft. When the article is finished, delete the line \`draft: true\` and it is published.

## Seeing the site

\`\`\`
${command} build
\`\`\`

The site is in the folder \`dist\`; open \`dist/index.html\` to see it. If something is written wrongly, Bantin names the file, the line and what to do, and the old site stays as it was.
`,
  },
  about: {
    title: "About",
    body: ({ title, publisher }) => `${plain(title)} is published by ${plain(publisher)}.

This page tells readers about the bulletin: when it began, how often it comes out, who writes it and where to send an article. Put in your own words.
`,
  },
};

/** English for every language but Vietnamese: the editor translates it. */
export function starterWords(lang: Lang): StarterWords {
  return speaksOf(lang) === "vi" ? vi : en;
}

export function speaksOf(lang: Lang): MessageLanguage {
  return lang.split("-", 1)[0] === "vi" ? "vi" : "en";
}

/** A name at the start of running text: none of its signs means anything to Markdown. */
function plain(name: string): string {
  return name
    .replace(/[\\`*_[\]<>&~|]/g, "\\$&")
    .replace(/^[#+=-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

// The help of the command and of each of its flags, in the two languages of its messages.
import type { Bilingual } from "../model/diagnostic.js";

export const flagHelp = {
  root: {
    vi: "Thư mục của bản tin, nơi có content và bantin.yaml (mặc định: thư mục đang đứng)",
    en: "The bulletin's folder, with content and bantin.yaml in it (default: this folder)",
  },
  out: {
    vi: "Nơi đặt trang đã dựng (mặc định: dist trong thư mục của bản tin)",
    en: "Where the built site goes (default: dist in the bulletin's folder)",
  },
  "base-url": {
    vi: "Địa chỉ của trang, thay cho mục url trong bantin.yaml",
    en: "The site's address, in place of url in bantin.yaml",
  },
  drafts: { vi: "Đăng cả bài nháp", en: "Publish drafts too" },
  future: { vi: "Đăng cả bài chưa đến ngày đăng", en: "Publish articles with a date still to come too" },
  expired: { vi: "Đăng cả bài đã hết hạn", en: "Publish expired articles too" },
  now: {
    vi: 'Coi như bây giờ là lúc này, ví dụ: --now "20/01/2023 - 09:50"',
    en: 'Take this for the present time, such as: --now "20/01/2023 - 09:50"',
  },
  strict: { vi: "Cảnh báo cũng tính là lỗi", en: "Count warnings as errors" },
  cache: {
    vi: "Nơi giữ những gì đã làm của lần trước (mặc định: .bantin/cache trong thư mục của bản tin)",
    en: "Where what earlier builds made is kept (default: .bantin/cache in the bulletin's folder)",
  },
  "no-cache": {
    vi: "Đọc và làm lại tất cả, không dùng những gì đã làm của lần trước",
    en: "Read and make everything anew, without what earlier builds made",
  },
  json: {
    vi: "In kết quả thành một đối tượng JSON cho chương trình khác đọc",
    en: "Print the result as one JSON object, for other programs",
  },
  quiet: { vi: "Chỉ in lỗi và cảnh báo", en: "Print errors and warnings only" },
  verbose: {
    vi: "In thêm thời gian từng bước, và chi tiết khi Bantin gặp lỗi của chính nó",
    en: "Print the time of each stage too, and the details of a fault of Bantin's own",
  },
  messages: {
    vi: "Ngôn ngữ của các thông báo: vi hoặc en",
    en: "The language of the messages: vi or en",
  },
  yes: {
    vi: "Không hỏi gì, lấy các câu trả lời mặc định",
    en: "Ask nothing and take the default answers",
  },
  demo: {
    vi: "Chép cả bản tin mẫu thay cho bản tin mới; cần một thư mục trống",
    en: "Copy the whole sample bulletin in place of a new one; needs an empty folder",
  },
  windows: {
    vi: "Tạo thêm Xem thử.cmd và Xuất bản.cmd để nhấp đúp trên Windows",
    en: "Make Xem thử.cmd (preview) and Xuất bản.cmd (publish) too, to double-click on Windows",
  },
  language: {
    vi: "Ngôn ngữ của bài (mặc định: ngôn ngữ đầu tiên của bản tin)",
    en: "The article's language (default: the bulletin's first)",
  },
  section: {
    vi: "Chuyên mục, theo mã hoặc tên trong bantin.yaml",
    en: "The section, by its id or name in bantin.yaml",
  },
  issue: { vi: "Số bản tin", en: "The issue" },
  date: {
    vi: 'Ngày đăng, ví dụ: --date "20/01/2026 - 09:50" (mặc định: bây giờ)',
    en: 'The date, such as: --date "20/01/2026 - 09:50" (default: now)',
  },
  translate: {
    vi: "Tạo khung bản dịch cạnh bài này; sau đường dẫn ghi ngôn ngữ dịch ra",
    en: "Make the skeleton of a translation beside this article; the language comes after the path",
  },
  port: {
    vi: "Cổng để xem thử; có chương trình khác dùng thì lấy cổng kế tiếp (mặc định: 4321)",
    en: "The port of the preview; where it is taken, the next free one (default: 4321)",
  },
  host: {
    vi: "Cho các máy khác trong cùng mạng xem, ví dụ điện thoại",
    en: "Let other machines in the same network see it, such as a telephone",
  },
  open: { vi: "Mở trang xem thử trong trình duyệt", en: "Open the preview in the browser" },
  published: {
    vi: "Chỉ hiện những gì bạn đọc sẽ thấy: không có bài nháp, bài hẹn ngày, bài hết hạn",
    en: "Show only what readers will see: no drafts, scheduled or expired articles",
  },
  write: {
    vi: "Mỗi lần hết lỗi thì ghi cả trang vào dist, như bantin build",
    en: "Write the site to dist too, as bantin build does, each time it is without errors",
  },
  poll: {
    vi: "Tự xem lại các tệp từng lúc: dùng cho ổ mạng",
    en: "Look at the files from time to time: for network drives",
  },
  editor: {
    vi: "Liên kết mở tệp bị lỗi; none: không có liên kết (mặc định: vscode://file/{path}:{line}:{column})",
    en: "The link that opens a faulty file; none for no links (default: vscode://file/{path}:{line}:{column})",
  },
  help: { vi: "In phần hướng dẫn này", en: "Print this help" },
  version: { vi: "In số phiên bản", en: "Print the version" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type FlagName = keyof typeof flagHelp;

export interface CommandHelp {
  readonly summary: Bilingual;
  readonly details: Bilingual;
  readonly examples: readonly (readonly [line: string, Bilingual])[];
  readonly exits: Bilingual;
}

const exitsOfMaking = {
  vi: "Mã kết thúc: 0 đã tạo xong; 1 có gì đó cản trở, chưa tạo; 2 gõ sai lệnh; 3 lỗi của Bantin.",
  en: "Exit status: 0 made; 1 something stands in the way, nothing made; 2 wrong usage; 3 a fault of Bantin itself.",
};

export const commandHelp = {
  build: {
    summary: { vi: "Dựng bản tin vào thư mục dist", en: "Build the bulletin into the folder dist" },
    details: {
      vi: "Đọc thư mục content, kiểm tra tất cả các bài rồi dựng toàn bộ trang. Chỉ cần một lỗi là không đăng gì, trang cũ giữ nguyên.",
      en: "Reads the folder content, checks all articles and builds the whole site. With any error nothing is published and the old site stays.",
    },
    examples: [
      ["bantin build", { vi: "dựng bản tin trong thư mục này", en: "build the bulletin in this folder" }],
      [
        "bantin build --root D:\\bantin --out E:\\web",
        { vi: "bản tin ở nơi này, trang ở nơi khác", en: "the bulletin in one place, the site in another" },
      ],
      [
        "bantin build --drafts --future",
        { vi: "xem trước cả bài nháp và bài hẹn giờ", en: "look at drafts and scheduled articles too" },
      ],
    ],
    exits: {
      vi: "Mã kết thúc: 0 đã dựng xong; 1 nội dung có lỗi; 2 gõ sai lệnh; 3 lỗi của Bantin.",
      en: "Exit status: 0 built; 1 the content has errors; 2 wrong usage; 3 a fault of Bantin itself.",
    },
  },
  watch: {
    summary: {
      vi: "Xem thử trong lúc viết, lưu là thấy ngay",
      en: "Preview while writing: save, and see it at once",
    },
    details: {
      vi: "Mở một trang xem thử trên máy này và cập nhật mỗi khi lưu tệp, cả bài nháp, bài hẹn ngày và bài hết hạn. Còn lỗi thì trang giữ bản tốt gần nhất và ghi rõ phải sửa gì. Thư mục dist không bị đụng tới, trừ khi dùng --write.",
      en: "Shows the bulletin on this machine and updates it at every save, drafts, scheduled and expired articles included. While there are errors the last good version stays, with what to mend. The folder dist is left alone, unless with --write.",
    },
    examples: [
      ["bantin watch --open", { vi: "xem thử, mở luôn trình duyệt", en: "preview, and open the browser" }],
      [
        "bantin watch --host",
        { vi: "xem cả trên điện thoại trong cùng mạng", en: "see it on a telephone in the same network too" },
      ],
      [
        "bantin watch --root Z:\\bantin --poll",
        { vi: "bản tin nằm trên ổ mạng", en: "the bulletin is on a network drive" },
      ],
    ],
    exits: {
      vi: "Mã kết thúc: 0 đã dừng bằng Ctrl+C; 1 không mở được trang xem thử; 2 gõ sai lệnh; 3 lỗi của Bantin.",
      en: "Exit status: 0 stopped by Ctrl+C; 1 the preview could not be opened; 2 wrong usage; 3 a fault of Bantin itself.",
    },
  },
  init: {
    summary: { vi: "Tạo một bản tin mới", en: "Make a new bulletin" },
    details: {
      vi: "Hỏi bốn câu (tên, ngôn ngữ, cơ quan, địa chỉ trang) rồi tạo bantin.yaml, content với bài đầu tiên, và .gitignore. Không bao giờ ghi đè tệp đã có. Câu trả lời cũng có thể đưa vào từ tệp, mỗi dòng một câu; hết dòng thì lấy câu mặc định.",
      en: "Asks four questions (name, languages, publisher, address), then makes bantin.yaml, content with a first article, and .gitignore. Never overwrites a file. Answers may be piped in, one a line; where there are no more, the defaults are taken.",
    },
    examples: [
      ["bantin init", { vi: "tạo bản tin trong thư mục này", en: "a bulletin in this folder" }],
      [
        "bantin init ban-tin --yes",
        { vi: "trong thư mục ban-tin, không hỏi", en: "in ban-tin, no questions" },
      ],
      ["bantin init --windows", { vi: "thêm hai tệp để nhấp đúp", en: "with two files to double-click" }],
      ["bantin init mau --demo", { vi: "chép bản tin mẫu để xem", en: "a copy of the sample bulletin" }],
    ],
    exits: exitsOfMaking,
  },
  new: {
    summary: { vi: "Tạo một bài mới, hoặc khung bản dịch", en: "Make a new article, or start a translation" },
    details: {
      vi: "Tạo tệp bài ở đúng chỗ trong content, ghi sẵn phần thông tin và đánh dấu là bài nháp, rồi in đường dẫn của tệp. Không bao giờ ghi đè tệp đã có.",
      en: "Makes the article's file in its place in content, with the information block filled in and marked as a draft, and prints its path. Never overwrites a file.",
    },
    examples: [
      ['bantin new "Họp ấp: bàn chuyện con đường"', { vi: "một bài mới", en: "a new article" }],
      [
        'bantin new "Village meeting" --language en --issue 01/2026',
        { vi: "bài tiếng Anh của số 01/2026", en: "in English, for issue 01/2026" },
      ],
      [
        "bantin new --translate content/2026/hop-ap.vi.md en",
        { vi: "khung bản dịch sang tiếng Anh", en: "start its translation into English" },
      ],
    ],
    exits: exitsOfMaking,
  },
} as const satisfies Readonly<Record<string, CommandHelp>>;

export type CommandName = keyof typeof commandHelp;

export const helpWords = {
  intro: {
    vi: "Bantin dựng trang bản tin song ngữ từ các bài viết Markdown.",
    en: "Bantin builds a bilingual bulletin's site from articles in Markdown.",
  },
  usage: { vi: "Cách dùng:", en: "Usage:" },
  command: { vi: "LỆNH", en: "COMMAND" },
  options: { vi: "[tùy chọn]", en: "[options]" },
  commands: { vi: "Các lệnh:", en: "Commands:" },
  flags: { vi: "Tùy chọn:", en: "Options:" },
  examples: { vi: "Ví dụ:", en: "Examples:" },
  more: {
    vi: "Hướng dẫn riêng cho một lệnh: bantin LỆNH --help",
    en: "Help for one command: bantin COMMAND --help",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

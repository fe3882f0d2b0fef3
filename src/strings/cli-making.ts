// What `bantin init` and `bantin new` say, in the two languages of the command's messages.
import type { Bilingual } from "../model/diagnostic.js";

export type QuestionName = "title" | "languages" | "publisher" | "url" | "windows";

export const questionWords: Readonly<Record<QuestionName, Bilingual>> = {
  title: { vi: "Tên bản tin", en: "Name of the bulletin" },
  languages: { vi: "Ngôn ngữ, ngôn ngữ chính viết trước", en: "Languages, the main one first" },
  publisher: { vi: "Cơ quan chủ quản", en: "Publisher" },
  url: {
    vi: "Địa chỉ trang trên mạng, chưa có thì để trống",
    en: "Address of the site on the web, empty if there is none yet",
  },
  windows: {
    vi: "Tạo hai tệp để nhấp đúp (Xem thử, Xuất bản)? có/không",
    en: "Make two files to double-click (preview, publish)? yes/no",
  },
};

export const initWords = {
  intro: {
    vi: "Trả lời mấy câu sau, hoặc bấm Enter để lấy câu trả lời trong ngoặc. Sau này sửa được trong bantin.yaml.",
    en: "Answer these questions, or press Enter for the answer in brackets. All can be changed in bantin.yaml later.",
  },
  cancelled: { vi: "Đã dừng, chưa tạo gì.", en: "Stopped; nothing was made." },
  made: { vi: "Đã tạo:", en: "Made:" },
  madeCount: { vi: "Đã tạo {n} tệp.", en: "Made {n} files." },
  nothing: { vi: "Không có gì phải tạo thêm.", en: "There was nothing to make." },
  kept: { vi: "Đã có sẵn, để nguyên:", en: "There already, left as they are:" },
  keptContent: {
    vi: "Thư mục content đã có bài nên không thêm bài mẫu.",
    en: "The folder content has files already, so no first articles were added.",
  },
  next: { vi: "Việc tiếp theo:", en: "What to do next:" },
  enter: { vi: "vào thư mục của bản tin", en: "go to the bulletin's folder" },
  build: {
    vi: "dựng trang, rồi mở dist/index.html",
    en: "build the site, then open dist/index.html",
  },
  write: { vi: "viết bài mới", en: "write an article" },
  watch: { vi: "xem thử trong lúc viết", en: "see it while writing" },
  sampleTitle: { vi: "Tiêu đề bài", en: "The title" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Comments in a new article's file, and what is said about it. */
export const newWords = {
  draft: {
    vi: "Bài nháp, chưa lên trang. Viết xong thì xóa dòng draft dưới đây để đăng.",
    en: "A draft, not published. When it is finished, delete the line draft below.",
  },
  body: {
    vi: "Viết bài ở dưới dòng này. Đoạn đầu in **đậm cả đoạn** sẽ thành sapo. Dòng này không hiện trên trang.",
    en: "Write below this line. A first paragraph **wholly in bold** becomes the lead. Readers do not see this line.",
  },
  original: { vi: "Nguyên văn", en: "Original" },
  inherited: {
    vi: "Ngày, tác giả, từ khóa, chuyên mục, số và ảnh bìa lấy của bài gốc.",
    en: "Date, author, tags, section, issue and cover are taken from the original.",
  },
  cover: {
    vi: "Ảnh bìa có chú thích: bỏ dấu # ở các dòng sau và dịch chữ trong ngoặc.",
    en: "The cover has words: remove the # from these lines and translate what is in brackets.",
  },
  hash: {
    vi: "Dấu vết của bản gốc lúc dịch; đừng sửa.",
    en: "The mark of the original as it was translated; leave it.",
  },
  translated: {
    vi: "Thay những chữ trong [ngoặc vuông], dịch những đoạn để trong ghi chú <!-- -->, rồi xóa dòng draft.",
    en: "Replace what stands in [brackets], translate the paragraphs in the notes <!-- -->, then delete the line draft.",
  },
  written: {
    vi: "Bài được đánh dấu là bài nháp; viết xong thì xóa dòng draft để đăng.",
    en: "The article is marked as a draft; when it is finished, delete the line draft to publish it.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

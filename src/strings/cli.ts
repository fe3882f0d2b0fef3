// What the command says in the two languages of its messages. A word missing in one of them is a type error.
import type { MessageLanguage } from "../model/diagnostic.js";

/** The stages of a build, in order, as the progress line names them. */
export type Stage = "read" | "files" | "compile" | "draw" | "write";

export interface CliWords {
  readonly stages: Readonly<Record<Stage, string>>;
  /** `412 pages, 96 photos in 1.2 s → dist/`. */
  readonly built: (site: BuiltSite) => string;
  readonly strict: string;
  readonly nothingPublished: string;
  readonly seeHelp: (command: string) => string;
  readonly apology: (fault: FaultFacts) => string;
}

export interface BuiltSite {
  readonly pages: number;
  readonly photos: number;
  readonly milliseconds: number;
  readonly out: string;
}

/** What helps us to find a fault of ours. */
export interface FaultFacts {
  readonly message: string;
  readonly version: string;
  readonly node: string;
  readonly platform: string;
  /** With --verbose only: no stack reaches an author unasked. */
  readonly stack?: string;
}

const vi: CliWords = {
  stages: {
    read: "Đọc bài",
    files: "Xem ảnh và tệp",
    compile: "Kiểm tra và xếp trang",
    draw: "Làm ảnh",
    write: "Dựng trang",
  },
  built: ({ pages, photos, milliseconds, out }) =>
    `${grouped(pages, ".")} trang, ${grouped(photos, ".")} ảnh trong ${formatSeconds(milliseconds, "vi")} → ${out}`,
  strict: "Đang chạy với --strict: cảnh báo cũng tính là lỗi.",
  nothingPublished:
    "Chưa đăng gì cả, trang đã đăng lần trước vẫn còn nguyên. Cần đăng gấp? Thêm dấu _ vào trước tên tệp bài bị lỗi để tạm gác bài đó lại.",
  seeHelp: (command) => `Xem cách dùng: ${command} --help`,
  apology: (fault) =>
    [
      "Xin lỗi, Bantin gặp trục trặc do lỗi của chính chương trình, không phải do bài viết.",
      "Xin gửi cho người phụ trách kỹ thuật các dòng sau:",
      `  ${fault.message}`,
      `  bantin ${fault.version}, Node.js ${fault.node}, ${fault.platform}`,
      fault.stack ?? "Để có thêm chi tiết, chạy lại với --verbose.",
    ].join("\n"),
};

const en: CliWords = {
  stages: {
    read: "Reading articles",
    files: "Looking at photos and files",
    compile: "Checking and planning pages",
    draw: "Making photos and cards",
    write: "Making pages",
  },
  built: ({ pages, photos, milliseconds, out }) =>
    `${grouped(pages, ",")} ${pages === 1 ? "page" : "pages"}, ${grouped(photos, ",")} ${photos === 1 ? "photo" : "photos"} in ${formatSeconds(milliseconds, "en")} → ${out}`,
  strict: "Running with --strict: warnings count as errors.",
  nothingPublished:
    "Nothing was published; the previous site is whole. Urgent? Put _ before the name of the faulty article's file to leave it out for now.",
  seeHelp: (command) => `How to use it: ${command} --help`,
  apology: (fault) =>
    [
      "Sorry: Bantin failed through a fault of its own, not of your articles.",
      "Please send these lines to whoever looks after it:",
      `  ${fault.message}`,
      `  bantin ${fault.version}, Node.js ${fault.node}, ${fault.platform}`,
      fault.stack ?? "For more, run again with --verbose.",
    ].join("\n"),
};

export const cliWords: Readonly<Record<MessageLanguage, CliWords>> = { vi, en };

/** `1.2 s`, `1,2 giây`; never 0.0. */
export function formatSeconds(milliseconds: number, lang: MessageLanguage): string {
  const seconds =
    milliseconds < 95 ? Math.max(0.01, milliseconds / 1000).toFixed(2) : (milliseconds / 1000).toFixed(1);
  return lang === "vi" ? `${seconds.replace(".", ",")} giây` : `${seconds} s`;
}

function grouped(number: number, separator: string): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, separator);
}

// The two files that Windows runs on a double click. Signs that cmd.exe would act on stay out of the words, there is
// no goto (it miscounts letters of more than one byte), and the window stays open until a key is pressed.
import type { NewFile } from "../io/write-new-files.js";
import { sourcePath } from "../model/paths.js";

/** `call` is the command as a line of such a file. Lines end in CR LF, without byte order mark: cmd.exe wants both. */
export function doubleClickFiles(call: string): readonly NewFile[] {
  return [
    file("Xem thử.cmd", [
      ...opening("Xem thử bản tin"),
      "echo Đang mở bản xem thử, có cả bài nháp và bài hẹn ngày...",
      "echo Cứ để cửa sổ này mở trong lúc viết: lưu bài là trình duyệt hiện ngay. Viết xong thì đóng lại.",
      `${call} watch --open --messages vi`,
      "if errorlevel 1 (",
      "  echo Chưa xem thử được. Sửa theo các lời nhắc ở trên rồi mở lại tệp này.",
      ")",
      ...closing,
    ]),
    file("Xuất bản.cmd", [
      ...opening("Xuất bản bản tin"),
      "echo Đang dựng bản tin...",
      `${call} build --messages vi`,
      "if errorlevel 1 (",
      "  echo Chưa xuất bản được, trang cũ vẫn nguyên. Sửa theo các lời nhắc ở trên rồi mở lại tệp này.",
      ") else (",
      "  echo Xong. Chép toàn bộ thư mục dist lên máy chủ là bạn đọc thấy trang mới.",
      '  start "" "dist"',
      ")",
      ...closing,
    ]),
  ];
}

function file(name: string, lines: readonly string[]): NewFile {
  return { path: sourcePath(name), content: lines.map((line) => `${line}\r\n`).join("") };
}

/** pushd, for cd cannot go to a network folder. */
function opening(title: string): readonly string[] {
  return [
    "@echo off",
    "chcp 65001 >nul",
    `title ${title}`,
    'pushd "%~dp0"',
    "where node >nul 2>nul",
    "if errorlevel 1 (",
    "  echo Máy này chưa có Node.js. Hãy cài bản LTS từ https://nodejs.org rồi mở lại tệp này.",
    "  popd",
    "  pause",
    "  exit /b 1",
    ")",
  ];
}

const closing: readonly string[] = ["popd", "echo.", "pause"];

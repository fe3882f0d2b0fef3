// What can be wrong with a file or folder before anything in it is read: the reports of the walk and of the reader.
import type { Bilingual, Diagnostic } from "../model/diagnostic.js";
import type { SourcePath } from "../model/paths.js";

export function linkOutside(path: SourcePath): Diagnostic {
  return fault("link-outside", path, {
    message: {
      vi: "Đây là lối tắt dẫn ra ngoài thư mục của bản tin nên không được dùng",
      en: "This is a link that leads out of the bulletin's folder, so it is not used",
    },
    hint: {
      vi: "Chép chính tệp hoặc thư mục ấy vào đây thay cho lối tắt",
      en: "Put a copy of the file or folder itself here in place of the link",
    },
  });
}

export function brokenLink(path: SourcePath): Diagnostic {
  return fault("link-broken", path, {
    message: {
      vi: "Đây là lối tắt dẫn tới một nơi không còn nữa",
      en: "This is a link to a place that no longer exists",
    },
    hint: {
      vi: "Xóa lối tắt, hoặc chép chính tệp ấy vào đây",
      en: "Delete the link, or put the file itself here",
    },
  });
}

export function linkedTooDeep(path: SourcePath): Diagnostic {
  return fault("link-loop", path, {
    message: {
      vi: "Lối tắt này dẫn trở lại thư mục chứa nó, hoặc nằm trong một thư mục cũng là lối tắt",
      en: "This link leads back to the folder that holds it, or lies in a folder that is a link itself",
    },
    hint: {
      vi: "Xóa lối tắt, hoặc chép thẳng thư mục ấy vào đây",
      en: "Delete the link, or put the folder itself here",
    },
  });
}

export function specialFile(path: SourcePath): Diagnostic {
  return fault("file-special", path, {
    message: {
      vi: "Đây không phải tệp thường mà là thiết bị hoặc kênh của máy nên không đọc được",
      en: "This is no ordinary file but a device, pipe or socket of the machine, so it cannot be read",
    },
    hint: { vi: "Đưa nó ra khỏi thư mục này", en: "Move it out of this folder" },
  });
}

export function unreadableFolder(path: SourcePath): Diagnostic {
  return fault("folder-unreadable", path, {
    message: { vi: "Không mở được thư mục này", en: "This folder cannot be opened" },
    hint: {
      vi: "Kiểm tra quyền đọc thư mục, và ổ mạng có còn nối không",
      en: "Check that you may read it, and that the network drive is still connected",
    },
  });
}

export function unusableName(path: SourcePath): Diagnostic {
  return fault("name-unusable", path, {
    message: {
      vi: "Tên này có ký tự lạ mà các máy khác không đọc được",
      en: "This name has characters that other machines cannot read",
    },
    hint: {
      vi: "Đặt lại tên, chỉ dùng chữ, số, dấu cách, dấu gạch và dấu chấm",
      en: "Rename it with letters, digits, spaces, hyphens and dots only",
    },
  });
}

/** The report for a file that the machine would not read; undefined for a fault that is not the author's. */
export function unreadableFile(path: SourcePath, code: string | undefined): Diagnostic | undefined {
  if (code === "EBUSY" || code === "EPERM" || code === "EACCES") return lockedFile(path);
  if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR" || code === "ELOOP") return goneFile(path);
  if (code === "EIO" || code === "ETIMEDOUT" || code === "ESTALE" || code === "UNKNOWN") return badRead(path);
  return undefined;
}

function lockedFile(path: SourcePath): Diagnostic {
  return fault("file-locked", path, {
    message: {
      vi: "Không mở được tệp: chương trình khác (Word, OneDrive…) đang giữ tệp, hoặc bạn không có quyền đọc",
      en: "The file cannot be opened: another program (Word, OneDrive…) holds it, or you may not read it",
    },
    hint: {
      vi: "Đóng chương trình đang mở tệp, chờ OneDrive đồng bộ xong rồi chạy lại",
      en: "Close the program that has it open, let OneDrive finish, then run again",
    },
  });
}

function goneFile(path: SourcePath): Diagnostic {
  return fault("file-gone", path, {
    message: {
      vi: "Tệp vừa bị xóa hoặc đổi tên trong lúc đang đọc",
      en: "The file was deleted or renamed while it was being read",
    },
    hint: { vi: "Chạy lại khi đã sắp xếp xong các tệp", en: "Run again when the files are in their places" },
  });
}

function badRead(path: SourcePath): Diagnostic {
  return fault("file-unreadable", path, {
    message: {
      vi: "Ổ đĩa hoặc ổ mạng báo lỗi khi đọc tệp này",
      en: "The disk or network drive failed on this file",
    },
    hint: {
      vi: "Kiểm tra ổ đĩa, kết nối mạng và OneDrive rồi chạy lại",
      en: "Check the disk, the network and OneDrive, then run again",
    },
  });
}

/** Sizes in bytes. */
export function tooLargeFile(path: SourcePath, size: number, limit: number): Diagnostic {
  const [vi, en] = [decimals(",", "."), decimals(".", ",")];
  return fault("file-too-large", path, {
    message: {
      vi: `Tệp nặng ${vi(size)} MB, quá mức cho phép là ${vi(limit)} MB`,
      en: `This file is ${en(size)} MB; the limit is ${en(limit)} MB`,
    },
    hint: {
      vi: "Giảm dung lượng tệp, hoặc nâng mức trong mục limits của bantin.yaml",
      en: "Make the file smaller, or raise the figure under limits in bantin.yaml",
    },
  });
}

function decimals(point: string, thousands: string): (bytes: number) => string {
  return (bytes) => {
    const [whole = "", tenth] = (Math.ceil((bytes / 1048576) * 10) / 10).toFixed(1).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
    return tenth === "0" ? grouped : `${grouped}${point}${tenth}`;
  };
}

function fault(rule: string, file: SourcePath, text: { message: Bilingual; hint: Bilingual }): Diagnostic {
  return { rule, severity: "error", file, ...text };
}

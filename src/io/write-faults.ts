// What can keep a site from being written, in the words of the person who waits for it.
import type { Diagnostic } from "../model/diagnostic.js";
import type { SourcePath } from "../model/paths.js";
import { contains } from "./machine-paths.js";
import type { OutPlace } from "./out-place.js";
import { codeOf } from "./read-files.js";

export function foreignFile(file: SourcePath): Diagnostic {
  return {
    rule: "output-foreign",
    severity: "error",
    file,
    message: {
      vi: "Ở chỗ của một trang mới đang có tệp không phải do Bantin tạo ra; Bantin không ghi đè lên tệp ấy",
      en: "A file that Bantin did not make stands where a page must go; Bantin does not overwrite it",
    },
    hint: {
      vi: "Chuyển hoặc xóa tệp ấy, hoặc xuất bản vào thư mục khác bằng --out",
      en: "Move or delete that file, or write to another folder with --out",
    },
  };
}

export function takenTwice(file: SourcePath, other: SourcePath, address: string): Diagnostic {
  return {
    rule: "output-twice",
    severity: "error",
    file,
    message: {
      vi: `Tệp này và “${other}” cùng muốn nằm ở địa chỉ ${address}`,
      en: `This file and “${other}” both want the address ${address}`,
    },
    hint: { vi: "Đổi tên hoặc bỏ một trong hai tệp", en: "Rename or remove one of the two" },
  };
}

export function changedFile(file: SourcePath): Diagnostic {
  return {
    rule: "file-changed",
    severity: "error",
    file,
    message: {
      vi: "Tệp vừa bị sửa trong lúc đang xuất bản",
      en: "The file was changed while the site was being built",
    },
    hint: { vi: "Lưu tệp xong rồi chạy lại", en: "Finish saving it, then run again" },
  };
}

/** What the cache held was not what had been put there. */
export function damagedImage(file: SourcePath): Diagnostic {
  return {
    rule: "image-cache-damaged",
    severity: "error",
    file,
    message: {
      vi: "Bản lưu tạm của ảnh này bị hỏng nên đã được bỏ đi",
      en: "The stored copy of this image was damaged and has been removed",
    },
    hint: {
      vi: "Chạy lại lần nữa; nếu vẫn lỗi, xóa thư mục .bantin/cache rồi chạy lại",
      en: "Run again; if it comes back, delete the folder .bantin/cache and run again",
    },
  };
}

export function damagedList(file: SourcePath): Diagnostic {
  return {
    rule: "output-list-damaged",
    severity: "error",
    file,
    message: {
      vi: "Danh sách các tệp do Bantin tạo ra đã bị sửa hoặc hỏng, nên không biết tệp nào được phép thay",
      en: "The list of the files that Bantin made was edited or damaged, so it is unknown which may be replaced",
    },
    hint: {
      vi: "Xuất bản vào một thư mục trống, hoặc xóa cả thư mục này rồi chạy lại",
      en: "Build into an empty folder, or delete this whole folder and run again",
    },
  };
}

export function anotherBuild(file: SourcePath, lock: string): Diagnostic {
  return {
    rule: "build-running",
    severity: "error",
    file,
    message: {
      vi: "Một lần xuất bản khác đang ghi vào thư mục này",
      en: "Another build is writing to this folder",
    },
    hint: {
      vi: `Chờ lần ấy xong rồi chạy lại. Nếu chắc chắn không còn lần nào đang chạy, xóa tệp ${lock}`,
      en: `Wait for it to end, then run again. If surely none is running, delete ${lock}`,
    },
  };
}

/**
 * The report for what the machine refused; throws what is not an author's fault.
 * `committed`: the new site is decided on, and the next build finishes it.
 */
export function explainFault(place: OutPlace, problem: unknown, committed: boolean): Diagnostic {
  const named =
    problem instanceof Error && ("dest" in problem ? problem.dest : "path" in problem && problem.path);
  const inside = typeof named === "string" && named !== place.out && contains(place.out, named);
  const shown = inside ? place.show(named.slice(place.out.length + 1)) : place.show();
  const diagnostic = unwritable(shown, codeOf(problem), committed);
  if (diagnostic === undefined) throw problem;
  return diagnostic;
}

function unwritable(file: SourcePath, code: string | undefined, committed: boolean): Diagnostic | undefined {
  const reason = code === undefined ? undefined : refusals.get(code);
  if (reason === undefined) return undefined;
  return {
    rule: committed ? "output-unfinished" : "output-unwritable",
    severity: "error",
    file,
    message: {
      vi: `Không ghi được vào đây: ${reason.vi}`,
      en: `This cannot be written to: ${reason.en}`,
    },
    hint: committed
      ? {
          vi: "Trang đang được thay dở. Gỡ vướng mắc ấy, đóng các chương trình đang mở thư mục này, rồi chạy lại để hoàn tất",
          en: "The site is half replaced. Clear that up, close the programs that have this folder open, then run again to finish",
        }
      : {
          vi: "Gỡ vướng mắc ấy rồi chạy lại, hoặc xuất bản vào thư mục khác bằng --out",
          en: "Clear that up and run again, or write to another folder with --out",
        },
  };
}

const refused = {
  vi: "không có quyền ghi, hoặc chương trình khác đang giữ tệp",
  en: "you may not write there, or another program holds it",
};

/** Why the machine refuses to write, by the code of its error. */
export const refusals: ReadonlyMap<string, Diagnostic["message"]> = new Map([
  ["EACCES", refused],
  ["EPERM", refused],
  ["EBUSY", refused],
  ["EROFS", { vi: "ổ đĩa chỉ cho đọc", en: "the disk is read-only" }],
  ["ENOSPC", { vi: "ổ đĩa đã đầy", en: "the disk is full" }],
  ["EDQUOT", { vi: "đã hết dung lượng được cấp", en: "your share of the disk is used up" }],
  ["EIO", { vi: "ổ đĩa báo lỗi", en: "the disk failed" }],
  ["ENOTDIR", { vi: "có tệp nằm ở chỗ của một thư mục", en: "a file stands where a folder must be" }],
  ["ENAMETOOLONG", { vi: "đường dẫn quá dài", en: "the path is too long" }],
]);

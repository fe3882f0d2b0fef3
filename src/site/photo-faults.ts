// What may be wrong with a photo that an article names, in an editor's words; each fault with what to do.
import type { Article } from "../model/article.js";
import type { Bilingual, Diagnostic, Severity } from "../model/diagnostic.js";
import { extensionOf, type FileFacts, fileKindOf } from "../model/files.js";
import type { NamedAt } from "../model/image.js";
import type { SourcePath } from "../model/paths.js";
import type { Site } from "../model/site.js";
import { didYouMean, leadsOutside } from "./check-links.js";
import { nearFile, placesOf, resolveFile } from "./local-files.js";
import { isAnimated, isMislabelled, isTooLarge } from "./photo-variants.js";

/** Readers of Zalo see covers 1200 pixels wide: what it shrank on the way is too small. */
const smallestCover = 1200;

export interface Fault {
  readonly rule: string;
  readonly severity?: Severity;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

export function photoFault(site: Site, { source }: Article, path: string): Fault | undefined {
  if (placesOf(source, path).length === 0) return leadsOutside(path);
  const extension = extensionOf(path);
  if (extension === "heic" || extension === "heif") return heic;
  const found = resolveFile(site.folder, source, path);
  if (found === undefined) return missingPhoto(site, source, path);
  if (fileKindOf(path) !== "photo") return notAPhoto(path);
  const facts = site.files.get(found);
  if (facts?.unreadable === "HEIC") return heic;
  if (facts?.unreadable !== undefined || facts?.width === undefined || facts.height === undefined) {
    return unreadable(path);
  }
  if (isMislabelled(facts)) return mislabelled(path, facts.format ?? "");
  if (isAnimated(facts)) return animated(path);
  const { photoMegapixels } = site.config.limits;
  const megapixels = (facts.width * facts.height) / 1e6;
  if (isTooLarge(facts, photoMegapixels)) return tooManyPixels(path, megapixels, photoMegapixels);
  const dropped = facts.drawing?.dropped ?? [];
  return dropped.length > 0 ? cleaned(path, dropped) : undefined;
}

function mislabelled(path: string, format: string): Fault {
  const stem = path.replace(/\.[^./]*$/, "");
  const name = `${stem}.${format === "jpeg" ? "jpg" : format}`;
  return {
    rule: "photo-mislabelled",
    message: {
      vi: `Ảnh “${path}” thật ra là ảnh ${format.toUpperCase()}, không đúng với đuôi tên tệp`,
      en: `The photo “${path}” is really a ${format.toUpperCase()} picture: the end of its name is wrong`,
    },
    hint: {
      vi: `Đổi tên tệp ảnh thành ${name}, rồi sửa tên ảnh trong bài`,
      en: `Rename the file to ${name} and change the name in the article`,
    },
  };
}

function animated(path: string): Fault {
  return {
    rule: "photo-animated",
    message: {
      vi: `Ảnh “${path}” là ảnh động, bản tin chưa dùng được ảnh động`,
      en: `“${path}” is an animation; the bulletin cannot show animations yet`,
    },
    hint: {
      vi: "Lưu một khung hình thành ảnh JPEG, hoặc đổi ra phim MP4 rồi dẫn tới phim ấy",
      en: "Save one picture of it as JPEG, or turn it into an MP4 film and link to that",
    },
  };
}

function cleaned(path: string, dropped: readonly string[]): Fault {
  return {
    rule: "photo-drawing-cleaned",
    severity: "warning",
    message: {
      vi: `Hình vẽ “${path}” có phần không được đăng nên đã bị bỏ: ${dropped.join(", ")}`,
      en: `Parts of the drawing “${path}” may not be published and were left out: ${dropped.join(", ")}`,
    },
    hint: {
      vi: "Xem lại hình trên trang; nếu thiếu, xuất lại thành PNG từ chương trình vẽ",
      en: "Look at it on the page; if something is missing, export it as PNG from the drawing program",
    },
  };
}

const heic: Fault = {
  rule: "photo-heic",
  message: { vi: "Ảnh iPhone dạng HEIC chưa dùng được", en: "HEIC photos from an iPhone cannot be used yet" },
  hint: {
    vi: "Mở ảnh, chọn Lưu thành JPEG rồi sửa tên trong bài",
    en: "Open the photo, save it as JPEG, and change its name in the article",
  },
};

function missingPhoto(site: Site, source: SourcePath, path: string): Fault {
  const near = nearFile(site.folder, source, path);
  const question = didYouMean(near);
  return {
    rule: "photo-missing",
    message: {
      vi: `Không thấy ảnh “${path}” cạnh bài${question.vi}`,
      en: `Photo “${path}” is not beside the article${question.en}`,
    },
    hint:
      near === undefined
        ? {
            vi: "Chép ảnh vào cùng thư mục với bài, rồi ghi đúng tên ảnh",
            en: "Copy the photo into the article's folder and write its exact name",
          }
        : { vi: `Sửa tên trong bài thành: ${near}`, en: `Change the name in the article to: ${near}` },
  };
}

function notAPhoto(path: string): Fault {
  return {
    rule: "photo-kind",
    message: {
      vi: `“${path}” không phải loại ảnh dùng được`,
      en: `“${path}” is not a kind of picture that can be used`,
    },
    hint: {
      vi: "Lưu ảnh thành JPEG, PNG hoặc WebP",
      en: "Save the picture as JPEG, PNG or WebP",
    },
  };
}

function unreadable(path: string): Fault {
  return {
    rule: "photo-unreadable",
    message: {
      vi: `Không mở được ảnh “${path}”: tệp hỏng hoặc không phải ảnh`,
      en: `The photo “${path}” cannot be opened: it is damaged or not a picture`,
    },
    hint: {
      vi: "Mở thử ảnh trên máy; chép lại từ máy chụp hoặc lưu lại thành JPEG",
      en: "Try to open it; copy it again from the camera or save it again as JPEG",
    },
  };
}

function tooManyPixels(path: string, megapixels: number, limit: number): Fault {
  return {
    rule: "photo-too-large",
    message: {
      vi: `Ảnh “${path}” quá lớn: ${Math.round(megapixels)} triệu điểm ảnh, tối đa ${limit}`,
      en: `The photo “${path}” is too large: ${Math.round(megapixels)} megapixels, the limit is ${limit}`,
    },
    hint: {
      vi: "Thu nhỏ ảnh, cạnh dài khoảng 4000 điểm ảnh là đủ",
      en: "Make it smaller: about 4000 pixels on the long side is enough",
    },
  };
}

export function smallCover(facts: FileFacts | undefined, path: string): Fault | undefined {
  const width = facts?.width ?? smallestCover;
  if (width >= smallestCover || facts?.drawing !== undefined) return undefined;
  return {
    rule: "cover-small",
    severity: "warning",
    message: {
      vi: `Ảnh bìa “${path}” chỉ rộng ${width} điểm ảnh, khi chia sẻ sẽ mờ`,
      en: `The cover “${path}” is only ${width} pixels wide and will look blurred when shared`,
    },
    hint: {
      vi: "Dùng ảnh gốc rộng từ 1200 điểm ảnh; ảnh gửi qua Zalo thường đã bị thu nhỏ, hãy xin ảnh gốc",
      en: "Use the original, at least 1200 pixels wide; photos sent by Zalo have been made smaller",
    },
  };
}

/** A photo whose head was whole, and which turned out damaged when it was drawn. */
export function damagedPhoto({ file, place, path }: NamedAt): Diagnostic {
  const { rule, message, hint } = unreadable(path);
  return { rule, severity: "error", file, place, message, hint };
}

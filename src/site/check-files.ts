// The photos, covers and attachments of public articles are there, can be read and are of a size to be published.
import type { Article, Limits } from "../model/article.js";
import type { Bilingual, Diagnostic, Severity } from "../model/diagnostic.js";
import { extensionOf, type FileFacts, fileKindOf } from "../model/files.js";
import type { SourcePath } from "../model/paths.js";
import type { Place } from "../model/place.js";
import type { Site } from "../model/site.js";
import { didYouMean, leadsOutside, wrongKind } from "./check-links.js";
import { nearFile, placesOf, resolveFile } from "./local-files.js";
import type { Linked } from "./local-links.js";
import { fieldPlace } from "./stories.js";

/** Readers of Zalo see covers 1200 pixels wide: what it shrank on the way is too small. */
const smallestCover = 1200;

interface Fault {
  readonly rule: string;
  readonly severity?: Severity;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

export function checkFiles(site: Site, { article }: Linked): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const note = (fault: Fault | undefined, place: Place) => {
    if (fault === undefined) return;
    const { rule, severity = "error", message, hint } = fault;
    diagnostics.push({ rule, severity, file: article.source, place, message, hint });
  };
  for (const { path, place } of article.images) note(photoFault(site, article, path), place);
  const { cover } = article.meta;
  if (cover !== undefined) {
    const place = fieldPlace(article, "cover");
    note(photoFault(site, article, cover.path) ?? smallCover(site, article, cover.path), place);
  }
  for (const { path, place } of article.meta.attachments) note(attachmentFault(site, article, path), place);
  for (const { path, place } of article.links) {
    const facts = factsOf(site, article.source, path);
    if (facts !== undefined) note(sizeFault(facts, site.config.limits), place);
  }
  return diagnostics;
}

function factsOf(site: Site, beside: SourcePath, path: string): FileFacts | undefined {
  const source = path === "" ? undefined : resolveFile(site.folder, beside, path);
  return source === undefined ? undefined : site.files.get(source);
}

function photoFault(site: Site, { source }: Article, path: string): Fault | undefined {
  if (placesOf(source, path).length === 0) return leadsOutside(path);
  const extension = extensionOf(path);
  if (extension === "heic" || extension === "heif") return heic;
  const found = resolveFile(site.folder, source, path);
  if (found === undefined) return missingPhoto(site, source, path);
  if (fileKindOf(path) !== "photo" || extension === "svg") return notAPhoto(path);
  const facts = site.files.get(found);
  if (facts?.unreadable !== undefined || facts?.width === undefined || facts.height === undefined) {
    return unreadable(path);
  }
  const megapixels = (facts.width * facts.height) / 1e6;
  return megapixels > site.config.limits.photoMegapixels
    ? tooManyPixels(path, megapixels, site.config.limits.photoMegapixels)
    : undefined;
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

function smallCover(site: Site, { source }: Article, path: string): Fault | undefined {
  const width = factsOf(site, source, path)?.width ?? smallestCover;
  if (width >= smallestCover) return undefined;
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

function attachmentFault(site: Site, { source }: Article, path: string): Fault | undefined {
  if (placesOf(source, path).length === 0) return leadsOutside(path);
  const found = resolveFile(site.folder, source, path);
  if (found !== undefined) {
    const facts = site.files.get(found);
    return facts === undefined ? wrongKind(path) : sizeFault(facts, site.config.limits);
  }
  const question = didYouMean(nearFile(site.folder, source, path));
  return {
    rule: "attachment-missing",
    message: {
      vi: `Không thấy tài liệu “${path}” cạnh bài${question.vi}`,
      en: `The document “${path}” is not beside the article${question.en}`,
    },
    hint: {
      vi: "Chép tài liệu vào cùng thư mục với bài, rồi ghi đúng tên",
      en: "Copy the document into the article's folder and write its exact name",
    },
  };
}

function sizeFault({ path, size }: FileFacts, { attachmentBytes }: Limits): Fault | undefined {
  if (size <= attachmentBytes || fileKindOf(path) === "photo") return undefined;
  const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);
  return {
    rule: "attachment-too-large",
    message: {
      vi: `Tệp “${path}” nặng ${megabytes(size)} MB, tối đa ${megabytes(attachmentBytes)} MB`,
      en: `“${path}” has ${megabytes(size)} MB, the limit is ${megabytes(attachmentBytes)} MB`,
    },
    hint: {
      vi: "Giảm dung lượng tệp, hoặc tăng limits.attachmentBytes trong bantin.yaml",
      en: "Make the file smaller, or raise limits.attachmentBytes in bantin.yaml",
    },
  };
}

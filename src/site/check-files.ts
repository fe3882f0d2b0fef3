// The photos, covers and attachments of public articles are there, can be read and are of a size to be published.
import type { Article, Limits } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type FileFacts, fileKindOf } from "../model/files.js";
import type { SourcePath } from "../model/paths.js";
import type { Place } from "../model/place.js";
import type { Site } from "../model/site.js";
import { didYouMean, leadsOutside, wrongKind } from "./check-links.js";
import { nearFile, placesOf, resolveFile } from "./local-files.js";
import type { Linked } from "./local-links.js";
import { type Fault, photoFault, smallCover } from "./photo-faults.js";
import { fieldPlace } from "./stories.js";

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
    note(
      photoFault(site, article, cover.path) ??
        smallCover(factsOf(site, article.source, cover.path), cover.path),
      place,
    );
  }
  for (const { path, place } of article.meta.attachments) note(attachmentFault(site, article, path), place);
  for (const { path, place } of article.links) {
    const facts = factsOf(site, article.source, path);
    if (facts === undefined) continue;
    const isPhoto = fileKindOf(facts.path) === "photo";
    note(isPhoto ? photoFault(site, article, path) : sizeFault(facts, site.config.limits), place);
  }
  return diagnostics;
}

function factsOf(site: Site, beside: SourcePath, path: string): FileFacts | undefined {
  const source = path === "" ? undefined : resolveFile(site.folder, beside, path);
  return source === undefined ? undefined : site.files.get(source);
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

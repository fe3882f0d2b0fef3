// The documents that an article lists: circulars, resolutions, forms, with number, date and summary.
import type { LinkedArticle } from "../model/site.js";
import { localFile } from "../site/local-files.js";
import { type DateText, dateText, fileFacts, type View } from "./view.js";

export interface AttachmentData {
  readonly title: string;
  readonly href: string;
  readonly facts: string;
  readonly number: string;
  readonly date?: DateText;
  readonly summary: string;
}

export function attachmentsOf(view: View, { article: own }: LinkedArticle): AttachmentData[] {
  return own.meta.attachments.flatMap((entry) => {
    const file = localFile(view.plan.site, own.source, entry.path);
    if (file === undefined) return [];
    return {
      title: entry.title ?? entry.path.slice(entry.path.lastIndexOf("/") + 1),
      href: view.url(file.path),
      facts: fileFacts(view, file.facts),
      number: entry.number ?? "",
      ...(entry.date === undefined ? {} : { date: dateText(view, entry.date) }),
      summary: entry.summary ?? "",
    };
  });
}

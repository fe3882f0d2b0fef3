// The fields of a page's data that hold finished HTML, wherever they stand: everything else is escaped.
export const htmlFields: ReadonlySet<string> = new Set([
  "bodyHtml",
  "leadHtml",
  "photoHtml",
  "qrHtml",
  "structuredJsonHtml",
]);

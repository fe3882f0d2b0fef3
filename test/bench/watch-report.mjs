// The table of one size: how long a save takes to be seen, and how many times quicker than with Hugo.
import { figure, median, percentile, table } from "./numbers.mjs";

const head = ["", "median, ms", "p95, ms", "times quicker than Hugo", "missed", "first page, s", "peak, MB"];

export function watchReport({ size, edits, sides }) {
  const rows = ["text", "title"].flatMap((kind) =>
    Object.entries(sides).map(([side, own]) => [
      `${kind}, ${side} (${own.loadsPerSave > 0.5 ? "reloads" : "in place"})`,
      figure(median(own[kind])),
      figure(percentile(own[kind], 95)),
      figure(median(sides["hugo"]?.[kind] ?? []) / median(own[kind])),
      own.missed,
      figure(own.start),
      figure(own.peak),
    ]),
  );
  return `### ${size.toLocaleString("en")} articles, ${edits} saves of each kind\n\n${table(head, rows)}`;
}

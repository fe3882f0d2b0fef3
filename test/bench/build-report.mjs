// The table of one size: medians, and each figure as a share of Hugo's.
import { kinds } from "./expected.mjs";
import { figure, median, table } from "./numbers.mjs";

const measures = ["wall", "cpu", "peak"];
const head = ["", "wall, s", "CPU, s", "peak, MB", "wall / Hugo", "CPU / Hugo", "peak / Hugo"];

export function buildReport({ size, runs, times, pages }) {
  const rows = Object.entries(times).flatMap(([scenario, bySide]) => {
    const medians = new Map(Object.entries(bySide).map(([side, all]) => [side, mediansOf(all)]));
    return [...medians].map(([side, own]) => [
      `${scenario}, ${side}`,
      ...own.map(figure),
      ...own.map((value, index) => figure(value / (medians.get("hugo")?.[index] ?? Number.NaN))),
    ]);
  });
  const title = `### ${size.toLocaleString("en")} articles, medians of ${runs}`;
  const written = table(
    ["pages written", ...kinds, "all files"],
    Object.entries(pages).map(([side, counts]) => [side, ...kinds.map((kind) => counts[kind]), counts.files]),
  );
  return `${title}\n\n${table(head, rows)}\n\n${written}`;
}

function mediansOf(runs) {
  return measures.map((measure) => median(runs.map((run) => run[measure])));
}

// Medians, percentiles and how figures are printed.

export function median(values) {
  return percentile(values, 50);
}

/** Linear between the two nearest; NaN of nothing. */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = ((sorted.length - 1) * share) / 100;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined
    ? Number.NaN
    : low + (high - low) * (place - Math.floor(place));
}

/** Three digits that matter, and never fewer than the whole ones: 0.0421, 1.23, 45.6, 1,234. */
export function figure(value) {
  if (!Number.isFinite(value)) return "–";
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Rows as a Markdown table; the first column to the left, figures to the right. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, index) => (index === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

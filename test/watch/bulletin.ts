// A small bulletin for the tests of the preview.
export const config =
  "url: https://bantin.example/xa\nimprint: { vi: { governingBody: Đảng ủy xã }, en: { governingBody: Commune } }\n";

export const article = (title: string, body = "Thân bài./.", more = "") =>
  `---\ntitle: "${title}"\ndate: 20/01/2023 - 09:50\n${more}---\n${body}\n`;

/** Higher than any screen. */
export const longText = Array.from(
  { length: 60 },
  (_, number) => `Đoạn ${number}. ${"Chữ trong bài. ".repeat(20)}`,
).join("\n\n");

export const bulletin: Readonly<Record<string, string>> = {
  "bantin.yaml": config,
  "content/a.vi.md": article("Bài một", longText, "tags: Chi bộ\n"),
  "content/a.en.md": article("First", "Body."),
  "content/b.vi.md": article("Bài hai", "Thân bài hai./.", "tags: Chi bộ\nsection: Tin tức\n"),
};

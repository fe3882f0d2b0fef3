// Short ways to write the files of a tiny bulletin.

export function article(fields: string, body = "Một đoạn văn ngắn."): string {
  return `---\n${fields.trim()}\n---\n\n${body}\n`;
}

export const dated = "date: 20/01/2023 - 09:50";

// What an edit does to a file, the same for every side.

/** A new paragraph right below the front matter's end would become the lead of some; at the end it is the body's. */
export function withParagraph(text, words) {
  return `${text}\n${words}\n`;
}

export function withTitle(text, title) {
  return text.replace(/^title: .*$/m, () => `title: ${JSON.stringify(title)}`);
}

/** Every side's template of the article ends its text by this tag. */
export function withMarkInTemplate(text, mark) {
  if (!text.includes("</article>")) throw new Error("the template of the article has no </article>");
  return text.replace("</article>", `<p>${mark}</p>\n</article>`);
}

/** `entries`: name → string or list of strings, all of them double-quoted YAML. */
export function frontMatter(entries) {
  const lines = Object.entries(entries).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return ["---", ...lines, "---", "", ""].join("\n");
}

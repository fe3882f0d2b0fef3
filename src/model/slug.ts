// Slugs: what addresses, ids and file names are made of. One rule for all of them: marks stripped, đ → d, lower-case
// ASCII letters, digits and "-".
import slugify from "@sindresorhus/slugify";

/** Longest slug, in bytes (ASCII, so also in characters). */
const longest = 100;

/** Names that Windows keeps for devices, whatever their extension: no file may be called so. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * The slug of a text, cut at a word; "" where nothing of the text can be kept (an emoji-only title). A title that is
 * a reserved name of Windows ("Con") gets "-1" behind it.
 */
export function slugOf(text: string): string {
  const slug = cutSlug(text);
  return reserved.test(slug) ? `${slug}-1` : slug;
}

export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= longest && !reserved.test(text);
}

function cutSlug(text: string): string {
  const slug = slugify(text.normalize("NFC"), { decamelize: false, customReplacements: [["&", " "]] });
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1).lastIndexOf("-");
  return slug.slice(0, cut > 0 ? cut : longest);
}

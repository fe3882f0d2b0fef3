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
  const composed = text.normalize("NFC");
  const slug =
    simpleSlug(composed) ?? slugify(composed, { decamelize: false, customReplacements: [["&", " "]] });
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1).lastIndexOf("-");
  return slug.slice(0, cut > 0 ? cut : longest);
}

const bases: readonly (readonly [string, string])[] = [
  ["a", "áàảãạăắằẳẵặâấầẩẫậ"],
  ["d", "đ"],
  ["e", "éèẻẽẹêếềểễệ"],
  ["i", "íìỉĩị"],
  ["o", "óòỏõọôốồổỗộơớờởỡợ"],
  ["u", "úùủũụưứừửữự"],
  ["y", "ýỳỷỹỵ"],
];

const plain = "abcdefghijklmnopqrstuvwxyz0123456789";

/** What each character of Vietnamese and English text becomes; "-" for what parts words. */
const simple: ReadonlyMap<string, string> = new Map([
  ...[...plain].map((letter) => [letter, letter] as const),
  ...bases.flatMap(([base, marked]) => [...marked].map((letter) => [letter, base] as const)),
  ...[..." \t\n\u00a0.,:;!?()[]{}<>\"“”„‘’'…-–—/|_*+=%#@&~$"].map((sign) => [sign, "-"] as const),
]);

/** `Uncle Ho’s`, `don't`: an apostrophe that parts nothing. */
const letters = `${plain}${bases.map(([, marked]) => marked).join("")}`;
const contraction = new RegExp(`([${letters}])['’]([ts])(?![${letters}])`, "g");

/** The library's slug at a twentieth of its cost, for text that holds nothing else than these; else undefined. */
function simpleSlug(text: string): string | undefined {
  let slug = "";
  let isParted = false;
  for (const letter of text.toLowerCase().replace(contraction, "$1$2")) {
    const kept = simple.get(letter);
    if (kept === undefined) return undefined;
    if (kept === "-") {
      isParted = true;
      continue;
    }
    if (isParted && slug !== "") slug += "-";
    isParted = false;
    slug += kept;
  }
  return slug;
}

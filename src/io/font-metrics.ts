// How wide letters are, read from a TTF file itself: the tables cmap (which glyph draws a letter), hhea and hmtx (how
// far it moves the pen). Enough to break a title into lines before anything is drawn. Kerning is not counted: it only
// makes lines shorter.
import { readFileSync } from "node:fs";

export interface FontMetrics {
  /** In ems; letters that the font does not have count as nothing. */
  readonly widthOf: (text: string) => number;
  readonly has: (letter: string) => boolean;
}

/** Throws where the file is no TrueType font. */
export function readFontMetrics(file: string): FontMetrics {
  const bytes = readFileSync(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    tables.set(bytes.toString("latin1", record, record + 4), view.getUint32(record + 8));
  }
  const table = (name: string) => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`no table ${name} in ${file}`);
    return at;
  };
  const unitsPerEm = view.getUint16(table("head") + 18);
  const longMetrics = view.getUint16(table("hhea") + 34);
  const metrics = table("hmtx");
  const glyphs = readGlyphs(view, table("cmap"));
  const advanceOf = (glyph: number) => view.getUint16(metrics + Math.min(glyph, longMetrics - 1) * 4);
  return {
    widthOf: (text) => {
      let width = 0;
      for (const letter of text) {
        const glyph = glyphs.get(letter.codePointAt(0) ?? 0);
        if (glyph !== undefined) width += advanceOf(glyph);
      }
      return width / unitsPerEm;
    },
    has: (letter) => glyphs.has(letter.codePointAt(0) ?? 0),
  };
}

/** Letters of the Basic Multilingual Plane by code point (cmap format 4). */
function readGlyphs(view: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(at) !== 4) continue;
    const segments = view.getUint16(at + 6) / 2;
    const ends = at + 14;
    const starts = ends + segments * 2 + 2;
    const deltas = starts + segments * 2;
    const offsets = deltas + segments * 2;
    for (let segment = 0; segment < segments; segment++) {
      const end = view.getUint16(ends + segment * 2);
      const start = view.getUint16(starts + segment * 2);
      const delta = view.getUint16(deltas + segment * 2);
      const offset = view.getUint16(offsets + segment * 2);
      for (let letter = start; letter <= end && letter < 0xffff; letter++) {
        const place = offsets + segment * 2 + offset + (letter - start) * 2;
        const raw = offset === 0 ? letter : view.getUint16(place);
        if (raw !== 0) glyphs.set(letter, (raw + delta) & 0xffff);
      }
    }
    return glyphs;
  }
  throw new Error("the font has no table of letters that can be read");
}

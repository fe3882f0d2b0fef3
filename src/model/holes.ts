// Holes in an article's HTML: places that only the whole site can fill (addresses, sizes of photos and files).
// A hole is marked with NUL, which no source text can hold (see source.ts), so content cannot forge one.

/**
 * `link`: the opening tag `<a …>` of links[n] (the closing `</a>` is in the HTML already).
 * `facts`: what follows links[n] where it leads to a file: its type and size.
 * `player`: a whole paragraph's place: the player, or the link, for links[n], alone in its paragraph; the text
 * of the link stands between `player` and `playerEnd`.
 * `image`: the whole `<img>` or `<picture>` of images[n].
 */
export type HoleKind = "link" | "facts" | "player" | "playerEnd" | "image";

const letters: Record<HoleKind, string> = { link: "l", facts: "f", player: "p", playerEnd: "e", image: "i" };
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as HoleKind]));

/** Those that stand for something of a link. */
export const linkHoles: readonly HoleKind[] = ["link", "facts", "player", "playerEnd"];

export function hole(kind: HoleKind, index: number): string {
  return `\0${holeName(kind, index)}\0`;
}

/** What stands between the marks. */
export function holeName(kind: HoleKind, index: number): string {
  return `${letters[kind]}${index}`;
}

export type Filling = (kind: HoleKind, index: number) => string;

export function fillHoles(html: string, fill: Filling): string {
  if (!html.includes("\0")) return html;
  return html.replace(/\0([lfpei])(\d+)\0/g, (_, letter: string, index: string) =>
    fill(kinds.get(letter) as HoleKind, Number(index)),
  );
}

/** The same by the names of holes; one that has none is filled with nothing. */
export function fillNamedHoles(html: string, fillings: Readonly<Record<string, string>>): string {
  return fillHoles(html, (kind, index) => fillings[holeName(kind, index)] ?? "");
}

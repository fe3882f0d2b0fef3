// Colours as a theme names them, and how well one can be read on another (WCAG 2 relative luminance).

/** The theme's colours that bantin.yaml may change, by the names of its custom properties. */
export const colourNames = ["accent", "gold", "paper", "ink"] as const;
export type ColourName = (typeof colourNames)[number];

/** Always `#rrggbb`, lower-case. */
export type Colour = string;

/** Reads `#rgb` and `#rrggbb`; undefined for anything else. */
export function readColour(text: string): Colour | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short !== null) {
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`.toLowerCase();
  }
  return /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : undefined;
}

/** From 1 (the same) to 21 (black on white). AA asks for 4.5, AAA for 7. */
export function contrastOf(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour, made lighter in steps until it can be read (AA) on a dark paper. */
export function liftColour(colour: Colour, paper: Colour): Colour {
  let lifted = colour;
  for (let step = 1; step <= 20 && contrastOf(lifted, paper) < 4.5; step++) {
    const whitened = channelsOf(colour).map((value) => Math.round(value + ((255 - value) * step) / 20));
    lifted = `#${whitened.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
  }
  return lifted;
}

function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

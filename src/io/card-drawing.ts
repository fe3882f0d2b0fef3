// The card as a drawing (SVG): where everything stands, in which size and colour. The photo and the logo are laid into
// the places left for them. The look is the masthead's: paper, ink, one red, a thin rule of gold.
import { type CardSpec, cardSizes } from "../model/image.js";
import { escapeMarkup } from "../model/text.js";
import { drawable, fitText, type TextBox } from "./card-text.js";
import type { FontMetrics } from "./font-metrics.js";

export interface CardFonts {
  readonly bold: FontMetrics;
  readonly semibold: FontMetrics;
  readonly regular: FontMetrics;
}

/** In pixels of the card. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CardPlan {
  readonly svg: string;
  readonly photo?: Box;
  readonly logo: Box;
}

export function planDrawing(spec: CardSpec, fonts: CardFonts): CardPlan {
  const { shape, colours, photo } = spec;
  const { width, height } = cardSizes[shape];
  const layout = photo === undefined ? withoutPhoto[shape] : withPhoto[shape];
  const onAccent = photo === undefined;
  const inks = onAccent
    ? {
        ground: colours.accent,
        title: colours.paper,
        kicker: colours.paper,
        quiet: colours.paper,
        rule: colours.gold,
      }
    : {
        ground: colours.paper,
        title: colours.ink,
        kicker: colours.accent,
        quiet: colours.ink,
        rule: colours.accent,
      };
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${inks.ground}"/>`,
    ...(onAccent ? [fold(width, height, colours.paper)] : masthead(layout, colours)),
    ...(onAccent && spec.logo !== undefined ? [tile(logoBox(layout, tileMargin), colours.paper)] : []),
    ...writing(spec, fonts, layout, inks),
    "</svg>",
  ].join("");
  const logo = logoBox(layout, onAccent ? tileMargin : 0);
  return { svg, ...(layout.photo === undefined ? {} : { photo: layout.photo }), logo };
}

interface Layout {
  /** Of the text, edges left out. */
  readonly text: Box;
  readonly photo?: Box;
  readonly sizes: TextBox["sizes"];
  readonly kicker: number;
  readonly foot: number;
}

const withPhoto: Readonly<Record<CardSpec["shape"], Layout>> = {
  wide: {
    text: { left: 64, top: 68, width: 656, height: 500 },
    photo: { left: 780, top: 0, width: 420, height: 630 },
    sizes: [78, 72, 66, 60, 56, 52, 48, 44, 40, 37, 34, 31, 28, 26],
    kicker: 30,
    foot: 27,
  },
  square: {
    text: { left: 72, top: 620, width: 936, height: 404 },
    photo: { left: 0, top: 0, width: 1080, height: 560 },
    sizes: [84, 78, 72, 66, 60, 56, 52, 48, 44, 40, 36, 33, 30],
    kicker: 33,
    foot: 30,
  },
};

const withoutPhoto: Readonly<Record<CardSpec["shape"], Layout>> = {
  wide: {
    text: { left: 80, top: 76, width: 1000, height: 478 },
    sizes: [104, 96, 90, 84, 78, 72, 66, 60, 56, 52, 48, 44, 40],
    kicker: 30,
    foot: 28,
  },
  square: {
    text: { left: 88, top: 96, width: 904, height: 888 },
    sizes: [128, 118, 108, 100, 92, 84, 78, 72, 66, 60, 56, 52, 48, 44, 40],
    kicker: 36,
    foot: 34,
  },
};

/** The red rule with the gold one beside it, between photo and paper. */
function masthead({ photo }: Layout, { accent, gold }: CardSpec["colours"]): string[] {
  if (photo === undefined) return [];
  const { left, top, width, height } = photo;
  return left > 0
    ? [rect(left - 14, 0, 10, height, accent), rect(left - 2, 0, 2, height, gold)]
    : [rect(0, top + height, width, 2, gold), rect(0, top + height + 4, width, 10, accent)];
}

/** The turned-down corner of the bulletin's sheet. */
function fold(width: number, height: number, colour: string): string {
  const size = Math.round(height * 0.2);
  const left = width - size;
  return [
    `<path d="M${left} 0H${width}V${size}Z" fill="#000000" fill-opacity="0.28"/>`,
    `<path d="M${left} 0V${size}H${width}Z" fill="${colour}" fill-opacity="0.16"/>`,
  ].join("");
}

interface Inks {
  readonly title: string;
  readonly kicker: string;
  readonly quiet: string;
  readonly rule: string;
}

/** Descends below the middle of the line, in ems: stacked marks need the room above. */
const baseline = 0.96;
const leading = 1.28;

function writing({ texts }: CardSpec, fonts: CardFonts, layout: Layout, inks: Inks): string[] {
  const { text: area, kicker: kickerSize, foot: footSize } = layout;
  const kicker = drawable(texts.kicker, fonts.semibold);
  const title = drawable(texts.title, fonts.bold);
  const bottom = area.top + area.height;
  const kickerHeight = kicker === "" ? 0 : Math.round(kickerSize * 1.9);
  const footHeight = Math.round(footSize * 4.3);
  const room = { width: area.width, height: area.height - kickerHeight - footHeight };
  const set = fitText(title, fonts.bold, { ...room, sizes: layout.sizes, leading, mostLines: 5 });
  // Below a photo or beside one a title hangs from its section; alone on the ground it stands in the middle.
  const slack = layout.photo === undefined ? room.height - set.lines.length * set.size * leading : 0;
  const lines = set.lines.map((line, index) =>
    textAt(area.left, area.top + kickerHeight + slack / 2 + set.size * (baseline + index * leading), line, {
      size: set.size,
      weight: 700,
      fill: inks.title,
    }),
  );
  const head =
    kicker === ""
      ? []
      : [
          textAt(
            area.left,
            area.top + kickerSize * 0.9,
            oneLine(kicker, fonts.semibold, area.width / kickerSize),
            {
              size: kickerSize,
              weight: 600,
              fill: inks.kicker,
            },
          ),
        ];
  return [
    ...head,
    ...lines,
    ...footer(texts, fonts, {
      area,
      bottom,
      footSize,
      inset: layout.photo === undefined ? 2 * tileMargin : 0,
      inks,
      isName: texts.title === texts.name,
    }),
  ];
}

interface Foot {
  readonly area: Box;
  readonly bottom: number;
  readonly footSize: number;
  /** More room for a logo on a sheet of its own. */
  readonly inset: number;
  readonly inks: Inks;
  /** True where the title is the bulletin's name already. */
  readonly isName: boolean;
}

function footer(texts: CardSpec["texts"], fonts: CardFonts, foot: Foot): string[] {
  const { area, bottom, footSize, inset, inks, isName } = foot;
  const indent = footSize * 2.8 + inset;
  const left = area.left + indent;
  const width = area.width - indent;
  const name = isName ? "" : oneLine(drawable(texts.name, fonts.semibold), fonts.semibold, width / footSize);
  const date = drawable(texts.date, fonts.regular);
  const rule = rect(area.left, bottom - Math.round(footSize * 3.1), 96, 4, inks.rule);
  const nameAt = date === "" ? bottom - footSize * 0.55 : bottom - footSize * 1.15;
  return [
    rule,
    ...(name === "" ? [] : [textAt(left, nameAt, name, { size: footSize, weight: 600, fill: inks.quiet })]),
    ...(date === ""
      ? []
      : [textAt(left, bottom, date, { size: footSize * 0.86, weight: 400, fill: inks.quiet })]),
  ];
}

/** `margin`: of the sheet under it, whose edge stands in line with the text. */
function logoBox({ text, foot }: Layout, margin: number): Box {
  const side = Math.round(foot * 2.1);
  return {
    left: text.left + margin,
    top: Math.round(text.top + text.height - side + foot * 0.2),
    width: side,
    height: side,
  };
}

const tileMargin = 6;

/** A sheet of paper under the logo, which is drawn for paper. */
function tile({ left, top, width, height }: Box, colour: string): string {
  const more = 2 * tileMargin;
  return rect(left - tileMargin, top - tileMargin, width + more, height + more, colour);
}

function oneLine(text: string, font: FontMetrics, width: number): string {
  return fitText(text, font, { width, height: 1, sizes: [1], leading: 1, mostLines: 1 }).lines[0] ?? "";
}

interface Type {
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
}

function textAt(x: number, y: number, text: string, { size, weight, fill }: Type): string {
  return `<text x="${x}" y="${Math.round(y)}" font-family="Be Vietnam Pro" font-weight="${weight}" font-size="${size}" fill="${fill}" xml:space="preserve">${escapeMarkup(text)}</text>`;
}

function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
}

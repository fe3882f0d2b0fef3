// What may stand in a drawing (SVG) that is published: shapes, text and paint. No script, no style sheet, no event, no
// animation, and no address but of another part of the same drawing.
import type { Options as Schema } from "rehype-sanitize";

const words = (text: string): string[] => text.split(" ");

/** Names as parse5 gives them. */
const elements: readonly string[] = [
  ...words("svg g defs symbol use title desc switch marker pattern mask clipPath"),
  ...words("path rect circle ellipse line polyline polygon text tspan textPath"),
  ...words("linearGradient radialGradient stop filter feGaussianBlur feOffset feBlend feMerge feMergeNode"),
  ...words("feColorMatrix feFlood feComposite feMorphology feDropShadow"),
];

/** Attributes of paint and place, which an Inkscape file keeps in `style`. */
export const paint: readonly string[] = words(
  "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit " +
    "stroke-dasharray stroke-dashoffset opacity color display visibility overflow clip-path clip-rule mask filter " +
    "stop-color stop-opacity flood-color flood-opacity font-family font-size font-style font-weight letter-spacing " +
    "word-spacing text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift paint-order " +
    "vector-effect marker-start marker-mid marker-end",
);

const geometry = words(
  "id x y x1 y1 x2 y2 cx cy r rx ry fx fy d dx dy width height points viewBox preserveAspectRatio transform offset " +
    "gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform markerWidth " +
    "markerHeight markerUnits refX refY orient maskUnits maskContentUnits clipPathUnits filterUnits primitiveUnits " +
    "pathLength rotate textLength lengthAdjust startOffset in in2 stdDeviation mode operator values type result k1 k2 " +
    "k3 k4 radius lang href",
);

/** The name in a tree: `fillOpacity` for `fill-opacity`. */
export function propertyOf(attribute: string): string {
  return uneven[attribute] ?? attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const uneven: Readonly<Record<string, string>> = {
  "stroke-linecap": "strokeLineCap",
  "stroke-linejoin": "strokeLineJoin",
  "stroke-miterlimit": "strokeMiterLimit",
  "stroke-dasharray": "strokeDashArray",
  "stroke-dashoffset": "strokeDashOffset",
};

export const svgSchema: Schema = {
  tagNames: [...elements],
  attributes: { "*": [...geometry, ...paint.map(propertyOf)] },
  strip: words("script style foreignObject iframe object embed audio video canvas handler listener metadata"),
  protocols: {},
  required: {},
  clobber: [],
  clobberPrefix: "",
  ancestors: {},
  allowComments: false,
  allowDoctypes: false,
};

// Draws pages with the direct code of the templates. It is quick and knows no places: whatever goes wrong here, a value
// that is not there for one, is found again by the engine, which can say where.
import { keepSome } from "../model/keep-some.js";
import { LateHtml } from "../model/late-html.js";
import { Recurring } from "../model/recurring.js";
import { inOnePiece } from "../model/text.js";
import { leftToEngine } from "./direct-expressions.js";

/** HTML that is not to be escaped: like the engine's, a string that is an object. */
class SafeHtml extends String {}

interface Kept {
  readonly names: readonly unknown[];
  readonly parts: (string | undefined)[];
}

type DrawMacro = (value: unknown, given?: unknown) => SafeHtml;

/** Texts that a macro remembers, and UTF-16 units of the longest. */
const mostKept = 100;
const longestKept = 100;

type Names = Readonly<Record<string, unknown>>;
type Draw = (context: Names, frame: Record<string, unknown>, blocks?: Blocks) => string;
type Blocks = Readonly<Record<string, Draw>>;

export interface DirectTemplate {
  readonly draw: Draw;
  readonly blocks: Blocks;
  readonly macros: Names;
}

export interface DirectInput {
  /** By name of the template; each is called when the template is first used. */
  readonly makers: ReadonlyMap<string, MakeDirect>;
  /** Fields that hold finished HTML. */
  readonly htmlFields: ReadonlySet<string>;
}

/** The code of one template, as direct-code.ts wrote it, given its hands. */
export type MakeDirect = (hands: object) => DirectTemplate;

/** Throws where the engine has to draw the page. */
export type DrawDirectly = (template: string, context: Names) => string;

export function createDirect({ makers, htmlFields }: DirectInput): DrawDirectly {
  const made = new Map<string, DirectTemplate>();
  const overlaid = new Map<Blocks, Map<Blocks, Blocks>>();
  const hands = {
    template: (name: string) => {
      const known = made.get(name);
      if (known !== undefined) return known;
      const make = makers.get(name);
      if (make === undefined) throw leftToEngine;
      const template = make(hands);
      made.set(name, template);
      return template;
    },
    /** The blocks of a template with those of the one that extends it in their place. */
    over: (own: Blocks, given: Blocks | undefined) => {
      if (given === undefined) return own;
      const known = overlaid.get(given)?.get(own);
      if (known !== undefined) return known;
      const all = { ...own, ...given };
      overlaid.set(given, new Map([...(overlaid.get(given) ?? []), [own, all]]));
      return all;
    },
    // Called for every text of every page, so that even a call within it counts.
    esc: (value: unknown) => {
      if (typeof value === "string") return marks.test(value) ? escapeText(value) : value;
      if (value === undefined || value === null) throw leftToEngine;
      // `String` looks for three ways to make an object a text, which takes five times as long.
      return value instanceof SafeHtml ? value.toString() : escapeText(String(value));
    },
    raw: (value: unknown) => {
      if (value instanceof LateHtml) return value.mark;
      if (typeof value !== "string") throw leftToEngine;
      return value;
    },
    safe: (value: unknown, field: unknown) => {
      const known = value instanceof LateHtml ? String(value) : value;
      return typeof known === "string" && known !== "" && htmlFields.has(String(field))
        ? new SafeHtml(known)
        : known;
    },
    loop: (index: number, { length }: readonly unknown[]) => ({
      index: index + 1,
      index0: index,
      revindex: length - index,
      revindex0: length - index - 1,
      first: index === 0,
      last: index === length - 1,
      length,
    }),
    macro: (html: string) => new SafeHtml(html),
    /** A macro of one parameter, which sees nothing else: of the same short text, or the same data, it makes the same. */
    ofOne: (draw: DrawMacro) => {
      const drawn = new Map<string, SafeHtml>();
      const drawOthers = ofTwo(draw);
      return (value: unknown) => {
        if (typeof value !== "string" || value.length > longestKept) return drawOthers(value);
        const known = drawn.get(value);
        if (known !== undefined) return known;
        const html = draw(value);
        keepSome(drawn, value, html, mostKept);
        return html;
      };
    },
    ofTwo,
    /** The parts that were drawn for this `site` with these words and macros. */
    kept: (memory: WeakMap<object, Kept>, site: unknown, ...names: readonly unknown[]): Kept["parts"] => {
      if (typeof site !== "object" || site === null) return [];
      const known = memory.get(site);
      if (known?.names.every((name, index) => name === names[index])) return known.parts;
      const made: Kept = { names, parts: [] };
      memory.set(site, made);
      return made.parts;
    },
    flat: inOnePiece,
    list: (value: unknown) => {
      if (value === undefined || value === null || value === "" || value === false) return [];
      if (!Array.isArray(value)) throw leftToEngine;
      return value;
    },
  };
  return (template, context) =>
    hands.template(template).draw(Object.assign(Object.create(null), context), Object.create(null));
}

/** A macro of two parameters: of the same data, and the same besides, it makes the same. */
function ofTwo(draw: DrawMacro): DrawMacro {
  return (value, given) => {
    if (!(value instanceof Recurring)) return draw(value, given);
    const known = value.recall(draw, given);
    if (known !== undefined) return known;
    const html = draw(value, given);
    // Hundreds of parts would stay with it.
    inOnePiece(html.toString());
    return value.remember(draw, given, html);
  };
}

/** As the engine escapes. */
function escapeText(text: string): string {
  return text.replace(/[&"'<>\\]/g, (c) => escapes[c as keyof typeof escapes]);
}

const marks = /[&"'<>\\]/;

const escapes = {
  "&": "&amp;",
  '"': "&quot;",
  "'": "&#39;",
  "<": "&lt;",
  ">": "&gt;",
  "\\": "&#92;",
} as const;

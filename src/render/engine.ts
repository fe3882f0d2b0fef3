// nunjucks, wrapped: templates come from memory, and every failure is a TemplateFault with the template, line and
// column where it really is. By itself nunjucks counts some lines from 0 and others from 1, names the including
// template instead of the included one, and can return null or throw after the fact when an include does not compile.
import nunjucks from "nunjucks";
import { LateHtml } from "../model/late-html.js";
import { countGraphemes, type Place } from "../model/place.js";
import type { Theme, ThemeFile } from "../model/theme.js";
import { createDirect } from "./direct.js";
import { filterNames, testNames } from "./engine-names.js";
import { htmlFields } from "./html-fields.js";
import { checkTemplates } from "./prepare.js";
import type { ReadyTemplates } from "./ready-templates.js";
import { isTemplateFault, type TemplateFault, templateFault, templateWords } from "./template-fault.js";
import type { TemplateNode } from "./template-tree.js";

export interface Engine {
  /** Throws a TemplateFault. */
  readonly render: (template: string, context: Readonly<Record<string, unknown>>) => string;
}

export interface EngineInput {
  readonly templates: Theme["templates"];
  /** The names that templates may say. */
  readonly words: readonly string[];
  readonly ready: ReadyTemplates;
}

/** Checks all templates at once; throws a TemplateFault for the first, by name, that is broken. */
export function createEngine({ templates, words, ready }: EngineInput): Engine {
  let codes: ReadonlyMap<string, Code> | undefined;
  let known: nunjucks.Environment | undefined;
  const loader: nunjucks.ILoader & { cache: Record<string, unknown> } = {
    cache: {},
    getSource: (name) => {
      codes ??= prepareCodes(templates, environment(), run);
      const code = codes.get(name);
      // A template that is ready to run is no part of the published types.
      return (code === undefined ? null : { src: code, path: name, noCache: false }) as never;
    },
  };
  // Made when it is asked for: most bulletins never need it.
  const environment = () => {
    known ??= new nunjucks.Environment(loader, { ...lexing, autoescape: true, throwOnUndefined: true });
    return known;
  };
  const run: Run = { first: undefined, depth: 0 };
  const makers = checkTemplates({
    files: inOrder(templates),
    known: { filters: filterNames, tests: testNames, words },
    ready,
    parse: parseTemplate,
    faultAt: (file, { place, said }) => templateFault(file, inGraphemes(file, place), said),
  });
  const direct = makers && createDirect({ makers, htmlFields });
  if (direct === undefined) codes = prepareCodes(templates, environment(), run);
  return {
    render: (name, context) => {
      try {
        if (direct !== undefined) return direct(name, context);
      } catch {
        // The engine finds it again, and says where.
      }
      Object.assign(run, { first: undefined, depth: 0 } satisfies Run);
      let text: string | null = null;
      try {
        text = environment().render(name, { ...context, page: readLate(context["page"]) });
      } catch (problem) {
        throw run.first ?? unplaced(templates, name, problem);
      }
      if (run.first !== undefined) throw run.first;
      if (text === null) throw unplaced(templates, name, new Error("the template gave no text"));
      return text;
    },
  };
}

/** The engine may do anything with a page's HTML: it gets what was kept. */
function readLate(page: unknown): unknown {
  if (typeof page !== "object" || page === null) return page;
  const read = (value: unknown) => (value instanceof LateHtml ? String(value) : value);
  return Object.fromEntries(Object.entries(page).map(([field, value]) => [field, read(value)]));
}

const lexing = { trimBlocks: true, lstripBlocks: true } as const;

/** The parts of nunjucks that its types leave out. */
interface Internals {
  readonly parser: {
    readonly parse: (text: string, extensions: readonly never[], options: object) => TemplateNode;
  };
}

interface CompiledTemplate {
  readonly rootRenderFunc: RenderFunction;
  readonly blocks: Readonly<Record<string, RenderFunction>>;
}

type RenderFunction = (
  env: unknown,
  context: unknown,
  frame: unknown,
  runtime: Runtime,
  cb: unknown,
) => unknown;

interface Runtime {
  readonly memberLookup: (owner: unknown, name: unknown) => unknown;
  readonly ensureDefined: (value: unknown, line: number, column: number) => unknown;
  readonly handleError: (problem: Error, line: number, column: number) => Error;
}

interface Code {
  readonly type: "code";
  readonly obj: Readonly<Record<string, RenderFunction>>;
}

/** What is known of the page that is being drawn. */
interface Run {
  /** The fault that all others follow from. */
  first: TemplateFault | undefined;
  /** Templates and blocks that wait for one another. */
  depth: number;
}

type Said = Parameters<typeof templateFault>[2];
type Templates = Theme["templates"];
type TemplateFile = ThemeFile & { readonly text: string };

function inOrder(templates: Templates): [string, TemplateFile][] {
  return [...templates].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Throws a TemplateFault. */
export function parseTemplate(file: TemplateFile): TemplateNode {
  const { parser } = nunjucks as unknown as Internals;
  try {
    return parser.parse(file.text, [], lexing);
  } catch (problem) {
    throw syntaxFault(file, problem as EngineError);
  }
}

function prepareCodes(templates: Templates, environment: nunjucks.Environment, run: Run): Map<string, Code> {
  const codes = new Map<string, Code>();
  for (const [name, file] of inOrder(templates)) {
    try {
      const compiled: unknown = new nunjucks.Template(file.text, environment, name, true);
      codes.set(name, locateCode(file, compiled as CompiledTemplate, run));
    } catch (problem) {
      throw syntaxFault(file, problem as EngineError);
    }
  }
  return codes;
}

/** Templates that call templates, beyond which one calls itself without end. */
const deepest = 50;

/** The template's functions, made to say which template they belong to. */
function locateCode(file: TemplateFile, { rootRenderFunc, blocks }: CompiledTemplate, run: Run): Code {
  const fault = (line: number, column: number, said: Said) => {
    // The engine's positions count from 0 here.
    const found = templateFault(file, inGraphemes(file, { line: line + 1, column: column + 1 }), said);
    run.first ??= found;
    return found;
  };
  const locate = (draw: RenderFunction): RenderFunction => {
    let located: Runtime | undefined;
    return (env, context, frame, runtime, callback) => {
      located ??= {
        ...runtime,
        memberLookup: (owner, name) => {
          const value = runtime.memberLookup(owner, name);
          const isHtml = typeof value === "string" && value !== "" && htmlFields.has(String(name));
          return isHtml ? new nunjucks.runtime.SafeString(value) : value;
        },
        ensureDefined: (value, line, column) => {
          if (value !== undefined && value !== null) return value;
          throw fault(line, column, templateWords.emptyValue);
        },
        handleError: (problem, line, column) =>
          isTemplateFault(problem) ? problem : fault(line, column, templateWords.other(lastLine(problem))),
      };
      run.depth++;
      if (run.depth > deepest) throw fault(0, 0, templateWords.endless);
      draw(env, context, frame, located, callback);
      run.depth--;
    };
  };
  const located = Object.entries(blocks).map(([name, draw]) => [`b_${name}`, locate(draw)] as const);
  return { type: "code", obj: { root: locate(rootRenderFunc), ...Object.fromEntries(located) } };
}

type EngineError = Error & { readonly lineno?: number; readonly colno?: number };

/** Errors of the parser count from 1, and have no position where the template ended too early. */
function syntaxFault(file: TemplateFile, problem: EngineError): TemplateFault {
  const lines = file.text.trimEnd().split("\n");
  const end = { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
  const [, line = problem.lineno, column = problem.colno] =
    /\[Line (\d+), Column (\d+)\]/.exec(problem.message) ?? [];
  const place =
    line === undefined || column === undefined ? end : { line: Number(line), column: Number(column) };
  return templateFault(file, inGraphemes(file, place), templateWords.other(lastLine(problem)));
}

/** What the engine threw past our hands, with the innermost template that it names. */
function unplaced(templates: Templates, name: string, problem: unknown): Error {
  const error = problem instanceof Error ? problem : new Error(String(problem));
  const innermost = [...error.message.matchAll(/^\s*(?:Template render error: )?\(([^)]+)\)/gm)].at(-1)?.[1];
  const file = templates.get(innermost ?? name) ?? templates.get(name);
  if (file === undefined) return error;
  return templateFault(file, { line: 1, column: 1 }, templateWords.other(lastLine(error)));
}

/** nunjucks puts the path of templates above what happened. */
function lastLine(problem: Error): string {
  const line = problem.message.trimEnd().split("\n").at(-1) ?? "";
  return line.trim().replace(/^Error: /, "");
}

function inGraphemes(file: TemplateFile, { line, column }: Place): Place {
  const text = file.text.split("\n")[line - 1] ?? "";
  return { line, column: countGraphemes(text.slice(0, column - 1)) + 1 };
}

// nunjucks, wrapped: templates come from memory, and every failure is a TemplateFault with the template, line and
// column where it really is. By itself nunjucks counts some lines from 0 and others from 1, names the including
// template instead of the included one, and can return null or throw after the fact when an include does not compile.
import nunjucks from "nunjucks";
import { countGraphemes, type Place } from "../model/place.js";
import type { Theme, ThemeFile } from "../model/theme.js";
import { isTemplateFault, type TemplateFault, templateFault, templateWords } from "./template-fault.js";
import { exportsOf, findTreeFault, type TemplateNode } from "./template-tree.js";

export interface Engine {
  /** Throws a TemplateFault. */
  readonly render: (template: string, context: object) => string;
  /** Marks HTML that is not to be escaped. */
  readonly asSafe: (html: string) => object;
}

/** Reads all templates at once; throws a TemplateFault for the first, by name, that is broken. */
export function createEngine(templates: Theme["templates"]): Engine {
  const loader: nunjucks.ILoader & { cache: Record<string, unknown> } = {
    cache: {},
    getSource: (name) => {
      const code = codes.get(name);
      // A template that is ready to run is no part of the published types.
      return (code === undefined ? null : { src: code, path: name, noCache: false }) as never;
    },
  };
  const environment = new nunjucks.Environment(loader, {
    ...lexing,
    autoescape: true,
    throwOnUndefined: true,
  });
  let first: TemplateFault | undefined;
  const note = (fault: TemplateFault) => {
    first ??= fault;
    return fault;
  };
  const codes = prepareCodes(templates, environment, note);
  return {
    asSafe: (html) => new nunjucks.runtime.SafeString(html),
    render: (name, context) => {
      first = undefined;
      let text: string | null = null;
      try {
        text = environment.render(name, context);
      } catch (problem) {
        throw first ?? unplaced(templates, name, problem);
      }
      if (first !== undefined) throw first;
      if (text === null) throw unplaced(templates, name, new Error("the template gave no text"));
      return text;
    },
  };
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
  readonly ensureDefined: (value: unknown, line: number, column: number) => unknown;
  readonly handleError: (problem: Error, line: number, column: number) => Error;
}

interface Code {
  readonly type: "code";
  readonly obj: Readonly<Record<string, RenderFunction>>;
}

type Note = (fault: TemplateFault) => TemplateFault;
type Templates = Theme["templates"];
type TemplateFile = ThemeFile & { readonly text: string };

function prepareCodes(
  templates: Templates,
  environment: nunjucks.Environment,
  note: Note,
): Map<string, Code> {
  const { parser } = nunjucks as unknown as Internals;
  const names = [...templates.keys()].sort();
  const trees = new Map<string, TemplateNode>();
  const codes = new Map<string, Code>();
  for (const name of names) {
    const file = templates.get(name) as TemplateFile;
    try {
      trees.set(name, parser.parse(file.text, [], lexing));
      const compiled = new nunjucks.Template(
        file.text,
        environment,
        name,
        true,
      ) as unknown as CompiledTemplate;
      codes.set(name, locateCode(file, compiled, note));
    } catch (problem) {
      throw syntaxFault(file, problem as Error & { lineno?: number; colno?: number });
    }
  }
  const { filters, tests } = environment as unknown as Record<"filters" | "tests", object>;
  const known = {
    filters: Object.keys(filters),
    tests: Object.keys(tests),
    templates: names,
    exportsOf: (name: string) => {
      const tree = trees.get(name);
      return tree && exportsOf(tree);
    },
  };
  for (const [name, tree] of trees) {
    const fault = findTreeFault(tree, known);
    const file = templates.get(name) as TemplateFile;
    if (fault !== undefined) throw templateFault(file, inGraphemes(file, fault.place), fault.said);
  }
  return codes;
}

/** The template's functions, made to say which template they belong to. */
function locateCode(file: TemplateFile, { rootRenderFunc, blocks }: CompiledTemplate, note: Note): Code {
  // The engine's positions count from 0 here.
  const at = (line: number, column: number) => inGraphemes(file, { line: line + 1, column: column + 1 });
  const locate =
    (run: RenderFunction): RenderFunction =>
    (env, context, frame, runtime, callback) => {
      const located: Runtime = {
        ...runtime,
        ensureDefined: (value, line, column) => {
          if (value !== undefined && value !== null) return value;
          throw note(templateFault(file, at(line, column), templateWords.emptyValue));
        },
        handleError: (problem, line, column) =>
          isTemplateFault(problem)
            ? problem
            : note(templateFault(file, at(line, column), templateWords.other(lastLine(problem)))),
      };
      return run(env, context, frame, located, callback);
    };
  const located = Object.entries(blocks).map(([name, run]) => [`b_${name}`, locate(run)] as const);
  return { type: "code", obj: { root: locate(rootRenderFunc), ...Object.fromEntries(located) } };
}

/** Errors of the parser count from 1, and have no position where the template ended too early. */
function syntaxFault(
  file: TemplateFile,
  problem: Error & { lineno?: number; colno?: number },
): TemplateFault {
  const lines = file.text.trimEnd().split("\n");
  const end = { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
  const { lineno, colno } = problem;
  const place = lineno === undefined || colno === undefined ? end : { line: lineno, column: colno };
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

// All templates, checked before any page is drawn, and their direct code. A template that is known from when Bantin was
// compiled is not parsed again: it was right then, and is right still where the others give it what it asks of them.
import { hashText } from "../model/hash.js";
import type { ThemeFile } from "../model/theme.js";
import type { MakeDirect } from "./direct.js";
import { writeDirectCode } from "./direct-code.js";
import { leftToEngine } from "./direct-expressions.js";
import { findOwnNames, joinNames, keyOfNames, type OwnNames } from "./direct-names.js";
import { htmlFields } from "./html-fields.js";
import type { ReadyTemplates } from "./ready-templates.js";
import { areMet, exportsOf, findTreeFault, type KnownNames, type TemplateNode } from "./template-tree.js";

type TemplateFile = ThemeFile & { readonly text: string };

export interface CheckInput {
  /** By name, in order. */
  readonly files: readonly (readonly [string, TemplateFile])[];
  readonly known: Pick<KnownNames, "filters" | "tests" | "words">;
  readonly ready: ReadyTemplates;
  /** Throws what is wrong. */
  readonly parse: (file: TemplateFile) => TemplateNode;
  readonly faultAt: (file: TemplateFile, fault: NonNullable<ReturnType<typeof findTreeFault>>) => Error;
}

/**
 * Throws the first fault. Gives the code of every template, or undefined where one says something that only the engine
 * can draw.
 */
export function checkTemplates(input: CheckInput): ReadonlyMap<string, MakeDirect> | undefined {
  const { files, ready, parse, faultAt } = input;
  const prepared = new Map(
    files.map(([name, file]) => {
      const known = ready.get(hashText(file.text));
      return [name, known ?? parsed(parse(file))] as const;
    }),
  );
  const known: KnownNames = {
    ...input.known,
    templates: files.map(([name]) => name),
    exportsOf: (name) => {
      const template = prepared.get(name);
      return template && ("tree" in template ? exportsOf(template.tree) : new Set(template.exports));
    },
  };
  for (const [name, file] of files) {
    const template = prepared.get(name);
    if (template === undefined || ("demands" in template && areMet(template.demands, known))) continue;
    const fault = findTreeFault("tree" in template ? template.tree : parse(file), known);
    if (fault !== undefined) throw faultAt(file, fault);
  }
  const names = joinNames(new Map([...prepared].map(([name, template]) => [name, template.names])));
  const key = keyOfNames(names);
  const makerIn = (name: string, file: TemplateFile): MakeDirect => {
    const template = prepared.get(name);
    if (template !== undefined && "make" in template && template.writtenFor === key) return template.make;
    const tree = template !== undefined && "tree" in template ? template.tree : parse(file);
    return makerOf(writeDirectCode(tree, htmlFields, names));
  };
  try {
    return new Map(files.map(([name, file]) => [name, makerIn(name, file)]));
  } catch (problem) {
    if (problem === leftToEngine) return undefined;
    throw problem;
  }
}

function parsed(tree: TemplateNode): { readonly tree: TemplateNode; readonly names: OwnNames } {
  return { tree, names: findOwnNames(tree) };
}

/** Compiled when the template is first used: no bulletin uses all of them. */
function makerOf(code: string): MakeDirect {
  return (hands) => new Function("h", code)(hands);
}

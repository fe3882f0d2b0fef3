// Writes the module that stands in the place of ready-templates.ts in the bundled command: it saves every build the
// reading of the templates that come with Bantin.
import { hashText } from "../model/hash.js";
import type { Theme } from "../model/theme.js";
import { writeDirectCode } from "./direct-code.js";
import { findOwnNames, joinNames, keyOfNames } from "./direct-names.js";
import { createEngine, parseTemplate } from "./engine.js";
import { htmlFields } from "./html-fields.js";
import { demandsOf, exportsOf } from "./template-tree.js";

/** Throws a TemplateFault where a template is broken. `words` are the names that templates may say. */
export function writeReadyModule(templates: Theme["templates"], words: readonly string[]): string {
  createEngine({ templates, words, ready: new Map() });
  const parsed = [...templates].map(([name, file]) => {
    const tree = parseTemplate(file);
    return { name, file, tree, names: findOwnNames(tree) };
  });
  const names = joinNames(new Map(parsed.map((one) => [one.name, one.names])));
  const writtenFor = keyOfNames(names);
  const entries = parsed.map(({ file, tree, names: own }) => {
    const facts = { exports: [...exportsOf(tree)], demands: demandsOf(tree), names: own, writtenFor };
    const code = writeDirectCode(tree, htmlFields, names);
    return `[${JSON.stringify(hashText(file.text))}, { ...${JSON.stringify(facts)}, make(h) {\n${code}\n} }],`;
  });
  return `export const readyTemplates = new Map([\n${entries.join("\n")}\n]);\n`;
}

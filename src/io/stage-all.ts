// Makes all outputs and stages them, some at a time.
import type { Diagnostic } from "../model/diagnostic.js";
import { groupBy } from "../model/group-by.js";
import type { Output } from "../model/page.js";
import { inGroups, together, type Work } from "../model/parts.js";
import type { OutPath } from "../model/paths.js";
import type { OnStep } from "./journal.js";
import type { MadeFiles } from "./made-files.js";
import { inOrder } from "./sorted-lines.js";
import type { Stage, Staged } from "./stage.js";

export interface StagedAll {
  /** In the order of their paths, which is found once: there may be tens of thousands. */
  readonly made: MadeFiles;
  /** What is new or different, in that order. */
  readonly moved: readonly StagedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface StagedFile {
  readonly output: Output;
  readonly staged: Exclude<Staged, { readonly diagnostic: Diagnostic }>;
}

export interface StageAllInput {
  readonly outputs: readonly Output[];
  /** The report for a fault of rendering that an author can mend; undefined for a fault of ours, which is thrown. */
  readonly faultOf: (fault: unknown) => Diagnostic | undefined;
  /** Is told how many are made. */
  readonly onFile?: (done: number) => void;
}

/** Outputs that are made part by part: the data of more of them would live long enough to be moved. */
const outputsTogether = 24;

export async function stageAll(
  stage: Stage,
  { outputs, faultOf, onFile }: StageAllInput,
  onStep: OnStep,
): Promise<StagedAll> {
  const found = new Map<OutPath, StagedFile>();
  const diagnostics = new Map<string, Diagnostic>();
  const take = (output: Output, staged: Staged) => {
    // One mistake in a template is one report, however many pages it spoils.
    if ("diagnostic" in staged) diagnostics.set(JSON.stringify(staged.diagnostic), staged.diagnostic);
    else found.set(output.path, { output, staged });
  };
  function* stageOne(output: Output): Work<void> {
    onStep(`stage ${output.path}`);
    try {
      yield* stage.add(output, (staged) => take(output, staged));
    } catch (fault) {
      const diagnostic = faultOf(fault);
      if (diagnostic === undefined) throw fault;
      take(output, { diagnostic });
    }
  }
  try {
    let done = 0;
    for (const some of inTurns(outputs)) {
      together(some.map(stageOne));
      done += some.length;
      onFile?.(done);
    }
  } finally {
    // Whatever went wrong: nobody may write to the stage while it is swept.
    await stage.settle();
  }
  const files = inOrder(found).map((path) => found.get(path) as StagedFile);
  const made = new Map(files.map(({ output, staged }) => [output.path, staged.made]));
  const moved = files.filter(({ staged }) => staged.moved);
  return { made, moved, diagnostics: [...diagnostics.values()] };
}

/**
 * Some that are made by the same code at a time. Those of each code are spread evenly over the whole: some take longer to
 * make than to write, as lists, and some longer to write, as feeds, and a thread writes beside this one.
 */
function inTurns(outputs: readonly Output[]): readonly (readonly Output[])[] {
  const codeOf = (output: Output) => (output.kind === "page" ? output.page.template : output.kind);
  const turns = [...groupBy(outputs, codeOf).values()].flatMap((alike) => {
    const groups = [...inGroups(alike, outputsTogether)];
    return groups.map((group, index) => ({ group, at: (index + 0.5) / groups.length }));
  });
  return turns.sort((a, b) => a.at - b.at).map(({ group }) => group);
}

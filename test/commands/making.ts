// `bantin init` and `bantin new` in this process, in a folder of their own.
import { main } from "../../src/commands/main.js";
import { temporaryFolder, writeFiles } from "../cli.js";
import { type TestWorld, world } from "./world.js";

export interface Made {
  readonly status: number;
  readonly root: string;
  readonly out: string;
  readonly err: string;
}

export type MakingOptions = Parameters<typeof world>[0] & {
  readonly root?: string;
  readonly files?: Readonly<Record<string, string>>;
};

/** In English unless the environment says otherwise; the clock stands at 1 November 2026, 07:00 in Vietnam. */
export async function make(args: readonly string[], options: MakingOptions = {}): Promise<Made> {
  const { root = temporaryFolder(), files = {}, ...rest } = options;
  writeFiles(root, files);
  const here: TestWorld = world({ cwd: root, env: { LANG: "en" }, ...rest });
  const status = await main(args, here);
  return { status, root, out: here.out(), err: here.err() };
}

/** What was refused, in both languages, for a table. */
export async function refusals(
  name: string,
  args: readonly string[],
  options: MakingOptions = {},
): Promise<string> {
  const said = [];
  for (const lang of ["vi", "en"] as const) {
    const made = await make([...args, "--messages", lang], options);
    const text = `${made.out}${made.err}`.trimEnd().replaceAll(made.root, "ROOT");
    said.push(`  ${lang}  exit ${made.status}\n${text.replace(/^/gm, "      ")}`);
  }
  return `${name}\n${said.join("\n").replace(/ +$/gm, "")}\n`;
}

// `bantin build` in this process: a bulletin of a few files, the default theme, a world that remembers what was said.
import { join } from "node:path";
import type { JsonResult } from "../../src/commands/json.js";
import { main } from "../../src/commands/main.js";
import { readTree, temporaryFolder, writeFiles } from "../cli.js";
import { type TestWorld, world } from "./world.js";

export const config =
  "url: https://bantin.example/xa\nimprint: { vi: { governingBody: Đảng ủy xã }, en: { governingBody: Commune } }\n";
export const article = (title: string, body = "Thân bài./.", more = "") =>
  `---\ntitle: ${title}\ndate: 20/01/2023 - 09:50\n${more}---\n${body}\n`;
export const good = {
  "bantin.yaml": config,
  "content/a.vi.md": article("Bài một"),
  "content/a.en.md": article("First", "Body."),
};
export const broken = article("Cần Đước: Kiện toàn");

export interface Built {
  readonly status: number;
  readonly world: TestWorld;
  readonly root: string;
  readonly dist: () => ReadonlyMap<string, string>;
}

export async function bantin(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[] = [],
  options: { readonly root?: string; readonly env?: Record<string, string> } = {},
): Promise<Built> {
  const root = options.root ?? temporaryFolder();
  writeFiles(root, files);
  const here = world({ cwd: root, env: { LANG: "en_GB.UTF-8", ...options.env } });
  const status = await main(["build", ...args], here);
  return { status, world: here, root, dist: () => readTree(join(root, "dist")) };
}

export function json(built: Built): JsonResult {
  return JSON.parse(built.world.out()) as JsonResult;
}

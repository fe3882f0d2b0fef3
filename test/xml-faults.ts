// What xmllint finds wrong with a text: with a schema its faults against it, without one whether it is XML at all.
import { spawnSync } from "node:child_process";
import { xmllint } from "./programs.js";

/** "" where there is nothing wrong. `schema` is the path of an XML Schema. */
export function xmlFaults(text: string, schema?: string): string {
  const args = ["--noout", "--nonet", ...(schema === undefined ? [] : ["--schema", schema]), "-"];
  const run = spawnSync(xmllint as string, args, { input: text, encoding: "utf8" });
  return run.status === 0 ? "" : run.stderr;
}

// All figures of a run, so that a table can be made of them again.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

/** @returns where they are, in words */
export function saveResults(work, name, results) {
  const at = new Date().toISOString();
  const machine = { processor: cpus()[0]?.model, cores: cpus().length, memory: totalmem() };
  mkdirSync(work.place("results"), { recursive: true });
  const file = work.place("results", `${name}-${at.replaceAll(":", "").slice(0, 17)}.json`);
  writeFileSync(file, `${JSON.stringify({ at, machine, ...results }, undefined, 2)}\n`);
  return `All figures: ${file}`;
}

// One run of a command: wall time by our own clock; CPU seconds and peak memory as the kernel counted them for the
// process and all of its waited-for children, told by GNU time.
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { startGroup } from "./groups.mjs";
import { refuse } from "./refusal.mjs";

const gnuTime = "/usr/bin/time";

/**
 * @param command { program, args, cwd, env }
 * @param options `log`: file for all that it prints; `timeout`: milliseconds, then its whole process group is killed
 * @returns { wall, cpu } in seconds, { peak } in MB
 */
export async function measure({ program, args, ...rest }, { log, timeout }) {
  if (!existsSync(gnuTime))
    throw refuse(`measuring needs GNU time at ${gnuTime} (Debian: apt-get install time)`);
  mkdirSync(dirname(log), { recursive: true });
  const facts = `${log}.time`;
  const output = openSync(log, "w");
  const timed = { program: gnuTime, args: ["-o", facts, "-f", "%U %S %M", program, ...args], ...rest };
  const start = performance.now();
  const group = startGroup(timed, output);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    group.end("SIGKILL");
  }, timeout);
  const end = await group.ended;
  const wall = (performance.now() - start) / 1000;
  clearTimeout(timer);
  closeSync(output);
  if (end !== 0) {
    const reason = late ? `not finished after ${timeout / 1000} s` : end;
    throw refuse(`${[program, ...args].join(" ")}: ${reason}\n${tailOf(log)}`);
  }
  const [user, system, kilobytes] = readFileSync(facts, "utf8")
    .trim()
    .split("\n")
    .at(-1)
    .split(" ")
    .map(Number);
  return { wall, cpu: user + system, peak: kilobytes / 1024 };
}

/** What is still to be written by earlier runs is written before the next one starts, so that nobody pays for others. */
export function settleDisk() {
  spawnSync("sync");
}

/** The last lines that a program printed. */
export function tailOf(log) {
  return readFileSync(log, "utf8").split("\n").slice(-25).join("\n");
}

// One run of a command: wall time by our own clock; CPU seconds and peak memory as the kernel counted them for the
// process and all of its waited-for children, told by GNU time.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { refuse } from "./refusal.mjs";

const gnuTime = "/usr/bin/time";

/**
 * @param command { program, args, cwd, env }
 * @param options `log`: file for all that it prints; `timeout`: milliseconds, then its whole process group is killed
 * @returns { wall, cpu } in seconds, { peak } in MB
 */
export async function measure({ program, args, cwd, env = {} }, { log, timeout }) {
  if (!existsSync(gnuTime))
    throw refuse(`measuring needs GNU time at ${gnuTime} (Debian: apt-get install time)`);
  mkdirSync(dirname(log), { recursive: true });
  const facts = `${log}.time`;
  const output = openSync(log, "w");
  const start = performance.now();
  const child = spawn(gnuTime, ["-o", facts, "-f", "%U %S %M", program, ...args], {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", output, output],
  });
  const end = await ended(child, timeout);
  const wall = (performance.now() - start) / 1000;
  closeSync(output);
  if (end !== 0) throw refuse(`${[program, ...args].join(" ")}: ${end}\n${tailOf(log)}`);
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

export function tailOf(log) {
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-25).join("\n") : "";
}

/** 0, or what happened instead, in words. */
function ended(child, timeout) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      late = true;
      endGroup(child, "SIGKILL");
    }, timeout);
    let late = false;
    const finish = (end) => {
      clearTimeout(timer);
      resolve(end);
    };
    child.on("error", (fault) => finish(fault.message));
    child.on("close", (code, signal) => {
      if (late) finish(`not finished after ${timeout / 1000} s`);
      else finish(code === 0 ? 0 : `ended with ${code ?? signal}`);
    });
  });
}

/** The child was started detached, so it leads a group of its own. */
export function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (fault) {
    if (fault.code !== "ESRCH") throw fault;
  }
}

// Programs that were started with a process group of their own: they are ended as a whole, and never outlive us.
import { spawn } from "node:child_process";

/**
 * Left out of what every side is given: with it Node reads all certificates of the machine at each start, for 0.08 s. Only
 * machines behind a proxy of their own have it.
 */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

/**
 * @param command { program, args, cwd, env }
 * @param output descriptor of the file for all that it prints
 * @returns { pid, ended: promise of 0 or of what happened instead in words, end(signal) }
 */
export function startGroup({ program, args, cwd, env = {} }, output) {
  const child = spawn(program, args, {
    cwd,
    env: { ...environment, ...env },
    detached: true,
    stdio: ["ignore", output, output],
  });
  let done = false;
  const end = (signal) => {
    // Once it has ended, its number may be another's.
    if (child.pid === undefined || done) return;
    try {
      process.kill(-child.pid, signal);
    } catch (fault) {
      if (fault.code !== "ESRCH") throw fault;
    }
  };
  const onExit = () => end("SIGKILL");
  process.once("exit", onExit);
  const ended = new Promise((resolve) => {
    const finish = (how) => {
      done = true;
      process.removeListener("exit", onExit);
      resolve(how);
    };
    child.on("error", (fault) => finish(fault.message));
    child.on("close", (code, signal) => finish(code === 0 ? 0 : `ended with ${code ?? signal}`));
  });
  return { pid: child.pid, ended, end };
}

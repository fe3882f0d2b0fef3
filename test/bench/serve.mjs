// A side's own preview server, from its start until it is told to stop.
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startGroup } from "./groups.mjs";
import { tailOf } from "./measure.mjs";
import { refuse } from "./refusal.mjs";

/**
 * Resolves when the page of `article` is served.
 * @returns { url, start: seconds until then, peak(): MB so far or NaN, stop() }
 */
export async function serve({ side, tool, site, out, article, log, timeout }) {
  const port = await freePort();
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, "w");
  const started = performance.now();
  const group = startGroup(side.watch({ tool, site, out, port }), output);
  closeSync(output);
  let ended;
  group.ended.then((how) => {
    ended = how === 0 ? "ended by itself" : how;
  });
  const stop = async () => {
    group.end("SIGTERM");
    await Promise.race([group.ended, pause(5000)]);
    group.end("SIGKILL");
    await group.ended;
  };
  const url = `http://127.0.0.1:${port}/${side.pageOf(article)}`;
  while (!(await isServed(url))) {
    const late = performance.now() - started > timeout;
    if (ended === undefined && !late) {
      await pause(50);
      continue;
    }
    await stop();
    throw refuse(`${side.name}: ${url} is not served (${late ? "too late" : ended})\n${tailOf(log)}`);
  }
  return { url, start: (performance.now() - started) / 1000, peak: () => peakOf(group.pid), stop };
}

async function isServed(url) {
  try {
    const { ok } = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    return ok;
  } catch {
    return false;
  }
}

/** MB; only Linux tells it of a running process. */
function peakOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

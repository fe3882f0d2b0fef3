// A real `bantin watch`: a process of its own on a port of its own, from its first page until the test is over.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { repository } from "./cli.js";

export interface Watched {
  /** `http://127.0.0.1:PORT` */
  readonly base: string;
  readonly process: ChildProcess;
  /** What it has said so far, in the terminal. */
  readonly said: () => string;
  /** Resolves with the exit status. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<string>;
}

/** It ends with the test. */
export async function watchBulletin(...given: Parameters<typeof startWatching>): Promise<Watched> {
  const starting = startWatching(...given);
  onTestFinished(async () => {
    await (await starting).stop("SIGKILL");
  });
  return starting;
}

/** Whoever starts it stops it. */
export async function startWatching(
  root: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Watched> {
  const child = spawn(
    process.execPath,
    [join(repository, "lib/cli.js"), "watch", "--root", root, "--port", "0", ...args],
    {
      cwd: root,
      env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", LANG: "C", CI: "true", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on("exit", (status) => resolve(status)));
  const stop = (signal: NodeJS.Signals = "SIGINT") => {
    child.kill(signal);
    return ended;
  };
  const base = await until(
    () => /http:\/\/127\.0\.0\.1:\d+(?=\/)/.exec(said)?.[0],
    () => said,
  ).catch(async (problem) => {
    await stop("SIGKILL");
    throw problem;
  });
  const get: Watched["get"] = async (path, headers = {}) =>
    (await fetch(base + path, { headers, redirect: "manual" })).text();
  return { base, process: child, said: () => said, stop, get };
}

/** Asks again until there is an answer; `story` tells what was the matter where there never is one. `patience` in
 *  ms. */
export async function until<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  story: () => string = () => String(ask),
  patience = 20_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await ask();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`it never came: ${story()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A page without the one tag that the preview adds. */
export function withoutClient(html: string): string {
  return html.replace(
    /<script type="module" src="\/__bantin\/preview\.js" data-bantin-token="\w*" data-bantin-seen="\w*"><\/script>/,
    "",
  );
}

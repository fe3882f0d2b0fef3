// A real nginx on this machine with the configuration that README.md gives to hosts, for as long as a test runs.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nginx } from "./programs.js";

export interface Host {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Serves each folder at its path ("/" or "/a/b/") with the strict policy that every page must hold. */
export async function startNginx(folders: Readonly<Record<string, string>>): Promise<Host> {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), "bantin-nginx-"));
  mkdirSync(join(home, "temp"));
  const locations = Object.entries(folders).map(
    ([path, folder]) => `location ${path} { alias ${folder}/; error_page 404 ${path}404.html; }`,
  );
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${home}/temp;`,
  );
  writeFileSync(
    join(home, "nginx.conf"),
    `worker_processes 1; pid ${home}/pid; error_log ${home}/error.log; daemon off; user root;
     events { worker_connections 64; }
     http { access_log off; include /etc/nginx/mime.types; default_type application/octet-stream; charset utf-8;
       ${temp.join(" ")}
       server { listen 127.0.0.1:${port};
         add_header Content-Security-Policy "default-src 'self'" always;
         ${locations.join("\n")} } }`,
  );
  const server = spawn(nginx as string, ["-c", join(home, "nginx.conf"), "-p", home], { stdio: "ignore" });
  const origin = `http://127.0.0.1:${port}`;
  await untilUp(origin, server);
  return {
    origin,
    stop: () =>
      new Promise((resolve) => {
        server.once("exit", () => {
          rmSync(home, { recursive: true, force: true });
          resolve();
        });
        server.kill();
      }),
  };
}

async function untilUp(origin: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) break;
    const up = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("nginx did not start");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

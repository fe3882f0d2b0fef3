// Tiny whole bulletins with templates of a few lines: what they become lies beside them in expected/, as pages that
// open in a browser and read well in a diff. `UPDATE=1 npx vitest run test/sites.test.ts` writes them anew.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bantin, readTree, temporaryFolder, writeFiles } from "./cli.js";

const sites = join(import.meta.dirname, "sites");

test.each(readdirSync(sites))("%s", (name) => {
  const folder = temporaryFolder();
  const out = join(folder, "dist");
  const places = ["--root", join(sites, name), "--out", out, "--cache", join(folder, "cache")];
  const run = bantin(["build", ...places, "--now", "2024-01-01T00:00:00Z"]);
  expect(run.stderr.includes("error"), run.stderr).toBe(false);
  expect(run.status).toBe(0);
  const isPage = ([path]: [string, string]) => !/^(assets\/|cards\/|\.bantin-files)/.test(path);
  const built = Object.fromEntries([...readTree(out)].filter(isPage));
  const expected = join(sites, name, "expected");
  if (process.env["UPDATE"]) {
    rmSync(expected, { recursive: true, force: true });
    writeFiles(
      expected,
      Object.fromEntries(Object.entries(built).map(([path, text]) => [path, Buffer.from(text, "latin1")])),
    );
  }
  expect(built).toEqual(Object.fromEntries(readTree(expected)));
});

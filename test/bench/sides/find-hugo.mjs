// The newest Hugo that can be had, in this order: the one named by BANTIN_HUGO; Debian unstable's, unpacked into the
// work folder with its libraries, nothing installed; the one on PATH.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "../refusal.mjs";

const sources = `Types: deb
URIs: http://deb.debian.org/debian
Suites: sid
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
`;

/** @returns { program, env, version } */
export function findHugo(work) {
  const named = process.env["BANTIN_HUGO"];
  const found = named === undefined ? (inWorkFolder(work) ?? onPath()) : tried(named, {});
  if (found === undefined) {
    throw refuse("no Hugo: put one on PATH, name it by BANTIN_HUGO, or leave it out with --only");
  }
  return found;
}

function inWorkFolder(work) {
  const folder = work.place("hugo");
  const program = join(folder, "usr/bin/hugo");
  if (!existsSync(program)) unpackUnstable(folder);
  return tried(program, { LD_LIBRARY_PATH: librariesBelow(join(folder, "usr/lib")) });
}

function onPath() {
  return tried("hugo", {});
}

/** Silent where anything fails: then the next place is tried. */
function unpackUnstable(folder) {
  const [lists, cache] = [join(folder, "apt/lists"), join(folder, "apt/cache")];
  for (const path of [join(lists, "partial"), join(cache, "archives/partial")])
    mkdirSync(path, { recursive: true });
  const list = join(folder, "apt/sid.sources");
  writeFileSync(list, sources);
  const options = [
    `Dir::Etc::SourceList=${list}`,
    "Dir::Etc::SourceParts=/dev/null",
    `Dir::State::Lists=${lists}`,
    `Dir::Cache=${cache}`,
  ].flatMap((option) => ["-o", option]);
  const apt = (...args) => spawnSync("apt-get", args, { cwd: folder, stdio: "ignore", timeout: 300_000 });
  apt(...options, "update");
  apt(...options, "download", "hugo");
  // Those of this machine's own release fit its C library; a newer release splits one more off.
  apt("download", "libsass1", "libwebp7");
  apt("download", "libsharpyuv0");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".deb"))) {
    spawnSync("dpkg", ["-x", name, "."], { cwd: folder, stdio: "ignore" });
  }
}

function librariesBelow(folder) {
  if (!existsSync(folder)) return "";
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .join(":");
}

function tried(program, env) {
  const run = spawnSync(program, ["version"], { encoding: "utf8", env: { ...process.env, ...env } });
  if (run.status !== 0) return undefined;
  return {
    program,
    env,
    version: run.stdout
      .replace(/^hugo v/, "Hugo ")
      .split(" ")
      .slice(0, 2)
      .join(" ")
      .trim(),
  };
}

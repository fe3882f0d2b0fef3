// The package as npm would publish it, unpacked in an empty folder beside somebody's own bulletin.
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTree, repository, temporaryFolder, writeFiles } from "./cli.js";

test("the packed package builds a bulletin of its own, with its overrides", () => {
  const folder = temporaryFolder();
  const npm = (args: readonly string[]) =>
    execFileSync(process.platform === "win32" ? "npm.cmd" : "npm", args, {
      cwd: repository,
      encoding: "utf8",
    });
  const [packed] = JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder]));
  const files = (packed.files as { path: string }[]).map(({ path }) => path);
  for (const needed of [
    "lib/cli.js",
    "lib/kept-code.js",
    "lib/package.json",
    "lib/reading-worker.js",
    "lib/aside/yaml.cjs",
    "lib/LICENSES.txt",
    "templates/article.njk",
    "assets/style.css",
    "bantin.yaml",
    "content/tags.yaml",
    "assets/preview/preview.js",
  ]) {
    expect(files).toContain(needed);
  }
  expect(
    files.filter((path) => /^(src|test|dist|\.bantin|lib\/(?:code|modules))\/|_drawings/.test(path)),
  ).toEqual([]);

  execFileSync("tar", ["-xzf", join(folder, packed.filename), "-C", folder]);
  symlinkSync(join(repository, "node_modules"), join(folder, "package/node_modules"), "junction");
  writeFiles(join(folder, "own"), {
    "content/Bài 01 - Lan gửi (bản cuối 2).md":
      "---\ntiêu đề: Bài một\nngày: 20/01/2023\n---\n\nNội dung./.\n",
    // What most texts need nothing of, each in a file of the bundle that is read when it is asked for.
    "content/02.md":
      "---\ntitle: 'Привет'\ndate: 20/01/2023\ntags: ['Một', \"Hai\"]\n---\n\nH<sub>2</sub>O và [tranh](/tranh.svg)\n\n![Tranh](/tranh.svg)\n",
    "content/tranh.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/><script>1</script></svg>',
    "templates/article.njk":
      "<!doctype html>\n<title>Của tôi: {{ page.title | trim }}</title>\n{{ page.bodyHtml }}\n",
    "assets/style.css": "body { color: #123456 }\n",
    "assets/root/CNAME": "bantin.example\n",
  });
  execFileSync(process.execPath, [join(folder, "package/lib/cli.js"), "build"], { cwd: join(folder, "own") });
  const built = readTree(join(folder, "own/dist"));
  expect(built.get("vi/2023/01/bai-mot.html")).toContain("<title>C\xe1\xbb\xa7a t\xc3\xb4i: ");
  expect(built.get("vi/2023/01/privet.html")).toContain("<p>H<sub>2</sub>O");
  const drawings = [...built].filter(([path]) => path.endsWith(".svg") && path.includes("tranh"));
  expect(drawings.map(([, text]) => text)).toEqual([expect.stringContaining('<path d="M0 0h9" />')]);
  expect([...built.keys()].filter((path) => /preview|merge|desk/.test(path))).toEqual([]);
  expect(built.get("CNAME")).toBe("bantin.example\n");
  const [sheet] = [...built.keys()].filter((path) => /^assets\/style-[0-9a-f]{10}\.css$/.test(path));
  expect(built.get(sheet as string)).toContain("#123456");
}, 60_000);

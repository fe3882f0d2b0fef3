// How long photos and cards take: a bulletin of N photos of 12 megapixels, cold and warm, and the same photos through
// Eleventy's image plugin at the same widths, formats and quality, which npm puts into a temporary folder:
//   npm run bench:photos -- 500
// Each article has two cards, so 500 photos are 1,000 cards. Prints seconds, processor seconds, the processor's use in
// per cent of one core, and peak memory. BANTIN_BENCH_TEMP: where the photos go (about 4 MB each, and what is made).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const count = Number(process.argv[2] ?? 50);
const folder = mkdtempSync(join(process.env["BANTIN_BENCH_TEMP"] ?? tmpdir(), "bantin-bench-"));
const site = join(folder, "site");
const photos = join(site, "content");
const settings =
  "url: https://example.org\nimprint: { vi: { governingBody: Đảng ủy xã } }\nlanguages: [vi]\n";

console.log(`${count} photos of 4000 × 3000, sharp ${sharp.versions.sharp}, Node ${process.version}`);
console.log(`${cpus()[0]?.model ?? "processor"}, ${availableParallelism()} cores`);
try {
  await makeBulletin();
  const build = [join(repository, "lib/cli.js"), "build", "--root", site, "--quiet", "--messages", "en"];
  const cold = measure("Bantin, cold: photos and cards", build);
  measure("Bantin, warm", build);
  rmSync(join(site, "dist"), { recursive: true });
  measure("Bantin, the cache alone (dist removed)", build);
  rmSync(join(site, "dist"), { recursive: true });
  rmSync(join(site, ".bantin"), { recursive: true });
  writeFileSync(join(site, "bantin.yaml"), `${settings}cards: no\n`);
  const alone = measure("Bantin, cold: photos alone", build);
  const script = join(folder, "eleventy.mjs");
  writeFileSync(script, eleventy(installPlugin()));
  const other = measure("@11ty/eleventy-img, cold: the same photos", [script]);
  measure("@11ty/eleventy-img, warm", [script]);
  console.log(
    `Ratio, photos alone: ${(other / alone).toFixed(2)}; with all cards and pages: ${(other / cold).toFixed(2)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Each photo its own bytes, with the noise of a camera: what a flat picture saves would flatter everybody. */
async function makeBulletin() {
  mkdirSync(photos, { recursive: true });
  writeFileSync(join(site, "bantin.yaml"), settings);
  const base = await sharp(join(repository, "content/2025/ruong-tom.jpg")).resize(4000, 3000).toBuffer();
  const grain = { type: "gaussian", mean: 128, sigma: 40 };
  const noise = await sharp({
    create: { width: 1000, height: 750, channels: 3, background: "#808080", noise: grain },
  })
    .resize(4000, 3000)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const noisy = await sharp(base)
    .composite([{ input: noise, blend: "soft-light" }])
    .jpeg({ quality: 92 })
    .toBuffer();
  for (let index = 0; index < count; index++) {
    // A comment in the file is enough to make another file of it.
    const mark = Buffer.from(`${index}`.padStart(16));
    const head = Buffer.from([0xff, 0xfe, 0, mark.length + 2]);
    writeFileSync(
      join(photos, `p${index}.jpg`),
      Buffer.concat([noisy.subarray(0, 2), head, mark, noisy.subarray(2)]),
    );
    const day = String((index % 28) + 1).padStart(2, "0");
    const month = String((Math.floor(index / 28) % 12) + 1).padStart(2, "0");
    const text = `---\ntitle: Bài ${index} về chi bộ và con đường mới qua ấp\ndate: ${day}/${month}/2023\nsection: Xây dựng Đảng\ncover: p${index}.jpg\n---\n\nMột đoạn.\n`;
    writeFileSync(join(photos, `a${index}.md`), text);
  }
}

function measure(name, args) {
  const time = existsSync("/usr/bin/time") ? ["/usr/bin/time", "-f", "%e %U %S %M"] : [];
  const [program, ...rest] = [...time, process.execPath, ...args];
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, rest, {
    encoding: "utf8",
    env: { ...process.env, CI: "1" },
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${name} failed:\n${stdout}${stderr}`);
  const [, user = 0, system = 0, memory = 0] = (
    /(?:^|\n)([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(stderr)?.slice(1) ?? []
  ).map(Number);
  const used = user + system;
  const more =
    time.length > 0
      ? `, ${used.toFixed(1)} s of processor (${Math.round((used / wall) * 100)} %), ${Math.round(memory / 1024)} MB`
      : "";
  console.log(`${name}: ${wall.toFixed(1)} s${more}`);
  return wall;
}

/** The plugin's main file; it is no dependency of Bantin's. */
function installPlugin() {
  const place = join(folder, "plugin");
  mkdirSync(place);
  writeFileSync(join(place, "package.json"), "{}");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status, stderr } = spawnSync(npm, ["install", "--silent", "@11ty/eleventy-img"], {
    cwd: place,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`@11ty/eleventy-img cannot be installed: ${stderr}`);
  const require = createRequire(join(place, "x.js"));
  const { version } = require("@11ty/eleventy-img/package.json");
  console.log(`@11ty/eleventy-img ${version}, its sharp ${require("sharp/package.json").version}`);
  return require.resolve("@11ty/eleventy-img");
}

/** The plugin's own queue, at the same widths, formats and quality. */
function eleventy(plugin) {
  const files = readdirSync(photos)
    .filter((name) => name.endsWith(".jpg"))
    .map((name) => join(photos, name));
  return `import Image from ${JSON.stringify(`file://${plugin}`)};
const files = ${JSON.stringify(files)};
await Promise.all(files.map((file) => Image(file, {
  widths: [400, 800, 1200, 1600], formats: ["webp", "jpeg"], outputDir: ${JSON.stringify(join(folder, "eleventy"))},
  sharpWebpOptions: { quality: 78 }, sharpJpegOptions: { quality: 78, progressive: true },
})));
`;
}

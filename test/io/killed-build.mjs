// One build in a process of its own that ends itself, as if killed, before the step of a given number:
// node killed-build.mjs LIB ROOT STEP < texts of the site as JSON. It prints how many steps it took.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [lib, root, last] = process.argv.slice(2);
const { openOutFolder } = await import(pathToFileURL(join(lib, "io/out-folder.js")).href);
const texts = JSON.parse(readFileSync(0, "utf8"));

let step = 0;
const onStep = () => {
  step++;
  if (step === Number(last)) process.kill(process.pid, "SIGKILL");
};

const folder = await openOutFolder({ root, out: join(root, "dist"), patience: 0, onStep });
if ("rule" in folder) throw new Error(folder.message.en);
const outputs = Object.entries(texts).map(([path, text]) => ({ kind: "text", path, text: () => text }));
const { diagnostics } = await folder.write({ outputs, locate: () => undefined, faultOf: () => undefined });
folder.close();
if (diagnostics.length > 0) throw new Error(diagnostics[0].message.en);
process.stdout.write(String(step));

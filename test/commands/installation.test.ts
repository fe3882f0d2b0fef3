import { expect, test } from "vitest";
import { callsOf } from "../../src/commands/installation.js";

test.each([
  ["/b/node_modules/bantin", "/b", "npx bantin", "call npx --no-install bantin"],
  ["/b/node_modules/bantin", "/b/tin/xa", "npx bantin", "call npx --no-install bantin"],
  ["/usr/lib/node_modules/bantin", "/home/a/tin", "bantin", "call bantin"],
  ["/home/a/.npm/_npx/1f/node_modules/bantin", "/home/a/tin", "npx bantin", "call npx --yes bantin@1.2.3"],
  ["/src/100% bantin", "/tin", 'node "/src/100% bantin/lib/cli.js"', 'node "/src/100%% bantin/lib/cli.js"'],
])("installed in %s, for %s", (packageRoot, root, typed, batch) => {
  expect(callsOf({ packageRoot, root, version: "1.2.3" })).toEqual({ typed, batch });
});

import { describe, expect, test } from "vitest";
import { commands } from "../../src/commands/flags.js";
import { formatHelp } from "../../src/commands/help.js";

describe.each(["vi", "en"] as const)("in %s", (lang) => {
  test("the command as a whole", async () => {
    await expect(formatHelp(undefined, lang)).toMatchFileSnapshot(`help.${lang}.txt`);
  });

  test.each(commands.map(({ name }) => name))("%s, with every flag it takes", async (name) => {
    const help = formatHelp(name, lang);
    for (const flag of commands.find((command) => command.name === name)?.flags ?? []) {
      expect(help).toContain(`  --${flag.name}`);
    }
    await expect(help).toMatchFileSnapshot(`help-${name}.${lang}.txt`);
  });
});

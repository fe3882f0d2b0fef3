// Templates that were made ready when Bantin was compiled: the same pages, and the same faults where a bulletin's own
// templates no longer give them what they ask for.
import { describe, expect, test } from "vitest";
import { sourcePath } from "../../src/model/paths.js";
import { createEngine } from "../../src/render/engine.js";
import type { ReadyTemplates } from "../../src/render/ready-templates.js";
import { writeReadyModule } from "../../src/render/write-ready.js";
import { en } from "../../src/strings/en.js";
import { defaultTheme } from "../bulletin.js";

const templatesOf = (files: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(files).map(([name, text]) => {
      const from = { root: "bulletin" as const, path: sourcePath(`templates/${name}`) };
      return [name, { from, hash: text, text }] as const;
    }),
  );

type Templates = ReturnType<typeof templatesOf>;

async function makeReady(templates: Templates, words: readonly string[]): Promise<ReadyTemplates> {
  const text = writeReadyModule(templates, words);
  const { readyTemplates } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return readyTemplates;
}

const none: ReadyTemplates = new Map();
const words = ["latest", "pageOf"];
const theme = {
  "page.njk": "{% extends 'base.njk' %}{% block main %}{{ t('latest') }}{{ page.title }}{% endblock %}",
  "base.njk":
    "{% from 'pieces.njk' import wrap as w %}<{% include 'part.njk' %}{% block main %}{% endblock %}>{{ w('x') }}",
  "part.njk": "({{ page.title }})",
  "pieces.njk": "{% macro wrap(x) %}[{{ x }}]{% endmacro %}{% macro other() %}{% endmacro %}",
};

/** What is drawn, or what is wrong. */
function draw(files: Readonly<Record<string, string>>, made: ReadyTemplates, said = words): unknown {
  const context = { page: { title: "T & T" }, t: (word: string) => word };
  try {
    return createEngine({ templates: templatesOf(files), words: said, ready: made }).render(
      "page.njk",
      context,
    );
  } catch (fault) {
    return (fault as { diagnostic?: unknown }).diagnostic ?? fault;
  }
}

describe("ready templates", () => {
  test("are those of the theme, every one", async () => {
    const made = await makeReady(defaultTheme().templates as Templates, Object.keys(en));
    expect(made.size).toBe(defaultTheme().templates.size);
  });

  test("draw what was drawn, without being parsed", async () => {
    const made = await makeReady(templatesOf(theme), words);
    expect(draw(theme, made)).toBe("<(T &amp; T)latestT &amp; T>[x]");
    const marked = new Map(
      [...made].map(([hash, one]) => [
        hash,
        { ...one, make: () => ({ draw: () => "ready", blocks: {}, macros: {} }) },
      ]),
    );
    expect(draw(theme, marked)).toBe("ready");
  });

  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    ["an override of one", { ...theme, "part.njk": "{{ page.title }}!" }, words],
    ["an override that extends a ready one", { ...theme, "page.njk": "{% extends 'base.njk' %}" }, words],
    ["a new one", { ...theme, "new.njk": "{{ page.title }}" }, words],
    ["a broken override", { ...theme, "part.njk": "\n {{ page.title" }, words],
    ["a broken new one", { ...theme, "new.njk": "{% include 'nowhere.njk' %}" }, words],
    ["an empty value in an override", { ...theme, "part.njk": "\n{{ page.nothing }}" }, words],
    ["a macro that has gone", { ...theme, "pieces.njk": "{% macro other() %}{% endmacro %}" }, words],
    [
      "a template that has gone",
      Object.fromEntries(Object.entries(theme).filter(([name]) => name !== "part.njk")),
      words,
    ],
    ["a word that has gone", theme, ["pageOf"]],
    ["two faults: the first by name", { ...theme, "pieces.njk": "{{ 1 | nothing }}" }, words],
    ["what only the engine knows", { ...theme, "part.njk": "{{ range(3) | join('-') }}" }, words],
  ])("%s: as without them", async (_, files, said) => {
    const made = await makeReady(templatesOf(theme), words);
    expect(draw(files, made, said as string[])).toEqual(draw(files, none, said as string[]));
  });
});

// Broken templates and where the report says that they are broken; the table is template-faults.reports.txt.
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { outPath, sourcePath } from "../../src/model/paths.js";
import type { Theme } from "../../src/model/theme.js";
import { createRenderer } from "../../src/render/renderer.js";
import { isTemplateFault } from "../../src/render/template-fault.js";
import { en } from "../../src/strings/en.js";
import { describeCase } from "../reports.js";

function themeOf(files: Readonly<Record<string, string>>): Theme["templates"] {
  const entries = Object.entries(files).map(([name, text]) => {
    const from = { root: "bulletin" as const, path: sourcePath(`templates/${name}`) };
    return [name, { from, hash: "0", text }] as const;
  });
  return new Map(entries);
}

const data = { page: { title: "Tiêu đề", items: [1, 2], nothing: null }, site: {} };

function render(files: Readonly<Record<string, string>>): string {
  const draw = createRenderer(themeOf(files), { en });
  const path = outPath("x.html");
  return draw({ path, lang: "en", template: "page.njk", alternates: {}, data: () => data });
}

function faultOf(files: Readonly<Record<string, string>>): readonly Diagnostic[] {
  try {
    render(files);
    return [];
  } catch (problem) {
    if (!isTemplateFault(problem)) throw problem;
    return [problem.diagnostic];
  }
}

const include = 'một\nhai\n  {% include "part.njk" %}';
const child = '{% extends "base.njk" %}\n{% block main %}\n';

const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["nothing wrong", { "page.njk": '{{ page.title }} {{ t("latest") }}' }],
  ["a field that does not exist", { "page.njk": "một\nhai\n  Tiêu đề: {{ page.titel }}" }],
  ["a field of a field that does not exist", { "page.njk": "một\n{{ page.cover.caption }}" }],
  ["a field that is null", { "page.njk": "{{ page.nothing }}" }],
  ["a filter that does not exist", { "page.njk": "một\nhai\n  {{ page.title | uper }}" }],
  [
    "a filter where it is never reached",
    { "page.njk": "{% if false %}\n{{ page.title | qqqqqqq }}\n{% endif %}" },
  ],
  ["a test that does not exist", { "page.njk": "{% if page.title is strin %}x{% endif %}" }],
  ["a word that does not exist", { "page.njk": 'một\n{{ t("latst") }}' }],
  ["a word that lacks its value", { "page.njk": 'một\n\n{{ t("pageNumber") }}' }],
  ["a word that is put together and does not exist", { "page.njk": 'x{{ t("la" + "tst") }}' }],
  ["a macro with a number for a name", { "page.njk": "x\n{% macro show(1) %}{% endmacro %}" }],
  ["something that is no function", { "page.njk": "một\nhai\n{{ page.title(1) }}" }],
  ["a function that does not exist", { "page.njk": "{{ shout(1) }}" }],
  ["a tag that is not complete", { "page.njk": "một\n{% if %}x{% endif %}" }],
  ["a tag that does not exist", { "page.njk": "một\n{% fi page %}" }],
  ["a tag that is not closed", { "page.njk": "một\n{% if page.title %}\nhai" }],
  ["a print that is not closed", { "page.njk": "một\nhai {{ page.title" }],
  [
    "a template that does not exist",
    { "page.njk": 'một\n {% include "partials/haed.njk" %}', "partials/head.njk": "" },
  ],
  [
    "an include of an include that does not exist",
    { "page.njk": include, "part.njk": 'x\n{% include "no.njk" %}' },
  ],
  [
    "an import inside an include that does not exist",
    { "page.njk": include, "part.njk": 'x\n{% import "no.njk" as m %}' },
  ],
  [
    "an import of a macro that does not exist",
    { "page.njk": 'x\n{% from "part.njk" import buton %}', "part.njk": "{% macro button() %}{% endmacro %}" },
  ],
  ["a template to extend that does not exist", { "page.njk": '{% extends "no.njk" %}' }],
  ["a fault inside an include", { "page.njk": include, "part.njk": "x\ny\n z {{ page.titel }}" }],
  ["a syntax fault inside an include", { "page.njk": include, "part.njk": "x\n{% if %}" }],
  ["a call inside an include", { "page.njk": include, "part.njk": 'x\ny\n{{ t("latst") }}' }],
  [
    "a fault inside a macro of another template",
    {
      "page.njk": 'x\n{% from "part.njk" import show %}\n{{ show(page) }}',
      "part.njk": "x\n{% macro show(page) %}\n  {{ page.titel }}\n{% endmacro %}",
    },
  ],
  [
    "a fault inside a block",
    {
      "page.njk": `${child}x\n{{ page.titel }}\n{% endblock %}`,
      "base.njk": "{% block main %}{% endblock %}",
    },
  ],
  [
    "a fault inside the block of the base",
    {
      "page.njk": `${child.replace("main", "other")}{% endblock %}`,
      "base.njk": "x\n{% block main %}\n\n{{ page.titel }}{% endblock %}",
    },
  ],
  [
    "a fault in an include of the base",
    {
      "page.njk": `${child}{% endblock %}`,
      "base.njk": 'x\n{% include "part.njk" %}{% block main %}{% endblock %}',
      "part.njk": "\n{{ page.titel }}",
    },
  ],
  ["a template named by a value that is none", { "page.njk": "x\n{% include page.titel %}" }],
  [
    "a column counted in letters as they are read",
    { "page.njk": "Kie\u0302\u0323n toa\u0300n {{ page.titel }}" },
  ],
  ["a template that includes itself", { "page.njk": '{% include "page.njk" %}' }],
];

test("reports on templates", async () => {
  const table = cases.map(([name, files]) => describeCase(name, faultOf(files)));
  await expect(table.join("\n")).toMatchFileSnapshot("template-faults.reports.txt");
});

describe("what is no fault", () => {
  test.each([
    ["an include that may be missing", '{% include "no.njk" ignore missing %}x', "x"],
    ["asking for what does not exist", "{% if page.titel %}x{% endif %}{{ page.titel or 'y' }}", "y"],
    [
      "filters, tests and loops",
      "{% for i in page.items %}{% if i is odd %}{{ i | string | upper }}{% endif %}{% endfor %}",
      "1",
    ],
    ["an import under another name", '{% from "part.njk" import a as b %}{{ b(1) }}', "1"],
  ])("%s", (_, text, result) => {
    const files = { "page.njk": text, "part.njk": "{% macro a(x) %}{{ x }}{% endmacro %}" };
    expect(render(files).trim()).toBe(result);
  });

  test("one fault does not spoil the next page", () => {
    const draw = createRenderer(themeOf({ "page.njk": "{{ page.title }}" }), { en });
    const page = (own: object) =>
      draw({
        path: outPath("x"),
        lang: "en",
        template: "page.njk",
        alternates: {},
        data: () => ({ page: own }),
      });
    expect(() => page({})).toThrow("templates/page.njk:1:1");
    expect(page({ title: "x" })).toBe("x");
  });

  test("a template that the theme lacks altogether is a fault of ours", () => {
    expect(() => render({ "other.njk": "" })).toThrow("template not found: page.njk");
  });
});

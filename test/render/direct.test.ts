// The templates' own code draws what the engine draws. One template that only the engine knows makes it draw them all.
import nunjucks from "nunjucks";
import { describe, expect, test, vi } from "vitest";
import { LateHtml } from "../../src/model/late-html.js";
import { sourcePath } from "../../src/model/paths.js";
import { recurring } from "../../src/model/recurring.js";
import type { Theme } from "../../src/model/theme.js";
import { createEngine } from "../../src/render/engine.js";
import type { ReadyTemplates } from "../../src/render/ready-templates.js";
import { compileBulletin, defaultTheme } from "../bulletin.js";

const from = { root: "theme" as const, path: sourcePath("templates/x.njk") };
const template = (text: string) => ({ from, hash: text, text });
const templatesOf = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([name, text]) => [name, template(text)]));
const ready: ReadyTemplates = new Map();
const onlyForTheEngine = ["for-the-engine.njk", template("{{ range(2) }}")] as const;

const article = (title: string, more = "") =>
  `---\ntitle: ${title}\ndate: 20/01/2023 - 09:50\nauthor: Thanh Nga\ntags: Chi bộ, "A & <b>"\n${more}---\n\n**Sapo.**\n\nThân ![a](/a.jpg) bài./.\n`;
const files = {
  "content/a.vi.md": article("Một & <i>", "issue: 01/2023\nsection: Đời sống\nfeatured: 1\ncover: /a.jpg\n"),
  "content/a.en.md": article("One", "corrections:\n  - date: 21/01/2023\n    text: x\n"),
  "content/b.vi.md": article("Hai", "aliases: vi/cu.html\nbyline: top\nsource: Báo\n"),
  "content/c.vi.md": article("Ba", "attachments:\n  - file: /d.pdf\n    number: 05-CT/TW\n"),
  "content/pages/gioi-thieu.vi.md": "---\ntitle: Giới thiệu\n---\n\nThân.\n",
  "content/d.pdf": "x",
  "content/a.jpg": "x",
};
const photos = { "content/a.jpg": { width: 1600, height: 1000 } };

test("every page of the default theme", () => {
  const theme = defaultTheme();
  const slow: Theme = { ...theme, templates: new Map([...theme.templates, onlyForTheEngine]) };
  const pagesOf = (one: Theme) =>
    compileBulletin(files, { theme: one, photos }).outputs.flatMap((output) =>
      output.kind === "page" ? [[output.path, output.text()] as const] : [],
    );
  const quick = pagesOf(theme);
  expect(quick).toEqual(pagesOf(slow));
  expect(quick.length).toBeGreaterThan(30);
});

const context = {
  page: {
    a: "<a & b>",
    blank: "",
    n: 3,
    yes: true,
    items: [
      { name: "x", bodyHtml: "<b>1</b>" },
      { name: "y", bodyHtml: "" },
    ],
    empty: [],
    bodyHtml: "<p>1</p>",
  },
  site: { title: "T" },
  t: (word: string, values: object = {}) => `${word} ${JSON.stringify(values)}`,
};

test("every page of the default theme is drawn without the engine", () => {
  const render = vi.spyOn(nunjucks.Environment.prototype, "render");
  const { outputs } = compileBulletin(files, { photos });
  expect(outputs.flatMap((output) => (output.kind === "page" ? [output.text()] : [])).length).toBeGreaterThan(
    30,
  );
  expect(render).not.toHaveBeenCalled();
});

describe("what is the same on many pages", () => {
  const templates = templatesOf({
    "page.njk":
      "{% from 'one.njk' import m %}{{ page.a }}{% include 'foot.njk' %}{% for i in site.items %}{% include 'foot.njk' %}{% endfor %}",
    "other.njk": "{% from 'two.njk' import m %}{{ page.a }}{% include 'foot.njk' %}",
    "inner.njk": "{% for site in page.sites %}{{ site.title }}{% endfor %}",
    "one.njk": "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}",
    "two.njk": "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}",
    "foot.njk":
      "[{{ site.title }}{% if page.yes %}{{ t('latest') }}{% endif %}{% for i in site.items %}{{ loop.index }}{{ m(i) }}{% else %}–{% endfor %}{{ m(t('latest')) }}{{ page.a }}{{ m(site.title) }}]",
  });
  const sites = [
    { title: "Một <&>", items: ["a", "b"] },
    { title: "Hai", items: [] },
  ];
  const speakers = ["vi", "en"].map((lang) => (word: string) => `${word} ${lang}`);

  test.each([
    ["", ["page.njk", "other.njk"]],
    // There the same name means something else, in every template.
    [", and another name for it", ["page.njk", "other.njk", "inner.njk"]],
  ])("is drawn for each site, each language and each macro%s", (_, names) => {
    const own = new Map([...templates].filter(([name]) => name !== "inner.njk" || names.includes(name)));
    const quick = createEngine({ templates: own, words: ["latest"], ready });
    const slow = createEngine({
      templates: new Map([...own, onlyForTheEngine]),
      words: ["latest"],
      ready,
    });
    for (let round = 0; round < 3; round++) {
      for (const name of names) {
        for (const site of sites) {
          for (const t of speakers) {
            const page = { a: `${round}`, yes: round !== 1, sites };
            const drawn = quick.render(name, { page, site, t });
            expect(drawn).toBe(slow.render(name, { page, site, t }));
            expect(drawn).not.toBe("");
          }
        }
      }
    }
  });
});

describe("data that come again", () => {
  const templates = templatesOf({
    "page.njk":
      "{% from 'one.njk' import m, n %}{% for i in page.items %}{{ m(i, 2) }}{{ n(i) }}{{ m(i, 3) }}{{ m(i, 3) }}{{ n(i) }}{% endfor %}",
    "once.njk": "{% from 'one.njk' import m %}{{ m(page.item, 2) }}",
    "one.njk":
      "{% macro m(x, level) %}<h{{ level }}>{{ x.title }}{{ x.bodyHtml }}</h{{ level }}>{% endmacro %}{% macro n(x) %}<i>{{ x.title }}</i>{% endmacro %}",
  });

  test("are drawn by each macro, with whatever else it is given", () => {
    const quick = createEngine({ templates, words: [], ready });
    const slow = createEngine({ templates: new Map([...templates, onlyForTheEngine]), words: [], ready });
    const first = recurring({ title: "Một <&>", bodyHtml: "<b>1</b>" });
    const copy = { ...first, title: "Chép" };
    const items = [first, copy, first, { title: "Hai", bodyHtml: "" }];
    for (let round = 0; round < 3; round++) {
      const names = { page: { items }, site: {}, t: String };
      const drawn = quick.render("page.njk", names);
      expect(drawn).toBe(slow.render("page.njk", names));
      expect(drawn).toContain("<h2>Một &lt;&amp;&gt;<b>1</b></h2><i>Một &lt;&amp;&gt;</i><h3>");
      expect(drawn).toContain("<h2>Chép<b>1</b></h2>");
    }
  });

  test("are drawn once", () => {
    const look = vi.fn(() => "Một");
    const data = recurring({ bodyHtml: "" });
    Object.defineProperty(data, "title", { get: look });
    const { render } = createEngine({ templates, words: [], ready });
    for (let round = 0; round < 3; round++)
      expect(render("once.njk", { page: { item: data }, site: {}, t: String })).toContain("<h2>Một");
    expect(look).toHaveBeenCalledTimes(1);
  });
});

describe("any template", () => {
  test.each([
    [
      "texts and finished HTML",
      "{{ page.a }}{{ page.bodyHtml }}{{ page.n }}{{ page.yes }}{{ page.items[0].name }}",
    ],
    [
      "conditions",
      "{% if page.blank %}1{% elif page.n > 2 %}2{% else %}3{% endif %}{{ 'x' if page.yes else 'y' }}{{ 'x' if page.blank }}",
    ],
    [
      "loops",
      "{% for i in page.items %}{{ loop.index }}/{{ loop.length }} {{ i.name }}{{ i.bodyHtml }}{% if not loop.last %}, {% endif %}{% endfor %}",
    ],
    [
      "an empty loop",
      "{% for i in page.empty %}{{ i }}{% else %}none{% endfor %}{% for i in page.blank %}{{ i }}{% endfor %}",
    ],
    [
      "loops in loops",
      "{% for i in page.items %}{% for j in page.items %}{{ i.name }}{{ j.name }} {% endfor %}{{ loop.revindex }}{% endfor %}",
    ],
    [
      "and, or, not, ==",
      "{{ page.blank or page.a }}{{ page.a and page.n }}{% if page.n == 3 and not page.blank %}!{% endif %}{{ page.n == '3' }}",
    ],
    ["words", "{{ t('latest') }}{{ t('pageOf', { page: page.n, total: 5 }) }}"],
    [
      "macros",
      "{% macro m(x, y) %}<i>{{ x }}</i>{{ y.bodyHtml }}{% endmacro %}{{ m(page.a, page) }}{% for i in page.items %}{{ m(i.name, i) }}{% endfor %}",
    ],
    [
      "imports and includes",
      "{% from 'pieces.njk' import m as n %}{{ n(page.a) }}{% for link in page.items %}{% include 'part.njk' %}{% endfor %}",
    ],
    ["blocks", "{% extends 'base.njk' %}{% block two %}[{{ page.a }}]{% endblock %}"],
    ["a name that is set", "{% set z = page.a %}{{ z }}{% include 'z.njk' %}"],
    [
      "a name that is set in what is included",
      "{% set z = 'mine' %}{% include 'sets.njk' %}{{ z }}{{ 'leaked' if y else 'kept' }}",
    ],
    [
      "what is imported, in blocks and in what is included",
      "{% extends 'imports.njk' %}{% block one %}{{ p(page.a) }}{% include 'uses.njk' %}{% endblock %}",
    ],
    [
      "a name that is imported here and set there",
      "{% from 'pieces.njk' import m as z %}{{ z(page.a) }}{% include 'sets.njk' %}{{ z(page.n) }}",
    ],
    [
      "a name of the page that is set in a block",
      "{% extends 'base.njk' %}{% block one %}{{ site.title }}{% set site = page %}{{ site.n }}{% endblock %}{% block two %}{{ site.title }}{% endblock %}",
    ],
    [
      "an import in a block",
      "{% extends 'base.njk' %}{% block one %}{% from 'pieces.njk' import m %}{{ m(page.a) }}{% endblock %}{% block two %}{{ 'there' if m else 'gone' }}{% endblock %}",
    ],
  ])("%s", (_, text) => {
    const templates = new Map([
      ["page.njk", template(text)],
      [
        "pieces.njk",
        template(
          "{% set d = { x: 'X', a: 'A' } %}{% macro m(x) %}{%- set e = { q: 'Q' } %}{{ x }}{{ e['q'] }}{% endmacro %}",
        ),
      ],
      ["part.njk", template("({{ link.name }}{{ page.n }})")],
      ["base.njk", template("<{% block one %}1{% endblock %}{% block two %}2{% endblock %}>")],
      ["z.njk", template("{{ page.n }}")],
      ["sets.njk", template("{% set z = page.n %}{% set y = 1 %}{{ z }}{{ y }}")],
      ["uses.njk", template("[{{ p(page.n) }}]")],
      [
        "imports.njk",
        template(
          "{% from 'pieces.njk' import m as p %}{% block one %}{% endblock %}{% include 'uses.njk' %}",
        ),
      ],
    ]);
    const words = ["latest", "pageOf"];
    const quick = createEngine({ templates, words, ready }).render("page.njk", context);
    const both = new Map([...templates, onlyForTheEngine]);
    const slow = createEngine({ templates: both, words, ready }).render("page.njk", context);
    expect(quick).toBe(slow);
  });

  test("sees nothing of what every object has, where the engine would show it", () => {
    const text = "{% if constructor %}1{% endif %}{% if toString %}2{% endif %}";
    const templates = new Map([["page.njk", template(text)]]);
    expect(createEngine({ templates, words: [], ready }).render("page.njk", context)).toBe("");
  });

  test("that only the engine knows is left to it", () => {
    const templates = new Map([["page.njk", template("{{ range(3) | join('-') }}")]]);
    expect(createEngine({ templates, words: [], ready }).render("page.njk", context)).toBe("0-1-2");
  });
});

describe("HTML that is written without being read", () => {
  const html = "<p>Thân & bài</p>";
  const late = () => new LateHtml({ text: "articles-x.texts 0 1 0", fillings: {} }, () => html);
  const templates = [
    "{{ page.bodyHtml }}",
    "{{ page.bodyHtml | striptags | upper }}",
    "{% if page.bodyHtml | length > 3 %}{{ page.bodyHtml.length }}{% endif %}",
    "{% if page.bodyHtml == 'x' %}1{% else %}{{ page['bodyHtml'] }}{% endif %}",
    "{% set b = page.bodyHtml %}{{ b }}",
    "{% set b %}{{ page.bodyHtml }}{% endset %}{{ b | striptags }}",
    "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(page.bodyHtml) }}",
    "{% set name = 'body' + 'Html' %}{{ page[name] }}",
    "{% set name = 'bodyHtml' %}{{ page[name] }}",
    "{% filter upper %}{{ page.bodyHtml }}{% endfilter %}",
    "{% for name, value in page %}{{ name }}={{ value }};{% endfor %}",
    "{{ t(page.bodyHtml) }}",
    "{{ page.bodyHtml or 'x' }}{{ page.bodyHtml if page.bodyHtml else 'y' }}",
    "{{ page | dump }}",
    "{{ [page.bodyHtml] | join }}",
  ];

  test.each(templates)("%s", (text) => {
    const engine = createEngine({ templates: new Map([["page.njk", template(text)]]), words: [], ready });
    const draw = (bodyHtml: unknown) =>
      engine.render("page.njk", { page: { bodyHtml }, site: {}, t: (word: unknown) => `t:${word}` });
    const drawn = draw(late());
    const { mark } = late();
    // Where it is drawn as it is, by the template's own code; anywhere else it is what was kept.
    expect(drawn.includes(mark)).toBe(
      /\{\{ page(\.bodyHtml|\['bodyHtml'\]) \}\}/.test(text) && !/set|filter/.test(text),
    );
    expect(drawn.replaceAll(mark, () => html)).toBe(draw(html));
  });

  test.each([
    "{% if page.bodyHtml %}1{% endif %}",
    "{% if not page.bodyHtml %}0{% elif page.x or page.bodyHtml and true %}1{% endif %}",
    "{% if (page.bodyHtml) %}{{ 1 if page.bodyHtml else 0 }}{% endif %}",
  ])("is not read where it is only asked whether there is any: %s", (text) => {
    const engine = createEngine({ templates: new Map([["page.njk", template(text)]]), words: [], ready });
    const read = vi.fn(() => html);
    const bodyHtml = new LateHtml({ text: "articles-x.texts 0 1 0", fillings: {} }, read);
    expect(engine.render("page.njk", { page: { bodyHtml }, site: {}, t: String })).toBe("1");
    expect(read).not.toHaveBeenCalled();
    expect(engine.render("page.njk", { page: { bodyHtml: "" }, site: {}, t: String })).not.toContain("1");
  });
});

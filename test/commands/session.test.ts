// What a session keeps between edits is never stale: after any burst of edits it shows what a fresh build would make.
import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gather } from "../../src/commands/gather.js";
import { make } from "../../src/commands/make.js";
import { openSession, type Session, type State, textOf } from "../../src/commands/session.js";
import { readSettings } from "../../src/commands/settings.js";
import { isError, sortDiagnostics } from "../../src/model/diagnostic.js";
import { isMadeImage, type Output } from "../../src/model/page.js";
import { sourcePath } from "../../src/model/paths.js";
import { repository, temporaryFolder, writeFiles } from "../cli.js";
import { article, bulletin } from "../watch/bulletin.js";
import { bursts, type Edit, startOfEdits } from "../watch/edits.js";

const now = Date.UTC(2026, 10, 1);
const show = { drafts: true, future: true, expired: true };
const onStage = () => {};
const cacheIn = (root: string) => ({
  folder: join(root, ".bantin/cache"),
  isRead: false,
  tool: "",
  started: 0,
});

function open(root: string): Session {
  return openSession({
    readSettings: () => readSettings(root),
    packageRoot: repository,
    show,
    now: () => now,
    cache: cacheIn(root),
    onStage,
  });
}

async function build(root: string) {
  const options = {
    settings: readSettings(root),
    packageRoot: repository,
    now,
    show,
    onStage,
    cache: cacheIn(root),
  };
  const made = make(options, await gather(options));
  const diagnostics = sortDiagnostics([...options.settings.diagnostics, ...made.diagnostics]);
  return { site: printOf(made.outputs), diagnostics, hasErrors: diagnostics.some(isError) };
}

/** Every file of the site: its text, or the hash of what it copies. */
function printOf(outputs: Iterable<Output>): Record<string, string> {
  const all = [...outputs].map((output) => {
    if (output.kind === "copy") return [output.path, output.hash];
    if (isMadeImage(output)) return [output.path, output.key];
    const text = textOf(output);
    return [output.path, typeof text === "string" ? text : text.message.en];
  });
  return Object.fromEntries(all);
}

const paths = (...names: readonly string[]) => new Set(names.map(sourcePath));

describe("after any burst of edits", () => {
  test("every page, list and feed is that of a fresh build, and so is every report", async () => {
    let clean = 0;
    await fc.assert(
      fc.asyncProperty(bursts, async (all: Edit[][]) => {
        const root = temporaryFolder();
        writeFiles(root, startOfEdits);
        const session = open(root);
        let good = printOf((await session.refresh("all")).site.outputs.values());
        for (const burst of all) {
          const changes = new Set(burst.flatMap((edit) => edit.apply(root)).map(sourcePath));
          const state = await session.refresh(changes);
          const fresh = await build(root);
          expect(state.diagnostics).toEqual(fresh.diagnostics);
          if (!fresh.hasErrors) {
            good = fresh.site;
            clean++;
          }
          expect(printOf(state.site.outputs.values())).toEqual(good);
        }
        rmSync(root, { recursive: true });
      }),
      { numRuns: 25 },
    );
    // Faulty ones show only that the last good site stays.
    expect(clean).toBeGreaterThan(20);
  }, 300_000);
});

describe("what is kept", () => {
  async function start(files: Readonly<Record<string, string>> = {}) {
    const root = temporaryFolder();
    writeFiles(root, { ...bulletin, ...files });
    const session = open(root);
    return { root, session, first: await session.refresh("all") };
  }
  const articleIn = ({ site }: State, path: string) =>
    site.gathered.articles.find(({ source }) => source === path);

  test("nothing is made again for files with the same bytes", async () => {
    const { root, session, first } = await start();
    writeFiles(root, bulletin);
    expect(await session.refresh(paths(...Object.keys(bulletin)))).toBe(first);
    expect(await session.refresh("all")).toBe(first);
    expect(await session.refresh(paths("content/gone.tmp", "content", "templates", "bantin.yaml"))).toBe(
      first,
    );
  });

  test("an article that has not changed is the same object, and so is the theme", async () => {
    const { root, session, first } = await start();
    writeFiles(root, { "content/b.vi.md": article("Khác") });
    const next = await session.refresh(paths("content/b.vi.md"));
    expect(articleIn(next, "content/a.vi.md")).toBe(articleIn(first, "content/a.vi.md"));
    expect(articleIn(next, "content/b.vi.md")).not.toBe(articleIn(first, "content/b.vi.md"));
    expect(next.site.gathered.theme).toBe(first.site.gathered.theme);
    expect(next.site.gathered.content).toBe(first.site.gathered.content);
  });

  test("a changed word list of tags parses no article again, one of abbreviations all", async () => {
    const { root, session, first } = await start();
    writeFiles(root, { "content/tags.yaml": "x: { vi: Xê }\n" });
    const tagged = await session.refresh(paths("content/tags.yaml"));
    expect(articleIn(tagged, "content/a.vi.md")).toBe(articleIn(first, "content/a.vi.md"));
    writeFiles(root, { "content/abbreviations.yaml": "vi: { HĐ: Hội đồng }\n" });
    const abbreviated = await session.refresh(paths("content/abbreviations.yaml"));
    expect(articleIn(abbreviated, "content/a.vi.md")).not.toBe(articleIn(first, "content/a.vi.md"));
  });

  test("with errors the last site without them stays, whatever else is saved meanwhile", async () => {
    const { root, session, first } = await start();
    writeFiles(root, { "content/b.vi.md": "---\ntitle: a: b\n---\n", "content/a.en.md": article("Second") });
    const faulty = await session.refresh(paths("content/b.vi.md", "content/a.en.md"));
    expect(faulty.hasErrors).toBe(true);
    expect(faulty.site).toBe(first.site);
    writeFiles(root, { "content/b.vi.md": article("Bài hai") });
    const mended = await session.refresh(paths("content/b.vi.md"));
    expect(mended.hasErrors).toBe(false);
    expect([...mended.site.outputs.keys()]).toContain("en/2023/01/second.html");
  });

  test("a bulletin that begins with errors shows what can be made in spite of them", async () => {
    const { first } = await start({ "content/b.vi.md": "---\ntitle: a: b\n---\n" });
    expect(first.hasErrors).toBe(true);
    expect([...first.site.outputs.keys()]).toContain("vi/2023/01/bai-mot.html");
  });
});

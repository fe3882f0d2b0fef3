// The law of fingerprints: whatever was edited, a page and a feed whose fingerprint is the same has the same text. And
// they are worth something: an edit of one text reaches few pages.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashText } from "../src/model/hash.js";
import { fingerprintOf } from "../src/model/page.js";
import { type Bulletin, type BulletinOptions, compileBulletin } from "./bulletin.js";

const names = ["a", "b", "c", "kho/d", "kho/e", "f", "g", "h"];
const paths = [
  ...names.flatMap((name) => [`content/${name}.vi.md`, `content/${name}.en.md`]),
  "content/pages/gioi-thieu.vi.md",
];

const lines = (...choices: readonly string[]) => fc.constantFrom("", "", ...choices);

const articleFields = fc.record({
  title: fc.constantFrom("Bài một", "Bài hai", "Họp ấp & xã", "Đường mới"),
  date: lines("date: 20/01/2023\n", "date: 21/01/2023 - 08:00\n", "date: 20/02/2024\n", "date: 01/01/2190\n"),
  tags: lines("tags: chi-bo\n", "tags: Chi bộ\n", "tags: chi-bo, duong\n", "tags: duong\n"),
  author: lines("author: An\n", "author: AN, Bình\n"),
  section: lines("section: Tin tức\n", "section: tin-tuc\n", "section: Xã hội\n"),
  issue: lines("issue: 01/2023\n", "issue: Xuân 2023\n"),
  cover: lines("cover: /x.jpg\n", 'cover: { path: /y.jpg, caption: "Chú thích" }\n'),
  files: lines("attachments: [/van-ban.pdf]\n"),
  more: lines(
    "draft: true\n",
    "slug: ten-rieng\n",
    "featured: 1\n",
    "internal: true\n",
    "lead: Sapo.\n",
    "kicker: Đại hội\n",
    "updated: 01/03/2024\n",
    "aliases: [vi/2020/01/cu.html]\n",
    "corrections: [{ date: 02/03/2024, text: Sửa tên. }]\n",
  ),
  body: fc.constantFrom(
    "Thân bài./.",
    "**Sapo.**\n\nHai đoạn.\n\n## Kết quả\n\nTốt.",
    "Xem [bài kia](/a.vi.md#ket-qua) và [văn bản](/van-ban.pdf).",
    "Xem [nơi khác](/kho/d.en.md).",
    "![Ảnh](/x.jpg)\n\n*Ảnh: X*",
    "HĐND họp. [Mới nhất](/vi/latest/index.html)",
  ),
});

type Fields = typeof articleFields extends fc.Arbitrary<infer T> ? T : never;

const textOf = ({ title, body, ...fields }: Fields) =>
  `---\ntitle: ${title}\n${Object.values(fields).join("")}---\n${body}\n`;

const lists = fc.record(
  {
    "content/tags.yaml": fc.constantFrom(
      "chi-bo: { vi: Chi bộ, en: Party cell }\n",
      "duong: { vi: Đường }\n",
    ),
    "content/authors.yaml": fc.constantFrom(
      "an: { name: An, role: { vi: Phóng viên } }\n",
      "an: { name: An, unit: { vi: Tổ 1 } }\n",
    ),
    "content/abbreviations.yaml": fc.constantFrom("vi: { HĐND: Hội đồng nhân dân }\n", "vi: {}\n"),
    "bantin.yaml": fc.constantFrom(
      "url: https://h.example\npageSize: 2\n",
      "url: https://h.example\npageSize: 2\nsections: [Tin tức, Xã hội]\n",
      "pageSize: 3\ncards: no\n",
      "url: https://h.example\ntitle: { vi: Tên khác }\n",
    ),
  },
  { requiredKeys: [] },
);

const photos = fc.record({ x: fc.constantFrom("1", "2"), width: fc.constantFrom(900, 1800) });

const bulletins = fc.record({
  articles: fc.dictionary(fc.constantFrom(...paths), articleFields, { minKeys: 3 }),
  lists,
  photos,
});

type State = typeof bulletins extends fc.Arbitrary<infer T> ? T : never;

/** What an editor may do between two builds. */
const edits = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ path: fc.constantFrom(...paths), fields: articleFields }) },
    {
      weight: 6,
      arbitrary: fc.record({
        path: fc.constantFrom(...paths),
        fields: articleFields,
        only: fc.constantFrom<keyof Fields>("title", "body", "more", "cover"),
      }),
    },
    { weight: 2, arbitrary: fc.record({ path: fc.constantFrom(...paths) }) },
    { weight: 3, arbitrary: lists.map((some) => ({ lists: some })) },
    { weight: 1, arbitrary: photos.map((some) => ({ photos: some })) },
  ),
  { minLength: 1, maxLength: 2 },
);

type Edit = typeof edits extends fc.Arbitrary<(infer T)[]> ? T : never;

function apply(state: State, edit: Edit): State {
  if ("lists" in edit) return { ...state, lists: { ...state.lists, ...edit.lists } };
  if ("photos" in edit) return { ...state, photos: edit.photos };
  const { [edit.path]: old, ...others } = state.articles;
  if (!("fields" in edit)) return { ...state, articles: others };
  const { fields, path } = edit;
  const isPart = "only" in edit && old !== undefined;
  const edited = isPart ? { ...old, [edit.only]: fields[edit.only] } : fields;
  return { ...state, articles: { ...others, [path]: edited } };
}

function compileState({ articles, lists: some, photos: { x, width } }: State): Bulletin {
  const facts = { width, height: 600, format: "jpeg" };
  const options: BulletinOptions = {
    photos: {
      "content/x.jpg": { ...facts, hash: hashText(x) },
      "content/y.jpg": { ...facts, hash: hashText("y") },
    },
  };
  const texts = Object.entries(articles).map(([path, fields]) => [path, textOf(fields)]);
  const files = { ...Object.fromEntries(texts), ...some, "content/van-ban.pdf": x };
  return compileBulletin(files, options);
}

const drawn = ({ outputs }: Bulletin) =>
  outputs.flatMap((output) => {
    const fingerprint = fingerprintOf(output);
    return fingerprint === undefined || !("text" in output) ? [] : [{ ...output, fingerprint }];
  });

describe("fingerprints", () => {
  test("the same one, the same text", () => {
    let [same, other] = [0, 0];
    fc.assert(
      fc.property(bulletins, edits, (state, some) => {
        const before = new Map(drawn(compileState(state)).map((one) => [one.path, one]));
        for (const output of drawn(compileState(some.reduce(apply, state)))) {
          const old = before.get(output.path);
          if (old === undefined) continue;
          if (old.fingerprint !== output.fingerprint) other++;
          else {
            same++;
            expect(output.text(), output.path).toBe(old.text());
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(Math.min(same, other)).toBeGreaterThan(250);
  }, 120_000);

  test("one text edited: its own page, its sharing page and its feeds are drawn anew", () => {
    const text = (index: number, body: string) =>
      `---\ntitle: Bài ${index}\ndate: ${String(1 + (index % 28)).padStart(2, "0")}/01/2023\ntags: [chi-bo, the-${index % 9}]\n---\n${body}\n`;
    const files = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [
        `content/b${index}.vi.md`,
        text(index, "Đoạn đầu.\n\nĐoạn hai."),
      ]),
    );
    const before = new Map(drawn(compileBulletin(files)).map((one) => [one.path, one.fingerprint]));
    const drawnAfter = (edited: string) =>
      drawn(compileBulletin({ ...files, "content/b3.vi.md": edited }))
        .filter(({ path, fingerprint }) => before.get(path) !== fingerprint)
        .map(({ path }) => path as string)
        .sort();
    expect(drawnAfter(text(3, "Đoạn đầu.\n\nĐoạn khác."))).toEqual([
      "vi/2023/01/bai-3.html",
      "vi/2023/01/bai-3/share.html",
      "vi/tags/the-3/feed.xml",
    ]);
    expect(drawnAfter(text(3, "Đoạn khác.\n\nĐoạn hai.")).length).toBeLessThan(60);
  });
});

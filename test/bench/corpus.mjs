// The made articles: half Vietnamese, half their English translations, about 8 KB each, dated over five years, with one
// of 20 authors and three of 60 tags. The same number and seed give the same texts on every machine and to every side.
import { english } from "./words-en.mjs";
import { vietnamese } from "./words-vi.mjs";

export const languages = ["vi", "en"];

const authors = [
  "Nguyễn Văn An",
  "Trần Thị Bích",
  "Lê Hoàng Nam",
  "Phạm Minh Đức",
  "Hoàng Thu Hà",
  "Vũ Quốc Việt",
  "Đặng Thùy Linh",
  "Bùi Xuân Trường",
  "Đỗ Thị Mai",
  "Ngô Đức Thịnh",
  "Dương Khánh Vy",
  "Lý A Páo",
  "H’Hen Niê",
  "Đinh Công Tráng",
  "Hồ Sỹ Quý",
  "Mai Phương",
  "Tạ Bích Loan",
  "Phan Đăng Lưu",
  "Cao Bá Quát",
  "Lương Thế Vinh",
];

const texts = { vi: withTags(vietnamese), en: withTags(english) };

/** Each article in turn, so that a corpus of any size is never held at once; both languages of a story together. */
export function* articlesOf({ size, seed = 1 }) {
  for (let number = 0; number < size / 2; number++) {
    for (const lang of languages) yield articleOf(number, lang, seed);
  }
}

/** A pure function of its arguments. `date` is ISO 8601 with the zone of Vietnam; `body` is Markdown. */
export function articleOf(number, lang, seed = 1) {
  const words = texts[lang];
  const shape = chance(seed * 7919 + number * 2 + 1);
  const wording = chance(seed * 104729 + number * 2 + (lang === "vi" ? 0 : 1));
  const id = String(number).padStart(6, "0");
  const title = `${pick(words.titles, shape)} ${pick(words.places, shape)}`;
  const date = new Date(firstDay + Math.floor((shape() * fiveYears) / 1000) * 1000);
  const author = pick(authors, shape);
  const tags = new Set();
  while (tags.size < 3) tags.add(pick(words.tags, shape));
  const lead = paragraph({ words, wording, length: 180 });
  return {
    key: `a${id}`,
    lang,
    slug: `${slugify(title)}-${id}`,
    title,
    date: date.toISOString().replace(".000Z", "+07:00"),
    author,
    tags: [...tags],
    lead,
    body: `**${lead}**\n\n${bodyOf({ number, lang, id, words, shape, wording })}`,
  };
}

function bodyOf({ number, lang, id, words, shape, wording }) {
  const count = 8 + Math.floor(shape() * 5);
  const middles = shape() < 0.5 ? [count >> 1] : [Math.floor(count / 3), Math.floor((2 * count) / 3)];
  const [quoteAt, linkAt] = [2 + Math.floor(shape() * (count - 3)), 1 + Math.floor(shape() * (count - 2))];
  const hasNote = shape() < 0.08;
  const hasList = shape() < 0.3;
  const listLength = 3 + Math.floor(shape() * 3);
  const blocks = [];
  for (let index = 0; index < count; index++) {
    if (middles.includes(index)) blocks.push(`## ${pick(words.headings, wording)}`);
    let text = emphasised(paragraph({ words, wording, length: 430 }), wording);
    if (index === linkAt) {
      text += ` ${words.seeAlso}: [${pick(words.titles, wording)}](https://example.org/${lang}/tin/${id}).`;
    }
    if (index === count - 1) {
      text += ` (${words.seeAlso} [${words.document}](https://example.org/van-ban/${id}?hl=${lang}&v=2 "${words.document}"))`;
    }
    if (index === 3 && hasNote) text += "[^1]";
    blocks.push(text);
    if (index === quoteAt) {
      blocks.push(`> ${paragraph({ words, wording, length: 220 })}\n>\n> — ${pick(words.speakers, wording)}`);
    }
    if (index === 4 && hasList) blocks.push(words.listOpening, listOf(words, wording, listLength));
    if (index === 5 && number % 5 === 0) blocks.push(tableOf(words, wording));
  }
  if (hasNote) blocks.push(`[^1]: ${words.footnote}`);
  return `${blocks.join("\n\n")}\n`;
}

function sentence(words, wording) {
  const opening = pick(words.openings, wording);
  const subject = pick(words.subjects, wording);
  const lowered = opening !== "" && /^(The|A) /.test(subject);
  const start = opening + (lowered ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject);
  const text = `${start} ${pick(words.verbs, wording)} ${pick(words.objects, wording)}`;
  return wording() < 0.75 ? `${text}, ${pick(words.tails, wording)}.` : `${text}.`;
}

/** At least `length` characters, in whole sentences. */
function paragraph({ words, wording, length }) {
  let text = sentence(words, wording);
  while (text.length < length) text += ` ${sentence(words, wording)}`;
  return text;
}

function emphasised(text, wording) {
  const leaning = wording() < 0.5 ? text.replace(/, ([^,.]{10,60})(?=[,.])/, ", *$1*") : text;
  if (wording() >= 0.4) return leaning;
  return leaning.replace(/(27\/32 chỉ tiêu|27 of 32 targets|96,5%|96\.5%)/, "**$1**");
}

function listOf(words, wording, length) {
  return Array.from({ length }, () => `- ${pick(words.verbs, wording)} ${pick(words.objects, wording)}`).join(
    "\n",
  );
}

function tableOf(words, wording) {
  const rows = words.tableRows.map((name) => {
    const [planned, done] = [50 + Math.floor(wording() * 900), 50 + Math.floor(wording() * 900)];
    return `| ${name} | ${planned} | ${done} | ${((done / planned) * 100).toFixed(1)}% |`;
  });
  return [words.tableHead, "| --- | ---: | ---: | ---: |", ...rows].join("\n");
}

/** 30 topics, and each again with a place: 60 tags. */
function withTags(words) {
  const places = words.places.map((place) => place.replace(/^(ở|tại|in) /, ""));
  const local = words.topics.map((topic, index) => `${topic} ${places[index % places.length]}`);
  return { ...words, tags: [...words.topics, ...local] };
}

export function slugify(text) {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

const firstDay = Date.UTC(2021, 0, 1);
const fiveYears = 5 * 365 * 86_400_000;

function pick(list, next) {
  return list[Math.floor(next() * list.length)];
}

/** mulberry32: numbers from 0 to 1, the same on every machine. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

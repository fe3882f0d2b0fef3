// Says what of an author's HTML will be left out. Each name once; what comes along with text pasted from Word or a
// web page (styles, classes, fonts) in one calm warning for the whole article.
import type { Raw } from "mdast-util-to-hast";
import type { Bilingual } from "../model/diagnostic.js";
import { type MarkdownContext, report } from "./context.js";
import type { HtmlAttribute, HtmlTag } from "./html-tags.js";
import { allowedAttributes, allowedElements, droppedWhole } from "./sanitise-schema.js";
import { offsetInSource } from "./source-offsets.js";

export function reportDropped(
  context: MarkdownContext,
  raws: readonly Raw[],
  tagsOf: readonly (readonly HtmlTag[])[],
): void {
  const body = context.source.text.slice(context.bodyOffset);
  const seen = new Set<string>();
  const styling = new Set<string>();
  let firstStyled: Spot | undefined;
  for (const [index, raw] of raws.entries()) {
    for (const tag of tagsOf[index] ?? []) {
      if (tag.isClosing) continue;
      const { faults, styles } = judgeTag(tag);
      for (const { name, message, hint } of faults) {
        if (seen.has(name)) continue;
        seen.add(name);
        report(context, raw, {
          rule,
          severity: "warning",
          message,
          hint,
          offset: offsetIn({ raw, tag }, body),
        });
      }
      if (styles.length > 0) firstStyled ??= { raw, tag };
      for (const name of styles) styling.add(name);
    }
  }
  if (firstStyled === undefined) return;
  const words = stylingWords([...styling]);
  report(context, firstStyled.raw, {
    rule,
    severity: "warning",
    ...words,
    offset: offsetIn(firstStyled, body),
  });
}

interface Spot {
  readonly raw: Raw;
  readonly tag: HtmlTag;
}

/** Where the tag stands, counted from the start of its raw node in the source. */
function offsetIn({ raw, tag }: Spot, body: string): number {
  const start = raw.position?.start.offset ?? 0;
  return offsetInSource(body, start, raw.value, tag.start) - start;
}

const rule = "html-dropped";

interface Fault {
  /** What is reported once: an element's or an attribute's name. */
  readonly name: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

interface Judgement {
  readonly faults: readonly Fault[];
  /** Names of styling that came along. */
  readonly styles: readonly string[];
}

const elements: ReadonlySet<string> = new Set(allowedElements);
const wholes: ReadonlySet<string> = new Set(droppedWhole);
const stylingElements: ReadonlySet<string> = new Set(
  "font center big tt strike nobr basefont marquee blink html body head xml".split(" "),
);

function judgeTag(tag: HtmlTag): Judgement {
  if (tag.name.includes(":") || stylingElements.has(tag.name)) return { faults: [], styles: [tag.name] };
  if (!elements.has(tag.name)) return { faults: [elementFault(tag)], styles: [] };
  const faults: Fault[] = [];
  const styles: string[] = [];
  for (const { name, value } of tag.attributes) {
    if (name.startsWith("on")) faults.push(attributeFault(name));
    else if (!isKept(tag.name, { name, value }) && !quiet.test(name)) styles.push(name);
  }
  return { faults, styles };
}

/** Attributes that ask for what Bantin does by itself, or that mean nothing without script. */
const quiet =
  /^(?:data-.*|aria-.*|role|target|rel|name|id|width|height|srcset|sizes|loading|decoding|controls|preload|autoplay|loop|muted|poster|playsinline|tabindex|type|alt|title)$/;

const kept: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(allowedAttributes).map(([element, definitions]) => [
    element,
    new Set(definitions.flatMap(keptNames)),
  ]),
);

type Definition = NonNullable<(typeof allowedAttributes)[string]>[number];

/** Names in lower case; of classes each one: `.lead`. */
function keptNames(definition: Definition): string[] {
  if (typeof definition === "string") return [definition.toLowerCase()];
  const [name, ...values] = definition;
  return name === "className" ? values.map((value) => `.${String(value)}`) : [name.toLowerCase()];
}

function isKept(element: string, { name, value }: HtmlAttribute): boolean {
  const names = name === "class" ? value.split(/\s+/).map((one) => `.${one}`) : [name];
  return names.every((one) => kept.get("*")?.has(one) === true || kept.get(element)?.has(one) === true);
}

function elementFault(tag: HtmlTag): Fault {
  const { name } = tag;
  if (!wholes.has(name)) {
    return {
      name,
      message: {
        vi: `Thẻ <${shorten(name)}> không dùng được nên đã bỏ; chữ bên trong vẫn giữ`,
        en: `The tag <${shorten(name)}> cannot be used and was left out; the words in it stay`,
      },
      hint: {
        vi: "Xóa thẻ này, hoặc viết lại phần đó bằng đoạn văn, danh sách hay bảng",
        en: "Delete the tag, or write that part as paragraphs, a list or a table",
      },
    };
  }
  const address = name === "iframe" ? frameAddress(tag.attributes) : undefined;
  return {
    name,
    message: {
      vi: `Thẻ <${shorten(name)}> cùng mọi thứ bên trong không dùng được nên đã bỏ`,
      en: `The tag <${shorten(name)}> and everything in it cannot be used and was left out`,
    },
    hint:
      address === undefined
        ? { vi: "Xóa phần này khỏi bài", en: "Delete this part of the article" }
        : {
            vi: `Thay bằng liên kết: [Xem tại đây](${address})`,
            en: `Write a link instead: [See here](${address})`,
          },
  };
}

/** The page behind an embedded frame, for a link in its place. */
function frameAddress(attributes: readonly HtmlAttribute[]): string | undefined {
  const source =
    attributes
      .find(({ name }) => name === "src")
      ?.value.trim()
      .replaceAll("&amp;", "&") ?? "";
  const address = source.startsWith("//") ? `https:${source}` : source;
  if (!/^https?:\/\/[^\s<>()]+$/i.test(address)) return undefined;
  const film = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/i.exec(address);
  return film === null ? address : `https://www.youtube.com/watch?v=${film[1]}`;
}

function attributeFault(name: string): Fault {
  return {
    name,
    message: {
      vi: `Thuộc tính ${shorten(name)} không dùng được nên đã bỏ`,
      en: `The attribute ${shorten(name)} cannot be used and was left out`,
    },
    hint: { vi: `Xóa ${shorten(name)} cùng nội dung của nó`, en: `Delete ${shorten(name)} with its value` },
  };
}

const mostNamed = 5;

function stylingWords(names: readonly string[]): { readonly message: Bilingual; readonly hint: Bilingual } {
  const list = names.slice(0, mostNamed).map(shorten).join(", ") + (names.length > mostNamed ? "…" : "");
  return {
    message: {
      vi: `Định dạng chép theo từ Word hoặc trang mạng đã được bỏ (${list}); chữ vẫn giữ nguyên`,
      en: `Formatting that came along from Word or a web page was left out (${list}); the words stay`,
    },
    hint: {
      vi: "Muốn bài gọn thì dán lại bằng lệnh dán “chỉ văn bản”",
      en: "To tidy the article, paste the text again as plain text",
    },
  };
}

function shorten(name: string): string {
  return name.length > 30 ? `${name.slice(0, 30)}…` : name;
}

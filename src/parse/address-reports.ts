// What an editor reads about an address that cannot stand in the bulletin.
import type { Bilingual, Severity } from "../model/diagnostic.js";
import { type Address, decodePercent } from "./addresses.js";
import { type MarkdownContext, type Positioned, report } from "./context.js";

/** What has the address, and its words: a link's text, an image's alt. */
export interface Addressed {
  readonly node: Positioned;
  readonly what: "link" | "image" | "media";
  readonly words: string;
}

/** Reports every address but those that may stand where this one does. */
export function reportAddress(context: MarkdownContext, address: Address, addressed: Addressed): void {
  const fault = findFault(address, addressed);
  if (fault !== undefined) report(context, addressed.node, fault);
}

interface Fault {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

function findFault(address: Address, { what, words }: Addressed): Fault | undefined {
  if (address.kind === "computer") return onComputer(address.path, what);
  if (address.kind === "empty") return withoutAddress(what, shorten(words));
  if (address.kind === "remote" && what === "image") return remoteImage(address.href, shorten(words));
  if (address.kind === "remote" && what === "media") return remoteMedia(address.href);
  if (address.kind === "refused" && what === "image" && address.scheme === "data") return embeddedImage;
  if (address.kind === "refused") return refusedScheme(address.scheme);
  return address.kind === "contact" && what !== "link" ? refusedScheme("mailto") : undefined;
}

function onComputer(path: string, what: Addressed["what"]): Fault {
  const name = nameIn(path, "ten-tep.pdf");
  const line = what === "image" ? `![…](${target(name)})` : `[…](${target(name)})`;
  return {
    rule: "path-windows",
    severity: "error",
    message: {
      vi: `“${shorten(path)}” là chỗ trên máy của người viết, bạn đọc không mở được`,
      en: `“${shorten(path)}” is a place on the writer's own computer, which readers cannot open`,
    },
    hint: {
      vi: `Chép tệp vào cạnh bài rồi chỉ ghi tên tệp: ${line}`,
      en: `Put the file beside the article and write its name alone: ${line}`,
    },
  };
}

function withoutAddress(what: Addressed["what"], words: string): Fault {
  const isLink = what === "link";
  const quoted = words === "" ? "" : ` “${words}”`;
  return {
    rule: "address-empty",
    severity: "warning",
    message: isLink
      ? { vi: `Liên kết${quoted} chưa có địa chỉ`, en: `The link${quoted} has no address` }
      : { vi: "Chỗ này chưa ghi tên tệp", en: "No file is named here" },
    hint: isLink
      ? { vi: `Viết: [${words || "…"}](https://…)`, en: `Write: [${words || "…"}](https://…)` }
      : { vi: "Viết: ![Mô tả ảnh](ten-anh.jpg)", en: "Write: ![What the photo shows](photo.jpg)" },
  };
}

function remoteImage(href: string, words: string): Fault {
  const line = (name: string) => `![${words}](${target(nameIn(href, name))})`;
  return {
    rule: "image-remote",
    severity: "error",
    message: {
      vi: `Ảnh này nằm ở trang khác: ${shorten(href)}`,
      en: `This photo lies on another site: ${shorten(href)}`,
    },
    hint: {
      vi: `Lưu ảnh về cạnh bài rồi viết: ${line("ten-anh.jpg")}`,
      en: `Save the photo beside the article and write: ${line("photo.jpg")}`,
    },
  };
}

function remoteMedia(href: string): Fault {
  return {
    rule: "media-remote",
    severity: "error",
    message: {
      vi: `Tệp âm thanh hoặc phim này nằm ở trang khác: ${shorten(href)}`,
      en: `This recording lies on another site: ${shorten(href)}`,
    },
    hint: {
      vi: `Lưu tệp về cạnh bài, hoặc viết thành liên kết: [Nghe, xem tại đây](${href})`,
      en: `Save the file beside the article, or write a link: [Listen or watch](${href})`,
    },
  };
}

const embeddedImage: Fault = {
  rule: "image-embedded",
  severity: "error",
  message: {
    vi: "Ảnh này được dán thẳng vào bài chứ không phải là một tệp ảnh",
    en: "This picture is pasted into the text instead of being a file",
  },
  hint: {
    vi: "Lưu ảnh thành tệp cạnh bài rồi viết: ![Mô tả ảnh](ten-anh.jpg)",
    en: "Save it as a file beside the article and write: ![What the photo shows](photo.jpg)",
  },
};

function refusedScheme(scheme: string): Fault {
  return {
    rule: "address-refused",
    severity: "warning",
    message: {
      vi: `Địa chỉ kiểu “${shorten(scheme)}:” không dùng được nên đã bỏ; chữ vẫn giữ`,
      en: `An address of the kind “${shorten(scheme)}:” cannot be used and was left out; the words stay`,
    },
    hint: {
      vi: "Dùng địa chỉ bắt đầu bằng https://, mailto: hoặc tel:, hay tên một tệp cạnh bài",
      en: "Use an address that begins with https://, mailto: or tel:, or the name of a file beside the article",
    },
  };
}

const longest = 80;

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The file's name in a path or an address. */
function nameIn(path: string, otherwise: string): string {
  const name =
    decodePercent(path.replace(/[?#].*$/s, ""))
      .split(/[\\/]/)
      .at(-1) ?? "";
  return /[^.]\.[a-z0-9]{2,5}$/i.test(name) && name.length <= longest ? name : otherwise;
}

/** The file's name as the target of a link. */
function target(name: string): string {
  return /[\s()]/.test(name) ? `<${name}>` : name;
}

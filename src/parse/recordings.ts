// Recordings in an article: sound and film beside it, written as a link or as an HTML player.
import type { Element } from "hast";
import { fileKindOf } from "../model/files.js";
import { readAddress } from "./addresses.js";

export function isRecording(path: string): boolean {
  const kind = fileKindOf(path);
  return kind === "recording" || kind === "film";
}

/** The recording that a paragraph consists of: a local link or a player; undefined for any other paragraph. */
export function onlyRecording(paragraph: Element): Element | undefined {
  let only: Element | undefined;
  for (const child of paragraph.children) {
    if (child.type === "text" && child.value.trim() === "") continue;
    if (child.type !== "element" || only !== undefined) return undefined;
    only = child;
  }
  if (only?.tagName === "audio" || only?.tagName === "video") return only;
  if (only?.tagName !== "a" || typeof only.properties["href"] !== "string") return undefined;
  const address = readAddress(only.properties["href"]);
  return address.kind === "local" && isRecording(address.path) ? only : undefined;
}

/** The address of a link, of a player, or of the first source in a player; "" where none is given. */
export function sourceOf(node: Element): string {
  const { href, src } = node.properties;
  const own = node.tagName === "a" ? href : src;
  if (typeof own === "string") return own;
  for (const child of node.children) {
    if (child.type !== "element" || child.tagName !== "source") continue;
    if (typeof child.properties["src"] === "string") return child.properties["src"];
  }
  return "";
}

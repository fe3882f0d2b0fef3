// Ids for feeds that stay the same wherever the site is published: UUIDs made from a name.
import { hash } from "node:crypto";

/** RFC 9562 version 5 in a name space of Bantin's own; `name` in UTF-8. Lower-case, with "-". */
export function uuidOf(name: string): string {
  const digest = hash("sha1", Buffer.concat([space, Buffer.from(name)]), "hex");
  const at = (from: number, to: number) => digest.slice(from, to);
  const variant = ((Number.parseInt(at(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${at(0, 8)}-${at(8, 12)}-5${at(13, 16)}-${variant}${at(17, 20)}-${at(20, 32)}`;
}

/** Never to change: every id of every feed hangs on it. */
const space = Buffer.from("6c1f3d0e9b4a4c52a7d85e2b90f14736", "hex");

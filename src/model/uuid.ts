// Ids for feeds that stay the same wherever the site is published: UUIDs made from a name.
import { createHash } from "node:crypto";

/** RFC 9562 version 5 in a name space of Bantin's own; `name` in UTF-8. Lower-case, with "-". */
export function uuidOf(name: string): string {
  const bytes = createHash("sha1").update(space).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Never to change: every id of every feed hangs on it. */
const space = Buffer.from("6c1f3d0e9b4a4c52a7d85e2b90f14736", "hex");

// `hosts:`: names of hosts, lower-case, in ASCII, without scheme, port or path; a leading `*.` is kept.
import type { YamlEntry } from "../yaml-document.js";
import { addFault, type Reading, writeLine } from "./reading.js";
import { isAbsent, listItems, parseText } from "./values.js";

export function parseHosts(reading: Reading, entry: YamlEntry): readonly string[] {
  const items = listItems(reading, entry, "example.vn, example.org") ?? [];
  const hosts = items.flatMap((item) => {
    const typed = isAbsent(item.value) ? undefined : parseText(reading, item);
    if (typed === undefined) return [];
    const host = hostOf(typed);
    if (host !== undefined && isBareHost(typed)) return [host];
    addFault(reading, {
      rule: "config-host",
      place: item.value.place,
      message: {
        vi: `“${typed}” không phải là tên miền`,
        en: `“${typed}” is not the name of a host`,
      },
      hint: writeLine(`- ${host ?? "example.vn"}`),
    });
    return [];
  });
  return [...new Set(hosts)];
}

function isBareHost(typed: string): boolean {
  return /^(?:\*\.)?[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}])?$/u.test(typed);
}

/** The host of whatever was written, if it has a dot. */
function hostOf(typed: string): string | undefined {
  const wildcard = typed.startsWith("*.") ? "*." : "";
  const address = `https://${typed.slice(wildcard.length).replace(/^[a-z]+:\/*|^\/+/iu, "")}`;
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u.test(host) ? wildcard + host : undefined;
}

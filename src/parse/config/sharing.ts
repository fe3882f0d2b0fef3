// `share:`: the channels of the sharing row, in the editor's order, each once; "no" for none.
import type { ShareChannel } from "../../model/config.js";
import type { YamlEntry } from "../yaml-document.js";
import { addFault, type Reading } from "./reading.js";
import { type Choice, isAbsent, listItems, parseChoice, readYesNo } from "./values.js";

export const defaultShare: readonly ShareChannel[] = ["zalo", "facebook", "copy", "email", "qr", "print"];

const channels: Choice<ShareChannel> = {
  values: [...defaultShare, "telegram", "x", "linkedin", "whatsapp", "viber"],
  meanings: {
    fb: "facebook",
    mail: "email",
    thu: "email",
    thudientu: "email",
    saochep: "copy",
    saocheplienket: "copy",
    link: "copy",
    maqr: "qr",
    qrcode: "qr",
    in: "print",
    inbai: "print",
    twitter: "x",
  },
};

export function parseShare(reading: Reading, entry: YamlEntry): readonly ShareChannel[] | undefined {
  const whole = readYesNo(entry.value);
  if (whole !== undefined) return whole ? undefined : [];
  const items = listItems(reading, entry, defaultShare.join(", "));
  if (items === undefined) return undefined;
  const found: ShareChannel[] = [];
  for (const item of items) {
    const channel = isAbsent(item.value) ? undefined : parseChoice(reading, item, channels);
    if (channel === undefined) continue;
    if (!found.includes(channel)) found.push(channel);
    else {
      addFault(reading, {
        rule: "value-duplicate",
        place: item.value.place,
        message: {
          vi: `“${channel}” được kể hai lần trong “${entry.key}”`,
          en: `“${channel}” is listed twice in “${entry.key}”`,
        },
        hint: { vi: "Xóa một lần", en: "Delete one of them" },
      });
    }
  }
  return found;
}

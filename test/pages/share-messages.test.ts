import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  longMessage,
  shortMessage,
  slowlyWithoutMarks,
  withoutMarks,
} from "../../src/pages/share-messages.js";

const address = "https://h.example/vi/2023/01/can-duoc.html";

describe("the long message", () => {
  test.each([
    [{ title: "Cần Đước", lead: "Tóm tắt.", address }, `Cần Đước\n\nTóm tắt.\n\n${address}`],
    [{ title: "Cần Đước", lead: "", address }, `Cần Đước\n\n${address}`],
    [{ title: "Cần Đước", lead: "", address: "" }, "Cần Đước"],
  ])("%j", (parts, text) => {
    expect(longMessage(parts)).toBe(text);
  });
});

describe("the short message", () => {
  test.each([
    [{ title: "Cần Đước: “Tốt” – và đẹp…", lead: "", address }, `Can Duoc: "Tot" - va dep... ${address}`],
    [{ title: "Đảng bộ xã", lead: "Nhiều việc tốt.", address: "" }, "Dang bo xa. Nhieu viec tot."],
    [{ title: "Ai hỏi?", lead: "Dân hỏi.", address: "" }, "Ai hoi. Dan hoi."],
    [{ title: "🎉 Tết [2026] ~ €5", lead: "", address: "" }, "Tet (2026) 5"],
    [
      { title: "Nghị quyết ".repeat(20).trim(), lead: "Tóm tắt.", address },
      `Nghi quyet Nghi quyet Nghi quyet Nghi quyet Nghi quyet Nghi quyet Nghi quyet Nghi quyet Nghi quyet Nghi quyet Nghi... ${address}`,
    ],
    [
      { title: "Nghị quyết", lead: "", address: `https://h.example/${"a".repeat(200)}` },
      `https://h.example/${"a".repeat(200)}`,
    ],
  ])("%j", (parts, text) => {
    expect(shortMessage(parts)).toBe(text);
  });

  test("is one plain SMS with the whole address, whatever the texts", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(text, text, (title, lead) => {
        const message = shortMessage({ title, lead, address });
        expect(message.length).toBeLessThanOrEqual(160);
        expect(message.endsWith(address)).toBe(true);
        expect(message).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });
});

test("marks go the same way quickly and slowly", () => {
  const letters = fc.constantFrom(
    ..."aàăẰđĐỆỹ Zz09 \t\n-–—−…“”„«‘’'\"[]{}~€@$_\\^`|\u00a0\u0301\u0323\u034f🎉ßœ中\ud800",
  );
  const unit = fc.oneof(
    { weight: 9, arbitrary: letters },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 2 }) },
  );
  const common = fc.string({ unit: fc.constantFrom(..."Đảng bộ xã “Cần Đước” – 30/4… [x]"), maxLength: 40 });
  fc.assert(
    fc.property(fc.oneof(common, fc.string({ unit, maxLength: 30 })), (text) => {
      const slowly = slowlyWithoutMarks(text);
      expect(withoutMarks(text)).toBe(slowly);
      for (let most = -1; most <= slowly.length; most++) {
        const beginning = withoutMarks(text, most);
        expect(slowly.startsWith(beginning)).toBe(true);
        if (beginning !== slowly) expect(beginning.length).toBeGreaterThan(most);
      }
    }),
    { numRuns: 500 },
  );
});

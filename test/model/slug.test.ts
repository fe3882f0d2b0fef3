import { describe, expect, test } from "vitest";
import { isSlug, slugOf } from "../../src/model/slug.js";

describe("slugOf", () => {
  test.each([
    ["Cần Đước: Kiện toàn hệ thống chính trị", "can-duoc-kien-toan-he-thong-chinh-tri"],
    ["Chỉ thị 05-CT/TW & Nghị quyết 39-NQ/TW", "chi-thi-05-ct-tw-nghi-quyet-39-nq-tw"],
    ["GDĐT và iPhone", "gddt-va-iphone"],
    ["Đảng bộ".normalize("NFD"), "dang-bo"],
    ["🎉🎉", ""],
    ["Con", "con-1"],
  ])("%s → %s", (text, slug) => expect(slugOf(text)).toBe(slug));

  test("a long title is cut at a word, within 100 bytes", () => {
    const slug = slugOf("Đảng bộ xã ".repeat(30));
    expect(slug.length).toBeLessThanOrEqual(100);
    expect(slug).toMatch(/(dang|bo|xa)$/);
    expect(isSlug(slug)).toBe(true);
  });
});

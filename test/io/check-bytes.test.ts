import { expect, test } from "vitest";
import { checkBytes, openCheck } from "../../src/io/check-bytes.js";

// The check value of CRC-32, from the catalogue of such codes, and sums that begin with noughts.
test.each([
  ["123456789", "cbf43926"],
  ["", "00000000"],
  ["Đảng bộ phường 54", "00f75426"],
])("the sum of %j", (text, sum) => {
  const bytes = Buffer.from(text);
  expect(checkBytes(bytes)).toBe(sum);
  const { add, check } = openCheck();
  for (let at = 0; at < bytes.length; at += 4) add(bytes.subarray(at, at + 4));
  expect(check()).toBe(sum);
});

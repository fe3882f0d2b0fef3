import { expect, test } from "vitest";
import { checkBytes } from "../../src/io/check-bytes.js";

// The check value of CRC-32, from the catalogue of such codes, and sums that begin with noughts.
test.each([
  ["123456789", "cbf43926"],
  ["", "00000000"],
  ["Đảng bộ phường 54", "00f75426"],
])("the sum of %j", (text, sum) => expect(checkBytes(Buffer.from(text))).toBe(sum));

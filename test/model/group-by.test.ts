// What is put together stays in its order: lists and reports depend on it.
import { expect, test } from "vitest";
import { groupBy } from "../../src/model/group-by.js";

test("groups and their members come in the order of the items", () => {
  const groups = groupBy(["đỏ", "an", "đen", "ba", "anh"], (word) => word[0]);
  expect([...groups]).toEqual([
    ["đ", ["đỏ", "đen"]],
    ["a", ["an", "anh"]],
    ["b", ["ba"]],
  ]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { inGroups, together, type Work, whole } from "../../src/model/parts.js";

test("first the first part of each, then the second of each", () => {
  const done: string[] = [];
  function* work(name: string, parts: number): Work<string> {
    for (let part = 1; part < parts; part++) {
      done.push(`${name}${part}`);
      yield;
    }
    done.push(`${name}${parts}`);
    return name.toUpperCase();
  }
  expect(together([work("a", 3), work("b", 1), work("c", 2)])).toEqual(["A", "B", "C"]);
  expect(done).toEqual(["a1", "b1", "c1", "a2", "c2", "a3"]);
  expect(whole(work("d", 2))).toBe("D");
  expect(together([])).toEqual([]);
});

test("what one throws ends all", () => {
  function* broken(): Work<number> {
    yield;
    throw new Error("broken");
  }
  function* sound(): Work<number> {
    yield;
    return 1;
  }
  expect(() => together([sound(), broken()])).toThrow("broken");
});

test("what is given is the same in whatever order the parts are done", () => {
  function* sum(numbers: readonly number[]): Work<number> {
    let all = 0;
    for (const one of numbers) {
      all += one;
      yield;
    }
    return all;
  }
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(1000))), (lists) => {
      expect(together(lists.map(sum))).toEqual(lists.map((list) => whole(sum(list))));
    }),
  );
});

test("groups hold so many, the last what is left", () => {
  expect([...inGroups([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
  expect([...inGroups([1, 2], 2)]).toEqual([[1, 2]]);
  expect([...inGroups([], 2)]).toEqual([]);
});

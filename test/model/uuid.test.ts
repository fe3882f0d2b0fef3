import fc from "fast-check";
import { expect, test } from "vitest";
import { uuidOf } from "../../src/model/uuid.js";

test("an id never changes: feed readers know articles by it", () => {
  expect(uuidOf("2023/can-duoc vi")).toBe("192ee921-4f49-53af-88f7-729af685a961");
  expect(uuidOf("2023/can-duoc en")).toBe("a438f724-3340-53b4-8fae-dcdc1148e36c");
});

test("every name gives a UUID of version 5", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(uuidOf(name)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(uuidOf(`${name}.`)).not.toBe(uuidOf(name));
    }),
  );
});

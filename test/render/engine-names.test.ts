import nunjucks from "nunjucks";
import { expect, test } from "vitest";
import { filterNames, testNames } from "../../src/render/engine-names.js";

test("the names of filters and tests are those of the engine", () => {
  const { filters, tests } = new nunjucks.Environment(null) as unknown as Record<"filters" | "tests", object>;
  expect(filterNames).toEqual(Object.keys(filters).sort());
  expect(testNames).toEqual(Object.keys(tests).sort());
});

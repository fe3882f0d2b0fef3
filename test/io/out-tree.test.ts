import { describe, expect, test } from "vitest";
import { retryBusy } from "../../src/io/out-tree.js";

/** Fails with these codes, one after the other, then gives "done". */
function failing(codes: readonly string[]): () => string {
  const left = [...codes];
  return () => {
    const code = left.shift();
    if (code === undefined) return "done";
    throw Object.assign(new Error(code), { code });
  };
}

describe("a file that another program holds open (as happens on Windows)", () => {
  test.each([["EPERM"], ["EBUSY"], ["EACCES"]])("%s: tried again, each time after a longer pause", (code) => {
    const pauses: number[] = [];
    expect(retryBusy(failing([code, code, code]), (pause) => pauses.push(pause))).toBe("done");
    expect(pauses).toEqual([10, 20, 40]);
  });

  test("given up after about two seconds", () => {
    const pauses: number[] = [];
    expect(() => retryBusy(failing(Array(99).fill("EBUSY")), (pause) => pauses.push(pause))).toThrow("EBUSY");
    const whole = pauses.reduce((sum, pause) => sum + pause, 0);
    expect(whole).toBeGreaterThan(1500);
    expect(whole).toBeLessThan(3000);
  });

  test("any other fault is thrown at once", () => {
    const pauses: number[] = [];
    expect(() => retryBusy(failing(["ENOSPC"]), (pause) => pauses.push(pause))).toThrow("ENOSPC");
    expect(pauses).toEqual([]);
  });
});

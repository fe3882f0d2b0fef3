// What goes through the memory that two threads share comes out whole and in its order, however far one is behind the other.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answer, openTextGiver, openTextTaker } from "../../src/io/text-ring.js";

const textOf = (index: number, length: number) => `${index} `.padEnd(length, "Chữ có dấu, 😀. ");

/** A few long texts fill the memory, many short ones the list of places. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ give: fc.integer({ min: 0, max: 60_000 }) }) },
  { weight: 1, arbitrary: fc.record({ give: fc.integer({ min: 500_000, max: 1_100_000 }) }) },
  { weight: 1, arbitrary: fc.record({ giveMany: fc.integer({ min: 500, max: 1500 }) }) },
  { weight: 2, arbitrary: fc.record({ take: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ take: fc.constant(2000) }) },
  { weight: 2, arbitrary: fc.constant("hear" as const) },
);

test("texts and answers come out whole, in their order", () => {
  let [refused, wrapped] = [0, 0];
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      const giver = openTextGiver();
      const taker = openTextTaker({ ...giver.shared, texts: undefined, looks: false });
      const { places } = giver.shared;
      const given: { readonly target: string; readonly text: string }[] = [];
      const answered: Answer[] = [];
      let [taken, heard] = [0, 0];
      const give = (length: number) => {
        const one = { target: `/đích/${given.length}.html`, text: textOf(given.length, length) };
        if (!giver.give({ target: one.target }, one.text)) {
          refused++;
          return;
        }
        const place = places[given.length % places.length] as number;
        if (given.length > 0 && place < (places[(given.length - 1) % places.length] as number)) wrapped++;
        given.push(one);
      };
      const take = (count: number) => {
        for (const end = Math.min(given.length, taken + count); taken < end; taken++) {
          const { file, bytes } = taker.take() ?? {};
          expect(file).toEqual({ target: given[taken]?.target });
          expect(Buffer.from(bytes ?? []).equals(Buffer.from(given[taken]?.text ?? ""))).toBe(true);
          const answer = answerFor(taken);
          taker.answer(answer);
          answered.push(answer);
        }
      };
      const hear = () => {
        const answers = giver.answers();
        expect(answers).toEqual(answered.slice(heard));
        heard += answers.length;
      };
      for (const one of steps) {
        if (one === "hear") hear();
        else if ("give" in one) give(one.give);
        else if ("take" in one) take(one.take);
        else for (let i = 0; i < one.giveMany; i++) give(20);
      }
      take(given.length);
      hear();
      expect(heard).toBe(given.length);
    }),
    { numRuns: 30 },
  );
  // Otherwise nothing was tried.
  expect(refused).toBeGreaterThan(0);
  expect(wrapped).toBeGreaterThan(0);
}, 60_000);

function answerFor(index: number): Answer {
  const hash = index.toString(16).padStart(8, "0");
  if (index % 7 === 3) return { problem: { message: `hỏng ${index}`, code: "EACCES", path: "/đích" } };
  return index % 2 === 0 ? { hash, isSame: false, facts: `12 ${index}` } : { hash, isSame: true };
}

test("a text that is too long for it is refused, and the longest answer is cut", () => {
  const giver = openTextGiver();
  const taker = openTextTaker({ ...giver.shared, texts: undefined, looks: false });
  expect(giver.give({ target: "/a" }, "x".repeat(1 << 21))).toBe(false);
  expect(giver.give({ target: "/a" }, "")).toBe(true);
  expect(giver.give({ target: "/b" }, "y")).toBe(true);
  expect(taker.take()?.file).toEqual({ target: "/a" });
  taker.answer({ problem: { message: "ễ".repeat(9000), code: "ENAMETOOLONG", path: "\\ễ".repeat(9000) } });
  const [answer] = giver.answers();
  expect(answer).toEqual({
    problem: { message: "ễ".repeat(1000), code: "ENAMETOOLONG", path: "\\ễ".repeat(500) },
  });
  // What comes after it is as it was.
  const next = taker.take();
  expect([next?.file, Buffer.from(next?.bytes ?? []).toString()]).toEqual([{ target: "/b" }, "y"]);
});

test("texts that are soon taken go through little memory", () => {
  const giver = openTextGiver();
  const taker = openTextTaker({ ...giver.shared, texts: undefined, looks: false });
  const { places } = giver.shared;
  let furthest = 0;
  for (let given = 0; given < 900; given++) {
    expect(giver.give({ target: `/${given}` }, textOf(given, 15_000))).toBe(true);
    furthest = Math.max(furthest, places[given] as number);
    // Twenty wait.
    if (given < 20) continue;
    expect(taker.take()?.file).toEqual({ target: `/${given - 20}` });
    taker.answer(answerFor(0));
    giver.answers();
  }
  expect(furthest).toBeLessThan(1 << 21);
});

test("the end comes after all texts", async () => {
  const giver = openTextGiver();
  const taker = openTextTaker({ ...giver.shared, texts: undefined, looks: false });
  giver.give({ target: "/a" }, "a");
  const ended = giver.end();
  expect(taker.take()?.file).toEqual({ target: "/a" });
  taker.answer({ hash: "0".repeat(8), isSame: false });
  expect(taker.take()).toBeUndefined();
  await ended;
  expect(giver.answers().length).toBe(1);
});

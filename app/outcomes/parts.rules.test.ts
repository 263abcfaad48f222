import { expect, test } from "vitest";
import { addUpParts, changeOfParts, checkParts, combineChosen } from "./parts.rules.ts";

const unit = "recorded crimes/incidents";
const nothing = { unit, better: "down" as const, statedChange: null, statedPercent: null };

function part(id: number, name: string, before: number | null, after: number | null) {
  const measured = (value: number | null, period: string) =>
    value === null ? null : { value, period, months: 12 };
  const [baseline, latest] = [measured(before, "2018/19"), measured(after, "2019/20")];
  return { id, name, unit, better: "down" as const, baseline, latest };
}

test("a text that says down is set beside its own table, which together gives up", () => {
  const burglary = [part(1, "Residential", 334, 324), part(2, "Business", 150, 189)];
  const whole = { ...nothing, baseline: null, latest: null, statedChange: "burglary was down in 2019/20" };
  const added = addUpParts(whole, burglary);
  expect(added).toMatchObject({
    baseline: { value: 484, period: "2018/19", months: 12 },
    latest: { value: 513, period: "2019/20", months: 12 },
  });
  const change = added && changeOfParts(whole, added, burglary);
  expect(change).toMatchObject({ text: "484 to 513, up 29 (+6.0%)", verdict: "bad" });
  expect(change?.stated).toEqual({ agrees: false, text: "Stated as a fall, computed +6.0%" });
  expect(change?.notes).toContain("Added up from its parts: Residential; Business.");
  expect(checkParts(whole, burglary)).toMatchObject({ agrees: null, text: "Its parts come to 513" });
});

test("parts that do not come to the stated whole are flagged, and the whole stays as stated", () => {
  const online = [part(1, "North", null, 85), part(2, "South", null, 56)];
  const whole = { ...nothing, baseline: null, latest: { value: 151, period: "2022/23", months: 13 } };
  expect(checkParts(whole, online)).toEqual({
    parts: [
      { id: 1, name: "North" },
      { id: 2, name: "South" },
    ],
    agrees: false,
    text: "Its parts come to 141, and 151 is stated",
  });
  expect(addUpParts(whole, online)).toBeNull();
  const right = { ...whole, latest: { ...whole.latest, value: 141 } };
  expect(checkParts(right, online)?.agrees).toBe(true);
});

test("a part without a reading is not taken for nothing, and no parts are no check", () => {
  const whole = { ...nothing, baseline: null, latest: null };
  expect(checkParts(whole, [part(1, "North", 1, null)])?.agrees).toBeNull();
  expect(checkParts(whole, [])).toBeNull();
  expect(addUpParts(whole, [part(1, "North", 1, 2)])).toBeNull();
});

test("of measures that somebody chose a part is not added to its whole, in which it is counted", () => {
  const own = { added: null, partOfId: null };
  const homes = { ...part(2, "Homes", 334, 324), ...own, partOfId: 1 };
  const shops = { ...part(3, "Shops", 150, 189), ...own, partOfId: 1 };
  const none = { ...part(1, "Burglary", null, null), ...own };
  const whole = { ...none, added: addUpParts({ ...nothing, baseline: null, latest: null }, [homes, shops]) };
  expect(combineChosen([homes, whole])).toEqual({
    ok: false,
    reason: "“Homes” is a part of “Burglary” and would be counted twice",
  });
  expect(combineChosen([homes, shops])).toMatchObject({ ok: true, reading: 513 });
  const theft = { ...part(4, "Theft", 10, 9), ...own };
  expect(combineChosen([whole, theft])).toMatchObject({ ok: true, baseline: 494, reading: 522 });
  expect(combineChosen([none, theft])).toMatchObject({ ok: false });
});

import { beforeAll, expect, test } from "vitest";
import { addMeasure } from "#app/outcomes/add-measure.server.ts";
import { changeMeasure } from "#app/outcomes/change-measure.server.ts";
import { getMeasure } from "#app/outcomes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { createPartnership, createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { beforeAndAfter, measure, PLAIN_MEASURE } from "./outcome-story.ts";

const register = useDatabase();
let context: Context;
let here: { kind: "partnership"; id: number };
let elsewhere: { kind: "partnership"; id: number };

beforeAll(async () => {
  const [one, other] = [await createPartnership(register.db), await createPartnership(register.db)];
  context = (await createPerson(register.db, { [one]: "officer", [other]: "officer" })).context;
  here = { kind: "partnership", id: one };
  elsewhere = { kind: "partnership", id: other };
});

test("a whole without figures is added up from its parts", async () => {
  const target = { better: "down", targetValue: 500, targetBy: "2020-03-31" } as const;
  const stated = { name: "Burglary", statedChange: "burglary was down" };
  const whole = await measure(context, here, { ...stated, ...target });
  const homes = await measure(context, here, { name: "Homes", partOfId: whole });
  const shops = await measure(context, here, { name: "Shops", partOfId: whole });
  await beforeAndAfter(context, homes, [334, "2018/19"], [324, "2019/20"]);
  await beforeAndAfter(context, shops, [150, "2018/19"], [189, "2019/20"]);
  const found = await getMeasure(context, whole);
  expect(found.change.text).toBe("484 to 513, up 29 (+6.0%)");
  expect(found.change.stated?.agrees).toBe(false);
  expect(found.parts?.parts.map(({ id }) => id)).toEqual([homes, shops]);
  expect(found.added).toMatchObject({ baseline: { value: 484 }, latest: { value: 513, period: "2019/20" } });
  expect(found.target).toEqual({ standing: "missed", text: "513 against 500" });
  expect((await getMeasure(context, homes)).added).toBeNull();
});

test("a part is of the whole’s partnership and unit, one level deep, and never of itself", async () => {
  const whole = await measure(context, here, { name: "Robbery" });
  const part = await measure(context, here, { name: "Street robbery", partOfId: whole });
  const refused = { ok: false, errors: { partOfId: expect.stringContaining("Choose a measure") } };
  const add = (subject: typeof here, partOfId: number, unit: string = PLAIN_MEASURE.unit) =>
    addMeasure(context, { ...PLAIN_MEASURE, subject, unit, partOfId });
  expect(await add(elsewhere, whole)).toEqual(refused);
  expect(await add(here, 999_999)).toEqual(refused);
  expect(await add(here, part)).toEqual(refused);
  expect(await add(here, whole, "people")).toEqual(refused);
  const change = (id: number, partOfId: number) =>
    changeMeasure(context, id, { ...PLAIN_MEASURE, partOfId, version: 1 });
  expect(await change(whole, whole)).toEqual(refused);
  const other = await measure(context, here, { name: "Theft" });
  expect(await change(whole, other)).toEqual(refused);
});

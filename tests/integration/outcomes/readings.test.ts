import { beforeAll, describe, expect, test } from "vitest";
import { changeMeasure } from "#app/outcomes/change-measure.server.ts";
import { changeReading } from "#app/outcomes/change-reading.server.ts";
import { addReading, getMeasure } from "#app/outcomes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createPartnership, createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { measure, PLAIN_MEASURE, PLAIN_READING } from "./outcome-story.ts";

const register = useDatabase();
let officer: Context;
let reader: Context;
let foreigner: Context;
let officerId = 0;
let partnership = 0;

beforeAll(async () => {
  partnership = await createPartnership(register.db);
  const other = await createPartnership(register.db);
  const person = await createPerson(register.db, { [partnership]: "officer" });
  officer = person.context;
  officerId = person.id;
  reader = (await createPerson(register.db, { [partnership]: "reader", [other]: "manager" })).context;
  foreigner = (await createPerson(register.db, { [other]: "manager" })).context;
});

const newMeasure = (unit = "incidents") =>
  measure(officer, { kind: "partnership", id: partnership }, { unit });

async function recorded(
  measureId: number,
  parts: Partial<Parameters<typeof addReading>[2]>,
): Promise<number> {
  const result = await addReading(officer, measureId, { ...PLAIN_READING, ...parts });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value.readingId;
}

const entriesOf = (readingId: number) =>
  register.db.read
    .selectFrom("audit_entry")
    .select(["action", "actor_id", "before_json", "after_json"])
    .where("record_type", "=", "reading")
    .where("record_id", "=", String(readingId))
    .orderBy("seq")
    .execute();

describe("a reading", () => {
  test("is recorded with the length of its period and an audit entry", async () => {
    const measureId = await newMeasure();
    const id = await recorded(measureId, { value: 1.5, period: "1 Mar 2022 - 31 May 2023", note: "Rounded" });
    expect((await getMeasure(officer, measureId)).readings).toEqual([
      {
        id,
        kind: "reading",
        period: "1 Mar 2022 - 31 May 2023",
        periodStated: "1 Mar 2022 - 31 May 2023",
        periodFrom: null,
        periodTo: null,
        months: 15,
        days: null,
        value: 1.5,
        isDerived: false,
        note: "Rounded",
      },
    ]);
    const entries = await entriesOf(id);
    expect(entries).toMatchObject([{ action: "record reading", actor_id: officerId, before_json: null }]);
    expect(JSON.parse(entries[0]?.after_json ?? "")).toMatchObject({
      measure_id: measureId,
      value: 1.5,
      months: 15,
    });
  });

  test("of a period that is not yet over is refused, new or changed", async () => {
    const measureId = await newMeasure();
    const ahead = { ...PLAIN_READING, period: "half", periodFrom: "2127-04-01", periodTo: "2127-09-30" };
    expect(await addReading(officer, measureId, ahead)).toHaveProperty("errors.periodFrom");
    const readingId = await recorded(measureId, { value: 1 });
    const until = { ...ahead, periodFrom: null, version: (await getMeasure(officer, measureId)).version };
    expect(await changeReading(officer, { measureId, readingId }, until)).toMatchObject({
      errors: { periodTo: "The period must be over: it ends on 30 September 2127" },
    });
    expect((await getMeasure(officer, measureId)).latest).toMatchObject({ id: readingId, period: "2019/20" });
  });

  test("keeps four decimals, a value below 0 where that can be, and a value that is not recorded", async () => {
    const measureId = await newMeasure("points");
    for (const [index, value] of [0.0001, -12.3456, 12_345_678_901.2345, 0, null].entries())
      await recorded(measureId, { value, period: `201${index}/1${index + 1}` });
    const { readings } = await getMeasure(officer, measureId);
    expect(readings.map((reading) => reading.value)).toEqual([
      0.0001,
      -12.3456,
      12_345_678_901.2345,
      0,
      null,
    ]);
  });

  test("below 0 is refused of what is counted, new or changed, and a change may be below 0", async () => {
    const measureId = await newMeasure("people");
    const below = { ...PLAIN_READING, value: -5 };
    const refused = { ok: false, errors: { value: "Value must be 0 or more: it counts people" } };
    expect(await addReading(officer, measureId, below)).toEqual(refused);
    const readingId = await recorded(measureId, { value: 0 });
    expect(await changeReading(officer, { measureId, readingId }, { ...below, version: 1 })).toEqual(refused);
    expect((await getMeasure(officer, measureId)).latest).toMatchObject({ value: 0 });
    await recorded(await newMeasure("per cent change"), { value: -5 });
  });

  test("a unit that counts is refused where a value below 0 is recorded, until that is put right", async () => {
    const measureId = await newMeasure("points");
    const readingId = await recorded(measureId, { value: -5 });
    const unit = async (name: string) => {
      const { version } = await getMeasure(officer, measureId);
      return changeMeasure(officer, measureId, { ...PLAIN_MEASURE, unit: name, version });
    };
    expect(await unit("people")).toEqual({
      ok: false,
      errors: {
        unit: expect.stringContaining(
          "What is recorded is below 0: −5 (2019/20). Nothing that counts people",
        ),
      },
    });
    expect((await getMeasure(officer, measureId)).unit).toBe("points");
    expect((await unit("score")).ok).toBe(true);
    const { version } = await getMeasure(officer, measureId);
    await changeReading(officer, { measureId, readingId }, { ...PLAIN_READING, value: 0, version });
    expect((await unit("people")).ok).toBe(true);
  });

  test("for the period of another is refused with that one, new or changed, and nothing is kept of it", async () => {
    const measureId = await newMeasure();
    await recorded(measureId, { value: 371, period: "2025/26" });
    const again = { ...PLAIN_READING, value: 360, period: "12 months to March 2026" };
    const refused = {
      ok: false,
      errors: {
        period:
          "There is a reading for this period, 2025/26 (371): change that one, or say which other period this is",
      },
    };
    expect(await addReading(officer, measureId, again)).toEqual(refused);
    const dates = { period: null, periodFrom: "2025-04-01", periodTo: "2026-03" };
    expect(await addReading(officer, measureId, { ...again, ...dates })).toEqual(refused);
    const readingId = await recorded(measureId, { value: 400, period: "2024/25" });
    const version = 1;
    const ids = { measureId, readingId };
    expect(await changeReading(officer, ids, { ...again, version })).toEqual(refused);
    const found = await getMeasure(officer, measureId);
    expect([found.readings.map(({ value }) => value), found.version]).toEqual([[400, 371], 1]);
    expect(await changeReading(officer, ids, { ...again, period: "2024/25", version })).toMatchObject({
      ok: true,
    });
    await recorded(measureId, { ...again, kind: "baseline" });
    await recorded(await newMeasure(), { value: 360, period: "2025/26" });
  });

  test("of an earlier period that is recorded later does not become the latest", async () => {
    const measureId = await newMeasure();
    await recorded(measureId, { value: 20, period: "2021/22" });
    await recorded(measureId, { value: 10, period: "2020/21" });
    await recorded(measureId, { value: 15, period: null, periodFrom: "2021-04", periodTo: "2021-09" });
    const found = await getMeasure(officer, measureId);
    expect(found.readings.map((reading) => reading.period)).toEqual([
      "2020/21",
      "April 2021 to September 2021",
      "2021/22",
    ]);
    expect(found.latest).toMatchObject({ value: 20, months: 12 });
    expect(found.readings[1]?.months).toBe(6);
    await recorded(measureId, { value: 9, period: null, periodFrom: "2026-01-15", periodTo: "2026-03-01" });
    expect((await getMeasure(officer, measureId)).latest).toMatchObject({ months: null, days: 46 });
  });

  test("is put right; what stood before stays in the audit log", async () => {
    const measureId = await newMeasure();
    const readingId = await recorded(measureId, { value: 73, period: "6 months to June 2020" });
    const right = { ...PLAIN_READING, value: 37, period: "6 months to December 2020", version: 1 };
    expect(await changeReading(officer, { measureId, readingId }, right)).toEqual({
      ok: true,
      value: { readingId },
    });
    expect((await getMeasure(officer, measureId)).latest).toMatchObject({ value: 37, months: 6 });
    const entries = await entriesOf(readingId);
    expect(entries.map((entry) => entry.action)).toEqual(["record reading", "change reading"]);
    expect(JSON.parse(entries[1]?.before_json ?? "")).toMatchObject({ value: 73 });
    await expect(changeReading(officer, { measureId, readingId }, right)).rejects.toThrow(StaleError);
    expect((await entriesOf(readingId)).length).toBe(2);
  });
});

describe("the baseline", () => {
  const refused = {
    ok: false,
    errors: { kind: "This measure has a baseline. Change that one, or record this as a reading" },
  };

  test("is one: a second is refused and leaves nothing behind", async () => {
    const measureId = await newMeasure();
    const readingId = await recorded(measureId, { kind: "baseline", period: "2018/19" });
    const later = await recorded(measureId, {});
    expect(await addReading(officer, measureId, { ...PLAIN_READING, kind: "baseline" })).toEqual(refused);
    const asBaseline = { ...PLAIN_READING, kind: "baseline", version: 1 } as const;
    expect(await changeReading(officer, { measureId, readingId: later }, asBaseline)).toEqual(refused);
    const found = await getMeasure(officer, measureId);
    expect([found.baseline?.id, found.readings.length, found.version]).toEqual([readingId, 1, 1]);
    expect(await changeReading(officer, { measureId, readingId }, asBaseline)).toMatchObject({ ok: true });
  });
});

describe("who records readings", () => {
  test("nobody of another partnership: the measure answers like one that does not exist", async () => {
    const measureId = await newMeasure();
    const readingId = await recorded(measureId, {});
    const change = { ...PLAIN_READING, version: 1 };
    await expect(addReading(foreigner, measureId, PLAIN_READING)).rejects.toThrow(NotFoundError);
    await expect(addReading(foreigner, 999_999, PLAIN_READING)).rejects.toThrow(NotFoundError);
    await expect(changeReading(foreigner, { measureId, readingId }, change)).rejects.toThrow(NotFoundError);
  });

  test("no reader, whatever they are elsewhere", async () => {
    const measureId = await newMeasure();
    const readingId = await recorded(measureId, {});
    const change = { ...PLAIN_READING, version: 1 };
    await expect(addReading(reader, measureId, PLAIN_READING)).rejects.toThrow(ForbiddenError);
    await expect(changeReading(reader, { measureId, readingId }, change)).rejects.toThrow(ForbiddenError);
  });

  test("a reading of another measure is not changed through this one", async () => {
    const [one, other] = [await newMeasure(), await newMeasure()];
    const readingId = await recorded(other, {});
    const ids = { measureId: one, readingId };
    await expect(changeReading(officer, ids, { ...PLAIN_READING, version: 1 })).rejects.toThrow(
      NotFoundError,
    );
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { changeMeasure } from "#app/outcomes/change-measure.server.ts";
import { addMeasure, getMeasure, listMeasures } from "#app/outcomes/index.server.ts";
import type { NewMeasure } from "#app/outcomes/measure.schema.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createPartnership, createPerson, createProject } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { measure, PLAIN_MEASURE } from "./outcome-story.ts";

const register = useDatabase();
let eastleigh = 0;
let project = 0;
let manager: Context;
let reader: Context;
let foreigner: Context;

beforeAll(async () => {
  eastleigh = await createPartnership(register.db, "Eastleigh");
  const winchester = await createPartnership(register.db, "Winchester");
  project = await createProject(register.db, eastleigh, "NEET Project");
  manager = (await createPerson(register.db, { [eastleigh]: "manager" })).context;
  reader = (await createPerson(register.db, { [eastleigh]: "reader", [winchester]: "officer" })).context;
  foreigner = (await createPerson(register.db, { [winchester]: "officer" })).context;
});

const onProject = () => ({ kind: "project", id: project }) as const;
const onPartnership = () => ({ kind: "partnership", id: eastleigh }) as const;

describe("a measure", () => {
  test("of a project is of the project’s partnership, and says what it said", async () => {
    const id = await measure(manager, onProject(), {
      unit: "per cent",
      better: "up",
      targetValue: 62.5,
      targetBy: "2021-03",
      statedPercent: -31.5,
      caveat: "Overlaps the lockdown",
    });
    expect(await getMeasure(manager, id)).toMatchObject({
      partnershipId: eastleigh,
      projectId: project,
      targetValue: 62.5,
      targetBy: "2021-03",
      statedPercent: -31.5,
      caveat: "Overlaps the lockdown",
      baseline: null,
      latest: null,
      source: null,
      version: 1,
    });
  });

  test("is recorded once where two record it at once, and again of another area or project", async () => {
    const record = (change: Partial<NewMeasure> = {}) =>
      addMeasure(manager, { ...PLAIN_MEASURE, name: "Lamps out", subject: onProject(), ...change });
    const results = await Promise.all([record(), record({ name: "LAMPS out", unit: "Incidents" }), record()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(
      Array(2).fill({
        ok: false,
        errors: { name: expect.stringContaining("This is measured here already") },
      }),
    );
    for (const change of [{ area: "North ward" }, { unit: "calls" }, { subject: onPartnership() }]) {
      expect((await record(change)).ok, JSON.stringify(change)).toBe(true);
    }
  });

  test("of a partnership as a whole belongs to no project", async () => {
    const id = await measure(manager, onPartnership());
    expect(await getMeasure(manager, id)).toMatchObject({ partnershipId: eastleigh, projectId: null });
  });

  test("is changed with an audit entry, and not over somebody else’s change", async () => {
    const id = await measure(manager, onProject(), { name: "Incidents by day" });
    const change = { ...PLAIN_MEASURE, name: "Incidents at night", version: 1 };
    expect(await changeMeasure(manager, id, change)).toEqual({ ok: true, value: { measureId: id } });
    await expect(changeMeasure(manager, id, change)).rejects.toThrow(StaleError);
    const entries = await register.db.read
      .selectFrom("audit_entry")
      .select(["action", "before_json", "after_json"])
      .where("record_type", "=", "measure")
      .where("record_id", "=", String(id))
      .orderBy("seq")
      .execute();
    expect(entries.map((entry) => entry.action)).toEqual(["add measure", "change measure"]);
    expect(JSON.parse(entries[1]?.before_json ?? "")).toMatchObject({ name: "Incidents by day", version: 1 });
    expect(JSON.parse(entries[1]?.after_json ?? "")).toMatchObject({
      name: "Incidents at night",
      version: 2,
    });
  });

  test("carries the document that states it", async () => {
    const documentId = await register.db.write(async (trx) => {
      const row = { code: "annual-report", title: "Annual report", meeting_date: "2021-01-28" };
      return (await trx.insertInto("source_document").values(row).returning("id").executeTakeFirstOrThrow())
        .id;
    });
    const input = { ...PLAIN_MEASURE, subject: onProject() };
    const result = await addMeasure(manager, input, { documentId, paragraph: "19" });
    const id = result.ok ? result.value.measureId : 0;
    expect((await getMeasure(manager, id)).source).toMatchObject({ title: "Annual report", paragraph: "19" });
  });
});

describe("who reads and writes measures", () => {
  test("a foreign measure answers like one that does not exist", async () => {
    const id = await measure(manager, onProject());
    await expect(getMeasure(foreigner, id)).rejects.toThrow(NotFoundError);
    await expect(getMeasure(foreigner, 999_999)).rejects.toThrow(NotFoundError);
    await expect(changeMeasure(foreigner, id, { ...PLAIN_MEASURE, version: 1 })).rejects.toThrow(
      NotFoundError,
    );
    expect(await listMeasures(foreigner)).toEqual([]);
    expect(await listMeasures(foreigner, { projectIds: [project], partnershipIds: [eastleigh] })).toEqual([]);
  });

  test("an officer of another partnership records none on its projects or on it", async () => {
    for (const subject of [onProject(), onPartnership(), { kind: "partnership", id: 999_999 } as const]) {
      await expect(addMeasure(foreigner, { ...PLAIN_MEASURE, subject })).rejects.toThrow(NotFoundError);
    }
  });

  test("a reader reads it and does not write it, officer elsewhere or not", async () => {
    const id = await measure(manager, onProject());
    expect((await getMeasure(reader, id)).id).toBe(id);
    await expect(addMeasure(reader, { ...PLAIN_MEASURE, subject: onProject() })).rejects.toThrow(
      ForbiddenError,
    );
    await expect(changeMeasure(reader, id, { ...PLAIN_MEASURE, version: 1 })).rejects.toThrow(ForbiddenError);
  });

  test("finance seals money and records no outcomes", async () => {
    const { context } = await createPerson(register.db, { [eastleigh]: "finance" });
    await expect(addMeasure(context, { ...PLAIN_MEASURE, subject: onProject() })).rejects.toThrow(
      ForbiddenError,
    );
  });

  test("the list has those of projects first, then those of the partnership, as they were recorded", async () => {
    const bournemouth = await createPartnership(register.db, "Bournemouth");
    const { context } = await createPerson(register.db, { [bournemouth]: "officer" });
    const [first, second] = [
      await createProject(register.db, bournemouth),
      await createProject(register.db, bournemouth),
    ];
    const whole = await measure(context, { kind: "partnership", id: bournemouth });
    const late = await measure(context, { kind: "project", id: second });
    const early = await measure(context, { kind: "project", id: first });
    expect((await listMeasures(context)).map(({ id }) => id)).toEqual([early, late, whole]);
    expect((await listMeasures(context, { projectIds: [second] })).map(({ id }) => id)).toEqual([late]);
  });
});

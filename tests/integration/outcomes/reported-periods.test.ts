import { beforeAll, describe, expect, test } from "vitest";
import { submitReturn } from "#app/awards/returns/record-return.server.ts";
import { figuresOn } from "#app/awards/returns/return-figures.queries.server.ts";
import { scheduleReturns } from "#app/awards/returns/schedule-returns.server.ts";
import { recordSpend } from "#app/claims/index.server.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { changeReading } from "#app/outcomes/change-reading.server.ts";
import { earlierReadings } from "#app/outcomes/earlier-readings.queries.server.ts";
import { addReading, getMeasure } from "#app/outcomes/index.server.ts";
import type { NewReading } from "#app/outcomes/reading.schema.ts";
import type { Context } from "#app/platform/context.server.ts";
import {
  createAward,
  createPartnership,
  createPerson,
  createProject,
  operatorContext,
} from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { done, refusal } from "../awards/award-story.ts";
import { measure, PLAIN_READING } from "./outcome-story.ts";

const register = useDatabase();
let officer: Context;
let partnershipId = 0;

beforeAll(async () => {
  partnershipId = await createPartnership(register.db);
  officer = (await createPerson(register.db, { [partnershipId]: "officer" })).context;
});

/** A project, and an award that pays it; the return of the award for the half-year to 31 March 2026 was sent. */
async function reported() {
  const projectId = await createProject(register.db, partnershipId, "Lighting");
  const awardId = await createAward(register.db, [partnershipId], { lead: true });
  const lines = [line({ partnershipId, projectId, financialYear: 2025, amountPence: 900 })];
  await seal(operatorContext(register.db), awardId, { amountPence: 900, effectiveOn: "2025-04-01", lines });
  const period = { periodFrom: "2025-10-01", periodTo: "2026-03-31" };
  const returns = await scheduleReturns(officer, awardId, { rhythm: "once", ...period, dueDays: null });
  const ids = { awardId, returnId: done(returns).returnIds[0] ?? 0 };
  const sent = { version: 1, submittedOn: "2026-04-20", funderReference: null, note: null };
  done(await submitReturn(officer, ids, sent));
  const measureId = await measure(officer, { kind: "project", id: projectId });
  return { projectId, awardId, measureId };
}

const read = (measureId: number, parts: Partial<NewReading>) =>
  addReading(officer, measureId, { ...PLAIN_READING, ...parts });

describe("a reading of a period that was reported", () => {
  test("needs the reason, whether its end stands in dates or only in words", async () => {
    const { measureId } = await reported();
    for (const period of ["3 months to March 2026", "2025/26", "Q3 2025/26", "January - March 2026"]) {
      expect(refusal(await read(measureId, { period })), period).toEqual({
        note: expect.stringContaining("enter in the note why"),
      });
    }
    expect(refusal(await read(measureId, { period: null, periodTo: "2026-01" }))).toHaveProperty("note");
    done(await read(measureId, { period: "3 months to March 2026", note: "Counted again" }));
    done(await read(measureId, { period: "3 months to June 2026" }));
    done(await read(measureId, { period: "2024/25" }));
  });

  test("asks for its end, or the reason, where its words do not say when it ended", async () => {
    const { measureId } = await reported();
    const vague = { period: "winter" };
    expect(Object.keys(refusal(await read(measureId, vague)))).toEqual(["periodTo", "note"]);
    expect(refusal(await read(measureId, { ...vague, periodTo: "2026-02" }))).toHaveProperty("note");
    done(await read(measureId, { ...vague, periodTo: "2026-04-30" }));
    done(await read(measureId, { ...vague, note: "Counted again" }));
    const unreported = await createProject(register.db, partnershipId, "Unreported");
    done(await read(await measure(officer, { kind: "project", id: unreported }), vague));
  });

  test("is put right only with a reason, also out of a period that words alone name", async () => {
    const { measureId } = await reported();
    const kept = done(await read(measureId, { period: "year to March 2026", note: "Late" }));
    const ids = { measureId, readingId: kept.readingId };
    const { version } = await getMeasure(officer, measureId);
    const right = { ...PLAIN_READING, period: "year to June 2026", note: "Late", version };
    expect(refusal(await changeReading(officer, ids, right))).toHaveProperty("note");
    done(await changeReading(officer, ids, { ...right, note: "It was the year to June" }));
  });

  test("keeps what stood before it was put right, with who, when and why", async () => {
    const { measureId } = await reported();
    const period = "year to March 2026";
    const { readingId } = done(await read(measureId, { period, value: 371, note: "Late" }));
    expect(await earlierReadings(officer, [readingId])).toEqual({});
    const right = async (value: number, note: string) => {
      const { version } = await getMeasure(officer, measureId);
      const entry = { ...PLAIN_READING, period, value, note, version };
      done(await changeReading(officer, { measureId, readingId }, entry));
    };
    await right(360, "Counted again");
    await right(355, "Counted twice");
    const { [readingId]: earlier } = await earlierReadings(officer, [readingId]);
    const { name } = officer.actor as { name: string };
    expect(earlier).toEqual([
      `Until ${formatDate(officer.today)}: 360, with the note “Counted again”. Changed by ${name}: Counted twice`,
      `Until ${formatDate(officer.today)}: 371, with the note “Late”. Changed by ${name}: Counted again`,
    ]);
  });
});

describe("the figures that are kept with a return", () => {
  const spend = (projectId: number | null, amountPence: number, periodTo = "2026-03-31") => ({
    periodFrom: "2026-01-01",
    periodTo,
    evidence: "Ledger",
    reason: "Found later",
    lines: [{ stream: null, projectId, amountPence }],
  });
  const kept = (awardId: number) =>
    figuresOn(register.db.read, awardId, { day: "2026-04-20", periodTo: "2026-03-31" });

  test("have what was spent by then, also of what is no onward grant", async () => {
    const { awardId, projectId } = await reported();
    expect(await kept(awardId)).toMatchObject({ spentPence: null, passedOnPence: 0 });
    done(await recordSpend(officer, awardId, spend(projectId, 250)));
    const later = { ...spend(null, 70, "2026-06-30"), periodFrom: "2026-04-01" };
    done(await recordSpend(officer, awardId, later));
    expect(await kept(awardId)).toMatchObject({ spentPence: 250, passedOnPence: 0 });
  });

  test("have the readings of every project that is paid: in words, by an award inside it, or by what was spent", async () => {
    const { awardId, measureId } = await reported();
    const [inside, spentOn, other] = [
      await createProject(register.db, partnershipId, "Inside"),
      await createProject(register.db, partnershipId, "Spent on"),
      await createProject(register.db, partnershipId, "Of another award"),
    ];
    const inner = await createAward(register.db, [partnershipId], { lead: true });
    const out = {
      awardId,
      partnershipId,
      financialYear: 2025,
      projectId: null,
      priorityId: null,
      stream: null,
    };
    const lines = [
      line({ partnershipId, projectId: inside, financialYear: 2025, amountPence: 100, inside: out }),
    ];
    await seal(operatorContext(register.db), inner, { amountPence: 100, effectiveOn: "2025-04-01", lines });
    done(await recordSpend(officer, awardId, spend(spentOn, 10)));
    const measures = [measureId];
    for (const id of [inside, spentOn, other]) measures.push(await measure(officer, { kind: "project", id }));
    for (const id of measures) {
      for (const [period, value] of [
        ["2025/26", 7],
        ["3 months to December 2025", 8],
        ["3 months to June 2026", 9],
      ] as const) {
        done(await read(id, { period, value, note: "Counted" }));
      }
    }
    const { readings } = await kept(awardId);
    expect(readings.map((reading) => [reading.measureId, reading.period, reading.value])).toEqual(
      measures.slice(0, 3).map((id) => [id, "2025/26", 7]),
    );
  });
});

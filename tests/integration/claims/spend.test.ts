import { beforeAll, describe, expect, it } from "vitest";
import { scheduleReturns, submitReturn } from "#app/awards/index.server.ts";
import { actOnOnwardGrant } from "#app/awards/onward/act-on-onward-grant.server.ts";
import { newOnwardGrantSchema } from "#app/awards/onward/onward-grant.schema.ts";
import { recordOnwardGrant } from "#app/awards/onward/record-onward-grant.server.ts";
import {
  correctSpend,
  moneyOfAward,
  recordSpend,
  spentByAwardYear,
  spentOfProject,
  verifyClaims,
} from "#app/claims/index.server.ts";
import { listSpend } from "#app/claims/spend/spend.queries.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import * as make from "#tests/factories/register.ts";
import { line } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, done, refusal, soleAward } from "../awards/award-story.ts";

const register = useDatabase();
let story: AwardStory;
let projectId: number;

beforeAll(async () => {
  story = await awardStory(register.db);
  projectId = await make.createProject(register.db, story.lead);
});

/** £100 for 2024 to 2025, for a project, and £50 for 2025 to 2026. */
const award = () =>
  soleAward(story, {
    amountPence: 15_000,
    lines: [
      line({
        partnershipId: story.lead,
        financialYear: 2024,
        projectId,
        stream: "revenue",
        amountPence: 10_000,
      }),
      line({ partnershipId: story.lead, financialYear: 2025, stream: "revenue", amountPence: 5_000 }),
    ],
  });

const spend = (amountPence: number, parts: { reason?: string; year?: number; projectId?: number } = {}) => ({
  periodFrom: `${parts.year ?? 2024}-04-01`,
  periodTo: `${parts.year ?? 2024}-06-30`,
  lines: [{ stream: "revenue" as const, projectId: parts.projectId ?? null, amountPence }],
  evidence: "The ledger report",
  reason: parts.reason ?? null,
});

describe("what was spent of an award", () => {
  it("stands by year, stream and project, for the award, for the project and in the totals of awards", async () => {
    const awardId = await award();
    done(await recordSpend(story.officer, awardId, spend(3_000, { projectId })));
    done(await recordSpend(story.officer, awardId, spend(1_000, { year: 2025 })));
    expect(await spentByAwardYear(story.reader, [awardId])).toEqual([
      { awardId, financialYear: 2024, pence: 3_000 },
      { awardId, financialYear: 2025, pence: 1_000 },
    ]);
    expect(await spentByAwardYear(story.stranger, [awardId])).toEqual([]);
    expect(await spentByAwardYear(story.reader, [])).toEqual([]);
    expect(await spentByAwardYear(story.reader)).toEqual(
      expect.arrayContaining([{ awardId, financialYear: 2025, pence: 1_000 }]),
    );
    expect(await spentOfProject(story.reader, projectId)).toMatchObject([{ awardId, pence: 3_000 }]);
    const { lines, figures } = await moneyOfAward(story.reader, awardId);
    expect(lines.map((row) => [row.financialYear, row.awardedPence, row.spentPence])).toEqual([
      [2024, 10_000, 3_000],
      [2025, 5_000, 1_000],
    ]);
    expect(figures).toMatchObject({ spentPence: 4_000, leftPence: 11_000, unclaimedPence: 4_000 });
  });

  it("counts what was paid to delivery organisations in the year of the payment", async () => {
    const awardId = await award();
    const grant = newOnwardGrantSchema.parse({ recipient: "Refuge", amountPence: "20" });
    const { id: grantId } = done(await recordOnwardGrant(story.officer, awardId, null, grant));
    const answers = {
      amountPence: 1_500,
      happenedOn: "2025-05-02",
      reference: null,
      reason: "The award letter",
    };
    done(await actOnOnwardGrant(story.finance, { awardId, grantId }, "pay", 1, answers));
    done(
      await actOnOnwardGrant(story.finance, { awardId, grantId }, "return", 2, {
        ...answers,
        amountPence: 200,
      }),
    );
    expect(await spentByAwardYear(story.reader, [awardId])).toEqual([
      { awardId, financialYear: 2025, pence: 1_300 },
    ]);
  });

  it("is corrected by a later entry with a reason, and what it said stays", async () => {
    const awardId = await award();
    const spendId = done(await recordSpend(story.officer, awardId, spend(3_000))).ids[0] as number;
    const correct = (version: number, amountPence: number) =>
      correctSpend(
        story.finance,
        { awardId, spendId },
        { version, amountPence, reason: "Twice", evidence: null },
      );
    done(await correct(1, 1_000));
    await expect(correct(1, 2_000)).rejects.toThrow(StaleError);
    expect(refusal(await correct(2, 1_000))).toEqual({ amountPence: "It says £10 already" });
    done(await correct(2, 0));
    const [entry] = await listSpend(register.db.read, awardId);
    expect(entry).toMatchObject({
      amountPence: 3_000,
      currentPence: 0,
      corrections: [{ reason: "Twice" }, {}],
    });
    expect(await spentByAwardYear(story.reader, [awardId])).toMatchObject([{ pence: 0 }]);
  });

  it("of two corrections at once takes one", async () => {
    const awardId = await award();
    const spendId = done(await recordSpend(story.officer, awardId, spend(3_000))).ids[0] as number;
    const steps = await Promise.allSettled(
      [1_000, 2_000].map((amountPence) =>
        correctSpend(
          story.finance,
          { awardId, spendId },
          { version: 1, amountPence, reason: "Wrong", evidence: null },
        ),
      ),
    );
    expect(steps.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("needs a reason in a period that was reported", async () => {
    const awardId = await award();
    const returns = {
      rhythm: "quarterly" as const,
      periodFrom: "2024-04-01",
      periodTo: "2024-06-30",
      dueDays: null,
    };
    const returnId = done(await scheduleReturns(story.officer, awardId, returns)).returnIds[0] as number;
    const sent = { version: 1, submittedOn: null, funderReference: null, note: null };
    done(await submitReturn(story.officer, { awardId, returnId }, sent));
    expect(refusal(await recordSpend(story.officer, awardId, spend(1)))).toEqual({
      reason: "The return for this period was sent: enter why more is recorded for it",
    });
    done(await recordSpend(story.officer, awardId, spend(1, { reason: "An invoice came late" })));
  });

  it("is written by the award’s people alone, for their own projects", async () => {
    const awardId = await award();
    await expect(recordSpend(story.reader, awardId, spend(1))).rejects.toThrow(ForbiddenError);
    await expect(recordSpend(story.stranger, awardId, spend(1))).rejects.toThrow(NotFoundError);
    const foreign = await make.createProject(register.db, story.foreign);
    expect(refusal(await recordSpend(story.officer, awardId, spend(1, { projectId: foreign })))).toEqual({
      "lines.0.projectId": "Choose one of the projects listed",
    });
  });

  it("is recorded once by two who enter the same at once; as much again needs a reason", async () => {
    const awardId = await award();
    const both = await Promise.all(
      [story.officer, story.finance].map((one) => recordSpend(one, awardId, spend(3_000))),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const quicker = (await listSpend(register.db.read, awardId))[0]?.recordedBy;
    const already = `Spend 1, recorded by ${quicker}, is £30 for days of this period too: enter why as much is recorded again`;
    expect(both.find(({ ok }) => !ok)).toMatchObject({ errors: { reason: already } });
    const inMay = { ...spend(3_000), periodFrom: "2024-05-01", periodTo: "2024-05-31" };
    expect(refusal(await recordSpend(story.officer, awardId, inMay))).toEqual({ reason: already });
    done(
      await recordSpend(story.officer, awardId, { ...inMay, reason: "A second invoice of the same size" }),
    );
    for (const other of [spend(3_001), spend(3_000, { projectId }), spend(3_000, { year: 2025 })]) {
      done(await recordSpend(story.officer, awardId, other));
    }
    // What was corrected is recorded anew.
    const [first] = await listSpend(register.db.read, awardId);
    const wrong = { version: 1, amountPence: 0, reason: "The wrong quarter", evidence: null };
    done(await correctSpend(story.officer, { awardId, spendId: first?.id ?? 0 }, wrong));
    const inApril = { ...spend(3_000), periodTo: "2024-04-30" };
    done(await recordSpend(story.officer, awardId, inApril));
  });
});

describe("the database itself", () => {
  it("refuses spend that changes, is deleted, mixes years or corrects another award’s", async () => {
    const [awardId, other] = [await award(), await award()];
    const spendId = done(await recordSpend(story.officer, awardId, spend(3_000))).ids[0] as number;
    const write = (change: Parameters<typeof register.db.write>[0]) =>
      expect(register.db.write(change)).rejects;
    await write((trx) =>
      trx.updateTable("spend").set({ amount_pence: 1 }).where("id", "=", spendId).execute(),
    ).toThrow();
    await write((trx) => trx.deleteFrom("spend").where("id", "=", spendId).execute()).toThrow();
    const row = {
      award_id: other,
      number: 9,
      period_from: "2024-04-01",
      period_to: "2024-06-30",
      financial_year: 2024,
      amount_pence: -1,
      corrects_id: spendId,
      reason: "Past the guards",
      recorded_at: "2026-11-21T09:00:00.000Z",
    };
    await write((trx) => trx.insertInto("spend").values(row).execute()).toThrow();
    const mixed = { ...row, award_id: awardId, financial_year: 2025 };
    await write((trx) => trx.insertInto("spend").values(mixed).execute()).toThrow();
    expect(await verifyClaims(story.finance)).toEqual([]);
  });

  it("is proved by verify, which names what was corrected below £0 or elsewhere", async () => {
    const awardId = await make.createAward(register.db, [story.lead], { reference: "A-SPEND" });
    const spendId = done(await recordSpend(story.officer, awardId, spend(100))).ids[0] as number;
    await register.db.write((trx) =>
      trx
        .insertInto("spend")
        .values({
          award_id: awardId,
          number: 2,
          period_from: "2024-04-01",
          period_to: "2024-06-30",
          financial_year: 2024,
          amount_pence: -101,
          corrects_id: spendId,
          reason: "Past the guards",
          recorded_at: "2026-11-21T09:00:00.000Z",
        })
        .execute(),
    );
    expect(await verifyClaims(story.finance)).toEqual([
      "Award A-SPEND, spend 1: its corrections leave −£0.01",
      "Award A-SPEND, spend 1: a correction is of another period, stream or project",
    ]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { listAwards } from "#app/awards/award-list.queries.server.ts";
import { getAward } from "#app/awards/awards.queries.server.ts";
import { checkDraft } from "#app/awards/draft-check.queries.server.ts";
import { findDraft } from "#app/awards/drafts.queries.server.ts";
import { newOnwardGrantSchema } from "#app/awards/onward/onward-grant.schema.ts";
import { recordOnwardGrant } from "#app/awards/onward/record-onward-grant.server.ts";
import { recordOverAllocation } from "#app/awards/over-allocation/record-over-allocation.server.ts";
import { sealNextVersion } from "#app/awards/seal-next-version.server.ts";
import { startNextVersion } from "#app/awards/start-next-version.server.ts";
import { findDuties } from "#app/awards/status/duties.queries.server.ts";
import { listCarryOvers } from "#app/claims/carry-over/carry-overs.queries.server.ts";
import { listCarried } from "#app/claims/claims.queries.server.ts";
import {
  actOnClaim,
  findClaimFigures,
  forecastsOfYear,
  listClaims,
  makeClaim,
  moneyOfAward,
  recordCarryOver,
  recordSpend,
  saveForecast,
  verifyClaims,
} from "#app/claims/index.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { listAwardStatus } from "#app/standing/award-status/award-status.queries.server.ts";
import { underspentOf } from "#app/standing/year-end/underspent.queries.server.ts";
import { yearFiguresOf } from "#app/standing/year-end/year-figures.queries.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  type AwardStory,
  awardStory,
  details,
  done,
  refusal,
  soleAward,
  typed,
} from "../awards/award-story.ts";

const register = useDatabase();
let story: AwardStory;

beforeAll(async () => {
  story = await awardStory(register.db);
});

const award = () =>
  soleAward(story, {
    amountPence: 15_000,
    lines: [
      line({ partnershipId: story.lead, financialYear: 2024, stream: "revenue", amountPence: 10_000 }),
      line({ partnershipId: story.lead, financialYear: 2025, stream: "revenue", amountPence: 5_000 }),
    ],
  });

const spend = (awardId: number, amountPence: number) =>
  recordSpend(story.officer, awardId, {
    periodFrom: "2024-04-01",
    periodTo: "2025-03-31",
    lines: [{ stream: "revenue", projectId: null, amountPence }],
    evidence: "The ledger report",
    reason: null,
  });

const approval = (amountPence: number) => ({
  fromYear: 2024,
  toYear: 2025,
  amountPence,
  approvedOn: "2025-05",
  reference: "Letter 7",
  note: null,
});

describe("a carry-over", () => {
  it("needs an approval, drafts the version it leads to, and is never more than was not spent", async () => {
    const awardId = await award();
    const record = (pence: number) => recordCarryOver(story.officer, awardId, approval(pence));
    expect(refusal(await record(1_000))).toEqual({
      fromYear: "Record first what was spent of 2024 to 2025: only what was not can be carried over",
    });
    done(await spend(awardId, 8_000));
    expect(refusal(await record(2_001))).toEqual({ amountPence: "Only £20 of 2024 to 2025 was not spent" });
    done(await record(1_500));
    const draft = await findDraft(story.officer, awardId);
    if (!draft) throw new Error("Nothing was drafted");
    const check = await checkDraft(story.officer, await getAward(story.officer, awardId), draft);
    expect(check.lines.map((each) => [each.financialYear, each.amountPence])).toEqual([
      [2024, 8_500],
      [2025, 6_500],
    ]);
    expect(check.warnings).toEqual([]);
    expect(refusal(await record(1))).toEqual({
      form: "There is a draft of the next version: seal or discard it first",
    });
    const { years } = await moneyOfAward(story.reader, awardId);
    expect(years.map(({ awardedPence }) => awardedPence)).toEqual([10_000, 5_000]);
    done(await sealNextVersion(story.finance, awardId, draft.version));
    const after = (await moneyOfAward(story.reader, awardId)).years;
    expect(after.map(({ awardedPence, underspentPence }) => [awardedPence, underspentPence])).toEqual([
      [8_500, 500],
      [6_500, null],
    ]);
    await expect(recordCarryOver(story.stranger, awardId, approval(1))).rejects.toThrow(NotFoundError);
  });

  it("without an approval is refused unless the funder agreed otherwise, and an approval serves once", async () => {
    const awardId = await award();
    const moved = [8_000, 7_000].map((amountPence, index) =>
      typed({ partnershipId: story.lead, financialYear: 2024 + index, stream: "revenue", amountPence }),
    );
    done(await spend(awardId, 8_000));
    done(await recordCarryOver(story.officer, awardId, approval(2_000)));
    const carried = await findDraft(story.officer, awardId);
    done(await sealNextVersion(story.finance, awardId, carried?.version ?? 0));
    const again = moved.map((each, index) => ({ ...each, amountPence: 7_000 + index * 1_000 }));
    const draft = done(
      await startNextVersion(story.officer, awardId, details({ kind: "variation", version: null }), {
        lines: again,
      }),
    );
    const check = await checkDraft(story.officer, await getAward(story.officer, awardId), draft);
    const refused = expect.stringContaining("no approval that is not used yet to carry it over");
    expect(check.brokenTerms).toEqual([refused]);
    const version = (await findDraft(story.officer, awardId))?.version ?? 0;
    expect(refusal(await sealNextVersion(story.finance, awardId, version))).toEqual({
      termsAgreement: refused,
    });
    done(await sealNextVersion(story.finance, awardId, version, "The OPCC agreed by letter of 3 June"));
  });
});

describe("money that came already and is carried over", () => {
  it("is neither to be repaid nor claimed again: it counts for the year that it was carried into", async () => {
    const awardId = await award();
    const claim = (amountPence: number, year: number) =>
      makeClaim(story.officer, awardId, {
        periodFrom: `${year}-04-01`,
        periodTo: `${year + 1}-03-31`,
        payment: "advance",
        results: null,
        note: null,
        lines: [{ financialYear: year, stream: "revenue", projectId: null, amountPence }],
      });
    const { id } = done(await claim(10_000, 2024));
    const none = { amountPence: null, happenedOn: null, reference: null, reason: "The award letter" };
    done(await actOnClaim(story.finance, awardId, id, "sign", 1, none));
    done(await actOnClaim(story.officer, awardId, id, "submit", 2, none));
    const paid = { ...none, amountPence: 10_000 };
    done(await actOnClaim(story.finance, awardId, id, "record_receipt", 3, paid));
    done(await spend(awardId, 6_000));
    done(await recordCarryOver(story.officer, awardId, approval(4_000)));
    const draft = await findDraft(story.officer, awardId);
    if (!draft) throw new Error("Nothing was drafted");
    const check = await checkDraft(story.officer, await getAward(story.officer, awardId), draft);
    expect(check.warnings).toEqual([]);
    done(await sealNextVersion(story.finance, awardId, draft.version));

    const claims = await listClaims(register.db.read, awardId);
    const figures = await findClaimFigures(story.reader, awardId, claims);
    expect(figures).toMatchObject({ claimedPence: 10_000, remainingPence: 5_000, repayment: { pence: 0 } });
    const { years } = await moneyOfAward(story.reader, awardId);
    expect(years.map((year) => [year.financialYear, year.awardedPence, year.claimedPence])).toEqual([
      [2024, 6_000, 6_000],
      [2025, 9_000, 4_000],
    ]);
    const ends = await yearFiguresOf(story.reader, 2025, [awardId]);
    expect(ends.get(awardId)).toMatchObject({ givenPence: 9_000, claimedPence: 4_000, leftPence: 5_000 });
    const { standing } = await findDuties(story.reader, awardId);
    expect(standing?.status).not.toBe("repayment_due");
    const asked = { partnershipId: null, asAt: null, knownAt: null };
    const { rows } = await listAwardStatus(story.reader, asked, null);
    expect(rows.find((row) => row.id === awardId)).toMatchObject({ claimed: 10_000, left: 5_000 });
    expect(refusal(await claim(5_001, 2025))).toEqual({
      "lines.0.amountPence": "Only £50 of 2025 to 2026 is left beside the other claims",
    });
    done(await claim(5_000, 2025));
    expect(await listCarried(register.db.read, id, story.officer.today)).toEqual([
      { fromYear: 2024, toYear: 2025, pence: 4_000 },
    ]);
    expect(await verifyClaims(operatorContext(register.db))).toEqual([]);
  });

  it("follows what the funder agreed with a version alone, which stands as an approval", async () => {
    const awardId = await award();
    const { id } = done(
      await makeClaim(story.officer, awardId, {
        ...{
          periodFrom: "2024-04-01",
          periodTo: "2025-03-31",
          payment: "advance",
          results: null,
          note: null,
        },
        lines: [{ financialYear: 2024, stream: "revenue", projectId: null, amountPence: 10_000 }],
      }),
    );
    const none = { amountPence: null, happenedOn: null, reference: null, reason: "The award letter" };
    done(await actOnClaim(story.finance, awardId, id, "sign", 1, none));
    done(await actOnClaim(story.officer, awardId, id, "submit", 2, none));
    done(await actOnClaim(story.finance, awardId, id, "record_receipt", 3, { ...none, amountPence: 10_000 }));
    done(await spend(awardId, 6_000));
    const due = async () => (await findDuties(story.reader, awardId)).standing?.why;
    expect(await due()).toContain("Repayment due: £40 of 2024 to 2025 not spent in that year");
    const lines = [6_000, 9_000].map((amountPence, index) =>
      typed({ partnershipId: story.lead, financialYear: 2024 + index, stream: "revenue", amountPence }),
    );
    const variation = details({ kind: "variation", version: null, decidedOn: "2025-06-03" });
    const draft = done(await startNextVersion(story.officer, awardId, variation, { lines }));
    const check = await checkDraft(story.officer, await getAward(story.officer, awardId), draft);
    expect(check.warnings).toEqual([{ text: expect.stringContaining("as the funder agrees") }]);
    const { version = 0 } = (await findDraft(story.officer, awardId)) ?? {};
    expect(refusal(await sealNextVersion(story.finance, awardId, version))).toHaveProperty("termsAgreement");
    const agreement = "The OPCC agreed by letter of 3 June";
    done(await sealNextVersion(story.finance, awardId, version, agreement));
    expect(await listCarryOvers(register.db.read, awardId)).toMatchObject([
      {
        ...{ fromYear: 2024, toYear: 2025, amountPence: 4_000 },
        ...{ approvedOn: "2025-06-03", reference: "Version 2", note: agreement },
      },
    ]);
    expect(await listCarried(register.db.read, id, story.officer.today)).toEqual([
      { fromYear: 2024, toYear: 2025, pence: 4_000 },
    ]);
    // Of the later year nothing is spent yet, so what came for it goes back once that is known.
    expect(await due()).toMatch(/^Active/);
    const underspent = await underspentOf(story.reader, [awardId]);
    expect(underspent.get(awardId)).toEqual([]);
    expect(await verifyClaims(operatorContext(register.db))).toEqual([]);

    // The earlier year gets more again, and the later one is cut below what was carried into it: that alone is due.
    const of = { partnershipId: story.lead, stream: "revenue" as const };
    const given = (first: number, second: number) =>
      seal(operatorContext(register.db), awardId, {
        effectiveOn: "2025-09-01",
        amountPence: first + second,
        lines: [
          line({ ...of, financialYear: 2024, amountPence: first }),
          line({ ...of, financialYear: 2025, amountPence: second }),
        ],
      });
    await given(10_000, 9_000);
    await given(10_000, 3_000);
    expect(await due()).toContain("£10 of 2025 to 2026");
    const all = { search: null, partnershipId: null, open: null, beforeId: null, afterId: null };
    const { awards } = await listAwards(story.reader, { ...all, status: "repayment_due" });
    expect(awards.map(({ id: found }) => found)).toContain(awardId);
  });
});

describe("what is expected of a year", () => {
  it("is said by officers, once for each year, and read with the award", async () => {
    const awardId = await award();
    const forecast = { year: 2026, committedPence: 300, forecastPence: 100, note: null };
    done(await saveForecast(story.officer, awardId, { ...forecast, version: 0 }));
    await expect(saveForecast(story.officer, awardId, { ...forecast, version: 0 })).rejects.toThrow(
      StaleError,
    );
    done(await saveForecast(story.officer, awardId, { ...forecast, version: 1, committedPence: 0 }));
    expect(await forecastsOfYear(story.reader, [awardId], 2026)).toEqual([
      { awardId, committedPence: 0, forecastPence: 100 },
    ]);
    expect(await forecastsOfYear(story.stranger, [awardId], 2026)).toEqual([]);
    expect(await forecastsOfYear(story.reader, [], 2026)).toEqual([]);
    const unread = saveForecast(story.reader, awardId, { ...forecast, version: 2 });
    await expect(unread).rejects.toThrow(ForbiddenError);
  });
});

describe("over-allocation", () => {
  it("lets more be passed on than the award holds, as far as it is meant", async () => {
    const awardId = await award();
    const grant = (amountPence: string) =>
      recordOnwardGrant(
        story.officer,
        awardId,
        null,
        newOnwardGrantSchema.parse({ recipient: "Refuge", amountPence }),
      );
    expect(refusal(await grant("165"))).toHaveProperty("amountPence");
    const meant = { version: 0, percentage: 110, reason: "They underspend each year" };
    await expect(recordOverAllocation(story.officer, awardId, meant)).rejects.toThrow(ForbiddenError);
    done(await recordOverAllocation(story.manager, awardId, meant));
    await expect(recordOverAllocation(story.manager, awardId, meant)).rejects.toThrow(StaleError);
    expect(refusal(await grant("165.01"))).toEqual({
      amountPence: "Only £165 of the award is left beside its other onward grants",
    });
    done(await grant("165"));
  });
});

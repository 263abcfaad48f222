import type { Context } from "#app/platform/context.server.ts";
import { getFundingSecured } from "#app/reports/funding-secured.queries.server.ts";
import { type FundingSecuredQuery, GROUPINGS } from "#app/reports/funding-secured.ts";
import type { Database } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";

/** The day on which the first half of the ledger was written; the second half was on 21 November 2026. */
export const FIRST_DAY = "2025-06-01";

/** What all of it comes to on 21 November 2026, as known then. */
export const TOTAL_PENCE = 300_001 + 29_999_800 + 110_000_000 + 7_000 + 45_000;

/** A small register with everything in it that money does. */
export async function makeLedger(db: Database) {
  const [aldham, borley, chilton] = [
    await make.createPartnership(db, "Aldham"),
    await make.createPartnership(db, "Borley"),
    await make.createPartnership(db, "Chilton"),
  ];
  const funderId = await make.createFunder(db, "Commissioner");
  const otherFunderId = await make.createFunder(db, "Home Office");
  const fundId = await make.createFund(db, funderId, "Safer Streets");
  const otherFundId = await make.createFund(db, otherFunderId, "Safer Streets");
  const money = { funderId, fundId };
  const ground = {
    projectId: await make.createProject(db, aldham, "Lights on the green"),
    priorityId: await make.createPriority(db, aldham, ["asb"], "Safer evenings"),
    manyThemesId: await make.createPriority(db, borley, ["asb", "burglary"], "Safer evenings"),
  };
  const award = (reference: string, partnershipIds: number[]) =>
    make.createAward(db, partnershipIds, { reference });
  const awards = {
    split: await award("SPLIT", [aldham, borley]),
    joint: await award("JOINT", [aldham, borley, chilton]),
    rough: await award("ROUGH", [borley]),
    unknown: await award("UNKNOWN", [aldham]),
    inner: await award("INNER", [chilton]),
    innerUnknown: await award("INNER-UNKNOWN", [chilton]),
    voided: await award("VOIDED", [aldham]),
    future: await award("FUTURE", [aldham]),
    backdated: await award("BACKDATED", [chilton]),
  };

  const before = make.operatorContext(db, FIRST_DAY);
  await seal(before, awards.split, {
    amountPence: 300_001,
    ...money,
    lines: [
      line({
        amountPence: 200_000,
        partnershipId: aldham,
        financialYear: 2023,
        projectId: ground.projectId,
        priorityId: ground.priorityId,
        stream: "revenue",
      }),
      line({
        amountPence: 100_001,
        partnershipId: borley,
        financialYear: 2024,
        priorityId: ground.manyThemesId,
        stream: "capital",
      }),
    ],
  });
  await seal(before, awards.joint, { amountPence: 29_999_800, funderId: otherFunderId, fundId: otherFundId });
  await seal(before, awards.rough, {
    amountPence: 110_000_000,
    amountBasis: "approximate",
    ...money,
    lines: [line({ amountPence: 110_000_000, partnershipId: borley })],
    mayInclude: [{ awardId: awards.joint, note: null }],
  });
  await seal(before, awards.unknown, {
    amountPence: null,
    lines: [line({ amountPence: null, partnershipId: aldham })],
  });
  await seal(before, awards.backdated, {
    amountPence: 50_000,
    lines: [line({ amountPence: 50_000, partnershipId: chilton, financialYear: 2024 })],
  });

  const now = make.operatorContext(db);
  const outOfRough = {
    awardId: awards.rough,
    partnershipId: borley,
    financialYear: null,
    projectId: null,
    priorityId: null,
    stream: null,
  };
  await seal(now, awards.inner, {
    amountPence: 40_000,
    effectiveOn: "2025-04-01",
    lines: [line({ amountPence: 40_000, partnershipId: chilton, financialYear: 2025, inside: outOfRough })],
  });
  await seal(now, awards.innerUnknown, {
    amountPence: null,
    effectiveOn: "2025-04-01",
    lines: [line({ amountPence: null, partnershipId: chilton, inside: outOfRough })],
  });
  await seal(now, awards.voided, { lines: [line({ amountPence: 10_000, partnershipId: aldham })] });
  await seal(now, awards.voided, { kind: "void", amountPence: 0 });
  await seal(now, awards.future, {
    amountPence: 7_000,
    lines: [line({ amountPence: 7_000, partnershipId: aldham, stream: "capital" })],
  });
  await seal(now, awards.future, {
    kind: "reduction",
    amountPence: 6_000,
    effectiveOn: "2027-01-01",
    lines: [line({ amountPence: 6_000, partnershipId: aldham, stream: "capital" })],
  });
  await seal(now, awards.backdated, {
    kind: "correction",
    amountPence: 45_000,
    effectiveOn: "2024-04-01",
    lines: [line({ amountPence: 45_000, partnershipId: chilton, financialYear: 2024 })],
  });
  return { aldham, borley, chilton, awards, ...ground, ...money, otherFundId, otherFunderId };
}

export type Ledger = Awaited<ReturnType<typeof makeLedger>>;

/** The report, today and as known now unless asked otherwise. */
export function report(context: Context, asked: Partial<FundingSecuredQuery> = {}) {
  return getFundingSecured(context, {
    by: "partnership",
    partnershipIds: null,
    asAt: null,
    knownAt: null,
    ...asked,
  });
}

/** The report in all eight groupings. */
export async function allGroupings(context: Context, asked: Partial<FundingSecuredQuery> = {}) {
  const reports = [];
  for (const by of GROUPINGS) reports.push(await report(context, { ...asked, by }));
  return reports;
}

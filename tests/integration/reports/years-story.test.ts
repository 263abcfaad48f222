import { expect, test } from "vitest";
import { recordAgreement } from "#app/awards/agreements/record-agreement.server.ts";
import { findDraft } from "#app/awards/drafts.queries.server.ts";
import { verifyRegister } from "#app/awards/index.server.ts";
import { moveMoneySchema } from "#app/awards/moved/move-money.schema.ts";
import { moveMoney } from "#app/awards/moved/move-money.server.ts";
import { newOnwardGrantSchema } from "#app/awards/onward/onward-grant.schema.ts";
import { recordOnwardGrant } from "#app/awards/onward/record-onward-grant.server.ts";
import { sealNextVersion } from "#app/awards/seal-next-version.server.ts";
import { actOnClaim, makeClaim } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { type AskedMoment, GROUPINGS } from "#app/reports/funding-secured.ts";
import { getFundingSecured } from "#app/reports/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { details, done, nextVersion, refusal, typed } from "../awards/award-story.ts";

const register = useDatabase();

/** The report in all eight groupings, which come to one total; the ledger is proven with it. */
async function checked(context: Context, moment: AskedMoment) {
  const reports = [];
  for (const by of GROUPINGS) {
    reports.push(await getFundingSecured(context, { ...moment, by, partnershipIds: null }));
  }
  expect(new Set(reports.map(({ figures }) => figures.totalPence)).size).toBe(1);
  expect(reports.map(({ proof }) => proof.countedTwicePence)).toEqual(GROUPINGS.map(() => 0));
  expect(await verifyRegister(make.operatorContext(register.db))).toEqual([]);
  return { pence: reports[0]?.figures.totalPence, rows: reports.map(({ figures }) => figures.rows) };
}

test("a year's story: the groupings agree after each step, and last year's figure stays as it was known", async () => {
  const partnerships = [];
  for (let count = 0; count < 4; count += 1) partnerships.push(await make.createPartnership(register.db));
  const [lead, ...others] = partnerships as [number, number, number, number];
  const { context: officer } = await make.createPerson(register.db, { [lead]: "officer" });
  const { context: finance } = await make.createPerson(register.db, { [lead]: "finance" });
  const operator = make.operatorContext(register.db);
  const today = { asAt: null, knownAt: null };
  const total = async () => (await checked(operator, today)).pence;

  // A joint award in October, split over partnerships and two years as far as it is agreed.
  const awardId = await make.createAward(register.db, partnerships, { lead: true });
  await seal(operator, awardId, { amountPence: 299_998_00, effectiveOn: "2023-10-31" });
  expect(await total()).toBe(299_998_00);
  await nextVersion(finance, awardId, details({}), [
    typed({ partnershipId: lead, financialYear: 2023, stream: "revenue", amountPence: 100_000_00 }),
    typed({ partnershipId: lead, financialYear: 2024, stream: "revenue", amountPence: 80_000_00 }),
    ...others.map((partnershipId) =>
      typed({ partnershipId, financialYear: 2024, stream: "capital", amountPence: 30_000_00 }),
    ),
  ]);
  expect(await total()).toBe(299_998_00);

  // The agreement is signed late: nothing is claimed before.
  const claim = (financialYear: number, amountPence: number) =>
    makeClaim(officer, awardId, {
      periodFrom: `${financialYear}-10-01`,
      periodTo: `${financialYear}-12-31`,
      payment: "arrears",
      results: null,
      note: null,
      lines: [{ financialYear, stream: "revenue", projectId: null, amountPence }],
    });
  const agreement = { year: "2023", reference: "SSF5", note: null };
  done(await recordAgreement(officer, awardId, { ...agreement, version: 0, signedOn: null }));
  expect(refusal(await claim(2023, 40_000_00))).not.toEqual({});
  done(await recordAgreement(officer, awardId, { ...agreement, version: 1, signedOn: "2024-02-20" }));
  const first = done(await claim(2023, 40_000_00));
  const none = { amountPence: null, happenedOn: null, reference: null, reason: null };
  done(await actOnClaim(finance, awardId, first.id, "sign", 1, none));
  done(await actOnClaim(officer, awardId, first.id, "submit", 2, none));
  expect(await total()).toBe(299_998_00);

  const { seq } = await register.db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow();
  const lastYear = { asAt: "2024-03-31", knownAt: null, position: seq };
  const asKnown = await checked(operator, lastYear);
  expect(asKnown.pence).toBe(299_998_00);

  // A cut in mid-year, known only later to count from before the year's end too, and a virement.
  await nextVersion(
    finance,
    awardId,
    details({ kind: "reduction", amountPence: 270_000_00, effectiveOn: "2024-03-01" }),
    [
      typed({ partnershipId: lead, financialYear: 2023, stream: "revenue", amountPence: 100_000_00 }),
      typed({ partnershipId: lead, financialYear: 2024, stream: "revenue", amountPence: 80_000_00 }),
      ...others.map((partnershipId) =>
        typed({ partnershipId, financialYear: 2024, stream: "capital", amountPence: 30_000_00 }),
      ),
    ],
  );
  expect(await total()).toBe(270_000_00);
  const form = moveMoneySchema.parse({
    version: "3",
    lines: [
      { position: "1", takePence: "15000" },
      { position: "2", givePence: "15000" },
    ],
    effectiveOn: { day: "1", month: "9", year: "2024" },
    reason: "Delivery began late",
  });
  done(await moveMoney(officer, awardId, form));
  expect(await total()).toBe(270_000_00);
  const drafted = (await findDraft(finance, awardId))?.version ?? 0;
  expect(refusal(await sealNextVersion(finance, awardId, drafted)).termsAgreement).toContain("no approval");
  done(await sealNextVersion(finance, awardId, drafted, "The funder agreed by letter of 30 August 2024"));
  expect(await total()).toBe(270_000_00);

  // The second year: claimed up to what the virement made of it, and passed on without counting again.
  done(await claim(2024, 95_000_00));
  expect(refusal(await claim(2024, 1))).not.toEqual({});
  const grant = newOnwardGrantSchema.parse({ recipient: "Refuge", amountPence: "20000" });
  done(await recordOnwardGrant(officer, awardId, null, grant));
  expect(await total()).toBe(270_000_00);

  expect(await checked(operator, lastYear)).toEqual(asKnown);
  expect((await checked(operator, { asAt: "2024-03-31", knownAt: null })).pence).toBe(270_000_00);
});

import { beforeAll, expect, test } from "vitest";
import { recordAgreement } from "#app/awards/agreements/record-agreement.server.ts";
import { findDraft } from "#app/awards/drafts.queries.server.ts";
import { sealNextVersion } from "#app/awards/seal-next-version.server.ts";
import { makeClaim, recordCarryOver, recordSpend } from "#app/claims/index.server.ts";
import { listStanding } from "#app/standing/standing.queries.server.ts";
import { NO_FILTERS } from "#app/standing/standing-filters.ts";
import { waitingClaims } from "#app/standing/waiting/waiting-awards.queries.server.ts";
import { line } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, done, soleAward } from "../awards/award-story.ts";

const register = useDatabase();
let story: AwardStory;
let awardId: number;

beforeAll(async () => {
  story = await awardStory(register.db);
  const of = { partnershipId: story.lead, stream: "revenue" as const };
  awardId = await soleAward(story, {
    amountPence: 15_000,
    lines: [
      line({ ...of, financialYear: 2025, amountPence: 10_000 }),
      line({ ...of, financialYear: 2027, amountPence: 5_000 }),
    ],
  });
  const started = { delivery_from: "2025-04-01" };
  await register.db.write((trx) => trx.updateTable("award").set(started).where("id", "=", awardId).execute());
});

const position = async () => {
  const { rows } = await listStanding(story.manager, NO_FILTERS);
  const own = rows.find((row) => row.kind === "award" && row.id === awardId);
  if (!own) throw new Error("The award is listed");
  return own;
};
const reasons = async () => (await position()).risk.reasons;

test("an award that began without an agreement is at risk until one is recorded", async () => {
  const risk = "Delivery has begun and no agreement is recorded: no payment before signing";
  expect(await reasons()).toContain(risk);
  const agreement = { version: 0, year: "2025", reference: null, signedOn: "2025-04-02", note: null };
  done(await recordAgreement(story.officer, awardId, agreement));
  expect(await reasons()).not.toContain(risk);
});

test("what was not spent of an ended year is at risk until its carry-over is approved, and stays so beyond it", async () => {
  const risk = (unclaimed: string, unspent: string) =>
    `${unclaimed} of 2025 to 2026 was not claimed and may be lost: ${unspent} of it was not spent either, and no carry-over is approved for that`;
  const year = { periodFrom: "2025-04-01", periodTo: "2026-03-31", evidence: "Ledger", reason: null };
  const lines = [{ stream: "revenue" as const, projectId: null, amountPence: 6_000 }];
  expect(await reasons()).toContain("£100 of 2025 to 2026 was not claimed and may be lost");
  done(await recordSpend(story.officer, awardId, { ...year, lines }));
  expect(await reasons()).toContain(risk("£100", "£40"));
  const approval = { fromYear: 2025, toYear: 2027, amountPence: 3_000, approvedOn: "2026-05-02" };
  done(await recordCarryOver(story.officer, awardId, { ...approval, reference: "Letter 9", note: null }));
  expect(await reasons()).toContain(risk("£100", "£10"));
  const draft = await findDraft(story.officer, awardId);
  done(await sealNextVersion(story.finance, awardId, draft?.version ?? 0));
  expect(await reasons()).toContain(risk("£70", "£10"));
});

test("a claim that finance wrote waits for a second person, and is counted with no other draft", async () => {
  const claim = (days: object) => ({
    ...{
      periodFrom: "2025-04-01",
      periodTo: "2025-06-30",
      payment: "arrears" as const,
      results: null,
      note: null,
    },
    ...days,
    lines: [{ financialYear: 2025, stream: "revenue" as const, projectId: null, amountPence: 100 }],
  });
  done(await makeClaim(story.officer, awardId, claim({})));
  const next = { periodFrom: "2025-07-01", periodTo: "2025-09-30" };
  const { id } = done(await makeClaim(story.finance, awardId, claim(next)));
  const waiting = (await waitingClaims(story.manager)).filter(({ count }) => count > 0);
  expect(waiting).toMatchObject([
    { on: "finance", what: "Sign a claim", count: 1 },
    {
      on: "second_person",
      what: "Sign a claim that somebody of finance wrote",
      count: 1,
      oldest: { href: `/awards/${awardId}/claims/${id}` },
    },
  ]);
  const named = (await position()).waiting.map(({ on, what }) => `${on}: ${what}`);
  expect(named).toContain("finance: Sign claim 1");
  expect(named).toContainEqual(
    expect.stringMatching(/^second_person: Sign claim 2, which .+ of finance wrote$/),
  );
});

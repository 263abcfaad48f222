import { beforeAll, expect, test } from "vitest";
import { verifyKnown } from "#app/audit/index.server.ts";
import { recordAgreement } from "#app/awards/agreements/record-agreement.server.ts";
import { extendAward } from "#app/awards/extensions/extend-award.server.ts";
import {
  actOnOnwardGrant,
  putOnHold,
  recordCondition,
  recordOnwardGrant,
  recordTerms,
  scheduleReturns,
  submitReturn,
  takeOffHold,
} from "#app/awards/index.server.ts";
import { changeReturn } from "#app/awards/returns/record-return.server.ts";
import { termsSchema } from "#app/awards/terms/terms.schema.ts";
import type { ClaimAnswers } from "#app/claims/claim.schema.ts";
import type { ClaimAction } from "#app/claims/claim.status.ts";
import {
  actOnClaim,
  changeClaim,
  closeAward,
  makeClaim,
  planClaims,
  recordRepayment,
  reopenAward,
} from "#app/claims/index.server.ts";
import { changeMeasure } from "#app/outcomes/change-measure.server.ts";
import { changeReading } from "#app/outcomes/change-reading.server.ts";
import { addReading, listMeasures } from "#app/outcomes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { verifyPublished } from "#app/reports/index.server.ts";
import { changesOfRecords } from "#app/reports/published/since/record-changes.queries.server.ts";
import { createProject, operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, done, soleAward } from "../awards/award-story.ts";
import { measure, PLAIN_MEASURE, PLAIN_READING } from "../outcomes/outcome-story.ts";
import { filesOf, publish, shownReport } from "./publishing.ts";

const register = useDatabase();
let story: AwardStory;
let awardId: number;
let projectId: number;

beforeAll(async () => {
  story = await awardStory(register.db);
  projectId = await createProject(register.db, story.lead);
  awardId = await soleAward(story, {
    amountPence: 10_000,
    lines: [line({ partnershipId: story.lead, projectId, financialYear: 2026, amountPence: 10_000 })],
  });
});

const REPORTS = ["award-status", "onward-grants", "commissioner-grants", "outcomes-against-money"];

const asked = () => ({ partnership: String(story.lead) });

const none: ClaimAnswers = { amountPence: null, happenedOn: null, reference: null, reason: null };

/** What is done to an award one after another: each changes what at least one report says. */
async function* history(): AsyncGenerator<string> {
  const { officer, finance, manager } = story;
  const condition = { text: "CCTV plan", dueOn: "2026-11-01", metOn: null, evidence: null };
  done(await recordCondition(officer, awardId, null, { ...condition, waivedBecause: null }));
  yield "a condition is recorded";
  const [kept] = await register.db.read.selectFrom("award_condition").select("id").execute();
  const id = kept?.id ?? 0;
  const met = { ...condition, metOn: "2026-10-01", evidence: "Letter", waivedBecause: null };
  done(await recordCondition(officer, awardId, { id, version: 1 }, met));
  yield "it is met, on a day before";
  const waived = { ...condition, text: "A plan", waivedBecause: "The funder agreed" };
  done(await recordCondition(officer, awardId, { id, version: 2 }, waived));
  yield "it is waived instead";
  const half = {
    rhythm: "half_yearly" as const,
    periodFrom: "2026-04-01",
    periodTo: "2026-09-30",
    dueDays: 31,
  };
  const [returnId = 0] = done(await scheduleReturns(officer, awardId, half)).returnIds;
  yield "a return is planned";
  const later = { version: 1, dueOn: "2026-12-31", waivedBecause: null };
  done(await changeReturn(officer, { awardId, returnId }, later));
  yield "it is due later";
  const sent = { version: 2, submittedOn: "2026-10-01", funderReference: null, note: null };
  done(await submitReturn(officer, { awardId, returnId }, sent));
  yield "it was sent";
  const agreement = { year: "2026", reference: null, note: null };
  done(await recordAgreement(officer, awardId, { ...agreement, signedOn: null, version: 0 }));
  yield "the agreement is not signed yet";
  done(await recordAgreement(officer, awardId, { ...agreement, signedOn: "2026-05-01", version: 1 }));
  yield "it was signed in May";
  const plan = { rhythm: "quarterly", payment: "arrears", unit: null, unitPence: null } as const;
  const days = { periodFrom: "2026-04-01", periodTo: "2026-09-30", dueDays: 21 };
  done(await planClaims(officer, awardId, { ...plan, ...days, version: 0 }));
  yield "claims are due";
  const part = { financialYear: 2026, stream: null, projectId: null, amountPence: 4_000 };
  const quarter = { periodFrom: "2026-04-01", periodTo: "2026-06-30", payment: "arrears" as const };
  const draft = { ...quarter, results: null, note: null, reason: "Late", lines: [part] };
  const { id: claimId } = done(await makeClaim(officer, awardId, draft));
  yield "a claim is written";
  const more = { ...draft, lines: [{ ...part, amountPence: 6_000 }] };
  done(await changeClaim(officer, { awardId, claimId }, { ...more, version: 1 }));
  yield "it is written anew";
  let version = 2;
  const act = async (who: Context, step: ClaimAction, parts: Partial<ClaimAnswers> = {}) => {
    done(await actOnClaim(who, awardId, claimId, step, version, { ...none, ...parts }));
    version += 1;
  };
  await act(finance, "sign");
  yield "it is signed";
  await act(officer, "submit", { happenedOn: "2026-07-10" });
  yield "it was submitted in July";
  await act(finance, "record_receipt", { amountPence: 5_000, happenedOn: "2026-08-01" });
  yield "some of it came";
  done(await planClaims(officer, awardId, { ...plan, ...days, periodTo: "2026-12-31", version: 1 }));
  yield "claims are planned anew";
  const lower = { kind: "reduction" as const, amountPence: 5_000, effectiveOn: "2026-09-01" };
  const cut = [line({ partnershipId: story.lead, projectId, financialYear: 2026, amountPence: 5_000 })];
  await seal(operatorContext(register.db), awardId, { ...lower, reason: "Cut in mid-year", lines: cut });
  yield "it is cut below what was claimed";
  const back = { amountPence: 1_000, repaidOn: "2026-10-10", reference: null, reason: null };
  done(await recordRepayment(finance, awardId, back));
  yield "what was too much went back";
  const extension = { reason: "Late start", agreedOn: null, decisionReference: null };
  done(await extendAward(officer, awardId, { ...extension, deliveryTo: "2030-03-31" }));
  yield "it may last longer";
  const grant = {
    ...{ charityNumber: null, companyNumber: null, purpose: "Evenings", reference: null, runsFrom: null },
    ...{ runsTo: null, recipient: "Youth Project", agreedOn: "2026-06-01", amountPence: 2_000 },
  };
  const { id: grantId } = done(await recordOnwardGrant(officer, awardId, null, grant));
  yield "some is granted on";
  const changed = { ...grant, recipient: "Youth Project CIC", amountPence: 1_500 };
  done(await recordOnwardGrant(officer, awardId, { id: grantId, version: 1 }, changed));
  yield "less is granted on";
  const paid = { amountPence: 700, happenedOn: null, reference: null, reason: null };
  done(await actOnOnwardGrant(finance, { awardId, grantId }, "pay", 2, paid));
  yield "some of it is paid";
  const measureId = await measure(officer, { kind: "project", id: projectId });
  done(await addReading(officer, measureId, { ...PLAIN_READING, kind: "baseline", value: 10 }));
  const { readingId } = done(await addReading(officer, measureId, { ...PLAIN_READING, value: 8 }));
  yield "a measure is read";
  const right = { ...PLAIN_READING, value: 9, note: "Counted again" };
  const { version: read } = (await listMeasures(officer, { ids: [measureId] }))[0] ?? { version: 0 };
  done(await changeReading(officer, { measureId, readingId }, { ...right, version: read }));
  yield "its reading is put right";
  const renamed = { ...PLAIN_MEASURE, name: "Calls", version: read + 1 };
  done(await changeMeasure(officer, measureId, renamed));
  yield "it has another name";
  const terms = termsSchema.parse({ version: "0", noTransfer: "yes", matchBasisPoints: "50" });
  done(await recordTerms(officer, awardId, terms));
  yield "it has terms";
  const hold = { heldFrom: "2026-08-06", reason: "A review", attachmentId: null };
  done(await putOnHold(officer, awardId, hold));
  yield "it is on hold since August";
  done(await takeOffHold(officer, awardId, { liftedOn: "2026-11-20", reason: "It is over" }));
  yield "it was taken off yesterday";
  const closure = { evaluation: "In the annual report", evidenceUntil: "2033-03-31", note: null };
  const closed = await closeAward(manager, awardId, closure);
  if (closed.ok) {
    yield "it is closed";
    await reopenAward(manager, awardId, { reason: "Closed too early" });
    yield "and opened again";
  }
}

test("each report says at every position what it said when that was all that was known", async () => {
  const said: { step: string; name: string; position: number; csv: string }[] = [];
  for await (const step of history()) {
    for (const name of REPORTS) {
      const { csv, moment } = await shownReport(story.manager, name, asked());
      const before = said.findLast((each) => each.name === name);
      if (before?.csv !== csv) said.push({ step, name, position: moment.position, csv });
    }
  }
  expect(said.length).toBeGreaterThan(20);
  for (const { step, name, position, csv } of said) {
    expect([step, (await shownReport(story.manager, name, asked(), position)).csv]).toEqual([step, csv]);
  }
});

test("beside a published report stands each change since that its figures follow from, with who and why", async () => {
  const { lead, manager } = story;
  const ofReport = { report: "award_status", asked: null, partnershipId: lead, position: 0 } as const;
  const first = await changesOfRecords(manager, ofReport, null);
  const said = (first?.changes ?? []).map(({ action, details, href }) => [action, details, href]);
  expect(said).toContainEqual([
    "change condition of award",
    ["Met: not recorded became 1 October 2026"],
    `/awards/${awardId}`,
  ]);
  expect(said.some(([action]) => String(action).startsWith("seal"))).toBe(false);
  const grants = await changesOfRecords(manager, { ...ofReport, report: "onward_grants" }, null);
  expect(grants?.changes.map(({ action, details }) => [action, details[0]])).toEqual([
    ["record onward grant", "Amount: £20"],
    ["change onward grant", "Amount: £20 became £15"],
    ["pay of onward grant", "Paid: £0 became £7"],
  ]);
  const outcomes = await changesOfRecords(manager, { ...ofReport, report: "outcomes_money" }, null);
  expect(outcomes?.changes.map(({ action }) => action)).toEqual([
    ...["add measure", "record baseline", "record reading", "change reading", "change measure"],
  ]);
  const rest = await changesOfRecords(manager, ofReport, first?.changes.at(-2)?.seq ?? 0);
  expect(rest?.changes).toHaveLength(1);
  const funding = { ...ofReport, report: "funding_secured" } as const;
  expect(await changesOfRecords(manager, funding, null)).toBeNull();
  expect(await changesOfRecords(manager, { ...funding, asked: "by=fund&columns=" }, null)).toBeNull();
  const columns = "by=fund&columns=claimed,received,spent";
  const moved = await changesOfRecords(manager, { ...funding, asked: columns }, null);
  const actions = new Set(moved?.changes.map(({ action }) => action));
  expect(actions).toContain("submit of claim");
  expect(actions).toContain("record receipt of claim");
  expect(actions).toContain("pay of onward grant");
  expect([...actions].some((action) => /sign|condition|terms|return of award|close/.test(action))).toBe(
    false,
  );
  const left = await changesOfRecords(manager, { ...funding, asked: "columns=left" }, null);
  expect(left?.changes.some(({ action }) => action === "record receipt of claim")).toBe(false);
});

test("a published report is recomputed from the position to which it is pinned, whatever came later", async () => {
  const published = [];
  for (const name of REPORTS) published.push(await publish(story.manager, name, asked()));
  const condition = {
    text: "Another",
    dueOn: "2026-11-01",
    metOn: null,
    evidence: null,
    waivedBecause: null,
  };
  done(await recordCondition(story.officer, awardId, null, condition));
  for (const [index, { id, position }] of published.entries()) {
    const again = await shownReport(story.manager, REPORTS[index] ?? "", asked(), position);
    expect(again.csv).toBe((await filesOf(story.manager, id)).file_csv);
  }
  const operator = operatorContext(register.db);
  expect([...(await verifyPublished(operator)), ...(await verifyKnown(operator))]).toEqual([]);
  const past = register.db.write((trx) =>
    trx.updateTable("award_condition_known").set({ due_on: "2027-01-01" }).execute(),
  );
  await expect(past).rejects.toThrow("what was known is never changed");
});

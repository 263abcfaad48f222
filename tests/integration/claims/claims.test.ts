import { beforeAll, describe, expect, it } from "vitest";
import { recordAgreement } from "#app/awards/agreements/record-agreement.server.ts";
import type { ClaimAnswers } from "#app/claims/claim.schema.ts";
import type { ClaimAction } from "#app/claims/claim.status.ts";
import type { Payment } from "#app/claims/claim.ts";
import { agreementFlags } from "#app/claims/claim-choices.queries.server.ts";
import { getClaim, listClaimEvents } from "#app/claims/claims.queries.server.ts";
import { actOnClaim, listClaims, makeClaim, verifyClaims } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { createAward, createPartnership, createPerson, operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

let partnershipId: number;
let officer: Context;
let finance: Context;

beforeAll(async () => {
  partnershipId = await createPartnership(register.db);
  officer = (await createPerson(register.db, { [partnershipId]: "officer" })).context;
  finance = (await createPerson(register.db, { [partnershipId]: "finance" })).context;
});

/** An award of £100 for 2024 to 2025 and £50 for 2025 to 2026. */
async function award(): Promise<number> {
  const id = await createAward(register.db, [partnershipId], { lead: true });
  await seal(operatorContext(register.db), id, {
    amountPence: 15_000,
    lines: [
      line({ partnershipId, financialYear: 2024, amountPence: 10_000 }),
      line({ partnershipId, financialYear: 2025, amountPence: 5_000 }),
    ],
  });
  return id;
}

const claimOf = (amountPence: number, payment: Payment = "arrears", financialYear = 2024) => ({
  periodFrom: "2024-04-01",
  periodTo: "2024-06-30",
  payment,
  results: null,
  note: null,
  reason: "More of the same quarter",
  lines: [{ financialYear, stream: null, projectId: null, amountPence }],
});

async function make(awardId: number, amountPence: number, payment?: Payment): Promise<number> {
  const made = await makeClaim(officer, awardId, claimOf(amountPence, payment));
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  return made.value.id;
}

function act(
  who: Context,
  awardId: number,
  id: number,
  step: ClaimAction,
  version: number,
  answers: Partial<ClaimAnswers> = {},
) {
  const none = { amountPence: null, happenedOn: null, reference: null, reason: null };
  return actOnClaim(who, awardId, id, step, version, { ...none, ...answers });
}

/** What is said where no agreement is recorded. */
const BY_LETTER = { reason: "The award letter of 6 August 2024" };

async function sent(awardId: number, amountPence: number, payment?: Payment): Promise<number> {
  const id = await make(awardId, amountPence, payment);
  await act(finance, awardId, id, "sign", 1);
  await act(officer, awardId, id, "submit", 2, BY_LETTER);
  return id;
}

describe("a claim", () => {
  it("is numbered within its award and refused above what is left, by the line that is too much", async () => {
    const awardId = await award();
    await make(awardId, 6_000);
    await make(awardId, 4_000);
    expect(await makeClaim(officer, awardId, claimOf(1))).toEqual({
      ok: false,
      errors: { "lines.0.amountPence": "Only £0 of 2024 to 2025 is left beside the other claims" },
    });
    expect(await makeClaim(officer, awardId, claimOf(1, "arrears", 2027))).toMatchObject({
      errors: { "lines.0.amountPence": "The award has no money in 2027 to 2028" },
    });
    const claims = await listClaims(register.db.read, awardId);
    expect(claims.map(({ number, claimedPence }) => [number, claimedPence])).toEqual([
      [1, 6_000],
      [2, 4_000],
    ]);
  });

  it("for days of a period for which the same was claimed is taken only with the reason", async () => {
    const awardId = await award();
    await make(awardId, 1_000);
    const again = { ...claimOf(500), periodFrom: "2024-06-30", periodTo: "2024-09-30", reason: null };
    expect(await makeClaim(officer, awardId, again)).toMatchObject({
      errors: { reason: "Claim 1 is for days of this period too: enter why more is claimed for it" },
    });
    expect(await makeClaim(officer, awardId, { ...again, reason: "A late invoice" })).toMatchObject({
      ok: true,
    });
    expect(await makeClaim(officer, awardId, { ...again, payment: "advance" })).toMatchObject({ ok: true });
    const future = { ...again, periodFrom: "2027-01-01", periodTo: "2027-03-31" };
    expect(await makeClaim(officer, awardId, future)).toMatchObject({
      errors: { periodFrom: expect.any(String) },
    });
  });

  it("in arrears of a year in which its period has no day is taken only with the reason", async () => {
    const awardId = await award();
    const other = { ...claimOf(500, "arrears", 2025), note: "For the accountant", reason: null };
    expect(await makeClaim(officer, awardId, other)).toEqual({
      ok: false,
      errors: {
        reason: "No day of this period is in 2025 to 2026: enter why it is claimed of that year’s money",
      },
    });
    expect(await makeClaim(officer, awardId, { ...other, reason: "Carried over" })).toMatchObject({
      ok: true,
    });
  });

  it("of several at once takes only what is left", async () => {
    const awardId = await award();
    const made = await Promise.all(
      Array.from({ length: 5 }, () => makeClaim(officer, awardId, claimOf(3_000))),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(3);
    const claims = await listClaims(register.db.read, awardId);
    expect(claims.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("is taken and leaves the limit again when its draft is discarded", async () => {
    const awardId = await award();
    const id = await make(awardId, 10_000);
    expect((await makeClaim(officer, awardId, claimOf(10_000))).ok).toBe(false);
    expect(await act(officer, awardId, id, "discard", 1)).toMatchObject({ ok: true });
    expect((await makeClaim(officer, awardId, claimOf(10_000))).ok).toBe(true);
  });

  it("is not signed by who wrote it, nor by an officer", async () => {
    const awardId = await award();
    const own = await makeClaim(finance, awardId, claimOf(100));
    if (!own.ok) throw new Error("not made");
    expect(await act(finance, awardId, own.value.id, "sign", 1)).toEqual({
      ok: false,
      errors: { form: "You wrote this claim, so somebody else has to sign it" },
    });
    await expect(act(officer, awardId, own.value.id, "sign", 1)).rejects.toThrow("claim.sign");
  });

  it("cannot have been sent before its period or its agreement, nor paid before it was sent", async () => {
    const awardId = await award();
    const id = await make(awardId, 1_000);
    await act(finance, awardId, id, "sign", 1);
    const signed = { reference: null, note: null, version: 0, year: "2024", signedOn: "2024-07-01" };
    expect(await recordAgreement(officer, awardId, signed)).toMatchObject({ ok: true });
    const send = (happenedOn: string) => act(officer, awardId, id, "submit", 2, { happenedOn });
    expect(await send("2024-03-31")).toMatchObject({
      errors: { happenedOn: expect.stringContaining("begins") },
    });
    expect(await send("2024-06-30")).toMatchObject({
      errors: { happenedOn: expect.stringContaining("signed") },
    });
    expect(await send("2024-07-05")).toMatchObject({ ok: true });
    const receipt = { amountPence: 1_000, happenedOn: "2024-07-04" };
    expect(await act(finance, awardId, id, "record_receipt", 3, receipt)).toMatchObject({ ok: false });
  });

  it("of a year without an agreement is sent only with what it is claimed under; signed later, its page says so", async () => {
    const awardId = await award();
    const id = await make(awardId, 1_000);
    await act(finance, awardId, id, "sign", 1);
    const send = (reason: string | null) =>
      act(officer, awardId, id, "submit", 2, { happenedOn: "2024-07-05", reason });
    expect(await send(null)).toMatchObject({
      errors: { reason: expect.stringContaining("No agreement is recorded for 2024 to 2025") },
    });
    const flags = async () => {
      const claim = await getClaim(register.db.read, awardId, id);
      return agreementFlags(officer, awardId, claim, [{ financialYear: 2024 }]);
    };
    expect(await flags()).toEqual([expect.stringContaining("say then what it is claimed under")]);
    expect(await send(BY_LETTER.reason)).toMatchObject({ ok: true });
    const events = await listClaimEvents(officer, id);
    expect(events.map(({ action, reason }) => [action, reason])).toContainEqual(["submit", BY_LETTER.reason]);
    expect(await flags()).toEqual([
      "No agreement is recorded for 2024 to 2025: whether it is signed is not known",
    ]);
    const late = { reference: null, note: null, version: 0, year: "2024", signedOn: "2024-09-01" };
    expect(await recordAgreement(officer, awardId, late)).toMatchObject({ ok: true });
    expect(await flags()).toEqual([
      "It was submitted on 5 July 2024, before the agreement was signed on 1 September 2024",
    ]);
  });

  it("is neither signed nor sent for money that a cut took since it was written", async () => {
    const awardId = await award();
    const [signed, draft] = [await make(awardId, 6_000), await make(awardId, 3_000)];
    await act(finance, awardId, signed, "sign", 1);
    const cut = (amountPence: number) =>
      seal(operatorContext(register.db), awardId, {
        kind: "variation",
        amountPence,
        lines: [line({ partnershipId, financialYear: 2024, amountPence })],
      });
    await cut(8_000);
    const tooMuch = (left: string) => ({
      ok: false,
      errors: {
        form: `Only ${left} of 2024 to 2025 is left beside the other claims, and this claim asks for more: it has to be changed first`,
      },
    });
    expect(await act(finance, awardId, draft, "sign", 1)).toEqual(tooMuch("£20"));
    await cut(5_000);
    expect(await act(officer, awardId, signed, "submit", 2, BY_LETTER)).toEqual(tooMuch("£50"));
    expect(await act(finance, awardId, signed, "send_back", 2, { reason: "Cut" })).toMatchObject({
      ok: true,
    });
    expect(await act(finance, awardId, draft, "sign", 1)).toMatchObject({ ok: true });
    expect(await act(officer, awardId, draft, "submit", 2, BY_LETTER)).toMatchObject({ ok: true });
  });

  it("is paid in parts, never above what is still to come, and a wrong receipt is taken back", async () => {
    const awardId = await award();
    const id = await sent(awardId, 1_000);
    const receive = (version: number, amountPence: number) =>
      act(finance, awardId, id, "record_receipt", version, { amountPence });
    expect(await receive(3, 400)).toMatchObject({ value: { status: "part_paid", receivedPence: 400 } });
    expect(await receive(4, 601)).toEqual({
      ok: false,
      errors: { amountPence: "Only £6 of this claim is still to come" },
    });
    expect(await receive(4, 600)).toMatchObject({ value: { status: "paid", receivedPence: 1_000 } });
    const back = await act(finance, awardId, id, "take_back_receipt", 5, { reason: "Another claim’s" });
    expect(back).toMatchObject({ value: { status: "part_paid", receivedPence: 400 } });
    const again = await act(finance, awardId, id, "take_back_receipt", 6, { reason: "That too" });
    expect(again).toMatchObject({ value: { status: "submitted", receivedPence: 0 } });
  });

  it("may bring more than was claimed where the funder pays in advance", async () => {
    const awardId = await award();
    const id = await sent(awardId, 1_000, "advance");
    const more = await act(finance, awardId, id, "record_receipt", 3, { amountPence: 1_500 });
    expect(more).toMatchObject({ value: { status: "paid", receivedPence: 1_500 } });
  });

  it("takes one of two steps at once; the other is told that it has moved on", async () => {
    const awardId = await award();
    const id = await sent(awardId, 1_000);
    const steps = await Promise.allSettled([
      act(finance, awardId, id, "record_receipt", 3, { amountPence: 700 }),
      act(finance, awardId, id, "record_receipt", 3, { amountPence: 700 }),
    ]);
    expect(steps.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [claim] = await listClaims(register.db.read, awardId);
    expect(claim?.receivedPence).toBe(700);
  });
});

describe("the database itself", () => {
  it("refuses what was received above what is claimed in arrears, and a line that changes", async () => {
    const awardId = await award();
    const id = await sent(awardId, 1_000);
    const tooMuch = register.db.write(async (trx) => {
      await trx.updateTable("claim").set({ received_pence: 1_001 }).where("id", "=", id).execute();
    });
    await expect(tooMuch).rejects.toThrow();
    const changed = register.db.write(async (trx) => {
      await trx.updateTable("claim_line").set({ amount_pence: 1 }).where("claim_id", "=", id).execute();
    });
    await expect(changed).rejects.toThrow();
  });

  it("is proved by verify, which names the claim whose money was changed past the guards", async () => {
    const awardId = await createAward(register.db, [partnershipId], { lead: true, reference: "A-CLAIM" });
    await seal(operatorContext(register.db), awardId, { amountPence: 1_000 });
    const id = await sent(awardId, 1_000);
    expect(await verifyClaims(officer)).toEqual([]);
    const set = (received_pence: number) =>
      register.db.write(async (trx) => {
        await trx.updateTable("claim").set({ received_pence }).where("id", "=", id).execute();
      });
    await set(7);
    expect(await verifyClaims(officer)).toEqual([
      "Award A-CLAIM, claim 1: its receipts add up to £0.00, it says that £0.07 came",
      "Award A-CLAIM, claim 1: its status is not what came of it",
    ]);
    await set(0);
  });
});

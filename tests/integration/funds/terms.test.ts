import { beforeAll, describe, expect, test } from "vitest";
import { takeBidAction } from "#app/bids/index.server.ts";
import { changeRound } from "#app/funds/change-round.server.ts";
import { getRound, getRoundTerms } from "#app/funds/index.server.ts";
import { APPLICANT_KINDS, APPLICANT_NAMES } from "#app/funds/index.ts";
import { decideNotToBid } from "#app/funds/not-bidding/decide-not-to-bid.server.ts";
import { listNotBid } from "#app/funds/not-bidding/not-bidding.queries.server.ts";
import { roundSchema } from "#app/funds/round.schema.ts";
import { changeTerms } from "#app/funds/terms/change-terms.server.ts";
import { listDeadlineChanges } from "#app/funds/terms/terms.queries.server.ts";
import { type TermsInput, termsSchema } from "#app/funds/terms/terms.schema.ts";
import { withdrawRound } from "#app/funds/terms/withdraw-round.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createFund, createPartnership, createPerson, createRound } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { draft } from "../bids/bid-story.ts";

const register = useDatabase();
let officer: Context;
let reader: Context;
let fundId: number;
let partnership: number;
let other: number;

beforeAll(async () => {
  partnership = await createPartnership(register.db, "Aldham");
  other = await createPartnership(register.db, "Borley");
  officer = (await createPerson(register.db, { [partnership]: "officer" })).context;
  reader = (await createPerson(register.db, { [partnership]: "reader" })).context;
  fundId = await createFund(register.db, null);
});

/** What is typed into the form of the terms. */
function typed(more: Record<string, unknown> = {}): TermsInput {
  const { version: _, ...input } = termsSchema.parse({ version: "1", ...more });
  return input;
}

/** Messages of the form, by field. */
function messagesOf(more: Record<string, unknown>): Record<string, string> {
  const result = termsSchema.safeParse({ version: "1", ...more });
  return Object.fromEntries(result.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []);
}

describe("the terms of a round", () => {
  test("are kept as they were typed, and what was not stated is not made up", async () => {
    const id = await createRound(register.db, fundId);
    const input = typed({
      applicantKinds: ["police_and_crime_commissioner", "local_authority"],
      inKindCounts: "yes",
      years: [
        { year: "2022 to 2023", capPence: "500,000" },
        { year: "2023/24", capPence: "" },
        { year: "", capPence: "" },
      ],
      noTransferBetweenYears: "yes",
      capitalSharePercent: "30",
      expressionOfInterestBy: { day: "", month: "5", year: "2022" },
    });
    expect(await changeTerms(officer, id, 1, input)).toMatchObject({ ok: true });
    expect(await getRoundTerms(reader, id)).toMatchObject({
      applicantKinds: ["local_authority", "police_and_crime_commissioner"],
      inKindCounts: true,
      years: [
        { year: 2022, capPence: 50_000_000 },
        { year: 2023, capPence: null },
      ],
      noTransferBetweenYears: true,
      capitalSharePercent: 30,
      expressionOfInterestBy: "2022-05",
      themes: [],
      version: 2,
    });
    expect(await getRoundTerms(reader, await createRound(register.db, fundId))).toMatchObject({
      applicantKinds: [],
      inKindCounts: null,
      years: [],
      noTransferBetweenYears: null,
      capitalSharePercent: null,
    });
  });

  test("are changed by those who may, and by one at a time", async () => {
    const id = await createRound(register.db, fundId);
    await expect(changeTerms(reader, id, 1, typed())).rejects.toThrow(ForbiddenError);
    await changeTerms(officer, id, 1, typed());
    await expect(changeTerms(officer, id, 1, typed())).rejects.toThrow(StaleError);
    await expect(changeTerms(officer, 999_999, 1, typed())).rejects.toThrow(NotFoundError);
    expect(await changeTerms(officer, id, 2, { ...typed(), themeIds: [999_999] })).toMatchObject({
      errors: { themeIds: "Choose themes from the list" },
    });
  });

  test("that make no sense are refused beside their field", () => {
    expect(messagesOf({ years: [{ year: "soon", capPence: "" }] })).toEqual({
      "years.0.year": "Enter the financial year like 2026 to 2027",
    });
    expect(messagesOf({ years: [{ year: "", capPence: "5" }] })).toEqual({
      "years.0.year": "Enter the financial year of this amount",
    });
    const twice = { year: "2026 to 2027", capPence: "" };
    expect(messagesOf({ years: [twice, twice] })).toEqual({
      "years.1.year": "This financial year is there already",
    });
    expect(messagesOf({ portalUrl: "javascript:alert(1)" })).toHaveProperty("portalUrl");
    expect(messagesOf({ capitalSharePercent: "101" })).toHaveProperty("capitalSharePercent");
  });

  test("name each kind of body that may lead", () => {
    expect(APPLICANT_KINDS.map((kind) => APPLICANT_NAMES[kind])).not.toContain(undefined);
  });
});

test("a closing date that is moved keeps what it was", async () => {
  const id = await createRound(register.db, fundId);
  const closesOn = (day: string) =>
    roundSchema.parse({
      name: "Round",
      fundId: String(fundId),
      closesOn: { day, month: "8", year: "2026" },
    });
  await changeRound(officer, id, 1, closesOn("20"));
  await changeRound(officer, id, 2, closesOn("31"));
  await changeRound(officer, id, 3, closesOn("31"));
  const changes = await listDeadlineChanges(reader, id);
  expect(changes.map(({ was, became }) => [was, became])).toEqual([
    ["2026-08-20", "2026-08-31"],
    [null, "2026-08-20"],
  ]);
});

test("a round that the funder withdraws says when and why, and may stand again", async () => {
  const id = await createRound(register.db, fundId);
  const withdrawn = { withdrawnOn: "2026-05", withdrawnReason: "The pot was cut" };
  await expect(withdrawRound(reader, id, 1, withdrawn)).rejects.toThrow(ForbiddenError);
  expect(await withdrawRound(officer, id, 1, { ...withdrawn, withdrawnOn: "2027-01" })).toMatchObject({
    errors: { withdrawnOn: "The date must be today or in the past" },
  });
  expect(await withdrawRound(officer, id, 1, { withdrawnOn: null, withdrawnReason: null })).toMatchObject({
    errors: { withdrawnOn: "Enter the date it was withdrawn" },
  });
  await withdrawRound(officer, id, 1, withdrawn);
  expect(await getRoundTerms(reader, id)).toMatchObject(withdrawn);
  expect((await getRound(reader, id)).version).toBe(2);
  await withdrawRound(officer, id, 2, { withdrawnOn: null, withdrawnReason: null });
  expect((await getRoundTerms(reader, id)).withdrawnOn).toBeNull();
});

describe("a decision not to bid", () => {
  const decision = { decidedOn: "2026-08-03", reason: "No match funding could be found" };

  test("is kept for the partnership's people and nobody else", async () => {
    const id = await createRound(register.db, fundId);
    expect(await decideNotToBid(officer, id, { partnershipId: partnership, ...decision })).toMatchObject({
      ok: true,
    });
    expect(await listNotBid(reader, { roundId: id })).toMatchObject([
      { partnership: { name: "Aldham" }, ...decision },
    ]);
    const { context: stranger } = await createPerson(register.db, { [other]: "manager" });
    expect(await listNotBid(stranger)).toEqual([]);
  });

  test("is one for each partnership: the later takes the place of the earlier", async () => {
    const id = await createRound(register.db, fundId);
    await decideNotToBid(officer, id, { partnershipId: partnership, ...decision });
    await decideNotToBid(officer, id, { partnershipId: partnership, ...decision, reason: "Too late" });
    expect((await listNotBid(reader, { roundId: id })).map(({ reason }) => reason)).toEqual(["Too late"]);
  });

  test("names the bids that were made all the same, as long as they are not withdrawn", async () => {
    const id = await createRound(register.db, fundId);
    await decideNotToBid(officer, id, { partnershipId: partnership, ...decision });
    expect(await listNotBid(reader, { roundId: id })).toMatchObject([{ bids: [] }]);
    const bid = await draft(officer, { roundId: id, leadPartnershipId: partnership });
    expect(await listNotBid(reader, { roundId: id })).toMatchObject([
      { bids: [{ id: bid.id, reference: bid.reference }] },
    ]);
    await takeBidAction(officer, bid.id, bid.version, "withdraw", { reason: "Not now" });
    expect(await listNotBid(reader, { roundId: id })).toMatchObject([{ bids: [] }]);
  });

  test("is recorded by those who bid for the partnership, not for a later day, and of a round that is there", async () => {
    const id = await createRound(register.db, fundId);
    const own = { partnershipId: partnership, ...decision };
    await expect(decideNotToBid(reader, id, own)).rejects.toThrow(ForbiddenError);
    await expect(decideNotToBid(officer, id, { ...own, partnershipId: other })).rejects.toThrow(
      ForbiddenError,
    );
    await expect(decideNotToBid(officer, 999_999, own)).rejects.toThrow(NotFoundError);
    expect(await decideNotToBid(officer, id, { ...own, decidedOn: "2099-01-01" })).toMatchObject({
      ok: false,
    });
  });
});

test("an expression of interest is due while the round is open, whichever of the two dates is changed", async () => {
  const id = await createRound(register.db, fundId);
  const closing = (day: string) =>
    roundSchema.parse({
      name: "Round",
      fundId: String(fundId),
      closesOn: { day, month: "8", year: "2026" },
    });
  const due = (day: string) => typed({ expressionOfInterestBy: { day, month: "8", year: "2026" } });
  await changeRound(officer, id, 1, closing("20"));
  expect(await changeTerms(officer, id, 2, due("21"))).toEqual({
    ok: false,
    errors: {
      expressionOfInterestBy:
        "Expression of interest must be due by the time the round closes, 20 August 2026",
    },
  });
  expect(await changeTerms(officer, id, 2, due("20"))).toMatchObject({ ok: true });
  expect(await changeRound(officer, id, 3, closing("19"))).toEqual({
    ok: false,
    errors: {
      closesOn:
        "Expressions of interest are due 20 August 2026, after this date: change it, or the terms first",
    },
  });
  expect(await changeRound(officer, id, 3, closing("20"))).toMatchObject({ ok: true });
});

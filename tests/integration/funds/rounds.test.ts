import { beforeAll, describe, expect, it } from "vitest";
import { changeRound } from "#app/funds/change-round.server.ts";
import { addRound, closingRounds, getRound, listRecentRounds, listRounds } from "#app/funds/index.server.ts";
import { type RoundInput, roundSchema } from "#app/funds/round.schema.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createFund, createFunder, createPartnership, createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();
let officer: Context;
let reader: Context;
let funderId: number;
let fundId: number;

beforeAll(async () => {
  const partnership = await createPartnership(register.db);
  officer = (await createPerson(register.db, { [partnership]: "officer" })).context;
  reader = (await createPerson(register.db, { [partnership]: "reader" })).context;
  funderId = await createFunder(register.db);
  fundId = await createFund(register.db, funderId);
});

const day = (text: string) => {
  const [year = "", month = "", of = ""] = text.split("-");
  return { day: of, month, year };
};

const round = (name: string, more: Record<string, unknown> = {}): RoundInput =>
  roundSchema.parse({ name, fundId: String(fundId), ...more });

async function added(input: RoundInput): Promise<number> {
  const result = await addRound(officer, input);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value.roundId;
}

describe("a round", () => {
  it("keeps all that its guidance says", async () => {
    const id = await added(
      round("Round 5", {
        opensOn: day("2026-10-01"),
        closesOn: day("2026-12-01"),
        closesTime: "5pm",
        decisionExpected: day("2027-02-"),
        potPence: "£42,000,000",
        capPence: "1,000,000",
        matchBasisPoints: "12.5",
        matchNote: "cash or in kind",
        whoMayLead: "Police and Crime Commissioners",
        bidsPerArea: "3",
        kind: "competitive",
        guidanceUrl: "https://example.org/guidance",
      }),
    );
    expect(await getRound(reader, id)).toMatchObject({
      name: "Round 5",
      fund: { id: fundId },
      funder: { id: funderId },
      opensOn: "2026-10-01",
      closesAt: "2026-12-01T17:00",
      decisionExpected: "2027-02",
      potPence: 4_200_000_000,
      capPence: 100_000_000,
      matchBasisPoints: 1250,
      bidsPerArea: 3,
      kind: "competitive",
      guidanceUrl: "https://example.org/guidance",
    });
  });

  it("may lack everything but its fund and its name: null stays null", async () => {
    const kept = await getRound(reader, await added(round("Sparse")));
    expect([kept.opensOn, kept.closesAt, kept.potPence, kept.kind, kept.matchBasisPoints]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it("takes guidance from the web alone", () => {
    for (const guidanceUrl of [
      "javascript:alert(1)",
      "ftp://example.org",
      "example.org",
      "https://",
      "data:text/html,x",
    ]) {
      const parsed = roundSchema.safeParse({ name: "x", fundId: "1", guidanceUrl });
      expect(parsed.error?.issues[0]?.path).toEqual(["guidanceUrl"]);
    }
  });

  it("does not close before it opens, nor at a time without a day", () => {
    const backwards = { opensOn: day("2026-10-01"), closesOn: day("2026-09-30") };
    const timeless = { closesTime: "5pm" };
    for (const dates of [backwards, timeless]) {
      const parsed = roundSchema.safeParse({ name: "x", fundId: "1", ...dates });
      expect(parsed.error?.issues[0]?.path).toEqual(["closesOn"]);
    }
  });

  it("is written by officers, managers and administrators, not by readers", async () => {
    await expect(addRound(reader, round("Not mine"))).rejects.toThrow(ForbiddenError);
  });

  it("from an old version is not changed; a financial year stays one", async () => {
    const id = await added({ ...round("Years"), deliveryFrom: "FY2023", deliveryTo: "FY2024" });
    const seen = { deliveryFrom: day("2023-04-"), deliveryTo: day("2025-03-") };
    await changeRound(officer, id, 1, round("Years kept", seen));
    expect(await getRound(reader, id)).toMatchObject({
      name: "Years kept",
      deliveryFrom: "FY2023",
      deliveryTo: "FY2024",
      version: 2,
    });
    await expect(changeRound(officer, id, 1, round("Late"))).rejects.toThrow(StaleError);
    await expect(changeRound(officer, 999_999, 1, round("Nothing"))).rejects.toThrow(NotFoundError);
    await expect(getRound(reader, 999_999)).rejects.toThrow(NotFoundError);
  });

  it("stands on the home page while it is closing soon, the next to close first", async () => {
    const later = await added(round("Later", { closesOn: day("2026-12-10") }));
    const sooner = await added(round("Sooner", { closesOn: day("2026-11-21"), closesTime: "midnight" }));
    await added(round("Far", { closesOn: day("2027-06-01") }));
    await added(round("Gone", { closesOn: day("2026-11-21"), closesTime: "8am" }));
    const ids = (await closingRounds(reader)).map(({ id }) => id);
    expect(ids.filter((id) => id === later || id === sooner)).toEqual([sooner, later]);
    expect((await closingRounds(reader)).map(({ name }) => name)).not.toContain("Gone");
    expect((await closingRounds(reader)).map(({ name }) => name)).not.toContain("Far");
    expect((await listRounds(reader)).length).toBeGreaterThan(ids.length);
  });

  it("that closed over three years ago is no choice of a filter, unless it is the one chosen", async () => {
    const old = await added(round("Old", { closesOn: day("2023-11-20") }));
    const recent = await added(round("Recent", { closesOn: day("2023-11-22") }));
    const undated = await added(round("Undated"));
    const choices = async (chosen: number | null) =>
      (await listRecentRounds(reader, chosen)).map(({ id }) => id);
    expect(await choices(null)).toEqual(expect.arrayContaining([recent, undated]));
    expect(await choices(null)).not.toContain(old);
    expect(await choices(old)).toEqual(expect.arrayContaining([old, recent, undated]));
  });
});

import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import type { BidAction } from "#app/bids/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { withPublishedSides } from "#app/reports/changes/published-sides.server.ts";
import { getSuccessChanges } from "#app/reports/changes/success/success-changes.queries.server.ts";
import type { SuccessSide } from "#app/reports/changes/success/success-changes.ts";
import { SuccessChangesResults } from "#app/reports/changes/success/success-changes-results.tsx";
import { getSuccess } from "#app/reports/success/success.queries.server.ts";
import type { BidStatus } from "#db/tables/bids.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported, sumOf } from "../exports/made-file.ts";
import { publish } from "./publishing.ts";

const register = useDatabase();
let operator: Context;
let finance: Context;
let aldham: number;
let borley: number;
let roundId: number;

type Made = { reference: string; status: BidStatus; pence: number; decidedOn?: string; of?: number };

async function bid({ reference, status, pence, decidedOn, of = aldham }: Made): Promise<number> {
  const values = {
    ...{ reference, title: `Bid ${reference}`, status, round_id: roundId, recorded_by_partnership_id: of },
    ...{ requested_pence: pence, requested_basis: "exact" as const, submitted_on: "2025-03-10" },
    ...{ decided_on: decidedOn ?? null, created_at: "2025-01-10T08:00:00.000Z" },
  };
  return register.db.write(async (trx) => {
    const { id } = await trx.insertInto("bid").values(values).returning("id").executeTakeFirstOrThrow();
    await trx
      .insertInto("bid_partnership")
      .values({ bid_id: id, partnership_id: of, part: "lead" })
      .execute();
    return id;
  });
}

async function event(
  bidId: number,
  [action, to]: [BidAction | "create", BidStatus],
  on: string,
  reason: string | null,
) {
  const values = { bid_id: bidId, at: `${on}T10:00:00.000Z`, action, reason };
  await register.db.write((trx) =>
    trx
      .insertInto("bid_event")
      .values({ ...values, from_status: "submitted", to_status: to })
      .execute(),
  );
}

/** Sent in March 2025: one won in May, one lost in July, one withdrawn in August, one that is open; one of Borley won in June. */
beforeAll(async () => {
  const { db } = register;
  operator = make.operatorContext(db);
  [aldham, borley] = [await make.createPartnership(db, "Aldham"), await make.createPartnership(db, "Borley")];
  finance = (await make.createPerson(db, { [aldham]: "finance" })).context;
  roundId = await make.createRound(db, await make.createFund(db, await make.createFunder(db)));
  const won = await bid({ reference: "WON", status: "awarded", pence: 10_000, decidedOn: "2025-05-20" });
  await event(won, ["award_in_full", "awarded"], "2025-05-20", "Fits the fund");
  const awardId = await make.createAward(db, [aldham], { reference: "A-WON", bidId: won });
  const lines = [line({ amountPence: 8_000, partnershipId: aldham, financialYear: 2025 })];
  await seal(operator, awardId, { amountPence: 8_000, effectiveOn: "2025-05-20", lines });
  const lost = await bid({
    reference: "LOST",
    status: "unsuccessful",
    pence: 20_000,
    decidedOn: "2025-07-01",
  });
  await event(lost, ["refuse", "unsuccessful"], "2025-07-01", "Too little evidence");
  const gone = await bid({ reference: "GONE", status: "withdrawn", pence: 30_000 });
  await event(gone, ["withdraw", "withdrawn"], "2025-08-15", null);
  const open = await bid({ reference: "OPEN", status: "submitted", pence: 40_000 });
  await event(open, ["create", "draft"], "2025-01-10", null);
  await event(open, ["submit", "submitted"], "2025-03-10", null);
  await bid({
    reference: "OTHER",
    status: "unsuccessful",
    pence: 1_000,
    decidedOn: "2025-06-01",
    of: borley,
  });
});

const at = (asAt: string | null, published: number | null = null): SuccessSide => ({
  ...{ asAt, knownAt: null, published },
});
const between = (
  from: SuccessSide,
  to: SuccessSide,
  context = operator,
  partnershipIds: number[] | null = null,
) => getSuccessChanges(context, { partnershipIds, from, to });

describe("success of bids at two moments", () => {
  test("differs by the bids that changed, each with why, and they add up to the difference of every total", async () => {
    const days = ["2025-03-01", "2025-04-30", "2025-06-15", "2025-07-31", "2025-12-31", null];
    for (const first of days) {
      for (const second of days) {
        const compared = await between(at(first), at(second));
        for (const [side, asAt] of [
          ["from", first],
          ["to", second],
        ] as const) {
          const { total } = await getSuccess(operator, {
            by: "funder",
            partnershipIds: null,
            asAt,
            knownAt: null,
          });
          const { made, decided, won, lost } = total;
          expect(compared[side]).toEqual({
            ...{ made, decided, won, lost },
            ...{ requestedPence: total.requestedPence ?? 0, awardedPence: total.awardedPence ?? 0 },
          });
        }
        const sum = (key: "made" | "decided" | "awardedPence" | "requestedPence") =>
          compared.changes.reduce((all, { adds }) => all + adds[key], 0);
        for (const key of ["made", "decided", "awardedPence", "requestedPence"] as const) {
          expect(sum(key), `${first} to ${second}, ${key}`).toBe(compared.to[key] - compared.from[key]);
        }
        expect(Object.values(compared.unexplained)).toEqual([0, 0, 0, 0, 0, 0]);
      }
    }
  });

  test("tells of a bid that was begun or sent when that was, without asking for a reason", async () => {
    const whyOpen = async (first: string, second: string | null) => {
      const { changes } = await between(at(first), at(second));
      return changes.find(({ reference }) => reference === "OPEN")?.why;
    };
    expect(await whyOpen("2024-12-31", "2025-02-28")).toEqual(["10 January 2025, draft saved"]);
    expect(await whyOpen("2025-02-28", null)).toEqual(["10 March 2025, submitted"]);
    expect(await whyOpen("2025-04-30", null)).toBeUndefined();
  });

  test("names what each bid was, what it is, and the reasons that are recorded", async () => {
    const { changes, count } = await between(at("2025-04-30"), at(null));
    const found = Object.fromEntries(changes.map(({ reference, ...change }) => [reference, change]));
    expect([count, Object.keys(found)]).toEqual([4, ["WON", "LOST", "GONE", "OTHER"]]);
    expect(found.WON).toMatchObject({
      before: { standing: "undecided", awardedPence: null },
      after: { standing: "won", awardedPence: 8_000 },
      adds: { made: 0, decided: 1, won: 1, lost: 0, requestedPence: 10_000, awardedPence: 8_000 },
    });
    expect(found.WON?.why).toEqual([
      "20 May 2025, awarded in full: Fits the fund",
      expect.stringMatching(/^A-WON, version 1: ./),
    ]);
    expect(found.LOST?.why).toEqual(["1 July 2025, unsuccessful: Too little evidence"]);
    expect(found.GONE).toMatchObject({
      after: { standing: "withdrawn" },
      adds: { made: 0, decided: 0, requestedPence: 0 },
      why: ["15 August 2025, withdrawn, no reason recorded"],
    });
    const page = renderToStaticMarkup(
      <SuccessChangesResults compared={await between(at("2025-04-30"), at(null))} fileHref="/file" />,
    );
    expect(page).toContain(
      "First report £0.00 awarded + changes £80.00 = second report £80.00. Unexplained: £0.00",
    );
    expect(page).toContain("4 bids do not stand in both alike");
  });

  test("is a file with the same bids, whose columns come to the differences of the totals", async () => {
    const params = { of: "success", "from-as-at": "2025-04-30" };
    const { changes, added } = await between(at("2025-04-30"), at(null));
    const rows = await rowsOf("csv", await exported(operator, "comparison", { params }));
    expect(rows.slice(1).map(([reference]) => reference)).toEqual(changes.map(({ reference }) => reference));
    expect(rows[1]?.slice(2, 10)).toEqual(["undecided", "100.00", "", "won", "100.00", "80.00", "1", "1"]);
    expect(sumOf(rows, "Adds to awarded")).toBe(added.awardedPence);
    expect(sumOf(rows, "Adds to requested")).toBe(added.requestedPence);
  });

  test("is of the bids of the partnerships that the person reads", async () => {
    const { changes, to } = await between(at("2025-04-30"), at(null), finance);
    expect(changes.map(({ reference }) => reference)).toEqual(["WON", "LOST", "GONE"]);
    expect(to.decided).toBe(2);
    await expect(between(at(null), at(null), finance, [borley])).rejects.toThrow(NotFoundError);
  });
});

describe("published reports of success", () => {
  test("are compared by the bids that were pinned to them, whatever was recorded since", async () => {
    const asked = { by: "funder", partnership: String(aldham) };
    const one = await publish(finance, "success", { ...asked, "as-at": "2025-04-30" });
    const open = await register.db.read
      .selectFrom("bid")
      .select("id")
      .where("reference", "=", "OPEN")
      .executeTakeFirstOrThrow();
    const two = await publish(finance, "success", asked);
    await register.db.write((trx) =>
      trx
        .updateTable("bid")
        .set({ status: "unsuccessful", decided_on: "2025-09-01" })
        .where("id", "=", open.id)
        .execute(),
    );
    const address = new URLSearchParams({ "from-published": String(one.id), "to-published": String(two.id) });
    const settled = await withPublishedSides(finance, address);
    expect(Object.fromEntries(settled ?? [])).toEqual({
      ...Object.fromEntries(address),
      ...{ of: "success", partnership: String(aldham) },
    });
    expect(await withPublishedSides(finance, settled ?? address)).toBeNull();
    const sides = [at(null, one.id), at(null, two.id)] as const;
    const pinned = await between(...sides, finance, [aldham]);
    expect(pinned.changes.map(({ reference }) => reference)).toEqual(["WON", "LOST", "GONE"]);
    expect(pinned.to.awardedPence - pinned.from.awardedPence).toBe(two.totalPence - one.totalPence);
    const since = await between(sides[1], at(null), finance, [aldham]);
    expect(since.changes).toMatchObject([
      { id: open.id, adds: { decided: 1, lost: 1, requestedPence: 40_000 } },
    ]);
    const { context: stranger } = await make.createPerson(register.db, { [borley]: "finance" });
    await expect(between(...sides, stranger)).rejects.toThrow(NotFoundError);
    const secured = await publish(finance, "funding-secured", { by: "year", partnership: String(aldham) });
    await expect(between(at(null, secured.id), at(null), finance)).rejects.toThrow(NotFoundError);
    const mixed = new URLSearchParams({
      "from-published": String(one.id),
      "to-published": String(secured.id),
    });
    expect((await withPublishedSides(finance, mixed))?.get("to-position")).toBe(String(secured.position));
  });
});

describe("the reason of a change of what was awarded", () => {
  test("is the version that moved the amount between the two days, not the last one that was sealed", async () => {
    const { id } = await register.db.read
      .selectFrom("award")
      .select("id")
      .where("reference", "=", "A-WON")
      .executeTakeFirstOrThrow();
    const lines = (amountPence: number, financialYear: number) => [
      line({ amountPence, partnershipId: aldham, financialYear }),
    ];
    await seal(operator, id, {
      ...{ kind: "reduction", amountPence: 7_000, effectiveOn: "2025-09-01", reason: "The fund was cut" },
      lines: lines(7_000, 2025),
    });
    await seal(operator, id, {
      ...{ kind: "variation", amountPence: 7_000, effectiveOn: "2025-10-01", reason: "Carried over" },
      lines: lines(7_000, 2026),
    });
    await seal(operator, id, {
      ...{ kind: "uplift", amountPence: 9_000, effectiveOn: "2099-01-01", reason: "More for later" },
      lines: lines(9_000, 2026),
    });
    const whyBetween = async (first: string | null, second: string | null) => {
      const { changes } = await between(at(first), at(second));
      return changes.find(({ reference }) => reference === "WON")?.why;
    };
    expect(await whyBetween("2025-08-31", null)).toEqual(["A-WON, version 2: The fund was cut"]);
    expect(await whyBetween(null, "2025-08-31")).toEqual(["A-WON, version 2: The fund was cut"]);
    expect(await whyBetween("2025-09-30", null)).toBeUndefined();
    expect(await whyBetween("2025-04-30", "2025-08-31")).toEqual([
      "20 May 2025, awarded in full: Fits the fund",
      "A-WON, version 1: The award letter",
    ]);
    expect(await whyBetween("2025-04-30", null)).toEqual([
      "20 May 2025, awarded in full: Fits the fund",
      "A-WON, version 1: The award letter",
      "A-WON, version 2: The fund was cut",
    ]);
  });
});

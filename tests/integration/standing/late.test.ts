import { beforeAll, expect, test } from "vitest";
import { bidsMatching, LIVE_STATUSES } from "#app/bids/index.server.ts";
import { NO_BID_FILTERS } from "#app/bids/index.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { bidsAsked, listStanding } from "#app/standing/standing.queries.server.ts";
import { NO_FILTERS, type StandingPlace } from "#app/standing/standing-filters.ts";
import { createFund, createFunder, createRound } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft } from "../bids/bid-story.ts";

const register = useDatabase();
let story: BidStory;
let manager: Context;

beforeAll(async () => {
  story = await bidStory(register.db);
  manager = story.manager.context;
});

const LATE = { ...NO_FILTERS, kind: "bids", status: "late" } as const;

type Dates = { closes?: string | null; expected?: string | null; ofRound?: boolean; withdrawn?: string };

/** A bid at each status that is not decided, of a round with these dates. */
async function bidsWith({
  closes = null,
  expected = null,
  ofRound = false,
  withdrawn,
}: Dates): Promise<void> {
  const { db } = register;
  const roundId = await createRound(db, await createFund(db, await createFunder(db)));
  for (const status of LIVE_STATUSES) {
    const { id } = await completeDraft(story);
    await db.write(async (trx) => {
      await trx
        .updateTable("round")
        .set({
          closes_at: closes,
          decision_expected: ofRound ? expected : null,
          withdrawn_on: withdrawn ?? null,
        })
        .where("id", "=", roundId)
        .execute();
      await trx
        .updateTable("bid")
        .set({ status, round_id: roundId, expected_decision: ofRound ? null : expected })
        .where("id", "=", id)
        .execute();
      if (status !== "clarification_requested") return;
      const question = { bid_id: id, question: "How many?", asked_on: addDays(manager.today, -9) };
      const recorded = { recorded_at: manager.now(), recorded_by: story.officer.id };
      for (const days of [-1, 0]) {
        const due_on = addDays(manager.today, closes === null ? days + 1 : days);
        await trx
          .insertInto("bid_clarification")
          .values({ ...question, ...recorded, due_on })
          .execute();
      }
    });
  }
}

test("what is late holds the bids of which the list says that they are late, and no others", async () => {
  const { today } = manager;
  const [yesterday, month, year] = [addDays(today, -1), today.slice(0, 7), financialYearOf(today)];
  for (const closes of [yesterday, today, `${today}T00:00`, `${today}T23:59`, null])
    await bidsWith({ closes });
  await bidsWith({ closes: yesterday, withdrawn: yesterday });
  for (const expected of [yesterday, today, month, "2026-01", String(year), `FY${year - 1}`, `FY${year}`]) {
    await bidsWith({ expected });
    await bidsWith({ expected, ofRound: true });
  }
  const ids: number[] = [];
  const late: number[] = [];
  let place: StandingPlace = null;
  do {
    const { rows, next } = await listStanding(manager, { ...NO_FILTERS, kind: "bids" }, place);
    ids.push(...rows.map(({ id }) => id));
    late.push(...rows.filter(({ risk }) => risk.level === "late").map(({ id }) => id));
    place = next;
  } while (place !== null);
  expect(ids).toHaveLength(20 * LIVE_STATUSES.length);
  expect(late.length).toBeGreaterThan(20);
  const { rows } = await listStanding(manager, LATE);
  expect(rows.map(({ id }) => id)).toEqual(late);
  // The file of the list finds the same.
  const { matching } = await bidsMatching(manager, bidsAsked(manager, LATE) ?? NO_BID_FILTERS);
  const inFile = await matching.select("bid.id").execute();
  expect(inFile.map(({ id }) => id).sort((a, b) => b - a)).toEqual(late);
  expect(bidsAsked(manager, { ...LATE, kind: "awards" })).toBeNull();
});

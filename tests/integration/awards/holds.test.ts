import { beforeAll, expect, test } from "vitest";
import { listAwards } from "#app/awards/award-list.queries.server.ts";
import { listHolds } from "#app/awards/holds/holds.queries.server.ts";
import { findHold, putOnHold, scheduleReturns, takeOffHold } from "#app/awards/index.server.ts";
import * as newGrantPage from "#app/awards/onward/new-onward-grant.page.tsx";
import { findDuties } from "#app/awards/status/duties.queries.server.ts";
import { closeAward, reopenAward } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { listAwardStatus } from "#app/standing/award-status/award-status.queries.server.ts";
import { getBetween } from "#app/standing/between/between.queries.server.ts";
import { getBoard } from "#app/standing/board/board.queries.server.ts";
import { listStanding } from "#app/standing/standing.queries.server.ts";
import { NO_FILTERS } from "#app/standing/standing-filters.ts";
import { listWaiting } from "#app/standing/waiting/waiting.queries.server.ts";
import { waitingByOwner } from "#app/standing/waiting/waiting-by-owner.queries.server.ts";
import { createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { callPage } from "../bids/call-page.ts";
import {
  type AwardStory,
  awardStory,
  done,
  jointAward,
  nextVersion,
  refusal,
  soleAward,
} from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;

beforeAll(async () => {
  story = await awardStory(register.db);
});

const HOLD = { heldFrom: "2026-08-06", reason: "The funder reviews the scheme", attachmentId: null };
const OFF = { liftedOn: "2026-10-01", reason: "The review is over" };
const WORDS = "On hold since 6 August 2026: The funder reviews the scheme";

const standing = async (awardId: number) => (await findDuties(story.reader, awardId)).standing;

test("an award is put on hold and taken off, which stays, by who may write it", async () => {
  const { officer, reader, partnerFinance, stranger } = story;
  const awardId = await jointAward(story);
  for (const [who, error] of [
    [reader, ForbiddenError],
    [partnerFinance, ForbiddenError],
    [stranger, NotFoundError],
  ] as const) {
    await expect(putOnHold(who, awardId, HOLD)).rejects.toThrow(error);
    await expect(takeOffHold(who, awardId, OFF)).rejects.toThrow(error);
  }
  await expect(takeOffHold(officer, awardId, OFF)).rejects.toThrow(StaleError);
  expect(refusal(await putOnHold(officer, awardId, { ...HOLD, heldFrom: "2026-11-22" }))).toEqual({
    heldFrom: "The day must be today or in the past",
  });
  expect(refusal(await putOnHold(officer, awardId, { ...HOLD, heldFrom: "2024-03-31" }))).toHaveProperty(
    "heldFrom",
  );
  const foreign = refusal(await putOnHold(officer, awardId, { ...HOLD, attachmentId: 999 }));
  expect(foreign).toHaveProperty("attachmentId");
  done(await putOnHold(officer, awardId, HOLD));
  expect((await standing(awardId))?.why).toBe(WORDS);
  expect(refusal(await putOnHold(officer, awardId, HOLD))).toEqual({
    form: "The award is on hold since 6 August 2026 already",
  });
  expect(refusal(await takeOffHold(officer, awardId, { ...OFF, liftedOn: "2026-08-05" }))).toHaveProperty(
    "liftedOn",
  );
  done(await takeOffHold(officer, awardId, OFF));
  expect((await standing(awardId))?.status).toBe("active");
  expect(refusal(await putOnHold(officer, awardId, { ...HOLD, heldFrom: "2026-09-30" }))).toEqual({
    heldFrom: "The day must not be before it was last taken off hold: 1 October 2026",
  });
  done(await putOnHold(officer, awardId, { ...HOLD, heldFrom: "2026-11-01", reason: "Another review" }));
  expect((await listHolds(register.db.read, awardId)).map((one) => [one.reason, one.liftedOn])).toEqual([
    ["Another review", null],
    ["The funder reviews the scheme", "2026-10-01"],
  ]);
  expect(await findHold(register.db.read, awardId)).toMatchObject({ heldFrom: "2026-11-01" });
  const second = { award_id: awardId, held_from: "2026-11-02", reason: "Twice", recorded_at: officer.now() };
  await expect(
    register.db.write((trx) => trx.insertInto("award_hold").values(second).execute()),
  ).rejects.toThrow();
});

test("of two who put it on hold at once one is told that it is", async () => {
  const awardId = await soleAward(story);
  const both = await Promise.all([
    putOnHold(story.officer, awardId, HOLD),
    putOnHold(story.manager, awardId, HOLD),
  ]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("it waits on whoever owns it until it is taken off", async () => {
  const awardId = await soleAward(story);
  const onNobody = async () =>
    (await waitingByOwner(story.manager)).find(({ personId }) => personId === null)?.awards ?? 0;
  const before = await onNobody();
  done(await putOnHold(story.officer, awardId, HOLD));
  expect(await onNobody()).toBe(before + 1);
  done(await takeOffHold(story.officer, awardId, OFF));
  expect(await onNobody()).toBe(before);
});

test("closed stays closed, and nothing is put on hold of what is closed or void", async () => {
  const { officer, manager, finance } = story;
  const awardId = await soleAward(story);
  done(await putOnHold(officer, awardId, HOLD));
  const closure = { evaluation: "In the annual report", evidenceUntil: "2033-03-31", note: null };
  done(await closeAward(manager, awardId, closure));
  expect((await standing(awardId))?.status).toBe("closed");
  expect(refusal(await takeOffHold(officer, awardId, OFF))).toHaveProperty("form");
  done(await reopenAward(manager, awardId, { reason: "A late invoice" }));
  expect((await standing(awardId))?.status).toBe("on_hold");
  const gone = await soleAward(story);
  await nextVersion(finance, gone, { kind: "void", decidedOn: "2025-06-01" });
  expect(refusal(await putOnHold(officer, gone, HOLD))).toEqual({
    form: "The award is void: nothing of it is on hold",
  });
});

test("lists, board, report, what waits and each day say the same of it, and what is late stays late", async () => {
  const { officer, manager } = story;
  const awardId = await soleAward(story);
  const half = { rhythm: "once" as const, periodFrom: "2026-04-01", periodTo: "2026-08-31", dueDays: 31 };
  done(await scheduleReturns(officer, awardId, half));
  done(await putOnHold(officer, awardId, HOLD));
  const all = { search: null, partnershipId: null, open: null, beforeId: null };
  const listed = async (status: "on_hold" | "overdue" | "late") =>
    (await listAwards(manager, { ...all, status })).awards.find(({ id }) => id === awardId)?.standing;
  const late = "Overdue: return for the period to 31 August was due 1 October 2026";
  expect(await listed("overdue")).toBeUndefined();
  expect((await listed("on_hold"))?.why).toBe(`${WORDS}. ${late}`);
  expect((await listed("late"))?.status).toBe("on_hold");
  const lateKeys = await listStanding(manager, { ...NO_FILTERS, status: "late" }, null);
  expect(lateKeys.rows.map(({ kind, id }) => `${kind} ${id}`)).toContain(`award ${awardId}`);
  expect(lateKeys.rows.every(({ kind, risk }) => kind === "award" && risk.level === "late")).toBe(true);
  const { rows } = await listStanding(manager, { ...NO_FILTERS, status: "on_hold" }, null);
  expect(rows.find(({ id }) => id === awardId)).toMatchObject({
    status: "on_hold",
    risk: { level: "late", reasons: [late, "Nobody owns it"] },
    waiting: [{ what: "Take it off hold once it can go on" }, {}],
  });
  const column = (await getBoard(manager, NO_FILTERS)).awards.find(({ status }) => status === "on_hold");
  expect(column?.cards.map(({ id }) => id)).toContain(awardId);
  const waiting = await listWaiting(manager);
  const hold = waiting.find(({ what }) => what === "Take an award off hold");
  expect([hold?.count, hold?.onHold]).toEqual([column?.count, 0]);
  // The list of what is overdue leaves out what is on hold: how much that is stands beside the count.
  const sending = waiting.find(({ what }) => what === "Send a return that is late");
  const overdue = await listAwards(manager, { ...all, status: "overdue" });
  expect([sending?.count, sending?.onHold]).toEqual([overdue.awards.length + 1, 1]);
  done(await takeOffHold(officer, awardId, OFF));
  const reported = async (asAt: string | null) => {
    const report = await listAwardStatus(manager, { partnershipId: null, asAt, knownAt: null }, null);
    return report.rows.find(({ id }) => id === awardId)?.status;
  };
  expect([await reported("2026-08-05"), await reported("2026-08-06"), await reported("2026-09-30")]).toEqual([
    ...["active", "on_hold", "on_hold"],
  ]);
  expect([await reported("2026-10-02"), await reported(null)]).toEqual(["overdue", "overdue"]);
  expect(await moved(manager, "2026-08-05", "2026-08-06")).toEqual([
    { id: awardId, from: "active", to: "on_hold" },
  ]);
  const said = await register.db.read
    .selectFrom("audit_entry")
    .select("action")
    .where("record_type", "=", "award")
    .where("record_id", "=", String(awardId))
    .orderBy("seq")
    .execute();
  expect(said.slice(-2).map(({ action }) => action)).toEqual(["put award on hold", "take award off hold"]);

  async function moved(context: Context, from: string, to: string) {
    const days = { partnershipId: null, from, to };
    const { awards } = await getBetween(context, days, { bid: null, award: null });
    return awards.changed.rows
      .filter(({ id }) => id === awardId)
      .map(({ id, from, to }) => ({ id, from, to }));
  }
});

test("the form of a new onward grant has the hold to warn of, and none where it was taken off", async () => {
  const person = await createPerson(register.db, { [story.lead]: "officer" });
  const awardId = await soleAward(story);
  const holdOnForm = async () => {
    const path = `/awards/${awardId}/onward-grants/new`;
    const { body } = await callPage(register.db, newGrantPage.loader, person, path);
    return (body as { hold: unknown }).hold;
  };
  expect(await holdOnForm()).toBeNull();
  done(await putOnHold(story.officer, awardId, HOLD));
  expect(await holdOnForm()).toMatchObject({ heldFrom: HOLD.heldFrom, reason: HOLD.reason });
});

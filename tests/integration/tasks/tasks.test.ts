import { beforeAll, describe, expect, test } from "vitest";
import * as actPage from "#app/bids/act-on-bid.page.tsx";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import { listDeadlines } from "#app/calendar/deadline-sources.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { listOpenTasks, listTasks, listTasksAtHome } from "#app/tasks/index.server.ts";
import { addTask, changeTask } from "#app/tasks/save-task.server.ts";
import { settleTask } from "#app/tasks/settle-task.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { auditOf, type BidStory, bidStory, draft } from "../bids/bid-story.ts";
import { callPage } from "../bids/call-page.ts";
import { exported } from "../exports/made-file.ts";

const register = useDatabase();
let story: BidStory;
let bidId: number;

beforeAll(async () => {
  story = await bidStory(register.db);
  ({ id: bidId } = await draft(story.officer.context, { leadPartnershipId: story.lead }));
});

const holder = (person: { id: number; name: string } = story.officer.actor, mayWrite = true) => ({
  record: { bidId },
  mayWrite,
  personId: person.id,
  people: [story.officer, story.manager, story.finance].map(({ actor: { id, name } }) => ({ id, name })),
});

async function add(what: string, assigneeId: number, dueOn: string) {
  const added = await addTask(story.officer.context, holder(), { what, assigneeId, dueOn });
  if (!added.ok) throw new Error(JSON.stringify(added.errors));
  return added.value.id;
}

const settled = { version: 1, settledOn: null, note: null };

describe("the tasks of a bid", () => {
  test("are of somebody who takes part, change with the version that was read, and leave a trace", async () => {
    const id = await add("Ask for the crime figures", story.officer.actor.id, "2026-12-03");
    const stranger = { what: "Read it", assigneeId: story.stranger.actor.id, dueOn: "2026-12-03" };
    const refused = await addTask(story.officer.context, holder(), stranger);
    expect(refused).toMatchObject({ ok: false, errors: { assigneeId: expect.stringContaining("role") } });
    const change = { version: 1, what: "Ask the analyst", assigneeId: story.finance.actor.id };
    await changeTask(story.officer.context, holder(), id, { ...change, dueOn: "2026-12-01" });
    const again = changeTask(story.manager.context, holder(), id, { ...change, dueOn: "2026-12-09" });
    await expect(again).rejects.toThrow(StaleError);
    const { open } = await listTasks(register.db.read, { bidId });
    expect(open).toMatchObject([{ what: "Ask the analyst", dueOn: "2026-12-01", version: 2 }]);
    expect((await auditOf(register.db, bidId)).slice(-2).map(([action]) => action)).toEqual([
      "add task",
      "change task",
    ]);
  });

  test("are settled by who writes the bid or has the task, and by nobody else", async () => {
    const id = await add("Check the costs", story.finance.actor.id, "2026-12-02");
    const done = { ...settled, outcome: "done" as const };
    const byReader = settleTask(story.reader.context, holder(story.reader.actor, false), id, done);
    await expect(byReader).rejects.toThrow(ForbiddenError);
    const byFinance = holder(story.finance.actor, false);
    const tomorrow = { ...done, settledOn: "2999-01-01" };
    expect((await settleTask(story.finance.context, byFinance, id, tomorrow)).ok).toBe(false);
    expect((await settleTask(story.finance.context, byFinance, id, done)).ok).toBe(true);
    const { settled: shown } = await listTasks(register.db.read, { bidId });
    expect(shown).toMatchObject([{ id, settled: { outcome: "done", by: story.finance.actor.name } }]);
    const reopened = { ...settled, version: 2, outcome: "open" as const };
    expect(await settleTask(story.officer.context, holder(), id, reopened)).toMatchObject({
      value: { isOpen: true },
    });
    expect((await auditOf(register.db, bidId)).slice(-2)).toEqual([
      ["settle task", story.finance.actor.id],
      ["reopen task", story.officer.actor.id],
    ]);
    const elsewhere = { ...holder(), record: { bidId: bidId + 999 } };
    await expect(settleTask(story.officer.context, elsewhere, id, done)).rejects.toThrow(NotFoundError);
  });

  test("are listed by when they are due: one’s own, late ones, page by page, never of bids out of sight", async () => {
    const { today } = story.officer.context;
    await add("Late", story.officer.actor.id, "2026-01-06");
    await add("Later", story.officer.actor.id, "2090-01-02");
    const mine = await listOpenTasks(story.officer.context, { whose: "mine", limit: 1 });
    expect(mine.tasks).toMatchObject([{ what: "Late", href: `/bids/${bidId}` }]);
    const rest = await listOpenTasks(story.officer.context, { whose: "mine", limit: 1, after: mine.next });
    expect(rest).toMatchObject({ tasks: [{ what: "Later" }], next: null });
    const late = await listOpenTasks(story.manager.context, { whose: "late", limit: 9 });
    expect(late.tasks.every(({ dueOn }) => dueOn < today)).toBe(true);
    expect((await listOpenTasks(story.stranger.context, { whose: "all", limit: 9 })).tasks).toEqual([]);
    const all = { params: { whose: "late" } };
    expect(await rowsOf("csv", await exported(story.manager.context, "tasks", all))).toEqual([
      ["Task", "Who", "For", "Title", "By when"],
      ...late.tasks.map(({ what, assignee, dueOn }) => [
        ...[what, assignee, expect.any(String), expect.any(String), dueOn],
      ]),
    ]);
    expect(await rowsOf("csv", await exported(story.stranger.context, "tasks", all))).toHaveLength(1);
    const home = await listTasksAtHome(story.manager.context, 28);
    expect(home).toMatchObject({ mine: [], late: [{ what: "Late" }] });
    expect((await listTasksAtHome(story.reader.context, 28)).late).toEqual([]);
    // What was due over three months ago stands in the lists alone.
    const calendar = await listDeadlines(story.officer.context);
    expect(calendar.filter(({ key }) => key.startsWith("task-")).map(({ at }) => at)).toEqual(["2090-01-02"]);
  });

  test("are not due more than a year ago", async () => {
    const task = { what: "Ask the analyst", assigneeId: story.officer.actor.id };
    const refused = { ok: false, errors: { dueOn: "The date must not be more than a year ago" } };
    const { context } = story.officer;
    expect(await addTask(context, holder(), { ...task, dueOn: "1900-01-01" })).toEqual(refused);
    const id = await add("Ask the council", story.officer.actor.id, "2025-11-21");
    const change = { version: 1, ...task };
    expect(await changeTask(context, holder(), id, { ...change, dueOn: "2025-11-20" })).toEqual(refused);
  });
});

test("tasks that are open are named to whoever is about to withdraw their bid", async () => {
  const bid = await draft(story.officer.context, { leadPartnershipId: story.lead });
  const own = { ...holder(), record: { bidId: bid.id } };
  const task = { what: "Thank the school", assigneeId: story.officer.actor.id, dueOn: "2026-12-03" };
  const [open, done] = [
    await addTask(story.officer.context, own, task),
    await addTask(story.officer.context, own, { ...task, what: "Ask the school" }),
  ];
  if (!open.ok || !done.ok) throw new Error("A task was refused");
  await settleTask(story.officer.context, own, done.value.id, { ...settled, outcome: "done" });
  const page = (action: string) =>
    callPage(register.db, actPage.loader as never, story.manager, `/bids/${bid.id}/act/${action}`);
  expect((await page("withdraw")).body).toMatchObject({ openTasks: [{ id: open.value.id }] });
  const { version } = await getBid(story.officer.context, bid.id);
  await takeBidAction(story.officer.context, bid.id, version, "withdraw", { reason: "Not now" });
  expect((await page("reopen")).body).toMatchObject({ openTasks: [] });
});

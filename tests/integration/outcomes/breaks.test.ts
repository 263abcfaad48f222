import { expect, test } from "vitest";
import {
  changeAwardOwner,
  listOpenForProjects,
  listOpenOfPartnerships,
  listPayingLines,
  listSecuredByPriority,
} from "#app/awards/index.server.ts";
import { NOT_YET_APPORTIONED } from "#app/awards/version.rules.ts";
import { changeMeasure } from "#app/outcomes/change-measure.server.ts";
import { statedTexts } from "#app/outcomes/measure-words.rules.ts";
import { getMeasure, listMeasures } from "#app/outcomes/outcomes.queries.server.ts";
import * as breaksPage from "#app/outcomes/trail/breaks.page.tsx";
import { brokenOf, goingOnUnfunded, listBreaks } from "#app/outcomes/trail/breaks.queries.server.ts";
import { walkTrail } from "#app/outcomes/trail/trail.queries.server.ts";
import type { BreakKind } from "#app/outcomes/trail/trail.rules.ts";
import { listUnexplained } from "#app/outcomes/unexplained.queries.server.ts";
import { openAwards } from "#app/priorities/open-money.rules.ts";
import { moneyOfPriorities } from "#app/priorities/priority-money.rules.ts";
import { addContribution } from "#app/projects/index.server.ts";
import {
  createAward,
  createPartnership,
  createPerson,
  createPriority,
  createProject,
  operatorContext,
} from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { done } from "../awards/award-story.ts";
import { callPage } from "../bids/call-page.ts";
import { beforeAndAfter, measure } from "./outcome-story.ts";

const register = useDatabase();

test("each break says how much money it is about and who sees to it", async () => {
  const here = await createPartnership(register.db, "Anytown");
  const manager = await createPerson(register.db, { [here]: "manager" }, { name: "Mo Manager" });
  const facts = async (kind: BreakKind) =>
    (await listBreaks(manager.context, kind, null)).breaks.map(({ pence, isApproximate, owner }) => [
      pence,
      isApproximate,
      owner,
    ]);
  const operator = operatorContext(register.db);
  const walls = await createProject(register.db, here, "Walls");
  const outer = await createAward(register.db, [here], { reference: "A-20", lead: true });
  await seal(operator, outer, {
    ...{ amountPence: 900, amountBasis: "approximate" },
    lines: [
      line({ partnershipId: here, amountPence: 500 }),
      line({ partnershipId: here, projectId: walls, amountPence: 400 }),
    ],
  });
  const unknown = await createAward(register.db, [here], { reference: "A-21", lead: true });
  await seal(operator, unknown, { amountPence: null });
  const inside = { ...NOT_YET_APPORTIONED, awardId: outer, partnershipId: here };
  const inner = await createAward(register.db, [here], { reference: "A-22", lead: true });
  await seal(operator, inner, {
    amountPence: 250,
    lines: [
      line({ partnershipId: here, projectId: walls, amountPence: 150, inside }),
      line({
        partnershipId: here,
        projectId: walls,
        amountPence: 100,
        inside: { ...inside, projectId: walls },
      }),
    ],
  });
  done(await changeAwardOwner(manager.context, outer, { version: 1, ownerId: manager.id }));
  expect(await facts("award")).toEqual([
    [null, false, null],
    [350, true, "Mo Manager"],
  ]);
  expect(await facts("project")).toEqual([[550, true, "Anytown"]]);
  // The pages of priority areas and projects say the same of what is open.
  const { context } = manager;
  const fire = {
    id: await createPriority(register.db, here, [], "Fire"),
    validFrom: null,
    validTo: null,
    themes: [],
  };
  const openNow = async () => openAwards(fire, await listOpenOfPartnerships(context, [here]));
  const openOf = (awards: Awaited<ReturnType<typeof openNow>>) =>
    awards.map(({ reference, pence }) => [reference, pence]);
  expect(openOf((await openNow()).filter(({ id }) => id !== inner))).toEqual([
    ["A-20", 650],
    ["A-21", null],
  ]);
  expect(openOf(await listOpenForProjects(context, [walls]))).toEqual([["A-20", 350]]);
  const taking = { partnershipId: here, priorityId: fire.id };
  const whole = await createAward(register.db, [here], { reference: "A-23", lead: true });
  await seal(operator, whole, {
    amountPence: 70,
    lines: [line({ ...taking, projectId: walls, amountPence: 70 })],
  });
  const takesAll = await createAward(register.db, [here], { reference: "A-24", lead: true });
  const from = { ...NOT_YET_APPORTIONED, ...taking, projectId: walls, awardId: whole };
  await seal(operator, takesAll, {
    amountPence: 70,
    lines: [line({ ...taking, projectId: walls, amountPence: 70, inside: from })],
  });
  const [row] = moneyOfPriorities([{ ...fire, title: "Fire" }], {
    secured: await listSecuredByPriority(context, here),
    ...{ open: [], bids: [] },
  });
  expect(row?.secured).toEqual({ pence: 70, isApproximate: false, count: 1, notRecorded: 0 });
  const paying = await listPayingLines(context, { priorityId: fire.id });
  expect(
    paying.map(({ awardReference, label, amountPence }) => [awardReference, label, amountPence]),
  ).toEqual([
    ["A-23", null, 70],
    ["A-24", null, 70],
    ["A-23", "Taken by other awards", -70],
  ]);
  const unpaid = await createProject(register.db, here, "Unpaid");
  expect(await facts("unpaid")).toEqual([[null, false, "Anytown"]]);
  const { breaks } = await listBreaks(manager.context, "project", null);
  expect(breaks.map(({ id, isUnnamed }) => [id, isUnnamed])).toEqual([
    [unpaid, true],
    [walls, undefined],
  ]);
});

test("a project that goes on unfunded is no break, nor are its outcomes, until it has another status or an award", async () => {
  const here = await createPartnership(register.db);
  const { context } = await createPerson(register.db, { [here]: "officer" });
  const neet = await createProject(register.db, here, "NEET");
  const incidents = await measure(context, { kind: "project", id: neet }, { name: "Incidents" });
  const ids = async (kind: BreakKind) => (await listBreaks(context, kind, null)).breaks.map(({ id }) => id);
  const isNow = (status: "going_on" | "going_on_unfunded") =>
    register.db.write((trx) => trx.updateTable("project").set({ status }).where("id", "=", neet).execute());
  const trailOf = async () => (await walkTrail(context, { kind: "project", id: neet })).trail;
  await isNow("going_on");
  expect([await ids("unpaid"), await ids("measure")]).toEqual([[neet], [incidents]]);
  expect(await goingOnUnfunded(context, await trailOf())).toEqual([]);
  await isNow("going_on_unfunded");
  expect([await ids("unpaid"), await ids("measure")]).toEqual([[], []]);
  const gift = { contributor: "Council", kind: "cash", description: null, financialYear: null } as const;
  const bare = await createProject(register.db, here, "Not measured");
  expect(await ids("project")).toEqual([bare]);
  const unfunded = { status: "going_on_unfunded" } as const;
  await register.db.write((trx) => trx.updateTable("project").set(unfunded).where("id", "=", bare).execute());
  expect([await ids("project"), await ids("unpaid")]).toEqual([[], []]);
  expect(await brokenOf(context, (await walkTrail(context, { kind: "project", id: bare })).trail)).toEqual(
    [],
  );
  done(await addContribution(context, neet, { ...gift, amountPence: 500 }));
  expect(await brokenOf(context, await trailOf())).toEqual([]);
  expect(await goingOnUnfunded(context, await trailOf())).toMatchObject([
    { id: neet, contributions: [{ contributor: "Council", form: "cash", amountPence: 500 }] },
  ]);
  const award = await createAward(register.db, [here], { lead: true });
  await seal(operatorContext(register.db), award, {
    amountPence: 100,
    lines: [neet, bare].map((projectId) => line({ partnershipId: here, projectId, amountPence: 50 })),
  });
  expect(await ids("project")).toEqual([bare]);
  expect(await goingOnUnfunded(context, await trailOf())).toEqual([]);
});

test("an outcome stated otherwise than computed is yet to be explained until the reason is recorded", async () => {
  const here = await createPartnership(register.db);
  const person = await createPerson(register.db, { [here]: "officer" });
  const reader = person.context;
  const foreigner = (await createPerson(register.db, { [await createPartnership(register.db)]: "officer" }))
    .context;
  const subject = { kind: "partnership", id: here } as const;
  const stated = { name: "Shoplifting", statedPercent: -31.5 };
  const id = await measure(reader, subject, stated);
  await measure(reader, subject, { name: "As stated", statedPercent: -31.4 });
  expect((await listUnexplained(reader, null)).unexplained).toEqual([]);
  for (const each of await listMeasures(reader))
    await beforeAndAfter(reader, each.id, [512, "2018/19"], [351, "2019/20"]);
  expect(await listUnexplained(reader, null)).toEqual({
    unexplained: [{ id, text: "Shoplifting", difference: "Stated −31.5%, computed −31.4%" }],
    older: null,
  });
  const { body } = await callPage(register.db, breaksPage.loader, person, "/trail/breaks?kind=unexplained");
  expect((body as { breaks: { id: number }[] }).breaks.map((each) => each.id)).toEqual([id]);
  expect((await listUnexplained(reader, id)).unexplained).toEqual([]);
  expect((await listUnexplained(foreigner, null)).unexplained).toEqual([]);
  const before = await getMeasure(reader, id);
  expect(statedTexts(before)).toContain("Why: not recorded");
  done(await changeMeasure(reader, id, { ...before, differenceNote: "Rounded up" }));
  expect((await listUnexplained(reader, null)).unexplained).toEqual([]);
  expect(statedTexts(await getMeasure(reader, id))).toContain("Why: Rounded up");
});

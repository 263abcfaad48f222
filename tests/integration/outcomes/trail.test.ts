import { beforeAll, expect, test } from "vitest";
import * as awardPage from "#app/awards/award.page.tsx";
import { brokenOf, listBreaks } from "#app/outcomes/trail/breaks.queries.server.ts";
import { type TrailStart, walkTrail } from "#app/outcomes/trail/trail.queries.server.ts";
import { BREAKS, type BreakKind, breaksOf, findingOf } from "#app/outcomes/trail/trail.rules.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  createAward,
  createPartnership,
  createPerson,
  createProject,
  operatorContext,
} from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { bidStory, draft } from "../bids/bid-story.ts";
import { callPage } from "../bids/call-page.ts";
import { measure } from "./outcome-story.ts";

const register = useDatabase();
let officer: Context;
let foreigner: Context;
let award = 0;
let lighting = 0;
let patrols = 0;
let paid = 0;
let unpaid = 0;
let idle = 0;

beforeAll(async () => {
  const here = await createPartnership(register.db);
  officer = (await createPerson(register.db, { [here]: "officer" })).context;
  foreigner = (await createPerson(register.db, { [await createPartnership(register.db)]: "officer" }))
    .context;
  lighting = await createProject(register.db, here, "Lighting");
  patrols = await createProject(register.db, here, "Patrols");
  idle = await createProject(register.db, here, "Idle");
  award = await createAward(register.db, [here], { reference: "A-1", lead: true });
  const to = (projectId: number | null, amountPence: number) =>
    line({ partnershipId: here, projectId, amountPence });
  await seal(operatorContext(register.db), award, {
    amountPence: 600,
    lines: [to(lighting, 100), to(patrols, 200), to(null, 300)],
  });
  paid = await measure(officer, { kind: "project", id: lighting }, { name: "Reports at night" });
  unpaid = await measure(officer, { kind: "project", id: idle }, { name: "Idle reports" });
});

async function breaksFrom(context: Context, start: TrailStart) {
  const { trail } = await walkTrail(context, start);
  return breaksOf(trail, await brokenOf(context, trail));
}

const keysFor = async (context: Context, start: TrailStart) =>
  (await walkTrail(context, start)).trail.nodes.map(({ key }) => key).sort();
const keysFrom = (start: TrailStart) => keysFor(officer, start);

test("a pound is walked from its award to the measure, and from the measure back to the award", async () => {
  const measured = [`award-${award}`, `line-${award}-${lighting}`, `project-${lighting}`, `measure-${paid}`];
  expect(await keysFrom({ kind: "measure", id: paid })).toEqual(measured.sort());
  expect(await keysFrom({ kind: "project", id: lighting })).toEqual(measured);
  expect(await keysFrom({ kind: "award", id: award })).toEqual(expect.arrayContaining(measured));
});

const lineOf = async (awardId: number, projectId: number | null, version = 1) => {
  const row = await register.db.read
    .selectFrom("allocation_line as line")
    .innerJoin("award_version as version", "version.id", "line.version_id")
    .select("line.id")
    .where("line.award_id", "=", awardId)
    .where("line.project_id", projectId === null ? "is" : "=", projectId)
    .where("version.number", "=", version)
    .executeTakeFirstOrThrow();
  return { kind: "line", id: row.id } as const;
};

test("a line is walked by itself, to its award and to its own project alone", async () => {
  const start = await lineOf(award, lighting);
  const walked = [`award-${award}`, `line-${award}-${lighting}`, `project-${lighting}`, `measure-${paid}`];
  expect(await keysFrom(start)).toEqual(walked.sort());
  const { trail, startKey, isPast } = await walkTrail(officer, start);
  expect([startKey, isPast]).toEqual([`line-${award}-${lighting}`, false]);
  expect(trail.nodes.find(({ key }) => key === startKey)?.text).toBe("£1 to Lighting");
  expect(await breaksFrom(officer, start)).toEqual([]);
  expect(await breaksFrom(officer, await lineOf(award, null))).toEqual([
    "£3 to no project: this money names no project yet",
  ]);
  const { trail: whole } = await walkTrail(officer, { kind: "award", id: award });
  expect(whole.nodes.find(({ key }) => key === startKey)?.href).toBe(`/trail/line/${start.id}`);
  await expect(walkTrail(foreigner, start)).rejects.toThrow(NotFoundError);
  await expect(walkTrail(officer, { kind: "line", id: 999_999 })).rejects.toThrow(NotFoundError);
});

test("it says where it breaks, and each break is on the list of what is to be done", async () => {
  const breaks = await breaksFrom(officer, { kind: "award", id: award });
  expect(breaks.sort()).toEqual([
    "Patrols: no outcome is measured yet",
    "£3 to no project: this money names no project yet",
  ]);
  const ids = async (kind: BreakKind) => (await listBreaks(officer, kind, null)).breaks.map(({ id }) => id);
  expect(await ids("award")).toEqual([award]);
  expect(await ids("project")).toEqual([patrols]);
  expect(await ids("unpaid")).toEqual([idle]);
  expect(await ids("measure")).toEqual([unpaid]);
  const [outcome, project, ...others] = (await breaksFrom(officer, { kind: "measure", id: unpaid })).sort();
  expect(outcome).toMatch(/^Idle reports.*: no money leads to this outcome$/);
  expect(project).toBe("Idle: no money of an award names this project");
  expect(others).toEqual([]);
  expect((await listBreaks(officer, "award", award)).breaks).toEqual([]);
});

test("others walk none of it, and their list is empty", async () => {
  for (const [kind, id] of [
    ["award", award],
    ["project", lighting],
    ["measure", paid],
  ] as const) {
    await expect(walkTrail(foreigner, { kind, id })).rejects.toThrow(NotFoundError);
  }
  for (const kind of BREAKS) {
    expect((await listBreaks(foreigner, kind, null)).breaks).toEqual([]);
  }
});

test("money that is paid out as another award is walked through that one, both ways, and counts once", async () => {
  const here = await createPartnership(register.db);
  const person = await createPerson(register.db, { [here]: "officer" });
  const reader = person.context;
  const other = await createPartnership(register.db);
  const outreach = await createProject(register.db, here, "Outreach");
  const lead = await createAward(register.db, [here], { reference: "A-13" });
  const inner = await createAward(register.db, [here], { reference: "A-14" });
  const hidden = await createAward(register.db, [other], { reference: "A-15" });
  const operator = operatorContext(register.db);
  const inside = {
    ...{ awardId: lead, partnershipId: here, financialYear: null },
    ...{ projectId: null, priorityId: null, stream: null },
  };
  await seal(operator, lead, {
    amountPence: 6_000_000,
    lines: [line({ partnershipId: here, amountPence: 6_000_000 })],
  });
  await seal(operator, inner, {
    amountPence: 1_500_000,
    lines: [line({ partnershipId: here, projectId: outreach, amountPence: 1_500_000, inside })],
  });
  await seal(operator, hidden, {
    amountPence: 500_000,
    lines: [line({ partnershipId: other, amountPence: 500_000, inside })],
  });
  const counted = await measure(reader, { kind: "project", id: outreach }, { name: "Young people reached" });

  const walked = [`award-${lead}`, `inside-${lead}-${inner}`, `award-${inner}`, `line-${inner}-${outreach}`];
  const back = [...walked, `project-${outreach}`, `measure-${counted}`].sort();
  for (const start of [
    { kind: "award", id: inner },
    { kind: "project", id: outreach },
    { kind: "measure", id: counted },
  ] as const) {
    const { trail } = await walkTrail(reader, start);
    expect(trail.nodes.map(({ key }) => key).sort(), start.kind).toEqual(back);
  }
  const { trail } = await walkTrail(reader, { kind: "award", id: lead });
  expect(trail.nodes.map(({ key }) => key)).toEqual(expect.arrayContaining(back));
  const texts = trail.nodes.filter(({ station }) => station === "line").map(({ text }) => text);
  expect(texts.sort()).toEqual([
    "£15,000 to A-14",
    "£40,000 to no project",
    "£5,000 to an award of another partnership",
  ]);
  expect(trail.nodes.find(({ key }) => key === `award-${hidden}`)).toMatchObject({
    text: "An award of another partnership",
    href: null,
  });
  const outer = await lineOf(lead, null);
  const { trail: ofLine, startKey } = await walkTrail(reader, outer);
  const own = ofLine.nodes.find(({ key }) => key === startKey);
  expect([own?.text, own?.figure]).toEqual(["£60,000 to no project", "£20,000 of it passed on"]);
  const leads = ofLine.links.filter(({ from }) => from === startKey).map(({ to }) => to);
  expect(leads.sort()).toEqual([`award-${hidden}`, `award-${inner}`].sort());
  expect(ofLine.nodes.map(({ key }) => key)).toContain(`measure-${counted}`);
  expect(await breaksFrom(reader, outer)).toEqual(["£60,000 to no project: this money names no project yet"]);
  expect(await keysFor(reader, await lineOf(inner, outreach))).toEqual(back);

  const lost = "£40,000 to no project: this money names no project yet";
  expect(await breaksFrom(reader, { kind: "award", id: lead })).toEqual([lost]);
  expect((await listBreaks(reader, "award", null)).breaks.map(({ id }) => id)).toEqual([lead]);

  const ways = async (id: number) => {
    const { body } = await callPage(register.db, awardPage.loader, person, `/awards/${id}`);
    const { steps, passedOn } = body as Record<"steps" | "passedOn", { pence: number }[]>;
    return { here: steps.map(({ pence }) => pence), goesOn: passedOn.map(({ pence }) => pence) };
  };
  expect(await ways(lead)).toEqual({ here: [4_000_000], goesOn: [1_500_000, 500_000] });
  expect(await ways(inner)).toEqual({ here: [1_500_000], goesOn: [] });

  const { trail: whole } = await walkTrail(reader, { kind: "award", id: inner });
  expect(findingOf(whole, 0)).toBe("The chain holds from the pound to what was measured");
  await seal(operator, lead, {
    ...{ kind: "variation", effectiveOn: "2024-05-01", amountPence: 2_000_000 },
    lines: [line({ partnershipId: here, amountPence: 2_000_000 })],
  });
  expect(await breaksFrom(reader, { kind: "award", id: lead })).toEqual([]);
  expect((await listBreaks(reader, "award", null)).breaks).toEqual([]);
  expect(await ways(lead)).toEqual({ here: [], goesOn: [1_500_000, 500_000] });

  const gone = await walkTrail(reader, outer);
  expect(gone.isPast).toBe(true);
  expect(gone.trail.nodes.map(({ key, figure }) => [key, figure])).toEqual([
    [`award-${lead}`, undefined],
    [`line-${lead}-passed`, "Version 1, not in force today"],
  ]);
  const passedWhole = await lineOf(lead, null, 2);
  expect((await walkTrail(reader, passedWhole)).startKey).toBe(`line-${lead}-passed`);
  expect(await keysFor(reader, passedWhole)).toContain(`measure-${counted}`);
  expect(await breaksFrom(reader, passedWhole)).toEqual([]);
});

test("a bid stands in the trail of its round and of the projects that it asks for, with what became of it", async () => {
  const story = await bidStory(register.db);
  const reader = story.officer.context;
  const vans = await createProject(register.db, story.lead, "Vans");
  const ours = { leadPartnershipId: story.lead, roundId: story.roundId };
  const bid = await draft(reader, { ...ours, projectIds: [vans] });
  const won = await draft(reader, { ...ours, title: "Won" });
  await register.db.write((transaction) =>
    transaction.updateTable("bid").set({ status: "awarded" }).where("id", "=", won.id).execute(),
  );
  const asked = [`round-${story.roundId}`, `bid-${bid.id}`, `project-${vans}`].sort();
  for (const start of [
    { kind: "bid", id: bid.id },
    { kind: "project", id: vans },
  ] as const) {
    const { trail } = await walkTrail(reader, start);
    expect(trail.nodes.map(({ key }) => key).sort()).toEqual(asked);
    expect(trail.links).toHaveLength(2);
    expect(await breaksFrom(reader, start)).toEqual([
      "Vans: no outcome is measured yet",
      "Vans: no money of an award names this project",
    ]);
  }
  const { trail } = await walkTrail(reader, { kind: "round", id: story.roundId });
  expect(trail.nodes.map(({ key }) => key).sort()).toEqual([...asked, `bid-${won.id}`].sort());
  const became = trail.nodes.filter(({ station }) => station === "bid").map(({ figure }) => figure);
  expect(became).toEqual(["Not submitted yet", "Awarded"]);
  const broken = `${won.reference} Won: it was awarded, and no award of it is recorded`;
  expect(await breaksFrom(reader, { kind: "round", id: story.roundId })).toContain(broken);
  const awarded = { kind: "bid", id: won.id } as const;
  expect(await breaksFrom(reader, awarded)).toEqual([broken]);
  expect((await listBreaks(reader, "bid", null)).breaks.map(({ id }) => id)).toEqual([won.id]);
  expect((await listBreaks(reader, "project", null)).breaks.map(({ id }) => id)).toEqual([vans]);
  expect((await listBreaks(reader, "unpaid", null)).breaks.map(({ id }) => id)).toEqual([vans]);
  const others = await walkTrail(story.stranger.context, { kind: "round", id: story.roundId });
  expect(others.trail.nodes.map(({ key }) => key)).toEqual([`round-${story.roundId}`]);
  expect(findingOf(others.trail, 0)).toContain("no pound to walk yet");

  await createAward(register.db, [story.lead], { reference: "A-WON", bidId: won.id });
  expect(await breaksFrom(reader, awarded)).toEqual([]);
  expect(await keysFor(reader, awarded)).toContainEqual(expect.stringMatching(/^award-/));
});

test("a board's own indicator, which no project owns, breaks no chain", async () => {
  const here = await createPartnership(register.db);
  const reader = (await createPerson(register.db, { [here]: "officer" })).context;
  const alone = await measure(reader, { kind: "partnership", id: here }, { name: "Confidence" });
  expect(await breaksFrom(reader, { kind: "measure", id: alone })).toEqual([]);
  expect((await listBreaks(reader, "measure", null)).breaks).toEqual([]);
});

import { beforeAll, expect, test } from "vitest";
import { listBreaks } from "#app/outcomes/trail/breaks.queries.server.ts";
import { type TrailStart, walkTrail } from "#app/outcomes/trail/trail.queries.server.ts";
import { breaksOf } from "#app/outcomes/trail/trail.rules.ts";
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
import { measure } from "./outcome-story.ts";

const register = useDatabase();
let officer: Context;
let foreigner: Context;
let award = 0;
let lighting = 0;
let patrols = 0;
let paid = 0;
let unpaid = 0;

beforeAll(async () => {
  const here = await createPartnership(register.db);
  officer = (await createPerson(register.db, { [here]: "officer" })).context;
  foreigner = (await createPerson(register.db, { [await createPartnership(register.db)]: "officer" }))
    .context;
  lighting = await createProject(register.db, here, "Lighting");
  patrols = await createProject(register.db, here, "Patrols");
  const idle = await createProject(register.db, here, "Idle");
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

const keysFrom = async (start: TrailStart) =>
  (await walkTrail(officer, start)).trail.nodes.map(({ key }) => key).sort();

test("a pound is walked from its award to the measure, and from the measure back to the award", async () => {
  const measured = [`award-${award}`, `line-${award}-${lighting}`, `project-${lighting}`, `measure-${paid}`];
  expect(await keysFrom({ kind: "measure", id: paid })).toEqual(measured.sort());
  expect(await keysFrom({ kind: "project", id: lighting })).toEqual(measured);
  expect(await keysFrom({ kind: "award", id: award })).toEqual(expect.arrayContaining(measured));
});

test("it says where it breaks, and each break is on the list of what is to be done", async () => {
  const { trail, readable } = await walkTrail(officer, { kind: "award", id: award });
  expect(breaksOf(trail, readable)).toEqual(
    ["Patrols: no outcome is measured yet", "£3 to no project: this money names no project yet"].sort(
      (a, b) =>
        trail.nodes.findIndex(({ text }) => a.startsWith(text)) -
        trail.nodes.findIndex(({ text }) => b.startsWith(text)),
    ),
  );
  const ids = async (kind: "award" | "project" | "measure") =>
    (await listBreaks(officer, kind, null)).breaks.map(({ id }) => id);
  expect(await ids("award")).toEqual([award]);
  expect(await ids("project")).toEqual([patrols]);
  expect(await ids("measure")).toEqual([unpaid]);
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
  for (const kind of ["award", "project", "measure"] as const) {
    expect((await listBreaks(foreigner, kind, null)).breaks).toEqual([]);
  }
});

test("money that is paid out as another award is walked through that one, both ways, and counts once", async () => {
  const here = await createPartnership(register.db);
  const reader = (await createPerson(register.db, { [here]: "officer" })).context;
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
  const { trail, readable } = await walkTrail(reader, { kind: "award", id: lead });
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
  expect(breaksOf(trail, readable)).toEqual(["£40,000 to no project: this money names no project yet"]);
});

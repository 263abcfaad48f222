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

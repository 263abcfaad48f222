import { beforeAll, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { changeProject } from "#app/projects/change-project.server.ts";
import { listContributions } from "#app/projects/contributions/contributions.queries.server.ts";
import { addContribution, changeContribution } from "#app/projects/contributions/save-contribution.server.ts";
import { getProject, listProjects, projectNames } from "#app/projects/index.server.ts";
import { createPartnership, createPerson, createProject } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();
let eastleigh = 0;
let winchester = 0;
let project = 0;
let officer: Context;
let neighbour: Context;

beforeAll(async () => {
  eastleigh = await createPartnership(register.db, "Eastleigh");
  winchester = await createPartnership(register.db, "Winchester");
  project = await createProject(register.db, eastleigh, "NEET Project");
  officer = (await createPerson(register.db, { [eastleigh]: "officer" })).context;
  neighbour = (await createPerson(register.db, { [winchester]: "officer" })).context;
});

const TIME = {
  contributor: "Borough council",
  kind: "in_kind" as const,
  description: "Staff time",
  financialYear: 2020,
  amountPence: null,
};

test("what a partner gives of its own stands on the project and posts nothing", async () => {
  const added = await addContribution(officer, project, TIME);
  const id = added.ok ? added.value.contributionId : 0;
  const { kind, ...shown } = TIME;
  expect(await listContributions(officer, project)).toMatchObject([{ ...shown, form: kind, id, version: 1 }]);
  const ids = { projectId: project, contributionId: id };
  await changeContribution(officer, ids, { ...TIME, amountPence: 500_00, version: 1 });
  await expect(changeContribution(officer, ids, { ...TIME, version: 1 })).rejects.toThrow(StaleError);
  expect(await register.db.read.selectFrom("posting").select("id").execute()).toEqual([]);
});

test("it is foreign to others until their partnership takes part, and then theirs to read only", async () => {
  await expect(addContribution(neighbour, project, TIME)).rejects.toThrow(NotFoundError);
  const { version, name } = await getProject(officer, project);
  const facts = { name, description: null, startsOn: null, endsOn: null, statusNote: null, version };
  const parts = { strands: [], partners: ["Enham Trust"], places: ["Eastleigh"] };
  const change = { ...facts, ...parts, status: "going_on_unfunded" as const, partnershipIds: [winchester] };
  expect((await changeProject(officer, project, change)).ok).toBe(true);
  expect(await getProject(neighbour, project)).toMatchObject({
    ...parts,
    status: "going_on_unfunded",
    partnershipIds: [winchester],
  });
  expect(await listProjects(neighbour)).toMatchObject([{ id: project }]);
  expect((await projectNames(neighbour, [project])).get(project)).toBe(name);
  await expect(addContribution(neighbour, project, TIME)).rejects.toThrow(ForbiddenError);
  const own = { ...change, version: version + 1, partnershipIds: [eastleigh] };
  expect(await changeProject(officer, project, own)).toMatchObject({ ok: false });
});

test("what two record at once is recorded once, and what differs in anything again", async () => {
  const record = (change: Partial<typeof TIME> & { amountPence?: null } = {}) =>
    addContribution(officer, project, { ...TIME, contributor: "Fire service", ...change });
  const results = await Promise.all([record(), record({ contributor: "FIRE service" }), record()]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter(({ ok }) => !ok)).toEqual(
    Array(2).fill({ ok: false, errors: { contributor: expect.stringContaining("recorded already") } }),
  );
  expect((await record({ financialYear: 2021 })).ok).toBe(true);
  expect((await record({ description: "Rooms" })).ok).toBe(true);
});

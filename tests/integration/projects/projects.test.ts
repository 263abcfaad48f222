import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { addProject } from "#app/projects/add-project.server.ts";
import { changeProject } from "#app/projects/change-project.server.ts";
import { getProject, listProjects } from "#app/projects/index.server.ts";
import type { NewProject } from "#app/projects/project.schema.ts";
import { createPartnership, createPerson, createProject } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported } from "../exports/made-file.ts";

const register = useDatabase();
let eastleigh = 0;
let winchester = 0;
let officer: Context;
let reader: Context;
let foreigner: Context;

beforeAll(async () => {
  eastleigh = await createPartnership(register.db, "Eastleigh");
  winchester = await createPartnership(register.db, "Winchester");
  officer = (await createPerson(register.db, { [eastleigh]: "officer" })).context;
  reader = (await createPerson(register.db, { [eastleigh]: "reader", [winchester]: "officer" })).context;
  foreigner = (await createPerson(register.db, { [winchester]: "manager" })).context;
});

const NO_PARTS = { status: null, strands: [], partners: [], places: [], partnershipIds: [] };

function facts(name: string): NewProject {
  const dates = { startsOn: "2020-05", endsOn: null };
  return { partnershipId: eastleigh, name, description: null, statusNote: null, ...NO_PARTS, ...dates };
}

async function added(name: string, parts: Partial<NewProject> = {}): Promise<number> {
  const result = await addProject(officer, { ...facts(name), ...parts });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value.projectId;
}

const entriesOf = (projectId: number) =>
  register.db.read
    .selectFrom("audit_entry")
    .select(["action", "actor_id", "before_json", "after_json"])
    .where("record_type", "=", "project")
    .where("record_id", "=", String(projectId))
    .orderBy("seq")
    .execute();

describe("a project", () => {
  test("is added with its strands in order, and an audit entry says so", async () => {
    const id = await added("VRU response plan", { strands: ["School interventions", "Frontline skills"] });
    expect(await getProject(officer, id)).toMatchObject({
      name: "VRU response plan",
      startsOn: "2020-05",
      endsOn: null,
      strands: ["School interventions", "Frontline skills"],
      source: null,
      version: 1,
    });
    const [entry, ...others] = await entriesOf(id);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ action: "add project", before_json: null });
    expect(JSON.parse(entry?.after_json ?? "")).toMatchObject({
      strands: ["School interventions", "Frontline skills"],
    });
  });

  test("is changed, strands and all, and what stood before is in the audit log", async () => {
    const id = await added("Project Gateway", { strands: ["One"] });
    const result = await changeProject(officer, id, {
      ...facts("Project Gateway 2"),
      strands: ["Two", "Three"],
      version: 1,
    });
    expect(result).toEqual({ ok: true, value: { projectId: id } });
    expect(await getProject(officer, id)).toMatchObject({ strands: ["Two", "Three"], version: 2 });
    const entries = await entriesOf(id);
    expect(entries.map((entry) => entry.action)).toEqual(["add project", "change project"]);
    expect(JSON.parse(entries[1]?.before_json ?? "")).toMatchObject({
      name: "Project Gateway",
      strands: ["One"],
    });
  });

  test("that somebody changed meanwhile is not changed over it", async () => {
    const id = await added("Friday Night Football");
    await changeProject(officer, id, { ...facts("Friday Night Football"), version: 1 });
    await expect(changeProject(officer, id, { ...facts("Other"), version: 1 })).rejects.toThrow(StaleError);
    expect((await getProject(officer, id)).name).toBe("Friday Night Football");
  });

  test("keeps the precision of a date that was stated as a year", async () => {
    const id = await added("Stated by its year");
    await register.db.write((trx) =>
      trx.updateTable("project").set({ starts_on: "FY2019" }).where("id", "=", id).execute(),
    );
    const unchanged = { ...facts("Stated by its year"), startsOn: "2019-04", version: 1 };
    await changeProject(officer, id, unchanged);
    expect((await getProject(officer, id)).startsOn).toBe("FY2019");
  });

  test("takes a name that no other project of the partnership has", async () => {
    const id = await added("Operation Fortress");
    const taken = { ok: false, errors: { name: "The partnership has a project of this name already" } };
    expect(await addProject(officer, facts("operation fortress"))).toEqual(taken);
    const other = await added("Operation Defender");
    expect(await changeProject(officer, other, { ...facts("Operation Fortress"), version: 1 })).toEqual(
      taken,
    );
    expect((await entriesOf(other)).length).toBe(1);
    expect(await changeProject(officer, id, { ...facts("OPERATION Fortress"), version: 1 })).toMatchObject({
      ok: true,
    });
  });
});

describe("who reads and writes projects", () => {
  test("a foreign project answers like one that does not exist", async () => {
    const id = await added("Only Eastleigh’s");
    await expect(getProject(foreigner, id)).rejects.toThrow(NotFoundError);
    await expect(getProject(foreigner, 999_999)).rejects.toThrow(NotFoundError);
    await expect(changeProject(foreigner, id, { ...facts("Mine"), version: 1 })).rejects.toThrow(
      NotFoundError,
    );
  });

  test("an officer of another partnership adds none here", async () => {
    await expect(addProject(foreigner, facts("Foreign"))).rejects.toThrow(ForbiddenError);
  });

  test("a reader reads it and does not change it, officer elsewhere or not", async () => {
    const id = await added("Read only");
    expect((await getProject(reader, id)).name).toBe("Read only");
    await expect(changeProject(reader, id, { ...facts("Mine"), version: 1 })).rejects.toThrow(ForbiddenError);
    await expect(addProject(reader, facts("Mine"))).rejects.toThrow(ForbiddenError);
  });

  test("the list holds the projects of the person’s partnerships, by name", async () => {
    const [b, a] = [
      await createProject(register.db, winchester, "b"),
      await createProject(register.db, winchester, "A"),
    ];
    expect((await listProjects(foreigner)).map((project) => project.id)).toEqual([a, b]);
    expect((await listProjects(foreigner, { partnershipIds: [eastleigh] })).length).toBe(0);
    expect((await listProjects(reader, { partnershipIds: [winchester] })).map(({ id }) => id)).toEqual([
      a,
      b,
    ]);
    expect(await rowsOf("csv", await exported(foreigner, "projects"))).toEqual([
      ["Project", "Partnership", "Starts", "Ends", "How it stands", "Note"],
      ["A", "Winchester", "", "", "", ""],
      ["b", "Winchester", "", "", "", ""],
    ]);
    const params = { partnership: String(eastleigh) };
    expect(await rowsOf("csv", await exported(foreigner, "projects", { params }))).toHaveLength(1);
    const nobody = (await createPerson(register.db, {}, { isAdministrator: true })).context;
    expect(await listProjects(nobody)).toEqual([]);
  });
});

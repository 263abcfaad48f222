import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { addPriority } from "#app/priorities/add-priority.server.ts";
import { changePriority } from "#app/priorities/change-priority.server.ts";
import { listPriorities, listThemes } from "#app/priorities/index.server.ts";
import { getPriority } from "#app/priorities/priorities.queries.server.ts";
import type { NewPriority } from "#app/priorities/priority.schema.ts";
import { createPartnership, createPerson, operatorContext, uniqueName } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

let operator: Context;
let officer: Context;
let partnershipId: number;
let foreignId: number;
let themes: Map<string, number>;

beforeAll(async () => {
  operator = operatorContext(register.db);
  partnershipId = await createPartnership(register.db);
  foreignId = await createPartnership(register.db);
  officer = (await createPerson(register.db, { [partnershipId]: "officer" })).context;
  themes = new Map((await listThemes(operator)).map((theme) => [theme.code, theme.id]));
});

const theme = (code: string) => themes.get(code) as number;

const input = (change: Partial<NewPriority> = {}): NewPriority => ({
  title: uniqueName("Reduce the incidence of anti-social behaviour"),
  kind: "priority",
  validFrom: "2020-09",
  validTo: "2022-03",
  themeIds: [theme("asb")],
  aims: [],
  projectIds: [],
  note: null,
  ...change,
});

async function add(change: Partial<NewPriority> = {}): Promise<number> {
  const added = await addPriority(officer, partnershipId, input(change));
  if (!added.ok) throw new Error(JSON.stringify(added.errors));
  return added.value.priorityId;
}

async function auditOf(id: number) {
  return register.db.read
    .selectFrom("audit_entry")
    .selectAll()
    .where("record_type", "=", "priority")
    .where("record_id", "=", String(id))
    .orderBy("seq")
    .execute();
}

test("the common set has 26 themes, in its own order", async () => {
  const names = (await listThemes(operator)).map(({ name }) => name);
  expect(names).toHaveLength(26);
  expect(names[0]).toBe("Anti-social behaviour");
  expect(names.at(-1)).toBe("Vulnerability");
});

describe("a priority area", () => {
  test("is kept in the partnership's own words with its themes and dates, and audited", async () => {
    const id = await add({
      title: "Reduce the incidence of anti-social behaviour",
      themeIds: [theme("hate_crime"), theme("asb")],
      note: "Replaces the three of 2019",
    });
    const priority = await getPriority(officer, id);
    expect(priority).toMatchObject({
      partnershipId,
      title: "Reduce the incidence of anti-social behaviour",
      validFrom: "2020-09",
      validTo: "2022-03",
      note: "Replaces the three of 2019",
      version: 1,
    });
    expect(priority.themes.map(({ code }) => code)).toEqual(["asb", "hate_crime"]);
    expect(await auditOf(id)).toMatchObject([{ action: "add priority", actor_kind: "person" }]);
  });

  test("is recorded once where two record it at once, and again for another time", async () => {
    const cohesion = input({ title: "Cohesion of estates" });
    const record = (change: Partial<NewPriority> = {}) =>
      addPriority(officer, partnershipId, { ...cohesion, ...change });
    const results = await Promise.all([record(), record({ title: "COHESION of estates" }), record()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(
      Array(2).fill({ ok: false, errors: { title: expect.stringContaining("for the same time already") } }),
    );
    expect((await record({ validFrom: "2022-04", validTo: null })).ok).toBe(true);
  });

  test("changes with its themes, and the audit says what stood before", async () => {
    const id = await add();
    const change = { ...input({ title: "Tackle anti-social behaviour", themeIds: [] }), version: 1 };
    expect((await changePriority(officer, id, change)).ok).toBe(true);
    expect(await getPriority(officer, id)).toMatchObject({
      title: "Tackle anti-social behaviour",
      themes: [],
      version: 2,
    });
    const entries = await auditOf(id);
    expect(entries.map((entry) => entry.action)).toEqual(["add priority", "change priority"]);
    expect(JSON.parse(entries[1]?.before_json ?? "")).toMatchObject({ themeIds: [theme("asb")], version: 1 });
  });

  test("keeps a financial year that it was stated with while the dates are not touched", async () => {
    const id = await add();
    await register.db.write((trx) =>
      trx
        .updateTable("priority")
        .set({ valid_from: "FY2019", valid_to: "FY2019" })
        .where("id", "=", id)
        .execute(),
    );
    await changePriority(officer, id, {
      ...input({ validFrom: "2019-04", validTo: "2020-03" }),
      version: 1,
    });
    expect(await getPriority(officer, id)).toMatchObject({ validFrom: "FY2019", validTo: "FY2019" });
  });

  test("is not changed where somebody else has changed it since", async () => {
    const id = await add();
    await changePriority(officer, id, { ...input({ title: "First" }), version: 1 });
    const second = changePriority(officer, id, { ...input({ title: "Second" }), version: 1 });
    await expect(second).rejects.toThrow(StaleError);
    expect((await getPriority(officer, id)).title).toBe("First");
  });

  test("serves only themes of the common set, and leaves nothing behind otherwise", async () => {
    const before = await listPriorities(operator);
    const result = await addPriority(officer, partnershipId, input({ themeIds: [theme("asb"), 999_999] }));
    expect(result).toMatchObject({ ok: false, errors: { themeIds: expect.any(String) } });
    expect(await listPriorities(operator)).toEqual(before);
  });
});

describe("who may", () => {
  test("write the priorities of a partnership is its officers and managers", async () => {
    const id = await add();
    const change = { ...input(), version: 1 };
    const manager = (await createPerson(register.db, { [partnershipId]: "manager" })).context;
    expect((await addPriority(manager, partnershipId, input())).ok).toBe(true);
    const others = [
      await createPerson(register.db, { [partnershipId]: "reader" }),
      await createPerson(register.db, { [partnershipId]: "finance" }),
      await createPerson(register.db, { [foreignId]: "officer" }),
      await createPerson(register.db, {}, { isAdministrator: true }),
    ];
    for (const { context } of others) {
      await expect(addPriority(context, partnershipId, input())).rejects.toThrow(ForbiddenError);
      await expect(changePriority(context, id, change)).rejects.toThrow(ForbiddenError);
    }
    expect((await getPriority(operator, id)).version).toBe(1);
  });

  test("read them is whoever is signed in: they are published facts", async () => {
    const id = await add();
    const foreigner = (await createPerson(register.db, { [foreignId]: "reader" })).context;
    expect((await getPriority(foreigner, id)).id).toBe(id);
  });

  test("learn of one that does not exist is nobody", async () => {
    await expect(getPriority(officer, 999_999)).rejects.toThrow(NotFoundError);
    await expect(changePriority(officer, 999_999, { ...input(), version: 1 })).rejects.toThrow(NotFoundError);
    await expect(addPriority(operator, 999_999, input())).rejects.toThrow(NotFoundError);
  });
});

test("the list is narrowed to the partnerships asked for", async () => {
  await addPriority(operator, foreignId, input({ title: "Elsewhere" }));
  const foreign = await listPriorities(officer, { partnershipIds: [foreignId] });
  expect(foreign.map(({ title }) => title)).toEqual(["Elsewhere"]);
  expect(await listPriorities(officer, { partnershipIds: [] })).toEqual([]);
  const all = await listPriorities(officer);
  expect(new Set(all.map((priority) => priority.partnershipId))).toEqual(new Set([partnershipId, foreignId]));
});

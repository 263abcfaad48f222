import { beforeAll, describe, expect, test } from "vitest";
import { chooseOfficialPartnership } from "#app/partnerships/choose-official-partnership.server.ts";
import { getPartnership } from "#app/partnerships/index.server.ts";
import {
  listAuthorities,
  listPoliceAreas,
  searchOfficialPartnerships,
} from "#app/partnerships/official-list.queries.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { createPartnership, createPerson, operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

let operator: Context;
let administrator: Context;

beforeAll(async () => {
  operator = operatorContext(register.db);
  administrator = (await createPerson(register.db, {}, { isAdministrator: true })).context;
});

async function codeOf(name: string): Promise<string> {
  const found = await searchOfficialPartnerships(operator, name);
  const official = found.find((one) => one.name === name);
  if (!official) throw new Error(`${name} is not on the list`);
  return official.code;
}

describe("the official list", () => {
  test("is found by partnership, council and police area, in any case of letters", async () => {
    const names = async (text: string) =>
      (await searchOfficialPartnerships(operator, text)).map((one) => one.name);
    expect(await names("eastLEIGH")).toEqual(["Eastleigh"]);
    expect(await names("Basingstoke")).toEqual(["North Hampshire"]);
    expect((await names("Hampshire")).length).toBeGreaterThan(10);
    expect(await names("no such place")).toEqual([]);
    expect((await names("")).length).toBe(314);
  });

  test("knows the 43 police areas and the authorities of each", async () => {
    expect(await listPoliceAreas(operator)).toHaveLength(43);
    const kent = (await listAuthorities(operator, "Kent")).map(({ name }) => name);
    expect(kent).toContain("Dartford");
    expect(kent).not.toContain("Eastleigh");
    expect((await listAuthorities(operator, null)).length).toBeGreaterThan(300);
  });
});

describe("choosing from it", () => {
  test("takes the partnership with all its authorities, marks it, and is audited", async () => {
    const chosen = await chooseOfficialPartnership(administrator, await codeOf("North Hampshire"));
    if (!chosen.ok) throw new Error(JSON.stringify(chosen.errors));
    const partnership = await getPartnership(administrator, chosen.value.partnershipId);
    expect(partnership).toMatchObject({ name: "North Hampshire", kind: "district", policeArea: "Hampshire" });
    expect(partnership.authorities.map(({ name }) => name)).toEqual([
      "Basingstoke and Deane",
      "Hart",
      "Rushmoor",
    ]);
    const [found] = await searchOfficialPartnerships(operator, "Rushmoor");
    expect(found?.chosenAs).toBe(partnership.id);
    const entry = await register.db.read
      .selectFrom("audit_entry")
      .select(["action", "record_id"])
      .orderBy("seq", "desc")
      .executeTakeFirst();
    expect(entry).toEqual({
      action: "choose partnership from the official list",
      record_id: String(partnership.id),
    });
  });

  test("takes one once, even where two choose it at the same moment", async () => {
    const code = await codeOf("Southampton");
    const results = await Promise.all([
      chooseOfficialPartnership(administrator, code),
      chooseOfficialPartnership(administrator, code),
    ]);
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  });

  test("is refused where another partnership has the name, and for what is not on the list", async () => {
    await createPartnership(register.db, "Winchester");
    const taken = await chooseOfficialPartnership(administrator, await codeOf("Winchester"));
    expect(taken).toMatchObject({ ok: false, errors: { code: expect.stringContaining("Winchester") } });
    expect((await chooseOfficialPartnership(administrator, "E22999999")).ok).toBe(false);
  });

  test("is for administrators", async () => {
    const id = await createPartnership(register.db);
    const manager = (await createPerson(register.db, { [id]: "manager" })).context;
    const choose = chooseOfficialPartnership(manager, await codeOf("Eastleigh"));
    await expect(choose).rejects.toThrow(ForbiddenError);
  });
});

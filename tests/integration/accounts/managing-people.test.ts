import { beforeAll, describe, expect, test } from "vitest";
import { changePerson } from "#app/accounts/change-person.server.ts";
import { choosePassword } from "#app/accounts/choose-password.server.ts";
import { disablePerson, enablePerson } from "#app/accounts/disable-person.server.ts";
import { addPerson, findPersonActorByEmail, personNames } from "#app/accounts/index.server.ts";
import { getPerson, listPeople } from "#app/accounts/people.queries.server.ts";
import { renewLink } from "#app/accounts/renew-link.server.ts";
import { removeRole, setRole } from "#app/accounts/set-role.server.ts";
import { type Context, createContext } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createPartnership, createPerson, operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { auditRowsOf } from "./audit-rows.ts";

const register = useDatabase();

let operator: Context;
let administrator: { id: number; context: Context };
let partnershipId: number;

/** An administrator who can sign in: the only one until a test makes another. */
async function addAdministrator(email: string): Promise<{ id: number; context: Context }> {
  const added = await addPerson(operator, { name: email, email, isAdministrator: true, memberships: [] });
  if (!added.ok) throw new Error(JSON.stringify(added.errors));
  await choosePassword(operator, { token: added.value.token, password: "correct horse battery" });
  const actor = await findPersonActorByEmail(operator, email);
  if (!actor) throw new Error("no actor");
  return { id: actor.id, context: createContext({ ...operator, actor }) };
}

beforeAll(async () => {
  operator = operatorContext(register.db);
  administrator = await addAdministrator("admin@example.org");
  partnershipId = await createPartnership(register.db, "Northtown");
});

describe("adding a person", () => {
  test("gives the roles stated and a link, and is audited by ids", async () => {
    const added = await addPerson(administrator.context, {
      name: " Sam Khan ",
      email: " Sam.Khan@Example.org",
      isAdministrator: false,
      memberships: [{ partnershipId, role: "finance" }],
    });
    if (!added.ok) throw new Error(JSON.stringify(added.errors));
    const { personId } = added.value;
    expect(await getPerson(administrator.context, personId)).toEqual({
      id: personId,
      name: "Sam Khan",
      email: "sam.khan@example.org",
      isAdministrator: false,
      isDisabled: false,
      hasPassword: false,
      roles: [{ partnershipId, role: "finance" }],
      version: 1,
    });
    const [entry] = await auditRowsOf(register.db, personId);
    expect(entry).toMatchObject({ actor_kind: "person", actor_id: administrator.id, action: "add person" });
    expect(entry?.after_json).toContain('"finance"');
    expect(entry?.after_json).not.toContain("Sam");
    expect((await personNames(operator)).get(personId)).toBe("Sam Khan");
  });

  test("is refused for an address that is taken in any case of letters, or is none", async () => {
    const input = { name: "Other", isAdministrator: false, memberships: [] };
    const taken = await addPerson(operator, { ...input, email: "ADMIN@example.org" });
    expect(taken).toMatchObject({ ok: false, errors: { email: expect.any(String) } });
    const none = await addPerson(operator, { ...input, email: "nobody" });
    expect(none).toMatchObject({ ok: false, errors: { email: expect.any(String) } });
  });

  test("leaves nobody behind where a partnership does not exist", async () => {
    const before = await register.db.read.selectFrom("person").select("id").execute();
    const result = await addPerson(operator, {
      name: "Other",
      email: "other@example.org",
      isAdministrator: false,
      memberships: [{ partnershipId: 999_999, role: "reader" }],
    });
    expect(result).toMatchObject({ ok: false, errors: { partnershipId: expect.any(String) } });
    expect(await register.db.read.selectFrom("person").select("id").execute()).toEqual(before);
  });
});

describe("whoever does not manage people", () => {
  test("is refused everything about them", async () => {
    const manager = (await createPerson(register.db, { [partnershipId]: "manager" })).context;
    const anonymous = createContext({ ...operator, actor: { kind: "anonymous" } });
    const { id } = administrator;
    for (const context of [manager, anonymous]) {
      const person = { name: "X", email: "x@example.org", isAdministrator: true, version: 1 };
      const refused = [
        listPeople(context),
        getPerson(context, id),
        addPerson(context, { ...person, memberships: [] }),
        changePerson(context, id, person),
        disablePerson(context, id),
        enablePerson(context, id),
        renewLink(context, id),
        setRole(context, { personId: id, partnershipId, role: "manager" }),
        removeRole(context, { personId: id, partnershipId }),
      ];
      for (const one of await Promise.allSettled(refused)) {
        expect(one).toMatchObject({ status: "rejected", reason: expect.any(ForbiddenError) });
      }
    }
  });
});

describe("the last administrator who can sign in", () => {
  test("can be neither disabled nor demoted, by anybody", async () => {
    const { id, context } = administrator;
    expect((await disablePerson(context, id)).ok).toBe(false);
    expect((await disablePerson(operator, id)).ok).toBe(false);
    const demoted = await changePerson(context, id, {
      name: "Admin",
      email: "admin@example.org",
      isAdministrator: false,
      version: 1,
    });
    expect(demoted).toMatchObject({ ok: false, errors: { isAdministrator: expect.any(String) } });
    expect(await getPerson(context, id)).toMatchObject({
      isAdministrator: true,
      isDisabled: false,
      name: "admin@example.org",
    });
  });

  test("is not relieved by one who has not chosen a password", async () => {
    await createPerson(register.db, {}, { isAdministrator: true });
    expect((await disablePerson(operator, administrator.id)).ok).toBe(false);
  });

  test("remains when two are disabled at the same moment", async () => {
    const second = await addAdministrator("second@example.org");
    const results = await Promise.all([
      disablePerson(operator, administrator.id),
      disablePerson(operator, second.id),
    ]);
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
    await enablePerson(operator, administrator.id);
    await enablePerson(operator, second.id);
    await disablePerson(operator, second.id);
    expect((await auditRowsOf(register.db, second.id)).at(-1)?.action).toBe("disable person");
  });
});

describe("changing a person", () => {
  test("changes what they are called and may, and audits that without the words", async () => {
    const { id } = await createPerson(register.db, {});
    const input = { name: "New Name", email: "New@Example.org", isAdministrator: true, version: 1 };
    expect((await changePerson(administrator.context, id, input)).ok).toBe(true);
    expect(await getPerson(operator, id)).toMatchObject({ name: "New Name", email: "new@example.org" });
    const [entry] = await auditRowsOf(register.db, id);
    expect(JSON.parse(entry?.after_json ?? "")).toEqual({
      isAdministrator: true,
      nameChanged: true,
      emailChanged: true,
    });
  });

  test("is refused where somebody else changed the account, or a role in it, meanwhile", async () => {
    const { id, actor } = await createPerson(register.db, {});
    const person = { name: "Second", email: actor.email, isAdministrator: false };
    await setRole(operator, { personId: id, partnershipId, role: "reader" });
    const { version } = await getPerson(operator, id);
    await expect(changePerson(operator, id, { ...person, version: version - 1 })).rejects.toThrow(StaleError);
    const late = { personId: id, partnershipId, version: version - 1 };
    await expect(setRole(operator, { ...late, role: "manager" })).rejects.toThrow(StaleError);
    await expect(removeRole(operator, late)).rejects.toThrow(StaleError);
    expect((await changePerson(operator, id, { ...person, version })).ok).toBe(true);
    expect(await getPerson(operator, id)).toMatchObject({ name: "Second", version: version + 1 });
  });

  test("is refused for an address of somebody else", async () => {
    const { id } = await createPerson(register.db, {});
    const input = { name: "X", email: "Admin@example.org", isAdministrator: false, version: 1 };
    expect(await changePerson(operator, id, input)).toMatchObject({
      ok: false,
      errors: { email: expect.any(String) },
    });
  });

  test("answers alike for anybody who is not there", async () => {
    const person = { name: "X", email: "x@example.org", isAdministrator: false, version: 1 };
    await expect(changePerson(operator, 999_999, person)).rejects.toThrow(NotFoundError);
    await expect(disablePerson(operator, 999_999)).rejects.toThrow(NotFoundError);
    await expect(renewLink(operator, 999_999)).rejects.toThrow(NotFoundError);
    await expect(setRole(operator, { personId: 999_999, partnershipId, role: "reader" })).rejects.toThrow(
      NotFoundError,
    );
  });
});

describe("roles", () => {
  test("are one in each partnership, changed and taken away, each audited", async () => {
    const { id, actor } = await createPerson(register.db, {});
    await setRole(administrator.context, { personId: id, partnershipId, role: "reader" });
    await setRole(administrator.context, { personId: id, partnershipId, role: "manager" });
    expect((await findPersonActorByEmail(operator, actor.email))?.roles).toEqual(
      new Map([[partnershipId, "manager"]]),
    );
    await removeRole(administrator.context, { personId: id, partnershipId });
    expect((await getPerson(operator, id)).roles).toEqual([]);
    await expect(removeRole(operator, { personId: id, partnershipId })).rejects.toThrow(NotFoundError);
    const entries = await auditRowsOf(register.db, id);
    expect(entries.map((entry) => entry.action)).toEqual(["set role", "set role", "remove role"]);
    expect(JSON.parse(entries[1]?.before_json ?? "")).toEqual({ partnershipId, role: "reader" });
  });

  test("are refused in a partnership that does not exist", async () => {
    const { id } = await createPerson(register.db, {});
    const result = await setRole(operator, { personId: id, partnershipId: 999_999, role: "reader" });
    expect(result).toMatchObject({ ok: false, errors: { partnershipId: expect.any(String) } });
  });
});

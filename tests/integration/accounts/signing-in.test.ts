import { beforeAll, describe, expect, test } from "vitest";
import { changePassword, choosePassword } from "#app/accounts/choose-password.server.ts";
import { disablePerson, enablePerson } from "#app/accounts/disable-person.server.ts";
import { addPerson, findPersonActorByEmail } from "#app/accounts/index.server.ts";
import { removeRole } from "#app/accounts/set-role.server.ts";
import { signIn, signInToDemo } from "#app/accounts/sign-in.server.ts";
import { signOut } from "#app/accounts/sign-out.server.ts";
import { checkAuditChain } from "#app/audit/index.server.ts";
import { type Context, createContext } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { findSessionActor } from "#app/platform/session.server.ts";
import { hashToken } from "#app/platform/tokens.server.ts";
import { createPartnership, createPerson, operatorContext, uniqueName } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { auditRowsOf, wholeAudit } from "./audit-rows.ts";

const register = useDatabase();
const PASSWORD = "correct horse battery";
const ADDRESS = "192.0.2.1";
const LIMITS = { sessionIdleMinutes: 30, sessionAbsoluteHours: 12 };

let operator: Context;
let anonymous: Context;
let partnershipId: number;

beforeAll(async () => {
  operator = operatorContext(register.db);
  anonymous = createContext({ ...operator, actor: { kind: "anonymous" } });
  partnershipId = await createPartnership(register.db);
});

/** A person of the partnership who has chosen the password. */
async function addOfficer() {
  const name = uniqueName("Officer");
  const email = `${name.toLowerCase().replace(" ", ".")}@example.org`;
  const added = await addPerson(operator, {
    name,
    email,
    isAdministrator: false,
    memberships: [{ partnershipId, role: "officer" }],
  });
  if (!added.ok) throw new Error(JSON.stringify(added.errors));
  await choosePassword(anonymous, { token: added.value.token, password: PASSWORD });
  return { id: added.value.personId, email, token: added.value.token };
}

async function sessionOf(email: string, oldSessionToken: string | null = null): Promise<string> {
  const result = await signIn(anonymous, { email, password: PASSWORD, address: ADDRESS, oldSessionToken });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value.sessionToken;
}

const actorOf = (token: string) => findSessionActor(register.db, token, anonymous.now(), LIMITS);

describe("signing in", () => {
  test("takes the address in any case of letters and the right password", async () => {
    const officer = await addOfficer();
    const token = await sessionOf(` ${officer.email.toUpperCase()} `);
    const actor = await actorOf(token);
    expect(actor).toMatchObject({ id: officer.id, email: officer.email, isAdministrator: false });
    expect(actor?.roles.get(partnershipId)).toBe("officer");
  });

  test("answers a wrong password, an unknown address and somebody without a password alike", async () => {
    const officer = await addOfficer();
    const invited = await createPerson(register.db, {});
    const answers = await Promise.all(
      [
        { email: officer.email, password: "not the right password" },
        { email: "nobody@example.org", password: PASSWORD },
        { email: invited.actor.email, password: PASSWORD },
      ].map((input) => signIn(anonymous, { ...input, address: ADDRESS, oldSessionToken: null })),
    );
    expect(answers[0]?.ok).toBe(false);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test("answers everybody of a rush, right and wrong ones", async () => {
    const officer = await addOfficer();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        signIn(anonymous, {
          email: officer.email,
          password: index % 2 === 0 ? PASSWORD : "not the right password",
          address: ADDRESS,
          oldSessionToken: null,
        }),
      ),
    );
    expect(answers.map((answer) => answer.ok)).toEqual(
      Array.from({ length: 8 }, (_, index) => index % 2 === 0),
    );
  });

  test("ends the session that the browser had before", async () => {
    const officer = await addOfficer();
    const first = await sessionOf(officer.email);
    const second = await sessionOf(officer.email, first);
    expect(second).not.toBe(first);
    expect(await actorOf(first)).toBeNull();
    expect(await actorOf(second)).not.toBeNull();
  });

  test("keeps only the hash of the session's token", async () => {
    const officer = await addOfficer();
    const token = await sessionOf(officer.email);
    const rows = await register.db.read
      .selectFrom("session")
      .select("id_hash")
      .where("person_id", "=", officer.id)
      .execute();
    expect(rows).toEqual([{ id_hash: hashToken(token) }]);
  });

  test("is audited as done by the person, and so is signing out", async () => {
    const officer = await addOfficer();
    const token = await sessionOf(officer.email);
    const actor = await actorOf(token);
    if (!actor) throw new Error("not signed in");
    await signOut(createContext({ ...operator, actor }), token);
    expect(await actorOf(token)).toBeNull();
    const entries = await auditRowsOf(register.db, officer.id);
    expect(entries.map((entry) => entry.action)).toEqual([
      "add person",
      "choose password",
      "sign in",
      "sign out",
    ]);
    expect(entries[2]).toMatchObject({ actor_kind: "person", actor_id: officer.id });
  });
});

describe("a disabled person", () => {
  test("is signed out at once, cannot sign in, and cannot be acted as", async () => {
    const officer = await addOfficer();
    const token = await sessionOf(officer.email);
    await disablePerson(operator, officer.id);
    expect(await actorOf(token)).toBeNull();
    const refused = await signIn(anonymous, {
      email: officer.email,
      password: PASSWORD,
      address: ADDRESS,
      oldSessionToken: null,
    });
    expect(refused.ok).toBe(false);
    expect(await findPersonActorByEmail(operator, officer.email)).toBeNull();
  });

  test("can sign in again when enabled, with a new session", async () => {
    const officer = await addOfficer();
    const before = await sessionOf(officer.email);
    await disablePerson(operator, officer.id);
    await enablePerson(operator, officer.id);
    expect(await actorOf(before)).toBeNull();
    expect(await actorOf(await sessionOf(officer.email))).toMatchObject({ id: officer.id });
  });
});

test("a role taken away is gone at the next request", async () => {
  const officer = await addOfficer();
  const token = await sessionOf(officer.email);
  await removeRole(operator, { personId: officer.id, partnershipId });
  expect((await actorOf(token))?.roles.size).toBe(0);
});

describe("changing one's own password", () => {
  test("asks for the current one, ends every other session and starts a new one", async () => {
    const officer = await addOfficer();
    const elsewhere = await sessionOf(officer.email);
    const actor = await findPersonActorByEmail(operator, officer.email);
    if (!actor) throw new Error("no actor");
    const own = createContext({ ...operator, actor });
    const password = "another long password";
    const refused = await changePassword(own, {
      currentPassword: "a wrong password",
      password,
      address: ADDRESS,
    });
    expect(refused).toMatchObject({ ok: false, errors: { currentPassword: expect.any(String) } });
    const changed = await changePassword(own, { currentPassword: PASSWORD, password, address: ADDRESS });
    if (!changed.ok) throw new Error("refused");
    expect(await actorOf(elsewhere)).toBeNull();
    expect(await actorOf(changed.value.sessionToken)).toMatchObject({ id: officer.id });
    const input = { email: officer.email, address: ADDRESS, oldSessionToken: null };
    expect((await signIn(anonymous, { ...input, password: PASSWORD })).ok).toBe(false);
    expect((await signIn(anonymous, { ...input, password })).ok).toBe(true);
  });

  test("is for people who are signed in", async () => {
    const input = { currentPassword: PASSWORD, password: "another long password", address: ADDRESS };
    await expect(changePassword(anonymous, input)).rejects.toThrow(ForbiddenError);
  });
});

describe("signing in to the demo with one press", () => {
  test("is refused in a register that does not hold the demo", async () => {
    const officer = await addOfficer();
    const press = signInToDemo(anonymous, { personId: officer.id, oldSessionToken: null });
    await expect(press).rejects.toThrow(NotFoundError);
  });

  test("signs in the person pressed where it does, unless disabled", async () => {
    const officer = await addOfficer();
    await register.db.write((trx) => trx.insertInto("setting").values({ key: "demo", value: "1" }).execute());
    try {
      const press = () => signInToDemo(anonymous, { personId: officer.id, oldSessionToken: null });
      expect(await actorOf((await press()).sessionToken)).toMatchObject({ id: officer.id });
      await disablePerson(operator, officer.id);
      await expect(press()).rejects.toThrow(NotFoundError);
    } finally {
      await register.db.write((trx) => trx.deleteFrom("setting").where("key", "=", "demo").execute());
    }
  });
});

test("no password, link, name or address stands in the audit, and its chain is whole", async () => {
  const officer = await addOfficer();
  const audit = await wholeAudit(register.db);
  for (const secret of [PASSWORD, officer.token, hashToken(officer.token), officer.email, "argon2"]) {
    expect(audit).not.toContain(secret);
  }
  expect(await checkAuditChain(operator)).toEqual([]);
});

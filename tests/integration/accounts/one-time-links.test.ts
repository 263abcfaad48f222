import { beforeAll, describe, expect, test } from "vitest";
import { becomeFirstAdministrator } from "#app/accounts/become-first-administrator.server.ts";
import { choosePassword } from "#app/accounts/choose-password.server.ts";
import { disablePerson } from "#app/accounts/disable-person.server.ts";
import { addPerson } from "#app/accounts/index.server.ts";
import { findLink } from "#app/accounts/one-time-links.server.ts";
import { renewLink } from "#app/accounts/renew-link.server.ts";
import { signIn } from "#app/accounts/sign-in.server.ts";
import { type Context, createContext } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { ensureFirstAdministratorLink } from "#app/platform/first-administrator.server.ts";
import { operatorContext, uniqueName } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { auditRowsOf } from "./audit-rows.ts";

const register = useDatabase();
const PASSWORD = "correct horse battery";

let operator: Context;
let anonymous: Context;

beforeAll(() => {
  operator = operatorContext(register.db);
  anonymous = createContext({ ...operator, actor: { kind: "anonymous" } });
});

/** The context of somebody who comes this many days later. */
function later(days: number): Context {
  const { now } = anonymous;
  return { ...anonymous, now: () => new Date(Date.parse(now()) + days * 86_400_000).toISOString() };
}

async function invite(): Promise<{ personId: number; token: string; email: string }> {
  const email = `${uniqueName("invited").replace(" ", ".")}@example.org`;
  const added = await addPerson(operator, {
    name: "Invited",
    email,
    isAdministrator: false,
    memberships: [],
  });
  if (!added.ok) throw new Error(JSON.stringify(added.errors));
  return { ...added.value, email };
}

async function firstAdministratorToken(): Promise<string> {
  const link = await ensureFirstAdministratorLink(register.db, {
    publicUrl: "http://localhost:3000",
    now: operator.now(),
  });
  return link?.split("/").at(-1) ?? "";
}

describe("the link of the console", () => {
  const person = { name: "First", email: "First@Example.org", password: PASSWORD };

  test("does not work after a day", async () => {
    const token = await firstAdministratorToken();
    await expect(becomeFirstAdministrator(later(2), { token, ...person })).rejects.toThrow(NotFoundError);
  });

  test("is not used up by a password that is refused", async () => {
    const token = await firstAdministratorToken();
    const short = await becomeFirstAdministrator(anonymous, { token, ...person, password: "short" });
    expect(short).toMatchObject({ ok: false, errors: { password: expect.any(String) } });
    const own = await becomeFirstAdministrator(anonymous, {
      token,
      ...person,
      password: person.email.toUpperCase(),
    });
    expect(own).toMatchObject({ ok: false, errors: { password: expect.any(String) } });
    expect(await findLink(anonymous, "first_administrator", token)).not.toBeNull();
  });

  test("makes one administrator, once, who can sign in", async () => {
    const token = await firstAdministratorToken();
    const tries = await Promise.allSettled([
      becomeFirstAdministrator(anonymous, { token, ...person }),
      becomeFirstAdministrator(anonymous, { token, ...person, email: "second@example.org" }),
    ]);
    expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const people = await register.db.read.selectFrom("person").selectAll().execute();
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({ is_administrator: 1, disabled_at: null });
    const email = people[0]?.email ?? "";
    expect(
      (await signIn(anonymous, { email, password: PASSWORD, oldSessionToken: null, address: "192.0.2.1" }))
        .ok,
    ).toBe(true);
    const entries = await auditRowsOf(register.db, people[0]?.id ?? 0);
    expect(entries[0]).toMatchObject({ action: "become first administrator", actor_kind: "system" });
  });

  test("is no longer made once there is somebody", async () => {
    expect(await firstAdministratorToken()).toBe("");
  });
});

describe("the link to choose a password", () => {
  test("works once", async () => {
    const { personId, token, email } = await invite();
    expect((await choosePassword(anonymous, { token, password: PASSWORD })).ok).toBe(true);
    const again = choosePassword(anonymous, { token, password: "somebody else's password" });
    await expect(again).rejects.toThrow(NotFoundError);
    expect(
      (await signIn(anonymous, { email, password: PASSWORD, oldSessionToken: null, address: "192.0.2.1" }))
        .ok,
    ).toBe(true);
    const actions = (await auditRowsOf(register.db, personId)).map((entry) => entry.action);
    expect(actions).toEqual(["add person", "choose password", "sign in"]);
  });

  test("works for one of two who use it at the same moment", async () => {
    const { token } = await invite();
    const tries = await Promise.allSettled([
      choosePassword(anonymous, { token, password: "the first one's password" }),
      choosePassword(anonymous, { token, password: "the second one's password" }),
    ]);
    expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("does not work after a week", async () => {
    const { token } = await invite();
    await expect(choosePassword(later(8), { token, password: PASSWORD })).rejects.toThrow(NotFoundError);
    expect((await choosePassword(later(6), { token, password: PASSWORD })).ok).toBe(true);
  });

  test("does not work once another has been made", async () => {
    const { personId, token } = await invite();
    const renewed = await renewLink(operator, personId);
    if (!renewed.ok) throw new Error("refused");
    await expect(choosePassword(anonymous, { token, password: PASSWORD })).rejects.toThrow(NotFoundError);
    const chosen = await choosePassword(anonymous, { token: renewed.value.token, password: PASSWORD });
    expect(chosen.ok).toBe(true);
  });

  test("does not work for somebody who was disabled, nor does making another", async () => {
    const { personId, token } = await invite();
    await disablePerson(operator, personId);
    await expect(choosePassword(anonymous, { token, password: PASSWORD })).rejects.toThrow(NotFoundError);
    expect((await renewLink(operator, personId)).ok).toBe(false);
  });

  test("is not one that makes an administrator, and one that was never made does nothing", async () => {
    const { token } = await invite();
    const person = { name: "X", email: "x@example.org", password: PASSWORD };
    await expect(becomeFirstAdministrator(anonymous, { token, ...person })).rejects.toThrow(NotFoundError);
    await expect(choosePassword(anonymous, { token: "made-up", password: PASSWORD })).rejects.toThrow(
      NotFoundError,
    );
  });
});

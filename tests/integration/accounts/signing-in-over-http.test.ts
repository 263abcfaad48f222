import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { choosePassword } from "#app/accounts/choose-password.server.ts";
import { disablePerson } from "#app/accounts/disable-person.server.ts";
import { addPerson } from "#app/accounts/index.server.ts";
import { removeRole, setRole } from "#app/accounts/set-role.server.ts";
import { type Context, createContext } from "#app/platform/context.server.ts";
import { createPartnership, operatorContext, uniqueName } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { pageForms } from "#tests/trust/page-forms.ts";

const register = useDatabase();
const PASSWORD = "correct horse battery";
let server: RunningServer;
let operator: Context;
let partnershipId: number;
let clock = Date.parse("2026-11-21T09:00:00Z");
let person: { id: number; email: string };

beforeAll(async () => {
  operator = operatorContext(register.db);
  partnershipId = await createPartnership(register.db);
  server = await startServer({ database: register.db, now: () => new Date(clock).toISOString() });
});

afterAll(() => server.close());

beforeEach(async () => {
  clock += 3_600_000;
  const name = uniqueName("Signed in");
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  const added = await addPerson(operator, {
    name,
    email,
    isAdministrator: false,
    memberships: [{ partnershipId, role: "officer" }],
  });
  if (!added.ok) throw new Error(JSON.stringify(added.errors));
  const anonymous = createContext({ ...operator, actor: { kind: "anonymous" } });
  await choosePassword(anonymous, { token: added.value.token, password: PASSWORD });
  person = { id: added.value.personId, email };
});

const send = (password: string, cookie = "") =>
  server.post("/sign-in?next=/bids", { email: person.email, password }, cookie ? { cookie } : {});
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .find((one) => one.startsWith("session="))
    ?.split(";", 1)[0] ?? "";
const bids = async (cookie: string) => {
  const response = await server.fetch("/bids", { headers: { cookie } });
  return [response.status, response.headers.get("location")];
};
const TO_SIGN_IN = [303, "/sign-in?next=%2Fbids"];

describe("signing in", () => {
  test("gives the browser a new session, whatever it held before, and ends the one before", async () => {
    const planted = await send(PASSWORD, "session=planted-by-somebody-else");
    expect([planted.status, planted.headers.get("location")]).toEqual([303, "/bids"]);
    const first = cookieOf(planted);
    expect(first).toMatch(/^session=[\w-]{43}$/);
    const second = cookieOf(await send(PASSWORD, first));
    expect(second).not.toBe(first);
    expect([await bids(first), (await bids(second))[0]]).toEqual([TO_SIGN_IN, 200]);
    expect(await bids("session=planted-by-somebody-else")).toEqual(TO_SIGN_IN);
  });

  test("is refused with 422, and after five wrong passwords with 429 and when to come back", async () => {
    for (let turn = 1; turn <= 5; turn += 1) expect((await send("not the right password")).status).toBe(422);
    const refused = await send(PASSWORD);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "15"]);
    const page = await refused.text();
    expect(page).toContain("Too many attempts to sign in. Wait 15 seconds, then try again");
    expect([page.includes(person.email), page.includes(PASSWORD)]).toEqual([true, false]);
    clock += 15_000;
    expect((await send(PASSWORD)).status).toBe(303);
  });
});

describe("a form that is sent by somebody who is no longer signed in", () => {
  test("is kept on the page that asks for signing in, and is accepted from there once they have", async () => {
    const typed = {
      name: "Safer <parks>",
      description: "Lights & paths",
      partnershipId: String(partnershipId),
      "form-key": "k".repeat(30),
    };
    const late = cookieOf(await send(PASSWORD));
    clock += 31 * 60_000;
    const response = await server.post("/projects/new", typed, { cookie: late });
    const page = await response.text();
    expect(response.status).toBe(401);
    expect(page).toContain("You have been signed out");
    expect(page).toContain('href="/sign-in"');
    const [form] = pageForms(page).filter(({ action }) => action === "/projects/new");
    const kept = Object.fromEntries(form?.fields.map(({ name, value }) => [name, value]) ?? []);
    const { "form-key": key, ...answers } = typed;
    expect(kept).toEqual(answers);
    expect(page).toContain(`name="form-key" value="${key}"`);
    const again = cookieOf(await send(PASSWORD));
    const sent = await server.post("/projects/new", { ...kept, "form-key": key }, { cookie: again });
    expect(sent.status).toBe(303);
  });

  test("is not kept where it holds a password, or nothing", async () => {
    const secret = { currentPassword: PASSWORD, password: "another long one", repeatPassword: "another" };
    for (const [path, fields] of [
      ["/account/password", secret],
      ["/projects/new", { name: "", version: "3", intent: "save" }],
    ] as const) {
      const response = await server.post(path, fields);
      expect([response.status, await response.text()]).toEqual([303, ""]);
    }
  });
});

describe("from the very next request on", () => {
  test("who is disabled has to sign in, and cannot", async () => {
    const cookie = cookieOf(await send(PASSWORD));
    expect((await bids(cookie))[0]).toBe(200);
    await disablePerson(operator, person.id);
    expect(await bids(cookie)).toEqual(TO_SIGN_IN);
    expect((await send(PASSWORD)).status).toBe(422);
  });

  test("who lost a role sees and saves nothing by it, and who gained one does", async () => {
    const cookie = cookieOf(await send(PASSWORD));
    const save = async () => (await server.post("/projects/new", {}, { cookie })).status;
    expect([(await bids(cookie))[0], await save()]).toEqual([200, 422]);
    await setRole(operator, { personId: person.id, partnershipId, role: "reader" });
    expect([(await bids(cookie))[0], await save()]).toEqual([200, 403]);
    await removeRole(operator, { personId: person.id, partnershipId });
    expect([(await bids(cookie))[0], await save()]).toEqual([403, 403]);
    await setRole(operator, { personId: person.id, partnershipId, role: "manager" });
    expect([(await bids(cookie))[0], await save()]).toEqual([200, 422]);
  });

  test("a session that was not used for 30 minutes, or began 12 hours ago, is over", async () => {
    const idle = cookieOf(await send(PASSWORD));
    clock += 29 * 60_000;
    expect((await bids(idle))[0]).toBe(200);
    clock += 30 * 60_000;
    expect(await bids(idle)).toEqual(TO_SIGN_IN);

    const busy = cookieOf(await send(PASSWORD));
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      clock += 20 * 60_000;
      expect((await bids(busy))[0]).toBe(200);
    }
    clock += 20 * 60_000;
    expect(await bids(busy)).toEqual(TO_SIGN_IN);
  });
});

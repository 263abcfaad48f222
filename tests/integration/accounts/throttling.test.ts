import { beforeAll, describe, expect, test } from "vitest";
import { changePassword, choosePassword } from "#app/accounts/choose-password.server.ts";
import { addPerson, findPersonActorByEmail } from "#app/accounts/index.server.ts";
import { signIn } from "#app/accounts/sign-in.server.ts";
import { checkAuditChain } from "#app/audit/index.server.ts";
import { type Context, createContext } from "#app/platform/context.server.ts";
import { operatorContext, uniqueName } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { wholeAudit } from "./audit-rows.ts";

const register = useDatabase();
const PASSWORD = "correct horse battery";
const WRONG = "not the right password";
const OFFICE = "192.0.2.1";
const STRANGER = "198.51.100.1";

let operator: Context;
let anonymous: Context;
let clock = Date.parse("2026-11-21T09:00:00Z");

beforeAll(() => {
  operator = operatorContext(register.db);
  anonymous = createContext({
    ...operator,
    actor: { kind: "anonymous" },
    now: () => new Date(clock).toISOString(),
  });
});

const pass = (seconds: number) => {
  clock += seconds * 1000;
};
const tryAs = (email: string, password: string, address = STRANGER) =>
  signIn(anonymous, { email, password, address, oldSessionToken: null });
const waitAs = async (email: string, password: string, address = STRANGER) =>
  (await tryAs(email, password, address)).waitSeconds ?? 0;

/** Nothing of the tests before counts any more. */
const quietHour = () => pass(3600);

/** Somebody who has not chosen a password yet. */
async function addNewcomer() {
  const name = uniqueName("Throttled");
  const email = `${name.toLowerCase().replace(" ", ".")}@example.org`;
  const added = await addPerson(operator, { name, email, isAdministrator: false, memberships: [] });
  if (!added.ok) throw new Error(JSON.stringify(added.errors));
  return { email, ...added.value };
}

async function addOfficer(): Promise<string> {
  const { email, token } = await addNewcomer();
  await choosePassword(createContext({ ...operator, actor: { kind: "anonymous" } }), {
    token,
    password: PASSWORD,
  });
  return email;
}

describe("wrong passwords for one account", () => {
  test("are answered five times; then each has to wait, longer every time, and then the right one passes", async () => {
    quietHour();
    const email = await addOfficer();
    for (let turn = 1; turn <= 5; turn += 1) expect(await waitAs(email, WRONG)).toBe(0);
    for (const seconds of [15, 30, 60]) {
      expect([await waitAs(email, WRONG), await waitAs(email, PASSWORD)]).toEqual([seconds, seconds]);
      pass(seconds - 1);
      expect(await waitAs(email, PASSWORD)).toBe(1);
      pass(1);
      expect(await waitAs(email, WRONG)).toBe(0);
    }
    pass(120);
    expect((await tryAs(email, PASSWORD)).ok).toBe(true);
  });

  test("from everywhere count together, in any spelling of the name, and for names that nobody has", async () => {
    quietHour();
    for (const email of [await addOfficer(), "nobody.at.all@example.org"]) {
      for (let turn = 1; turn <= 5; turn += 1) {
        await tryAs(turn % 2 ? email : ` ${email.toUpperCase()} `, WRONG, `198.51.100.${turn}`);
      }
      expect(await waitAs(email, WRONG, "198.51.100.77")).toBe(15);
    }
  });

  test("do not keep its owner out, who signs in from where they did before", async () => {
    quietHour();
    const email = await addOfficer();
    expect((await tryAs(email, PASSWORD, OFFICE)).ok).toBe(true);
    for (let turn = 1; turn <= 8; turn += 1) await tryAs(email, WRONG, `203.0.113.${turn}`);
    expect(await waitAs(email, PASSWORD, "203.0.113.9")).toBeGreaterThan(0);
    expect((await tryAs(email, PASSWORD, OFFICE)).ok).toBe(true);
  });

  test("that arrive together are counted one after another", async () => {
    quietHour();
    const email = await addOfficer();
    const answers = await Promise.all(Array.from({ length: 30 }, () => tryAs(email, WRONG)));
    const lookedAt = answers.filter((answer) => answer.waitSeconds === undefined).length;
    expect(lookedAt).toBeGreaterThanOrEqual(5);
    expect(lookedAt).toBeLessThanOrEqual(6);
  });

  test("count where somebody who is signed in changes the password", async () => {
    quietHour();
    const email = await addOfficer();
    const actor = await findPersonActorByEmail(operator, email);
    if (!actor) throw new Error("no actor");
    const own = createContext({ ...anonymous, actor });
    const change = (currentPassword: string) =>
      changePassword(own, { currentPassword, password: "another long password", address: STRANGER });
    for (let turn = 1; turn <= 5; turn += 1) await change(WRONG);
    const refused = await change(PASSWORD);
    expect(refused).toMatchObject({ ok: false, errors: { currentPassword: /Wait 15 seconds/ } });
  });
});

test("wrong passwords from one address, or one network of IPv6, wait after twenty, whatever the account", async () => {
  quietHour();
  for (let turn = 1; turn <= 20; turn += 1) {
    expect(await waitAs(`guess.${turn}@example.org`, WRONG, `2001:db8:0:7::${turn}`)).toBe(0);
  }
  const email = await addOfficer();
  expect(await waitAs(email, PASSWORD, "2001:db8:0:7::99")).toBe(15);
  expect(await waitAs(email, PASSWORD, "2001:db8:0:8::1")).toBe(0);
  pass(15);
  expect((await tryAs(email, PASSWORD, "2001:db8:0:7::99")).ok).toBe(true);
});

test("each wrong password is in the audit, without what was typed or where from, and so is nothing of it kept", async () => {
  quietHour();
  const email = await addOfficer();
  const before = (await wholeAudit(register.db)).split("refuse sign-in").length;
  await tryAs(email, WRONG);
  await tryAs("my.secret.typed.by.mistake@example.org", WRONG);
  const audit = await wholeAudit(register.db);
  expect(audit.split("refuse sign-in").length - before).toBe(2);
  const kept = JSON.stringify(await register.db.read.selectFrom("sign_in_attempt").selectAll().execute());
  for (const secret of [email, "by.mistake", WRONG, STRANGER]) expect(audit + kept).not.toContain(secret);
  expect(await checkAuditChain(operator)).toEqual([]);
});

test("attempts are forgotten: wrong ones after a day, usual places after 30", async () => {
  pass(31 * 86_400);
  await tryAs(await addOfficer(), PASSWORD, OFFICE);
  const kept = await register.db.read.selectFrom("sign_in_attempt").select("at").execute();
  expect(kept).toHaveLength(1);
});

test("unknown names cost as much work as known ones, so that no clock can tell them apart", async () => {
  const known = await addOfficer();
  const { email: notYet } = await addNewcomer();
  // The work of the processor, unlike the time on the clock, is the same on a busy machine.
  const workOf = async (name: string) => {
    quietHour();
    const before = process.cpuUsage();
    await tryAs(name, WRONG);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const works: Record<"known" | "unknown" | "without a password", number[]> = {
    known: [],
    unknown: [],
    "without a password": [],
  };
  for (let turn = 0; turn < 11; turn += 1) {
    works.unknown.push(await workOf(`somebody.${turn}@example.org`));
    works.known.push(await workOf(known));
    works["without a password"].push(await workOf(notYet));
  }
  for (const one of [works.unknown, works["without a password"]]) {
    // A name that is turned away without a hash costs a tenth.
    expect(median(one) / median(works.known)).toBeGreaterThan(0.6);
    expect(median(one) / median(works.known)).toBeLessThan(1.6);
  }
});

// A measurement of time, which a busy machine disturbs: in the long form only.
test.runIf(process.env.TRUST === "long")(
  "unknown names take the same time as known ones: no rank test tells them apart",
  async () => {
    const email = await addOfficer();
    const timed = async (name: string) => {
      quietHour();
      const started = performance.now();
      await tryAs(name, WRONG);
      return performance.now() - started;
    };
    for (let turn = 0; turn < 4; turn += 1) await timed(email);
    const known: number[] = [];
    const unknown: number[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      // In both orders, so that what the machine does meanwhile falls on both alike.
      const first = turn % 2 === 0 ? known : unknown;
      const second = turn % 2 === 0 ? unknown : known;
      first.push(await timed(first === known ? email : `stranger.${turn}@example.org`));
      second.push(await timed(second === known ? email : `stranger.${turn}@example.org`));
    }
    expect(Math.abs(rankSumZ(known, unknown))).toBeLessThan(3.3);
    const ratio = median(unknown) / median(known);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  },
);

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
}

/** The Wilcoxon rank sum as a standard normal deviate: beyond 3.3, one chance in a thousand that they are alike. */
function rankSumZ(a: readonly number[], b: readonly number[]): number {
  const ranked = [...a.map((time) => ({ time, of: "a" })), ...b.map((time) => ({ time, of: "b" }))].sort(
    (x, y) => x.time - y.time,
  );
  const sum = ranked.reduce((total, { of }, index) => total + (of === "a" ? index + 1 : 0), 0);
  const mean = (a.length * (a.length + b.length + 1)) / 2;
  return (sum - mean) / Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
}

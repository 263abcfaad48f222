import { beforeAll, describe, expect, test } from "vitest";
import {
  deleteOldSessions,
  endAllSessions,
  endSession,
  findSessionActor,
  startSession,
} from "#app/platform/session.server.ts";
import { hashToken } from "#app/platform/tokens.server.ts";
import { useDatabase } from "#tests/support/database.ts";

const limits = { sessionIdleMinutes: 30, sessionAbsoluteHours: 12 };
const SIGN_IN = "2026-06-01T08:00:00.000Z";
const register = useDatabase();
let person = 0;

beforeAll(async () => {
  person = await addPerson("officer@example.org");
});

async function addPerson(email: string): Promise<number> {
  const { id } = await register.db.write((trx) =>
    trx
      .insertInto("person")
      .values({ name: "An officer", email, password_hash: null, disabled_at: null, created_at: SIGN_IN })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
}

const signIn = (personId = person) => register.db.write((trx) => startSession(trx, personId, SIGN_IN));
const actorAt = (token: string, time: string) =>
  findSessionActor(register.db, token, `2026-06-01T${time}:00.000Z`, limits);
const lastSeen = async (token: string) => {
  const session = await register.db.read
    .selectFrom("session")
    .select("last_seen_at")
    .where("id_hash", "=", hashToken(token))
    .executeTakeFirst();
  return session?.last_seen_at;
};

describe("a session", () => {
  test("is known by its token, which is not kept in the register", async () => {
    const token = await signIn();
    expect(await actorAt(token, "08:01")).toMatchObject({
      kind: "person",
      id: person,
      email: "officer@example.org",
    });
    const kept = await register.db.read.selectFrom("session").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await actorAt(`${token}x`, "08:01")).toBeNull();
  });

  test("gets a new token at every sign-in", async () => {
    expect(await signIn()).not.toBe(await signIn());
  });

  test("ends after 30 minutes without a request", async () => {
    const token = await signIn();
    expect(await actorAt(token, "08:29")).not.toBeNull();
    expect(await actorAt(token, "08:58")).not.toBeNull();
    expect(await actorAt(token, "09:28")).toBeNull();
  });

  test("ends 12 hours after signing in, however busy", async () => {
    const token = await signIn();
    for (let minute = 20; minute < 12 * 60; minute += 20) {
      const time = new Date(Date.parse(SIGN_IN) + minute * 60_000).toISOString().slice(11, 16);
      expect(await actorAt(token, time)).not.toBeNull();
    }
    expect(await actorAt(token, "20:00")).toBeNull();
  });

  test("notes that it was used at most once a minute", async () => {
    const token = await signIn();
    await findSessionActor(register.db, token, "2026-06-01T08:00:59.000Z", limits);
    expect(await lastSeen(token)).toBe(SIGN_IN);
    await findSessionActor(register.db, token, "2026-06-01T08:01:00.000Z", limits);
    expect(await lastSeen(token)).toBe("2026-06-01T08:01:00.000Z");
  });

  test("ends on the next request once the person is disabled", async () => {
    const disabled = await addPerson("leaver@example.org");
    const token = await signIn(disabled);
    expect(await actorAt(token, "08:01")).not.toBeNull();
    await register.db.write((trx) =>
      trx.updateTable("person").set({ disabled_at: SIGN_IN }).where("id", "=", disabled).execute(),
    );
    expect(await actorAt(token, "08:02")).toBeNull();
  });

  test("follows the person's roles from one request to the next", async () => {
    const member = await addPerson("member@example.org");
    const token = await signIn(member);
    const partnership = await register.db.write(async (trx) => {
      const { id } = await trx
        .insertInto("partnership")
        .values({ name: "Invented partnership", kind: "district" })
        .returning("id")
        .executeTakeFirstOrThrow();
      await trx
        .insertInto("membership")
        .values({ person_id: member, partnership_id: id, role: "officer" })
        .execute();
      return id;
    });
    expect((await actorAt(token, "08:01"))?.roles).toEqual(new Map([[partnership, "officer"]]));
    await register.db.write((trx) => trx.deleteFrom("membership").where("person_id", "=", member).execute());
    expect((await actorAt(token, "08:02"))?.roles.size).toBe(0);
  });

  test("ends when the person signs out, here or everywhere", async () => {
    const [one, two, three] = [await signIn(), await signIn(), await signIn()];
    await register.db.write((trx) => endSession(trx, one));
    expect([await actorAt(one, "08:01"), (await actorAt(two, "08:01"))?.id]).toEqual([null, person]);
    await register.db.write((trx) => endAllSessions(trx, person));
    expect([await actorAt(two, "08:01"), await actorAt(three, "08:01")]).toEqual([null, null]);
  });

  test("is deleted once it can never be used again", async () => {
    const [idle, used] = [await signIn(), await signIn()];
    await actorAt(used, "08:20");
    await register.db.write((trx) => deleteOldSessions(trx, "2026-06-01T08:31:00.000Z", limits));
    expect([await lastSeen(idle), await lastSeen(used)]).toEqual([undefined, "2026-06-01T08:20:00.000Z"]);
  });
});

import { describe, expect, test } from "vitest";
import { checkAuditChain, positionAtEndOf, recordAudit } from "#app/audit/index.server.ts";
import { type Context, createContext } from "#app/platform/context.server.ts";
import { useDatabase } from "#tests/support/database.ts";

const database = useDatabase();

/** The operator, at an instant. */
function at(now: string): Context {
  return createContext({
    db: database.db,
    actor: { kind: "operator" },
    today: now.slice(0, 10),
    now: () => now,
  });
}

const record = (context: Context) =>
  database.db.write((transaction) =>
    recordAudit(transaction, context, {
      action: "try",
      recordType: "setting",
      recordId: "x",
      after: { now: context.now() },
    }),
  );

describe("the audit log", () => {
  test("numbers entries in the order in which they are committed, without gaps", async () => {
    const before = await record(at("2026-07-01T10:00:00.000Z"));
    await expect(
      database.db.write(async (transaction) => {
        await recordAudit(transaction, at("2026-07-01T10:00:01.000Z"), {
          action: "try",
          recordType: "setting",
          recordId: "x",
        });
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    expect(await record(at("2026-07-01T10:00:02.000Z"))).toBe(before + 1);
    const many = await Promise.all(Array.from({ length: 20 }, () => record(at("2026-07-01T10:00:03.000Z"))));
    expect(many.sort((a, b) => a - b)).toEqual(many.map((_seq, index) => before + 2 + index));
    expect(await checkAuditChain(at("2026-07-01T11:00:00.000Z"))).toEqual([]);
  });

  test("never dates an entry before the one it follows, whatever the clock says", async () => {
    await record(at("2026-07-02T10:00:00.000Z"));
    const seq = await record(at("2026-07-01T09:00:00.000Z"));
    const entry = await database.db.read
      .selectFrom("audit_entry")
      .select("at")
      .where("seq", "=", seq)
      .executeTakeFirst();
    expect(entry?.at).toBe("2026-07-02T10:00:00.000Z");
  });

  test("a day's position is the last entry before midnight in the UK, not in Greenwich", async () => {
    const inTime = await record(at("2026-07-10T22:59:59.999Z"));
    const nextDay = await record(at("2026-07-10T23:00:00.000Z"));
    const context = at("2026-07-11T12:00:00.000Z");
    expect(await positionAtEndOf(context, "2026-07-10")).toBe(inTime);
    expect(await positionAtEndOf(context, "2026-07-11")).toBe(nextDay);
    expect(await positionAtEndOf(context, "2020-01-01")).toBe(0);
  });
});

describe("the two doors to the database", () => {
  test("a transaction cannot be left by a query of the reading door, nor begun twice", async () => {
    await expect(
      database.db.write(() => database.db.read.selectFrom("setting").selectAll().execute()),
    ).rejects.toThrow("Inside a transaction, query the transaction");
    await expect(database.db.write(() => database.db.write(async () => 1))).rejects.toThrow(
      "cannot start inside another",
    );
  });

  test("the reading door does not write", async () => {
    await expect(database.db.read.deleteFrom("setting").execute()).rejects.toThrow(
      "Writes go through Database.write",
    );
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { disablePerson } from "#app/accounts/disable-person.server.ts";
import { contextOfAddress, listOwnAddresses } from "#app/calendar/addresses.queries.server.ts";
import { listDeadlines } from "#app/calendar/deadline-sources.server.ts";
import { makeAddress } from "#app/calendar/make-address.server.ts";
import { revokeAddress } from "#app/calendar/revoke-address.server.ts";
import { type Context, createContext } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  createFund,
  createFunder,
  createPartnership,
  createPerson,
  createRound,
  operatorContext,
} from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();
let officer: Context;
let other: Context;
let anonymous: Context;
let ids: { own: number; foreign: number; roundId: number };

beforeAll(async () => {
  const { db } = register;
  const own = await createPartnership(db);
  const foreign = await createPartnership(db);
  officer = (await createPerson(db, { [own]: "officer" })).context;
  other = (await createPerson(db, { [foreign]: "officer" })).context;
  anonymous = createContext({ ...operatorContext(db), actor: { kind: "anonymous" } });
  const roundId = await createRound(db, await createFund(db, await createFunder(db)), "Round 1");
  await db.write((trx) =>
    trx
      .updateTable("round")
      .set({ closes_at: "2026-12-10T17:00", decision_expected: "2027-02" })
      .where("id", "=", roundId)
      .execute(),
  );
  ids = { own, foreign, roundId };
  for (const partnership of [own, foreign]) await addDraft(partnership);
});

async function addDraft(partnership_id: number): Promise<void> {
  await register.db.write(async (trx) => {
    const { id } = await trx
      .insertInto("bid")
      .values({
        reference: `B-${partnership_id}`,
        title: `Lights of ${partnership_id}`,
        status: "draft",
        round_id: ids.roundId,
        recorded_by_partnership_id: partnership_id,
        requested_basis: "not_recorded",
        created_at: anonymous.now(),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx.insertInto("bid_partnership").values({ bid_id: id, partnership_id, part: "lead" }).execute();
  });
}

async function made(context: Context, name = "Outlook"): Promise<string> {
  const result = await makeAddress(context, name);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value.token;
}

describe("a calendar address", () => {
  it("reads what its person may read, and no more, whoever asks", async () => {
    const deadlines = await listDeadlines(await contextOfAddress(anonymous, await made(officer)));
    expect(deadlines.map(({ title }) => title)).toEqual([
      `Submit the bid: B-${ids.own} Lights of ${ids.own}`,
      expect.stringMatching(/^Round closes: .*Round 1$/),
    ]);
    expect(deadlines.every(({ at }) => at === "2026-12-10T17:00")).toBe(true);
  });

  it("has what the funder fixed beside, and nothing of a round that it took back", async () => {
    const titles = async () => (await listDeadlines(officer)).map(({ title }) => title.split(":")[0]);
    const set = (dates: { clarification_to?: string; withdrawn_on: string | null }) =>
      register.db.write((trx) => trx.updateTable("round").set(dates).where("id", "=", ids.roundId).execute());
    await set({ clarification_to: "2027-01-15", withdrawn_on: null });
    expect(await titles()).toEqual(["Submit the bid", "Round closes", "Clarification ends"]);
    await set({ withdrawn_on: "2026-11-20" });
    expect(await titles()).toEqual([]);
    await set({ withdrawn_on: null });
  });

  it("has the day by which a question of the funder is to be answered, to those who read the bid, until it is answered", async () => {
    const { db } = register;
    const bid = await db.read
      .selectFrom("bid")
      .select("id")
      .where("reference", "=", `B-${ids.own}`)
      .executeTakeFirstOrThrow();
    await db.write(async (trx) => {
      await trx
        .insertInto("bid_clarification")
        .values({
          bid_id: bid.id,
          question: "How many?",
          asked_on: "2026-11-20",
          due_on: "2026-12-01",
          recorded_at: officer.now(),
        })
        .execute();
      await trx
        .updateTable("bid")
        .set({ status: "clarification_requested" })
        .where("id", "=", bid.id)
        .execute();
    });
    const asked = async (context: Context) =>
      (await listDeadlines(context)).filter(({ key }) => key.startsWith("clarification-"));
    expect(await asked(officer)).toEqual([
      expect.objectContaining({
        at: "2026-12-01",
        title: `Answer the funder: B-${ids.own} Lights of ${ids.own}`,
      }),
    ]);
    expect(await asked(other)).toEqual([]);
    await db.write(async (trx) => {
      await trx.updateTable("bid_clarification").set({ answered_on: "2026-11-21", answer: "Ten" }).execute();
      await trx.updateTable("bid").set({ status: "draft" }).where("id", "=", bid.id).execute();
    });
    expect(await asked(officer)).toEqual([]);
  });

  it("has what was due in the last three months, and nothing older", async () => {
    const { db } = register;
    const due = async (expression_of_interest_by: string) => {
      await db.write((trx) =>
        trx.updateTable("round").set({ expression_of_interest_by }).where("id", "=", ids.roundId).execute(),
      );
      const deadlines = await listDeadlines({ ...officer, today: "2026-11-21" });
      return deadlines.some(({ key }) => key === `round-${ids.roundId}-interest`);
    };
    expect(await due("2026-08-21")).toBe(true);
    expect(await due("2026-08-20")).toBe(false);
    expect(await due("2020-03-20")).toBe(false);
  });

  it("is a secret of 256 bits that is not kept", async () => {
    const token = await made(officer, "Phone");
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rows = await register.db.read.selectFrom("calendar_address").selectAll().execute();
    const audited = await register.db.read.selectFrom("audit_entry").selectAll().execute();
    expect(JSON.stringify([rows, audited])).not.toContain(token);
  });

  it("is listed with its last use, to its person alone", async () => {
    const token = await made(officer, "Tablet");
    const tablet = async () => (await listOwnAddresses(officer)).find(({ name }) => name === "Tablet");
    expect((await tablet())?.lastUsedAt).toBeNull();
    await contextOfAddress(anonymous, token);
    expect((await tablet())?.lastUsedAt).toMatch(/^2026-11-21T09/);
    expect((await listOwnAddresses(other)).map(({ name }) => name)).not.toContain("Tablet");
  });

  it("is stopped by its person alone, and then is as if it had never been", async () => {
    const token = await made(officer, "Old phone");
    const id = (await listOwnAddresses(officer)).at(-1)?.id ?? 0;
    await expect(revokeAddress(other, id)).rejects.toThrow(NotFoundError);
    await contextOfAddress(anonymous, token);
    await revokeAddress(officer, id);
    await expect(contextOfAddress(anonymous, token)).rejects.toThrow(NotFoundError);
    await expect(revokeAddress(officer, id)).rejects.toThrow(NotFoundError);
    await expect(contextOfAddress(anonymous, "x".repeat(43))).rejects.toThrow(NotFoundError);
  });

  it("stops at once when its person is disabled", async () => {
    const leaver = await createPerson(register.db, { [ids.own]: "officer" });
    const token = await made(leaver.context);
    await contextOfAddress(anonymous, token);
    await disablePerson(operatorContext(register.db), leaver.id);
    await expect(contextOfAddress(anonymous, token)).rejects.toThrow(NotFoundError);
  });

  it("is one of ten at most", async () => {
    const { context } = await createPerson(register.db, { [ids.own]: "reader" });
    for (let count = 0; count < 10; count += 1) await made(context);
    expect((await makeAddress(context, "One more")).ok).toBe(false);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { changeFund } from "#app/funds/change-fund.server.ts";
import { changeFunder } from "#app/funds/change-funder.server.ts";
import { fundSchema } from "#app/funds/fund.schema.ts";
import { funderSchema } from "#app/funds/funder.schema.ts";
import { funderBefore } from "#app/funds/funders.queries.server.ts";
import {
  addFund,
  addFunder,
  getFund,
  getFunder,
  listFunders,
  listFunds,
  listRounds,
} from "#app/funds/index.server.ts";
import { mergeFund } from "#app/funds/merge-fund.server.ts";
import { mergeFunder } from "#app/funds/merge-funder.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import {
  createFund,
  createFunder,
  createPartnership,
  createPerson,
  createRound,
} from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();
let officer: Context;
let finance: Context;
let administrator: Context;

beforeAll(async () => {
  const partnership = await createPartnership(register.db);
  officer = (await createPerson(register.db, { [partnership]: "officer" })).context;
  finance = (await createPerson(register.db, { [partnership]: "finance" })).context;
  administrator = (await createPerson(register.db, {}, { isAdministrator: true })).context;
});

const funder = (name: string, more: Record<string, unknown> = {}) => funderSchema.parse({ name, ...more });
const fund = (name: string, funderId: number | null) =>
  fundSchema.parse({ name, funderId: funderId === null ? "not-recorded" : String(funderId) });

async function lastAudit() {
  return register.db.read
    .selectFrom("audit_entry")
    .select(["action", "record_id", "before_json", "after_json"])
    .orderBy("seq", "desc")
    .executeTakeFirstOrThrow();
}

describe("a funder", () => {
  it("is added by an officer for everybody, with an audit entry", async () => {
    const added = await addFunder(officer, funder("OPCC for Westshire"));
    if (!added.ok) throw new Error("refused");
    expect(await getFunder(finance, added.value.funderId)).toMatchObject({
      name: "OPCC for Westshire",
      version: 1,
    });
    expect(await lastAudit()).toMatchObject({
      action: "add funder",
      record_id: String(added.value.funderId),
    });
  });

  it("has a name that no other funder has, whatever the case of its letters", async () => {
    await addFunder(officer, funder("Home Office"));
    const refused = await addFunder(officer, funder("HOME office"));
    expect(refused).toEqual({ ok: false, errors: { name: "There is already a funder called HOME office" } });
  });

  it("is not added by finance", async () => {
    await expect(addFunder(finance, funder("Nobody"))).rejects.toThrow(ForbiddenError);
  });

  it("keeps a year that it was stated with where the form leaves it as it was", async () => {
    const id = await createFunder(register.db);
    await register.db.write((trx) =>
      trx.updateTable("funder").set({ valid_to: "FY2027" }).where("id", "=", id).execute(),
    );
    const input = funder("Kept precise", { validTo: { day: "", month: "3", year: "2028" } });
    await changeFunder(officer, id, 1, input);
    expect((await getFunder(officer, id)).validTo).toBe("FY2027");
  });

  it("from an old version is not changed, and one that is not there is not found", async () => {
    const id = await createFunder(register.db);
    await changeFunder(officer, id, 1, funder("Changed once"));
    await expect(changeFunder(officer, id, 1, funder("Changed late"))).rejects.toThrow(StaleError);
    expect(await getFunder(officer, id)).toMatchObject({ name: "Changed once", version: 2 });
    await expect(changeFunder(officer, 999_999, 1, funder("Nothing"))).rejects.toThrow(NotFoundError);
  });

  it("does not come after itself, not even through others", async () => {
    const [a, b] = [await createFunder(register.db), await createFunder(register.db)];
    expect((await changeFunder(officer, a, 1, funder("Before", { successorId: String(b) }))).ok).toBe(true);
    const refused = await changeFunder(officer, b, 1, funder("After", { successorId: String(a) }));
    expect(refused.ok ? {} : refused.errors).toHaveProperty("successorId");
    expect((await funderBefore(officer, b)).predecessors).toEqual([{ id: a, name: "Before" }]);
  });
});

describe("merging a duplicate funder", () => {
  it("is for administrators", async () => {
    const [a, b] = [await createFunder(register.db), await createFunder(register.db)];
    await expect(mergeFunder(officer, a, b)).rejects.toThrow(ForbiddenError);
  });

  it("takes it out of every choice, points it to the one that stays and moves its funds", async () => {
    const [double, stays, before] = [
      await createFunder(register.db),
      await createFunder(register.db),
      await createFunder(register.db),
    ];
    const fundId = await createFund(register.db, double);
    await changeFunder(officer, before, 1, funder("Before both", { successorId: String(double) }));
    expect(await mergeFunder(administrator, double, stays)).toEqual({ ok: true, value: { funderId: stays } });
    expect((await listFunders(officer)).map(({ id }) => id)).not.toContain(double);
    expect((await getFunder(officer, double)).mergedInto?.id).toBe(stays);
    expect((await getFund(officer, fundId)).funder?.id).toBe(stays);
    expect((await getFunder(officer, before)).successor?.id).toBe(stays);
    expect((await funderBefore(officer, stays)).duplicates.map(({ id }) => id)).toEqual([double]);
    const entry = await lastAudit();
    expect(entry.action).toBe("merge funder");
    expect(JSON.parse(entry.after_json ?? "")).toEqual({ merged_into_id: stays, movedFundIds: [fundId] });
    const chosen = await addFund(officer, fund("Late", double));
    expect(chosen).toEqual({ ok: false, errors: { funderId: "Choose a funder from the list" } });
  });

  it("is not into itself, into a merged one, or twice", async () => {
    const [a, b, c] = [
      await createFunder(register.db),
      await createFunder(register.db),
      await createFunder(register.db),
    ];
    expect((await mergeFunder(administrator, a, a)).ok).toBe(false);
    await mergeFunder(administrator, a, b);
    expect((await mergeFunder(administrator, a, c)).ok).toBe(false);
    expect((await mergeFunder(administrator, c, a)).ok).toBe(false);
    await mergeFunder(administrator, b, c);
    expect((await getFunder(officer, a)).mergedInto?.id).toBe(c);
  });
});

describe("a fund", () => {
  it("may have a funder that is not recorded, and one name under each funder", async () => {
    const funderId = await createFunder(register.db);
    const added = await addFund(officer, fund("Serious Violence Fund", null));
    if (!added.ok) throw new Error("refused");
    expect((await getFund(officer, added.value.fundId)).funder).toBeNull();
    expect((await addFund(officer, fund("Serious Violence Fund", funderId))).ok).toBe(true);
    expect((await addFund(officer, fund("serious violence fund", funderId))).ok).toBe(false);
    expect((await addFund(officer, fund("Serious violence fund", null))).ok).toBe(false);
    expect((await listFunds(officer, { funderId })).map(({ name }) => name)).toEqual([
      "Serious Violence Fund",
    ]);
  });

  it("from an old version is not changed", async () => {
    const id = await createFund(register.db, null);
    expect(await changeFund(officer, id, 1, fund("Changed", null))).toMatchObject({ ok: true });
    await expect(changeFund(officer, id, 1, fund("Late", null))).rejects.toThrow(StaleError);
  });

  it("that doubles another is merged with its rounds", async () => {
    const [double, stays] = [await createFund(register.db, null), await createFund(register.db, null)];
    const roundId = await createRound(register.db, double);
    await expect(mergeFund(officer, double, stays)).rejects.toThrow(ForbiddenError);
    expect((await mergeFund(administrator, double, stays)).ok).toBe(true);
    expect((await listRounds(officer, { fundId: stays })).map(({ id }) => id)).toEqual([roundId]);
    expect((await listFunds(officer)).map(({ id }) => id)).not.toContain(double);
    expect((await getFund(officer, double)).mergedInto?.id).toBe(stays);
  });
});

import { expect, test } from "vitest";
import { createPartnership } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

const settingsLike = async (prefix: string) => {
  const rows = await register.db.read
    .selectFrom("setting")
    .select("key")
    .where("key", "like", `${prefix}%`)
    .orderBy("key")
    .execute();
  return rows.map(({ key }) => key);
};

const addSetting = (key: string, fails = false) =>
  register.db.write(async (transaction) => {
    await transaction.insertInto("setting").values({ key, value: "1" }).execute();
    if (fails) throw new Error(`Not ${key}`);
    return key;
  });

test("of many who write at once each gets its own answer, and who fails leaves nothing behind", async () => {
  const keys = Array.from({ length: 60 }, (_, index) => `many-${String(index).padStart(2, "0")}`);
  const written = await Promise.allSettled(keys.map((key, index) => addSetting(key, index % 7 === 3)));
  const kept = keys.filter((_, index) => index % 7 !== 3);
  expect(written.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))).toEqual(kept);
  const refused = written.flatMap((one) => (one.status === "rejected" ? [one.reason.message] : []));
  expect(refused).toEqual(keys.filter((_, index) => index % 7 === 3).map((key) => `Not ${key}`));
  expect(await settingsLike("many-")).toEqual(kept);
});

test("whoever breaks a rule that is only checked at the commit does not take others along", async () => {
  const partnershipId = await createPartnership(register.db);
  const breakRule = () =>
    register.db.write(async (transaction) => {
      const { id } = await transaction
        .insertInto("award")
        .values({ reference: "A-X", title: "X", recorded_by_partnership_id: partnershipId, created_at: "" })
        .returning("id")
        .executeTakeFirstOrThrow();
      await transaction
        .insertInto("award_version")
        .values({
          award_id: id,
          number: 1,
          kind: "original",
          effective_on: "2024-04-01",
          effective_basis: "day",
          reason: "An amount without lines",
          amount_pence: 100,
          amount_basis: "exact",
          created_at: "",
        })
        .execute();
    });
  const written = await Promise.allSettled([
    addSetting("kept-1"),
    addSetting("kept-2"),
    breakRule(),
    addSetting("kept-3"),
  ]);
  expect(written.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(await settingsLike("kept-")).toEqual(["kept-1", "kept-2", "kept-3"]);
});

test("what is waiting to be written together is still refused a transaction inside a transaction", async () => {
  const nested = () => register.db.write(async () => addSetting("nested"));
  const [first, second] = await Promise.allSettled([nested(), nested()]);
  expect(first?.status).toBe("rejected");
  expect(second?.status).toBe("rejected");
  expect(await settingsLike("nested")).toEqual([]);
});

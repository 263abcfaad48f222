import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { type Asked, keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

beforeAll(async () => {
  await register.db.write((transaction) =>
    transaction
      .insertInto("setting")
      .values(
        ["a", "b", "c", "d", "e"].map((key, index) => ({ key: `kept-${key}`, value: String(index % 2) })),
      )
      .execute(),
  );
});

/** The query, and how often it was put together. */
function counted<Values extends Asked>(
  build: (reader: Reader | Writer, asked: Values) => ReturnType<typeof settings>,
) {
  let times = 0;
  const ask = keepQuery((reader, asked: Values) => {
    times += 1;
    return build(reader, asked);
  });
  const keys = async (asked: Values) => (await ask(register.db.read, asked)).map(({ key }) => key.slice(5));
  return { keys, times: () => times };
}

const settings = (reader: Reader | Writer) =>
  reader.selectFrom("setting").select("key").where("key", "like", "kept-%").orderBy("key");

test("a query is put together once and answers for each value that it is asked with", async () => {
  const query = counted((reader, asked: { from: string; to: string; value: string }) =>
    settings(reader)
      .where("key", ">=", asked.from)
      .where("key", "<=", asked.to)
      .where("value", "=", asked.value),
  );
  // The same value in two places, the first time: it is still known which is which.
  expect(await query.keys({ from: "kept-b", to: "kept-b", value: "1" })).toEqual(["b"]);
  const first = query.times();
  expect(await query.keys({ from: "kept-a", to: "kept-d", value: "1" })).toEqual(["b", "d"]);
  expect(await query.keys({ from: "kept-b", to: "kept-e", value: "0" })).toEqual(["c", "e"]);
  expect(query.times()).toBe(first);
});

test("what is null, how long a list is and what is named make another query of it", async () => {
  type AskedFor = { among: readonly string[]; value: string | null; record?: { key: string } };
  const query = counted((reader, { among, value, record }: AskedFor) =>
    settings(reader)
      .where("key", "in", among)
      .$if(value !== null, (some) => some.where("value", "=", value))
      .$if(record !== undefined, (some) => some.where("key", "<>", record?.key ?? "")),
  );
  const among = ["kept-a", "kept-b", "kept-c"];
  expect(await query.keys({ among, value: null })).toEqual(["a", "b", "c"]);
  expect(await query.keys({ among, value: "0" })).toEqual(["a", "c"]);
  expect(await query.keys({ among: ["kept-d"], value: null })).toEqual(["d"]);
  expect(await query.keys({ among, value: null, record: { key: "kept-b" } })).toEqual(["a", "c"]);
  const shapes = query.times();
  expect(await query.keys({ among: ["kept-e"], value: null })).toEqual(["e"]);
  expect(await query.keys({ among: ["kept-c", "kept-d", "kept-e"], value: "1" })).toEqual(["d"]);
  expect(query.times()).toBe(shapes);
});

test("one that writes its values into its text, or reckons with them, is put together each time", async () => {
  const written = counted((reader, value: string) =>
    settings(reader).where("value", "=", sql<string>`${sql.lit(value)}`),
  );
  expect(await written.keys("0")).toEqual(["a", "c", "e"]);
  expect(await written.keys("1")).toEqual(["b", "d"]);
  const reckoned = counted((reader, most: number) => settings(reader).limit(most + 1));
  expect(await reckoned.keys(0)).toEqual(["a"]);
  expect(await reckoned.keys(2)).toEqual(["a", "b", "c"]);
  const long = counted((reader, among: readonly string[]) => settings(reader).where("key", "in", among));
  const many = Array.from({ length: 30 }, (_, index) => `kept-${index}`);
  expect(await long.keys([...many, "kept-c"])).toEqual(["c"]);
  expect(await long.keys([...many, "kept-d"])).toEqual(["d"]);
});

test("a kept query only reads, and inside a transaction only through it", async () => {
  const removal = keepQuery((reader, key: string) => reader.deleteFrom("setting").where("key", "=", key));
  await expect(removal(register.db.read, "kept-a")).rejects.toThrow("Writes go through Database.write");
  const value = keepQuery((reader, key: string) =>
    reader.selectFrom("setting").select("value").where("key", "=", key),
  );
  await register.db.write(async (transaction) => {
    await transaction.updateTable("setting").set({ value: "9" }).where("key", "=", "kept-a").execute();
    expect(await value(transaction, "kept-a")).toEqual([{ value: "9" }]);
    await expect(removal(transaction, "kept-a")).rejects.toThrow("Only what reads is kept");
    await expect(value(register.db.read, "kept-a")).rejects.toThrow("query the transaction");
  });
});

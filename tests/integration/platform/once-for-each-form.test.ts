import { expect, test } from "vitest";
import { StaleError } from "#app/platform/errors.ts";
import { AlreadyAcceptedError, onceForEachForm } from "#app/platform/once-for-each-form.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const database = useDatabase();

async function form(title: string, key = "k".repeat(40)): Promise<FormData> {
  const data = new FormData();
  data.set("form-key", key);
  data.set("title", title);
  return data;
}

const organisations = (name: string) =>
  database.db.read.selectFrom("organisation").select("id").where("name", "like", `${name}%`).execute();

test("twenty sendings of one form at once make one record, and all are led to it", async () => {
  const { context } = await make.createPerson(database.db, {});
  const sent = await form("Twenty");
  let made = 0;
  const sendings = Array.from({ length: 20 }, () =>
    onceForEachForm(context, sent, async ({ db }) => {
      made += 1;
      const name = `Twenty ${made}`;
      await db.write((transaction) => transaction.insertInto("organisation").values({ name }).execute());
      return new Response(null, { status: 303, headers: { Location: "/made" } });
    }),
  );
  const results = await Promise.allSettled(sendings);
  expect(await organisations("Twenty")).toHaveLength(1);
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject({ name: "AlreadyAcceptedError" });
  }
  await expect(onceForEachForm(context, sent, async () => null)).rejects.toMatchObject({ location: "/made" });
});

test("a form that was refused may be sent again, and one with other answers is another", async () => {
  const { context } = await make.createPerson(database.db, {});
  const sent = await form("Refused");
  const refused = onceForEachForm(context, sent, ({ db }) =>
    db.write(async (transaction) => {
      await transaction.insertInto("organisation").values({ name: "Refused" }).execute();
      throw new StaleError();
    }),
  );
  await expect(refused).rejects.toThrow(StaleError);
  expect(await organisations("Refused")).toHaveLength(0);
  for (const title of ["Refused", "Refused otherwise"]) {
    await onceForEachForm(context, await form(title), ({ db }) =>
      db.write((transaction) => transaction.insertInto("organisation").values({ name: title }).execute()),
    );
  }
  expect(await organisations("Refused")).toHaveLength(2);
});

test("a repeat that finds its twin's work done is told so, not that the record has changed", async () => {
  const { context } = await make.createPerson(database.db, {});
  const sent = await form("Twin");
  const work = (stale: boolean) => () =>
    onceForEachForm(context, sent, ({ db }) => {
      if (stale) throw new StaleError();
      return db.write((transaction) =>
        transaction.insertInto("organisation").values({ name: "Twin" }).execute(),
      );
    });
  await work(false)();
  await expect(work(true)()).rejects.toThrow(AlreadyAcceptedError);
});

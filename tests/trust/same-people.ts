import type { Database } from "#db/open.server.ts";

/** Keeps who the visitors are and that they are signed in, whatever is done to their accounts in between. */
export async function samePeople(db: Database, ids: readonly number[]): Promise<() => Promise<void>> {
  const { read } = db;
  const people = await read
    .selectFrom("person")
    .selectAll()
    .where("id", "in", [...ids])
    .execute();
  const roles = await read
    .selectFrom("membership")
    .selectAll()
    .where("person_id", "in", [...ids])
    .execute();
  const sessions = await read
    .selectFrom("session")
    .selectAll()
    .where("person_id", "in", [...ids])
    .execute();
  return () =>
    db.write(async (trx) => {
      for (const { id, ...person } of people) {
        await trx.updateTable("person").set(person).where("id", "=", id).execute();
      }
      await trx
        .deleteFrom("membership")
        .where("person_id", "in", [...ids])
        .execute();
      await trx.insertInto("membership").values(roles).execute();
      await trx
        .deleteFrom("session")
        .where("person_id", "in", [...ids])
        .execute();
      await trx.insertInto("session").values(sessions).execute();
    });
}

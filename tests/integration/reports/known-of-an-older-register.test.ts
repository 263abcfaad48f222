import { Migrator, sql } from "kysely";
import { expect, test } from "vitest";
import { recordAudit, rowsKnown, verifyKnown } from "#app/audit/index.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { migrations } from "#db/migrations/index.ts";
import { openDatabase } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { emptyDatabase } from "#tests/support/database.ts";

/** From here on the register keeps what it knew. */
const KEPT_FROM = "2026-11-21-99-7-what-was-known";

test("a register from before takes over what its audit log tells of conditions and onward grants", async () => {
  const { url, remove } = await emptyDatabase();
  const db = openDatabase(url);
  try {
    const all = Object.entries(migrations(db.engine));
    const then = Object.fromEntries(all.filter(([name]) => name < KEPT_FROM));
    const migrator = new Migrator({ db: db.engine.writer, provider: { getMigrations: async () => then } });
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    const positions = await conditionAsItWas(db);
    expect(await migrateToLatest(db, { copyBefore: false })).toContain(KEPT_FROM);
    const known = [];
    for (const position of positions) {
      const { rows } = await sql<{ text: string; met_on: string | null; recipient: string }>`
        select condition.text, condition.met_on, made.recipient from ${rowsKnown("award_condition", position)} as condition
        left join ${rowsKnown("onward_grant", position)} as made on made.award_id = condition.award_id`.execute(
        db.read,
      );
      known.push(rows.map((row) => ({ ...row })));
    }
    expect(known).toEqual([
      [],
      [{ text: "Plan", met_on: null, recipient: null }],
      [{ text: "Plan", met_on: "2026-05-01", recipient: null }],
      [{ text: "Plan", met_on: "2026-05-01", recipient: "Youth Club" }],
      [{ text: "Plan", met_on: "2026-05-01", recipient: "Youth Project" }],
      [{ text: "A plan", met_on: "2026-05-01", recipient: "Youth Project" }],
    ]);
    expect(await verifyKnown(make.operatorContext(db))).toEqual([]);
  } finally {
    await db.close();
    await remove();
  }
});

/** A condition that was recorded, met and worded anew, and a grant that was changed. @returns the position after each step */
async function conditionAsItWas(db: ReturnType<typeof openDatabase>): Promise<number[]> {
  const context = make.operatorContext(db);
  const awardId = await make.createAward(db, [await make.createPartnership(db)], { lead: true });
  const positions = [await head(db)];
  let minute = 10;
  const step = (table: "award_condition" | "onward_grant", action: string, row: object, before?: object) =>
    db.write(async (trx) => {
      minute += 1;
      const at = `2026-11-21T23:${minute}:00.000Z`;
      if (before === undefined) {
        const own = table === "onward_grant" ? { number: 1, recorded_at: at } : { saved_at: at };
        await trx
          .insertInto(table)
          .values({ ...row, ...own, award_id: awardId } as never)
          .execute();
      } else {
        const saved = table === "award_condition" ? { saved_at: at } : {};
        await trx
          .updateTable(table)
          .set({ ...row, ...saved } as never)
          .execute();
      }
      const then = { ...context, now: () => at };
      const entry = { action, recordType: "award", recordId: awardId, after: row };
      positions.push(await recordAudit(trx, then, before === undefined ? entry : { ...entry, before }));
    });
  const condition = async () =>
    (await db.read.selectFrom("award_condition").selectAll().executeTakeFirst()) ?? {};
  await step("award_condition", "record condition of award", { text: "Plan", version: 1 });
  await step(
    "award_condition",
    "change condition of award",
    { met_on: "2026-05-01", evidence: "Letter", version: 2 },
    await condition(),
  );
  await step("onward_grant", "record onward grant", { recipient: "Youth Club" });
  const grant = await db.read.selectFrom("onward_grant").select("id").executeTakeFirstOrThrow();
  const before = { id: grant.id, awardId, recipient: "Youth Club", amountPence: null };
  await step("onward_grant", "change onward grant", { recipient: "Youth Project" }, before);
  await step(
    "award_condition",
    "change condition of award",
    { text: "A plan", version: 3 },
    await condition(),
  );
  return positions;
}

async function head(db: ReturnType<typeof openDatabase>): Promise<number> {
  return (await db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow()).seq;
}

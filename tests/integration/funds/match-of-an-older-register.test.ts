import { Migrator, sql } from "kysely";
import { expect, test } from "vitest";
import { rowsKnown, verifyKnown } from "#app/audit/index.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { migrations } from "#db/migrations/index.ts";
import { openDatabase } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { emptyDatabase } from "#tests/support/database.ts";

/** From here on percentages of match have two decimals. */
const SINCE = "2026-11-21-99-95-3-match-to-two-decimals";

test("a register from before keeps its percentages of match, also as they were known, and remembers later ones", async () => {
  const { url, remove } = await emptyDatabase();
  const db = openDatabase(url);
  try {
    const all = Object.entries(migrations(db.engine));
    const then = Object.fromEntries(all.filter(([name]) => name < SINCE));
    const migrator = new Migrator({ db: db.engine.writer, provider: { getMigrations: async () => then } });
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    const roundId = await make.createRound(db, await make.createFund(db, null));
    const awardId = await make.createAward(db, [await make.createPartnership(db)], { lead: true });
    const saved_at = "2026-11-21T23:10:00.000Z";
    await db.write(async (trx) => {
      await sql`update round set match_percent = 20 where id = ${roundId}`.execute(trx);
      await sql`insert into award_terms (award_id, no_transfer, capital_only, match_percentage, version, saved_at)
        values (${awardId}, 0, 0, 50, 1, ${saved_at})`.execute(trx);
    });
    expect(await migrateToLatest(db, { copyBefore: false })).toContain(SINCE);
    const round = await db.read
      .selectFrom("round")
      .select("match_basis_points")
      .where("id", "=", roundId)
      .executeTakeFirst();
    expect(round).toEqual({ match_basis_points: 2000 });
    const known = async () => {
      const { rows } = await sql<{ points: number }>`
        select match_basis_points as points from award_terms_known where award_id = ${awardId}`.execute(
        db.read,
      );
      return rows.map(({ points }) => points);
    };
    expect(await known()).toEqual([5000]);
    await db.write((trx) => trx.updateTable("award_terms").set({ match_basis_points: 1250 }).execute());
    expect(await known()).toEqual([1250]);
    expect(await verifyKnown(make.operatorContext(db))).toEqual([]);
    await expect(
      db.write((trx) => trx.updateTable("award_terms").set({ match_basis_points: 10_001 }).execute()),
    ).rejects.toThrow();
    const { rows } = await sql`select * from ${rowsKnown("award_terms", null)} as terms`.execute(db.read);
    expect(rows).toMatchObject([{ match_basis_points: 1250 }]);
  } finally {
    await db.close();
    await remove();
  }
});

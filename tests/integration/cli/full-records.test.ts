import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { expect, test } from "vitest";
import { generateRegister } from "#app/cli/generate/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { targetsIn } from "../../../benchmarks/sides.ts";

const register = useDatabase();

test("the benchmark opens records that are full, and says where there is none", async (test) => {
  test.skip(register.engine === "postgres", "The benchmark picks its records out of the file of SQLite");
  await generateRegister(make.operatorContext(register.db), { bids: 2_000, seed: 1, password: null });
  const folder = mkdtempSync(join(tmpdir(), "full-records-"));
  try {
    const file = join(folder, "register.sqlite");
    await register.db.engine.file?.copyTo(file);
    const { fullRecords } = targetsIn(file);
    expect(fullRecords.length).toBeGreaterThan(0);
    const db = new BetterSqlite3(file);
    for (const { awardId, bidId } of fullRecords) {
      const count = (query: string) => db.prepare(query).pluck().get(awardId) as number;
      expect({
        partnerships: count("select count(*) from award_partnership where award_id = ?"),
        years: count("select count(distinct financial_year) from allocation_line where award_id = ?"),
        claims: count("select count(*) from claim where award_id = ?"),
        bid: count("select bid_id from award where id = ?"),
      }).toEqual({ partnerships: 4, years: 3, claims: 8, bid: bidId });
      expect(
        count(
          "select count(*) from measure where project_id in (select project_id from allocation_line where award_id = ?)",
        ),
      ).toBeGreaterThanOrEqual(3);
    }
    db.exec("alter table measure rename to measures; create table measure (project_id integer)");
    db.close();
    expect(() => targetsIn(file)).toThrow("the fullest records cannot be measured on it");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

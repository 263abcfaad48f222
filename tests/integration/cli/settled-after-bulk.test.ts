import { sql } from "kysely";
import { expect, test } from "vitest";
import { generateRegister } from "#app/cli/generate/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

test("many bids written at once leave one index of words", async (test) => {
  test.skip(register.engine === "postgres", "PostgreSQL keeps its index of words in one piece by itself");
  const context = make.operatorContext(register.db);
  await generateRegister(context, { bids: 2_500, seed: 3, password: null });
  const { rows } = await sql<{ pieces: number; words: number }>`
    select count(distinct segid) as pieces, count(*) as words from bid_search_idx`.execute(register.db.read);
  expect(rows).toEqual([{ pieces: 1, words: expect.any(Number) }]);
  expect(rows[0]?.words).toBeGreaterThan(1);
});

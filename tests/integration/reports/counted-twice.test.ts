import { expect, test } from "vitest";
import { proofWords } from "#app/reports/funding-secured-words.rules.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { allGroupings, makeLedger, TOTAL_PENCE } from "./hand-made-ledger.ts";

const database = useDatabase();

test("a posting without a version behind it is found by the proof, in every grouping", async () => {
  const { awards, aldham } = await makeLedger(database.db);
  await database.db.write(async (transaction) => {
    const posting = await transaction
      .selectFrom("posting")
      .selectAll()
      .where("award_id", "=", awards.split)
      .where("partnership_id", "=", aldham)
      .executeTakeFirstOrThrow();
    const { id: _id, ...again } = posting;
    await transaction.insertInto("posting").values(again).execute();
  });
  for (const { figures, proof } of await allGroupings(make.operatorContext(database.db))) {
    expect(figures.totalPence, figures.by).toBe(TOTAL_PENCE + 200_000);
    expect(proof.countedTwicePence, figures.by).toBe(200_000);
    expect(proofWords(proof)).toMatch(/= awards £1,403,518\.01\. Counted twice: £2,000\.00$/);
  }
});

import type { Database } from "#db/open.server.ts";
import { createAward, operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";

/** An award of a partnership with £100 for 2026 to 2027 and £50 for the year after. */
export async function twoYearAward(db: Database, partnershipId: number): Promise<number> {
  const id = await createAward(db, [partnershipId], { lead: true });
  await seal(operatorContext(db), id, {
    amountPence: 15_000,
    lines: [
      line({ partnershipId, financialYear: 2026, amountPence: 10_000 }),
      line({ partnershipId, financialYear: 2027, amountPence: 5_000 }),
    ],
  });
  return id;
}

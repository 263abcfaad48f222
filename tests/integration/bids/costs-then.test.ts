import { sql } from "kysely";
import { expect, test } from "vitest";
import { verifyKnown } from "#app/audit/index.server.ts";
import { saveSection } from "#app/bids/content/save-section.server.ts";
import { copyBid } from "#app/bids/finding/copy-bid.server.ts";
import { costsThen } from "#app/bids/index.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import type { Database } from "#db/open.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { inRegister } from "#tests/support/older-register.ts";
import { bidStory, completeDraft } from "./bid-story.ts";

/** From here on the register keeps at which position costs were known. */
const KEPT_FROM = "2026-11-22-92-costs-known";

type Costs = [bidId: number, year: number, stream: string, pence: number][];
type At = { position: number; costs: Costs };

test.each(["from before", "of today"])(
  "what the costs of bids are is told at every position, in a register %s",
  (which) =>
    inRegister(which === "of today" ? which : { migration: KEPT_FROM }, async (db) => {
      const said = await history(db);
      if (which === "from before")
        expect(await migrateToLatest(db, { copyBefore: false })).toContain(KEPT_FROM);
      expect(said.map(({ costs }) => costs.length)).toEqual([0, 2, 3, 4, 3]);
      for (const { position, costs } of said)
        expect([position, await costsAt(db, { known: position, said: position })]).toEqual([position, costs]);
      const [first, second, , ofTwo] = said;
      const last = said.at(-1)?.position ?? 0;
      // Of a bid whose costs were said later, as they were said first.
      const early = await costsAt(db, { known: last, said: first?.position ?? 0 });
      expect(early.slice(0, 2)).toEqual(second?.costs);
      expect(early.slice(2)).toEqual(ofTwo?.costs.slice(3));
      expect(await costsAt(db, { known: first?.position ?? 0, said: 0 })).toEqual([]);
      expect(await verifyKnown(operatorContext(db))).toEqual([]);
      const past = db.write((trx) => trx.updateTable("bid_cost_known").set({ amount_pence: 1 }).execute());
      await expect(past).rejects.toThrow("what was known is never changed");
    }),
);

test("costs of an older register of which its log tells nothing are known from the migration on", () =>
  inRegister({ migration: KEPT_FROM }, async (db) => {
    const bid = await completeDraft(await bidStory(db));
    await db.write(async (trx) => {
      await trx.deleteFrom("bid_cost").execute();
      const row = { bid_id: bid.id, financial_year: 2031, stream: "capital" as const, amount_pence: 500 };
      await trx.insertInto("bid_cost").values(row).execute();
    });
    await migrateToLatest(db, { copyBefore: false });
    const position = await head(db);
    expect(await costsAt(db, { known: position, said: position })).toEqual([[bid.id, 2031, "capital", 500]]);
    expect(await costsAt(db, { known: position - 1, said: position - 1 })).not.toContainEqual([
      ...[bid.id, 2031, "capital", 500],
    ]);
    expect(await verifyKnown(operatorContext(db))).toEqual([]);
  }));

/** Costs are said, one more is added, another bid says some, and some are taken away. */
async function history(db: Database): Promise<At[]> {
  const story = await bidStory(db);
  const { context } = story.officer;
  const bid = await completeDraft(story);
  await db.write((trx) => trx.deleteFrom("bid_cost").execute());
  const said: At[] = [];
  const keep = async () => said.push({ position: await head(db), costs: await costsAt(db, null) });
  const { rows } = await sql<{ version: number }>`select version from bid_section
    where bid_id = ${bid.id} and section = 'costs'`.execute(db.read);
  let version = rows[0]?.version ?? 0;
  const state = async (bidId: number, since: number, ...years: [number, number | null, number | null][]) => {
    const costs = years.map(([financialYear, revenuePence, capitalPence]) => ({
      ...{ financialYear, revenuePence, capitalPence },
    }));
    await saveSection(context, bidId, "costs", { costs }, { version: since, isComplete: true });
    await keep();
  };
  await keep();
  await state(bid.id, version++, [2026, 2_000, 500]);
  await state(bid.id, version++, [2026, 1_500, 500], [2027, 800, null]);
  const copy = await copyBid(context, bid.id, { title: "Another", roundId: null });
  if (!copy.ok) throw new Error(JSON.stringify(copy.errors));
  await state(copy.value.bidId, 0, [2028, 700, null]);
  await state(bid.id, version++, [2026, 1_500, null], [2027, 800, null]);
  return said;
}

async function costsAt(db: Database, at: { known: number; said: number } | null): Promise<Costs> {
  const { rows } = await sql<{
    bid_id: number;
    financial_year: number;
    stream: string;
    amount_pence: number;
  }>`
    select * from (${costsThen(at)}) as said order by bid_id, financial_year, stream desc`.execute(db.read);
  return rows.map(({ bid_id, financial_year, stream, amount_pence }) => [
    ...([bid_id, financial_year, stream, amount_pence] as const),
  ]);
}

async function head(db: Database): Promise<number> {
  return (await db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow()).seq;
}

import { sql } from "kysely";
import { expect, test } from "vitest";
import { verifyKnown } from "#app/audit/index.server.ts";
import { changeBid } from "#app/bids/change-bid.server.ts";
import { saveSection } from "#app/bids/content/save-section.server.ts";
import { copyBid } from "#app/bids/finding/copy-bid.server.ts";
import { getBid, matchThen, requestedThen } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import type { Database } from "#db/open.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { inRegister } from "#tests/support/older-register.ts";
import { answers, bidStory, completeDraft } from "./bid-story.ts";

/** From here on the register keeps at which position match was known. */
const KEPT_FROM = "2026-11-22-8-match-known";

type Stated = Record<string, number | string | null>[];
type At = { position: number; match: Stated; requested: Stated };

test.each(["from before", "of today"])(
  "what bids state is told at every position, in a register %s",
  (which) =>
    inRegister(which === "of today" ? which : { migration: KEPT_FROM }, async (db) => {
      const said = await history(db);
      if (which === "from before")
        expect(await migrateToLatest(db, { copyBefore: false })).toContain(KEPT_FROM);
      expect(said.map(({ match }) => match.length)).toEqual([0, 2, 1, 1, 2, 2, 1, 1]);
      for (const { position, match, requested } of said) {
        expect([position, await matchAt(db, { known: position, said: position })]).toEqual([position, match]);
        expect([position, await requestedAt(db, position)]).toEqual([position, requested]);
      }
      const [first, second] = [said[0]?.position ?? 0, said[1]];
      const last = said.at(-1)?.position ?? 0;
      // Of a bid whose match was said later, as it was said first.
      const early = await matchAt(db, { known: last, said: first });
      expect(early.slice(0, 2)).toEqual(second?.match);
      expect(await matchAt(db, { known: first, said: first })).toEqual([]);
      expect(await verifyKnown(operatorContext(db))).toEqual([]);
      const past = db.write((trx) => trx.updateTable("bid_match_known").set({ amount_pence: 1 }).execute());
      await expect(past).rejects.toThrow("what was known is never changed");
    }),
);

test("match of an older register of which its log tells nothing is known from the migration on", () =>
  inRegister({ migration: KEPT_FROM }, async (db) => {
    const story = await bidStory(db);
    const bid = await completeDraft(story);
    await db.write(async (trx) => {
      const giver = await trx.insertInto("organisation").values({ name: "Giver" }).returning("id").execute();
      const row = { bid_id: bid.id, organisation_id: giver[0]?.id ?? 0, position: 1, amount_pence: 500 };
      await trx.insertInto("bid_match").values(row).execute();
    });
    await migrateToLatest(db, { copyBefore: false });
    const position = await head(db);
    expect(await matchAt(db, { known: position - 1, said: position - 1 })).toEqual([]);
    expect(await matchAt(db, { known: position, said: 0 })).toEqual([
      { bid_id: bid.id, form: null, amount_pence: 500 },
    ]);
    expect(await verifyKnown(operatorContext(db))).toEqual([]);
  }));

/** Match is stated, lowered, copied to another bid, and taken away; amounts requested change between. */
async function history(db: Database): Promise<At[]> {
  const story = await bidStory(db);
  let minute = 10;
  const officer = (): Context => {
    minute += 1;
    return { ...story.officer.context, now: () => `2026-11-21T23:${minute}:00.000Z` };
  };
  const bid = await completeDraft({ ...story, officer: { ...story.officer, context: officer() } });
  const said: At[] = [];
  const keep = async () => {
    const { rows: match } = await sql<Stated[number]>`select bid_id, form, amount_pence from bid_match
      order by bid_id, position`.execute(db.read);
    const { rows: requested } = await sql<Stated[number]>`select requested_pence as requested from bid
      order by id`.execute(db.read);
    said.push({ position: await head(db), match: plain(match), requested: plain(requested) });
  };
  let version = 0;
  const state = async (bidId: number, since: number, ...amounts: (number | null)[]) => {
    const match = amounts.map((amountPence, index) => ({
      ...{ source: `Giver ${index}`, description: null, standing: "pledged" as const, amountPence },
      form: index === 0 ? ("cash" as const) : ("in_kind" as const),
    }));
    await saveSection(officer(), bidId, "match", { match }, { version: since, isComplete: true });
    await keep();
  };
  const request = async (requestedPence: number) => {
    ({ version } = await getBid(story.officer.context, bid.id));
    const input = answers({ leadPartnershipId: story.lead, purpose: "Lights", requestedPence });
    const changed = await changeBid(officer(), bid.id, version, input);
    if (!changed.ok) throw new Error(JSON.stringify(changed.errors));
    await keep();
  };
  await keep();
  await state(bid.id, 0, 2_000, null);
  await state(bid.id, 1, 1_500);
  await request(900_000);
  const copy = await copyBid(officer(), bid.id, { title: "Another", roundId: null });
  if (!copy.ok) throw new Error(JSON.stringify(copy.errors));
  await keep();
  await state(copy.value.bidId, 1, 700);
  await state(bid.id, 2);
  await request(800_000);
  return said;
}

/** Rows as each engine gives them, with numbers as numbers. */
function plain(rows: readonly Stated[number][]): Stated {
  return rows.map((row) => ({ ...row }));
}

async function matchAt(db: Database, at: { known: number; said: number }): Promise<Stated> {
  const { rows } = await sql<Stated[number]>`select * from (${matchThen(at)}) as stated
    order by bid_id, case when form = 'cash' then 0 else 1 end`.execute(db.read);
  return plain(rows);
}

/** Of the bids of now what they requested as it was known at a position. */
async function requestedAt(db: Database, position: number): Promise<Stated> {
  const { rows } = await sql<
    Stated[number]
  >`select ${requestedThen("2026-11-22", "2026-11-22", position)} as requested
    from bid where created_at <= (select max(at) from audit_entry where seq <= ${position}) order by id`.execute(
    db.read,
  );
  return plain(rows);
}

async function head(db: Database): Promise<number> {
  return (await db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow()).seq;
}

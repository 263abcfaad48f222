import { sql } from "kysely";
import { expect, test } from "vitest";
import { verifyKnown } from "#app/audit/index.server.ts";
import { recordPastBid, umbrellaThen } from "#app/bids/index.server.ts";
import { addUmbrellaItem, removeUmbrellaItem } from "#app/bids/umbrella/itemise-bid.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import type { Database } from "#db/open.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { inRegister } from "#tests/support/older-register.ts";
import { bidStory } from "./bid-story.ts";

/** From here on the register keeps at which position it was known which bids belong to an umbrella record. */
const KEPT_FROM = "2026-11-22-91-umbrella-known";

type Members = [bidId: number, umbrellaId: number][];
type At = { position: number; members: Members };

test.each(["from before", "of today"])(
  "which bids belong to an umbrella record is told at every position, in a register %s",
  (which) =>
    inRegister(which === "of today" ? which : { migration: KEPT_FROM }, async (db) => {
      const said = await history(db);
      if (which === "from before")
        expect(await migrateToLatest(db, { copyBefore: false })).toContain(KEPT_FROM);
      expect(said.map(({ members }) => members.length)).toEqual([0, 1, 2, 1, 0, 1, 2]);
      for (const { position, members } of said)
        expect([position, await membersAt(db, { known: position, said: position })]).toEqual([
          position,
          members,
        ]);
      const [first, , third] = said;
      const last = said.at(-1)?.position ?? 0;
      // What was said later stands as it was said first; what was not known is not told.
      expect(await membersAt(db, { known: last, said: first?.position ?? 0 })).toEqual(third?.members);
      expect(await membersAt(db, { known: first?.position ?? 0, said: 0 })).toEqual([]);
      expect(await membersNow(db)).toEqual(said.at(-1)?.members);
      expect(await verifyKnown(operatorContext(db))).toEqual([]);
      const past = db.write((trx) =>
        trx.updateTable("bid_umbrella_member_known").set({ umbrella_id: 1 }).execute(),
      );
      await expect(past).rejects.toThrow("what was known is never changed");
    }),
);

test("a bid of an older register of which its log tells nothing belongs to its record from the migration on", () =>
  inRegister({ migration: KEPT_FROM }, async (db) => {
    const { umbrella, one } = await twoBids(db);
    await db.write((trx) =>
      trx.insertInto("bid_umbrella_member").values({ bid_id: one, umbrella_id: umbrella }).execute(),
    );
    await migrateToLatest(db, { copyBefore: false });
    const position = await head(db);
    expect(await membersAt(db, { known: position, said: position })).toEqual([[one, umbrella]]);
    expect(await verifyKnown(operatorContext(db))).toEqual([]);
  }));

async function twoBids(db: Database) {
  const story = await bidStory(db);
  const { context } = story.manager;
  const past = async (title: string, umbrellaId?: number) => {
    const partnerships = [{ partnershipId: story.lead, part: "partner" as const }];
    const told = { title, status: "awarded" as const, recordedByPartnershipId: story.lead, partnerships };
    const recorded = await recordPastBid(context, { ...told, umbrellaId });
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.errors));
    return recorded.value;
  };
  const [umbrella, one] = [await past("Various bids"), await past("One of them")];
  return { context, past, umbrella: umbrella.bidId, one: one.bidId, reference: one.reference };
}

/** One bid is put under the record, another is recorded as part of it; both are taken out, one comes back, and a third. */
async function history(db: Database): Promise<At[]> {
  const { context, past, umbrella, one, reference } = await twoBids(db);
  const said: At[] = [];
  const keep = async () => {
    said.push({ position: await head(db), members: await membersNow(db) });
  };
  await keep();
  await addUmbrellaItem(context, umbrella, reference);
  await keep();
  const another = await past("Another", umbrella);
  await keep();
  await removeUmbrellaItem(context, umbrella, one);
  await keep();
  await removeUmbrellaItem(context, umbrella, another.bidId);
  await keep();
  await addUmbrellaItem(context, umbrella, reference);
  await keep();
  await addUmbrellaItem(context, umbrella, another.reference);
  await keep();
  return said;
}

async function membersAt(db: Database, at: { known: number; said: number } | null): Promise<Members> {
  const { rows } = await sql<{ bid_id: number; umbrella_id: number }>`
    select bid_id, umbrella_id from (${umbrellaThen(at)}) as member order by bid_id`.execute(db.read);
  return rows.map(({ bid_id, umbrella_id }) => [bid_id, umbrella_id]);
}

/** What stands in the table itself: in a register from before, nothing else is there yet. */
function membersNow(db: Database): Promise<Members> {
  return membersAt(db, null);
}

async function head(db: Database): Promise<number> {
  return (await db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow()).seq;
}

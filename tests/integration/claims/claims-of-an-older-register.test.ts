import { Migrator } from "kysely";
import { expect, test } from "vitest";
import { recordAudit } from "#app/audit/index.server.ts";
import { verifyRegister } from "#app/awards/index.server.ts";
import { NO_FILTERS } from "#app/bids/bid-filters.ts";
import { listBids } from "#app/bids/index.server.ts";
import { listClaims, verifyClaims } from "#app/claims/index.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { migrations } from "#db/migrations/index.ts";
import { openDatabase } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { emptyDatabase } from "#tests/support/database.ts";

/** From here on a claim may have no amount, and its table is another one. */
const FIRST_LATER = "2026-11-21-93-2";

test("a register that holds claims already keeps each of them through what came later, and verifies clean", async () => {
  const { url, remove } = await emptyDatabase();
  const db = openDatabase(url);
  try {
    const all = migrations(db.engine);
    const then = Object.fromEntries(Object.entries(all).filter(([name]) => name < FIRST_LATER));
    const migrator = new Migrator({ db: db.engine.writer, provider: { getMigrations: async () => then } });
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    const { awardId, rows } = await claimsAsTheyWere(db);
    await bidAsItWas(db);
    const later = await migrateToLatest(db, { copyBefore: false });
    expect(later).toEqual(Object.keys(all).filter((name) => name >= FIRST_LATER));

    const context = make.operatorContext(db);
    const claims = await listClaims(db.read, awardId);
    expect(claims).toMatchObject([
      {
        id: rows.paid,
        number: 1,
        status: "paid",
        claimedPence: 600,
        receivedPence: 600,
        signedBy: "Finance",
      },
      { id: rows.draft, number: 2, status: "draft", claimedPence: 50, receivedPence: 0, note: "June" },
    ]);
    const lines = await db.read.selectFrom("claim_line").selectAll().orderBy("id").execute();
    expect(lines.map(({ claim_id, amount_pence }) => [claim_id, amount_pence])).toEqual([
      [rows.paid, 400],
      [rows.paid, 200],
      [rows.draft, 50],
    ]);
    expect(await verifyClaims(context)).toEqual([]);
    expect(await verifyRegister(context)).toEqual([]);
    // What a bid was before it was changed is taken out of the audit log.
    expect(await db.read.selectFrom("bid_requested_before").selectAll().execute()).toMatchObject([
      { until: "2026-07-02T09:00:00.000Z", requested_pence: 500, requested_basis: "exact" },
    ]);
    expect(await db.read.selectFrom("bid_likelihood_before").select("percent").execute()).toEqual([
      { percent: null },
    ]);
    // What lists count of a bid stands beside its partnerships.
    expect(await db.read.selectFrom("bid_partnership").selectAll().execute()).toMatchObject([
      {
        part: "lead",
        bid_status: "draft",
        bid_requested_pence: 800,
        bid_requested_basis: "exact",
        bid_round_id: null,
      },
    ]);
    // What was said in its sections before is found.
    const filters = { ...NO_FILTERS, search: "unlit" };
    expect((await listBids(context, filters)).items.map(({ reference }) => reference)).toEqual(["B-1"]);
    // What guarded the older tables guards these.
    const receipt = db.write((trx) => trx.deleteFrom("claim_receipt").execute());
    await expect(receipt).rejects.toThrow();
  } finally {
    await db.close();
    await remove();
  }
});

/** A bid that was changed twice, the second time by its title alone, and that somebody said a likelihood of. */
async function bidAsItWas(db: ReturnType<typeof openDatabase>): Promise<void> {
  const partnershipId = await make.createPartnership(db);
  const was = { requested_pence: 500, requested_basis: "exact" as const };
  const later = { ...was, requested_pence: 800 };
  const of = {
    reference: "B-1",
    title: "Lamps",
    status: "draft" as const,
    created_at: "2026-07-01T09:00:00.000Z",
  };
  await db.write(async (trx) => {
    const bid = { ...of, ...later, recorded_by_partnership_id: partnershipId };
    const { id } = await trx.insertInto("bid").values(bid).returning("id").executeTakeFirstOrThrow();
    const lead = { bid_id: id, partnership_id: partnershipId, part: "lead" as const };
    await trx.insertInto("bid_partnership").values(lead).execute();
    await trx.insertInto("bid_plan").values({ bid_id: id, need: "Unlit paths" }).execute();
    const on = (day: string) => ({ ...make.operatorContext(db), now: () => `${day}T09:00:00.000Z` });
    const record = { recordType: "bid", recordId: id };
    const changed = { ...record, action: "change draft bid" };
    await recordAudit(trx, on("2026-07-02"), { ...changed, before: was, after: later });
    await recordAudit(trx, on("2026-07-03"), {
      ...changed,
      before: later,
      after: { ...later, title: "Lamps" },
    });
    const said = { before: { percent: null }, after: { percent: 40 } };
    await recordAudit(trx, on("2026-07-04"), { ...record, action: "set likelihood of bid", ...said });
  });
}

/** A claim that was paid, with its lines, its receipt and its history, and a draft, in the tables of their time. */
async function claimsAsTheyWere(db: ReturnType<typeof openDatabase>) {
  const partnershipId = await make.createPartnership(db);
  const finance = await make.createPerson(db, { [partnershipId]: "finance" }, { name: "Finance" });
  const awardId = await make.createAward(db, [partnershipId], { lead: true });
  const at = "2026-07-01T09:00:00.000Z";
  const rows = await db.write(async (trx) => {
    const own = { award_id: awardId, period_from: "2026-04-01", period_to: "2026-06-30", recorded_at: at };
    const sent = { signed_by: finance.id, signed_at: at, submitted_on: "2026-07-02" };
    const [paid, draft] = await trx
      .insertInto("claim")
      .values([
        {
          ...own,
          ...sent,
          number: 1,
          payment: "arrears",
          status: "paid",
          claimed_pence: 600,
          received_pence: 600,
        },
        {
          ...own,
          number: 2,
          payment: "arrears",
          status: "draft",
          claimed_pence: 50,
          received_pence: 0,
          note: "June",
        },
      ])
      .returning("id")
      .execute();
    if (!paid || !draft) throw new Error("Two claims are made");
    const line = { financial_year: 2026, position: 1 };
    await trx
      .insertInto("claim_line")
      .values([
        { ...line, claim_id: paid.id, amount_pence: 400 },
        { ...line, claim_id: paid.id, position: 2, stream: "capital", amount_pence: 200 },
        { ...line, claim_id: draft.id, amount_pence: 50 },
      ])
      .execute();
    const came = { claim_id: paid.id, received_on: "2026-08-01", amount_pence: 600, recorded_at: at };
    await trx.insertInto("claim_receipt").values(came).execute();
    const signed = { claim_id: paid.id, action: "sign", happened_on: "2026-07-01", recorded_at: at };
    await trx.insertInto("claim_event").values(signed).execute();
    return { paid: paid.id, draft: draft.id };
  });
  return { awardId, rows };
}

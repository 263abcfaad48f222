import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { openDatabase } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";

const database = useDatabase();

/** Runs a statement as somebody would who turns the guards off first, and leaves them off. */
async function forced(statement: string): Promise<void> {
  if (database.engine === "postgres") {
    await database.db.write(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql.raw(statement).execute(transaction);
    });
    return;
  }
  const { rows } = await sql<{
    name: string;
    sql: string;
  }>`select name, sql from sqlite_master where type = 'trigger'`.execute(database.db.read);
  await database.db.write(async (transaction) => {
    for (const trigger of rows) await sql.raw(`drop trigger ${trigger.name}`).execute(transaction);
    await sql.raw(statement).execute(transaction);
    for (const trigger of rows) await sql.raw(trigger.sql).execute(transaction);
  });
}

async function newAward(reference: string) {
  const context = make.operatorContext(database.db);
  const awardId = await make.createAward(database.db, [await make.createPartnership(database.db)], {
    reference,
  });
  const lines = [
    line({ amountPence: 6_000, financialYear: 2024 }),
    line({ amountPence: 4_000, financialYear: 2025 }),
  ];
  const { versionId } = await seal(context, awardId, { lines });
  return { context, awardId, versionId };
}

describe("verify names what somebody forced in", () => {
  test("one penny taken from a line", async () => {
    const { context, versionId } = await newAward("A-PENNY");
    const take = (pence: number) =>
      forced(
        `update allocation_line set amount_pence = amount_pence - ${pence} where version_id = ${versionId} and position = 1`,
      );
    await take(1);
    expect(await verifyRegister(context)).toContain(
      "Award A-PENNY, version 1: its lines add up to £99.99, its amount is £100.00",
    );
    await take(-1);
    expect(await verifyRegister(context)).toEqual([]);
  });

  test("a line moved to another year without a posting", async () => {
    const { context, versionId } = await newAward("A-YEAR");
    const move = (year: number) =>
      forced(
        `update allocation_line set financial_year = ${year} where version_id = ${versionId} and position = 1`,
      );
    await move(2026);
    expect(await verifyRegister(context)).toEqual([
      "Award A-YEAR, version 1: the ledger's postings differ from its lines on 1 April 2024",
    ]);
    await move(2024);
  });

  test("a posting that is gone, moved to another position, or changed", async () => {
    const { context, versionId } = await newAward("A-POSTING");
    await forced(`update posting set seq = seq - 1 where version_id = ${versionId}`);
    expect((await verifyRegister(context)).join()).toMatch(
      /A-POSTING, version 1: a posting stands at another position/,
    );
    await forced(`update posting set seq = seq + 1 where version_id = ${versionId}`);
    await forced(
      `update posting set gross_pence = gross_pence + 5 where version_id = ${versionId} and financial_year = 2024`,
    );
    const problems = (await verifyRegister(context)).join("\n");
    expect(problems).toMatch(/A-POSTING, version 1: the ledger's postings differ/);
    expect(problems).toMatch(/summary by partnership.*differs from the postings/);
    expect(problems).toMatch(/summary by fund.*differs from the postings/);
    await forced(
      `update posting set gross_pence = gross_pence - 5 where version_id = ${versionId} and financial_year = 2024`,
    );
    expect(await verifyRegister(context)).toEqual([]);
  });

  test("a summary that was changed by hand", async () => {
    const { context } = await newAward("A-SUMMARY");
    await forced("update summary_fund set gross_pence = gross_pence + 1");
    expect((await verifyRegister(context)).join()).toMatch(/summary by fund and year differs/);
    await forced("update summary_fund set gross_pence = gross_pence - 1");
  });

  test("what lists count of a bid, changed beside one of its partnerships", async () => {
    const context = make.operatorContext(database.db);
    const partnership = await make.createPartnership(database.db);
    const round = await make.createRound(database.db, await make.createFund(database.db, null));
    await database.db.write(async (transaction) => {
      const { id } = await transaction
        .insertInto("bid")
        .values({
          reference: "B-COUNTED",
          title: "Counted",
          status: "submitted",
          requested_pence: 5_000,
          requested_basis: "exact",
          recorded_by_partnership_id: partnership,
          created_at: "2026-01-01T00:00:00Z",
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      const lead = { bid_id: id, partnership_id: partnership, part: "lead" as const };
      await transaction.insertInto("bid_partnership").values(lead).execute();
      const decided = { status: "unsuccessful" as const, requested_pence: 6_000, round_id: round };
      await transaction.updateTable("bid").set(decided).where("id", "=", id).execute();
    });
    expect(await verifyRegister(context)).toEqual([]);
    for (const [wrong, right] of [
      ["bid_requested_pence = 5000", "bid_requested_pence = 6000"],
      ["bid_round_id = null", `bid_round_id = ${round}`],
    ]) {
      await forced(`update bid_partnership set ${wrong} where partnership_id = ${partnership}`);
      expect(await verifyRegister(context)).toEqual([
        "Bid B-COUNTED: what stands beside its partnerships differs from what it says",
      ]);
      await forced(`update bid_partnership set ${right} where partnership_id = ${partnership}`);
      expect(await verifyRegister(context)).toEqual([]);
    }
  });

  test("an audit entry that was changed, and one that is missing", async () => {
    const { context } = await newAward("A-AUDIT");
    await forced("update audit_entry set action = 'something else' where seq = 2");
    expect(await verifyRegister(context)).toEqual(["Audit log: entry 2 has been changed"]);
    await forced("update audit_entry set action = 'seal original version' where seq = 2");
    expect(await verifyRegister(context)).toEqual([]);
    await forced("update audit_head set seq = seq + 1");
    expect((await verifyRegister(context)).join()).toMatch(/its head says entry/);
    await forced("update audit_head set seq = seq - 1");
  });

  test.runIf(database.engine === "sqlite")("a row put in with foreign keys off", async () => {
    const { context } = await newAward("A-FOREIGN");
    const other = openDatabase(database.url);
    await sql`pragma foreign_keys = off`.execute(other.engine.writer);
    await sql`insert into bid_project (bid_id, project_id) values (99999, 99999)`.execute(
      other.engine.writer,
    );
    await other.close();
    expect((await verifyRegister(context)).join()).toMatch(
      /A row of bid_project .* points to a record that does not exist/,
    );
  });
});

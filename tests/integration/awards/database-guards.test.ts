import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";

const database = useDatabase();
const MAX = "9007199254740991";
let awardId: number;
let versionId: number;

/** Runs statements past the application, in one transaction. */
async function raw(...statements: string[]): Promise<void> {
  await database.db.write(async (transaction) => {
    for (const statement of statements) await sql.raw(statement).execute(transaction);
  });
}

const insertVersion = (number: number, amount: string, more = "") =>
  `insert into award_version (award_id, number, kind, effective_on, effective_basis, reason, amount_pence, amount_basis, created_at ${more ? `, ${more.split("=")[0]}` : ""})
   values (${awardId}, ${number}, 'variation', '2024-05-01', 'day', 'raw', ${amount}, '${amount === "null" ? "not_recorded" : "exact"}', '2024-05-01' ${more ? `, ${more.split("=")[1]}` : ""})`;

beforeAll(async () => {
  const partnership = await make.createPartnership(database.db);
  awardId = await make.createAward(database.db, [partnership], { reference: "A-GUARD" });
  const lines = [
    line({ amountPence: 6_000, financialYear: 2024 }),
    line({ amountPence: 4_000, financialYear: 2025 }),
  ];
  ({ versionId } = await seal(make.operatorContext(database.db), awardId, { lines }));
});

describe("the database refuses, whoever asks", () => {
  test.each([
    ["a change of a sealed version", () => `update award_version set reason = 'x' where id = ${versionId}`],
    [
      "unsealing a version",
      () => `update award_version set sealed_at = null, seq = null where id = ${versionId}`,
    ],
    ["a deletion of a sealed version", () => `delete from award_version where id = ${versionId}`],
    [
      "a change of a sealed line",
      () => `update allocation_line set amount_pence = 1 where version_id = ${versionId}`,
    ],
    [
      "a change of a sealed line's dimension",
      () => `update allocation_line set financial_year = 2030 where version_id = ${versionId}`,
    ],
    ["a deletion of a sealed line", () => `delete from allocation_line where version_id = ${versionId}`],
    [
      "a further line of a sealed version",
      () =>
        `insert into allocation_line (version_id, award_id, position, amount_pence) values (${versionId}, ${awardId}, 9, 0)`,
    ],
    ["a change of a posting", () => "update posting set gross_pence = 1"],
    ["a deletion of a posting", () => "delete from posting"],
    ["a change of an audit entry", () => "update audit_entry set action = 'x'"],
    ["a deletion of an audit entry", () => "delete from audit_entry"],
    [
      "another partnership in a sealed award",
      () =>
        `insert into award_partnership (award_id, partnership_id, part) select ${awardId}, max(id) + 1, 'partner' from partnership`,
    ],
    [
      "a partnership taken out of a sealed award",
      () => `delete from award_partnership where award_id = ${awardId}`,
    ],
    ["the one number that may be short being changed", () => "delete from zero"],
    ["a version that is sealed as it is written", () => insertVersion(7, "0", "sealed_at='2024-05-01'")],
    ["a version that brings its own sum of lines", () => insertVersion(7, "100", "lines_pence=100")],
    ["a version whose lines do not add up, unsealed", () => insertVersion(7, "100")],
  ])("%s", async (_what, statement) => {
    await expect(raw(statement())).rejects.toThrow();
  });

  test("a sealed version whose lines come to a penny less or more", async () => {
    const seq = "(select max(seq) from audit_entry)";
    for (const pence of [99, 101]) {
      const build = [
        insertVersion(8, "100"),
        `insert into allocation_line (version_id, award_id, position, amount_pence)
         select id, award_id, 1, ${pence} from award_version where award_id = ${awardId} and number = 8`,
      ];
      await expect(raw(...build)).rejects.toThrow();
      const sealing = `update award_version set sealed_at = 'now', seq = ${seq} where award_id = ${awardId} and number = 8`;
      await expect(raw(...build, sealing)).rejects.toThrow();
    }
  });

  test("a sum of lines written by hand to hide what is missing", async () => {
    await expect(
      raw(
        insertVersion(8, "100"),
        `update award_version set lines_pence = 100, line_count = 1 where award_id = ${awardId} and number = 8`,
        `update award_version set sealed_at = 'now', seq = (select max(seq) from audit_entry) where award_id = ${awardId} and number = 8`,
      ),
    ).rejects.toThrow();
  });

  test("an amount not recorded with no line, two lines, or a line with an amount", async () => {
    const lineOf = (pence: string) =>
      `insert into allocation_line (version_id, award_id, position, amount_pence)
       select id, award_id, 1, ${pence} from award_version where award_id = ${awardId} and number = 8`;
    const sealing = `update award_version set sealed_at = 'now', seq = (select max(seq) + 0 from audit_entry) where award_id = ${awardId} and number = 8`;
    await expect(raw(insertVersion(8, "null"), sealing)).rejects.toThrow();
    await expect(raw(insertVersion(8, "null"), lineOf("null"), lineOf("null"), sealing)).rejects.toThrow();
    await expect(raw(insertVersion(8, "null"), lineOf("5"), sealing)).rejects.toThrow();
  });

  test("money outside 0 to 9,007,199,254,740,991 pence", async () => {
    for (const pence of ["-1", "9007199254740992"]) {
      await expect(raw(insertVersion(9, pence))).rejects.toThrow();
      await expect(
        raw(
          `update bid set requested_pence = ${pence}`,
          `update round set pot_pence = ${pence}`,
          insertVersion(9, pence),
        ),
      ).rejects.toThrow();
    }
  });

  test("and takes the largest amount there is", async () => {
    const large = await make.createAward(database.db, [await make.createPartnership(database.db)]);
    await seal(make.operatorContext(database.db), large, { amountPence: Number(MAX) });
    const row = await database.db.read
      .selectFrom("award_version")
      .select("amount_pence")
      .where("award_id", "=", large)
      .executeTakeFirstOrThrow();
    expect(row.amount_pence).toBe(Number.MAX_SAFE_INTEGER);
  });

  test.runIf(database.engine === "sqlite")("rows slipped in by INSERT OR REPLACE", async () => {
    await expect(
      raw(`insert or replace into award_version select * from award_version where id = ${versionId}`),
    ).rejects.toThrow();
    const columns =
      "award_id, number, kind, effective_on, effective_basis, reason, amount_pence, amount_basis, created_at";
    await expect(
      raw(
        `insert or replace into award_version (id, ${columns}) select id, ${columns} from award_version where id = ${versionId}`,
      ),
    ).rejects.toThrow(/already/);
    await expect(
      raw(
        `insert or replace into award_version (${columns}) select ${columns} from award_version where id = ${versionId}`,
      ),
    ).rejects.toThrow(/already/);
    await expect(raw("insert or replace into posting select * from posting limit 1")).rejects.toThrow(
      /already/,
    );
    await expect(raw("insert or replace into audit_entry select * from audit_entry limit 1")).rejects.toThrow(
      /already/,
    );
    await expect(
      raw("insert or replace into allocation_line select * from allocation_line limit 1"),
    ).rejects.toThrow();
  });

  test.runIf(database.engine === "postgres")("TRUNCATE", async () => {
    for (const table of ["award_version", "allocation_line", "posting", "audit_entry", "award_partnership"]) {
      await expect(raw(`truncate ${table} cascade`)).rejects.toThrow();
    }
  });

  test("and after all of that the register is whole", async () => {
    expect(await verifyRegister(make.operatorContext(database.db))).toEqual([]);
  });
});

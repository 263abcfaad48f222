import { expect, test } from "vitest";
import { recordAudit } from "#app/audit/index.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { begin, exported } from "./made-file.ts";

const database = useDatabase();

test("finance exports what concerns its own partnerships in full, administrators every entry, and of what they look after what stood there with money masked", async () => {
  const operator = make.operatorContext(database.db);
  const [own, other] = [await make.createPartnership(database.db), await make.createPartnership(database.db)];
  const [ownAward, otherAward] = [
    await make.createAward(database.db, [own]),
    await make.createAward(database.db, [other]),
  ];
  await database.db.write(async (trx) => {
    const entry = (recordType: string, recordId: number) =>
      recordAudit(trx, operator, {
        action: "change",
        recordType,
        recordId,
        after: { potPence: 36_073, note: "£9" },
      });
    await entry("award", ownAward);
    await entry("award", otherAward);
    await entry("round", 1);
  });
  const finance = await make.createPerson(database.db, { [own]: "finance", [other]: "reader" });
  const administrator = await make.createPerson(database.db, {}, { isAdministrator: true });
  const reader = await make.createPerson(database.db, { [own]: "reader" });
  const found = async ({ context }: typeof finance) =>
    (await rowsOf("csv", await exported(context, "audit"))).slice(1).map((row) => row.slice(5));
  const full = '{"potPence":36073,"note":"£9"}';
  expect(await found(finance)).toEqual([["award", String(ownAward), "", full]]);
  const all = await found(administrator);
  expect(all).toContainEqual(["round", "1", "", '{"potPence":"masked","note":"£ masked"}']);
  for (const award of [ownAward, otherAward]) expect(all).toContainEqual(["award", String(award), "", ""]);
  expect(all.some(([type, name]) => type === "export" && name === "audit")).toBe(true);
  await expect(begin(reader.context, "audit")).rejects.toThrow(ForbiddenError);
});

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

test("the log of a past day goes up to the end of that day, and says so", async () => {
  const operator = make.operatorContext(database.db);
  const on = (day: string) => ({ ...operator, now: () => `${day}T12:00:00.000Z` });
  for (const day of ["2031-05-01", "2031-05-02", "2031-05-03"]) {
    await database.db.write((trx) =>
      recordAudit(trx, on(day), { action: `note ${day}`, recordType: "setting", recordId: 1 }),
    );
  }
  const administrator = await make.createPerson(database.db, {}, { isAdministrator: true });
  const context = { ...administrator.context, today: "2031-06-01", now: () => "2031-06-01T12:00:00.000Z" };
  const found = async (asked: { asAt?: string; knownAt?: string }) =>
    (await rowsOf("csv", await exported(context, "audit", asked)))
      .slice(1)
      .flatMap((row) => (row[4]?.startsWith("note ") ? [row[4]] : []));
  expect(await found({})).toEqual(["note 2031-05-03", "note 2031-05-02", "note 2031-05-01"]);
  expect(await found({ asAt: "2031-05-02" })).toEqual(["note 2031-05-02", "note 2031-05-01"]);
  expect(await found({ knownAt: "2031-05-01" })).toEqual(["note 2031-05-01"]);
  expect(await found({ asAt: "2031-05-02", knownAt: "2031-05-01" })).toEqual(["note 2031-05-01"]);
  const asked = { format: "json", asAt: "2031-05-02" } as const;
  const { _readme } = JSON.parse(String(await exported(context, "audit", asked)));
  expect(_readme).toMatchObject({ asAt: "2031-05-02", knownAt: "2031-06-01" });
  const now = JSON.parse(String(await exported(context, "audit", { format: "json" })));
  expect(now._readme).toMatchObject({ asRecordedOn: "2031-06-01" });
});

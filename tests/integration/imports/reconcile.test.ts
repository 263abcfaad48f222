import { beforeAll, describe, expect, it } from "vitest";
import { acceptDifference } from "#app/imports/reconcile/accept-difference.server.ts";
import { decodeList, parseList } from "#app/imports/reconcile/funder-list.rules.ts";
import { holdListAgain } from "#app/imports/reconcile/hold-again.server.ts";
import { listLikely } from "#app/imports/reconcile/likely.queries.server.ts";
import { guessColumns } from "#app/imports/reconcile/list-columns.rules.ts";
import { readSentList } from "#app/imports/reconcile/list-file.server.ts";
import { matchTakenList } from "#app/imports/reconcile/match-list.server.ts";
import {
  ITEM_KIND_NAMES,
  type ItemKind,
  knownDifference,
  totalOf,
} from "#app/imports/reconcile/reconciliation.ts";
import {
  columnsChosenLast,
  countItems,
  getReconciliation,
  listItems,
} from "#app/imports/reconcile/reconciliations.queries.server.ts";
import { takeList } from "#app/imports/reconcile/take-list.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import {
  createAward,
  createFund,
  createFunder,
  createPartnership,
  createPerson,
  operatorContext,
} from "#tests/factories/register.ts";
import { seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported, sumOf } from "../exports/made-file.ts";
import { fundersCsv, type PublishedAward, recordPublishedAwards } from "./funders-list.ts";

const register = useDatabase();

let partnershipId: number;
let funderId: number;
let finance: Context;
let officer: Context;
let published: PublishedAward[];

beforeAll(async () => {
  partnershipId = await createPartnership(register.db);
  funderId = await createFunder(register.db, "Home Office");
  const fundId = await createFund(register.db, funderId, "Safer Streets Fund");
  finance = (await createPerson(register.db, { [partnershipId]: "finance" })).context;
  officer = (await createPerson(register.db, { [partnershipId]: "officer" })).context;
  published = await recordPublishedAwards(register.db, partnershipId, { funderId, fundId });
});

const asked = () => ({
  partnershipId,
  funderId,
  fundId: null,
  title: "Awards",
  asAt: null,
  knownAt: null,
  recipientWords: null,
});

async function take(list: string, sent: Uint8Array | null = null): Promise<number> {
  const taken = await takeList(finance, { ...asked(), list }, sent);
  if (!taken.ok) throw new Error(JSON.stringify(taken.errors));
  return taken.value.id;
}

async function reconcile(list: string): Promise<number> {
  const id = await take(list);
  const parsed = parseList(list);
  if (!parsed.ok) throw new Error(parsed.errors.list);
  const matched = await matchTakenList(finance, id, guessColumns(parsed.value.headings, null));
  expect(matched.ok).toBe(true);
  return id;
}

async function itemsOf(id: number, kind: ItemKind) {
  return (await listItems(finance, id, kind, null)).items;
}

describe("the published awards of the Safer Streets Fund", () => {
  it("agree with the register when the funder’s list says the same", async () => {
    const id = await reconcile(fundersCsv(published));
    const kinds = await countItems(finance, id);
    expect(Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]))).toEqual({
      agreed: published.length,
      differs: 0,
      ours_only: 0,
      theirs_only: 0,
    });
    expect((await getReconciliation(finance, id)).leftOut?.totals).toHaveLength(1);
  });

  it("with ten differences planted in the list show all ten and no other", async () => {
    const at = (area: string) => {
      const index = published.findIndex((award) => award.area.startsWith(area));
      return { index, award: published[index] as PublishedAward };
    };
    const changed: (PublishedAward & { amount?: string })[] = published.map((award) => ({ ...award }));
    const replace = (area: string, more: Partial<PublishedAward & { amount: string }>) => {
      const { index, award } = at(area);
      changed[index] = { ...award, ...more };
      return award.awardId;
    };
    const differing = [
      // A penny too much; two digits exchanged; thousands left out; rounded; not a number; without a reference.
      replace("Bouverie estate", { pence: 55_000_001 }),
      replace("All Saints, Kettering", { pence: 28_000_000 + 8_200_000 }),
      replace("Castle Donington", { pence: 43_200 }),
      replace("Eastbourne, Crawley", { pence: 99_345_700 }),
      replace("Ty Isha", { amount: "to be confirmed" }),
      replace("Pillgwenlly", { pence: 69_956_300 }),
    ];
    const twice = at("Norwich Road, Ipswich");
    const again = { ...twice.award, reference: twice.award.reference || "NR/1", area: "Norwich Road again" };
    const [left, leftToo] = [at("Greenstead"), at("Wrexham")];
    const list = changed.filter((_, index) => index !== left.index && index !== leftToo.index);
    const stranger = {
      ...at("Merseyside").award,
      reference: "SSF9/999",
      lead: "Nowhere PCC",
      area: "Nowhere",
    };
    const id = await reconcile(fundersCsv([...list, again, stranger]));

    const ids = async (kind: ItemKind) => (await itemsOf(id, kind)).map(({ awardId }) => awardId);
    const kinds = await countItems(finance, id);
    const planted = kinds.filter(({ kind }) => kind !== "agreed").reduce((sum, { count }) => sum + count, 0);
    expect(planted).toBe(10);
    expect((await ids("differs")).sort()).toEqual(
      twice.award.reference ? [...differing, twice.award.awardId].sort() : differing.sort(),
    );
    expect((await ids("ours_only")).sort()).toEqual([left.award.awardId, leftToo.award.awardId].sort());
    expect((await itemsOf(id, "theirs_only")).map(({ theirRecipient }) => theirRecipient)).toContain(
      "NOWHERE PCC",
    );

    const total = totalOf(kinds);
    const params = { reconciliation: String(id) };
    const file = await rowsOf("csv", await exported(finance, "reconciliation", { params }));
    expect(file.length - 1).toBe(total.count);
    expect([sumOf(file, "Ours"), sumOf(file, "Theirs")]).toEqual([total.oursPence, total.theirsPence]);
    expect(file.slice(1).map((row) => row[2])).toEqual(
      ["differs", "ours_only", "theirs_only", "agreed"].flatMap((of) =>
        Array(kinds.find((each) => each.kind === of)?.count).fill(ITEM_KIND_NAMES[of as ItemKind]),
      ),
    );
    const outsider = (await createPerson(register.db, { [await createPartnership(register.db)]: "finance" }))
      .context;
    await expect(exported(outsider, "reconciliation", { params })).rejects.toThrow(NotFoundError);
    const kind = (name: ItemKind) => kinds.find((each) => each.kind === name)!;
    expect(total.oursPence).toBe(published.reduce((sum, { pence }) => sum + pence, 0));
    // The amount that cannot be read makes no difference of all that we have.
    expect(kind("differs").oursAlonePence).toBe(at("Ty Isha").award.pence);
    expect(kind("differs").theirsAlonePence).toBe(0);
    expect(
      total.oursPence -
        kind("ours_only").oursPence +
        knownDifference(kind("differs")) -
        kind("differs").oursAlonePence +
        kind("theirs_only").theirsPence,
    ).toBe(total.theirsPence);
  });

  it.each(["xlsx", "ods"] as const)(
    "are found in a workbook (%s) as in the same list as CSV: our own export reads back as it was",
    async (format) => {
      const params = { partnership: String(partnershipId) };
      const [workbook, csv] = [
        await exported(finance, "lines", { format, params }),
        await exported(finance, "lines", { format: "csv", params }),
      ];
      const form = new FormData();
      form.set("file", new Blob([new Uint8Array(workbook)]), `lines.${format}`);
      const read = await readSentList(form);
      const list = parseList(
        read.ok ? String(read.value.entries.find(([name]) => name === "list")?.[1]) : "",
      );
      const same = parseList(csv.toString("utf8"));
      if (!list.ok || !same.ok) throw new Error("It is not read");
      const cells = (rows: typeof list.value.rows) =>
        rows.map((row) => row.cells.map((cell) => (/^\d+\.\d\d$/.test(cell) ? String(Number(cell)) : cell)));
      expect(list.value.headings).toEqual(same.value.headings);
      expect(cells(list.value.rows)).toEqual(cells(same.value.rows));
    },
  );

  it("are found in a file of Windows-1252 as in the same of UTF-8", async () => {
    const csv = fundersCsv(published);
    const decoded = decodeList(new Uint8Array(Buffer.from(csv, "latin1")));
    expect(decoded.ok && decoded.value).toBe(csv);
  });
});

describe("a funder’s list that was taken", () => {
  const short = "Grant reference,Amount\nX-1,£100";

  it("remembers the columns chosen for the next one of the same funder, and is held against ours once", async () => {
    const id = await take(short);
    const columns = { reference: "Grant reference", amount: "Amount", recipient: null, date: null };
    const wrong = { ...columns, reference: "Amount", amount: "Grant reference" };
    expect(await matchTakenList(finance, id, wrong)).toMatchObject({
      ok: false,
      errors: { amount: expect.stringContaining("X-1") },
    });
    expect((await matchTakenList(finance, id, columns)).ok).toBe(true);
    expect(await matchTakenList(finance, id, columns)).toMatchObject({ ok: false });
    const next = await getReconciliation(finance, await take(short));
    expect(await columnsChosenLast(finance, next)).toEqual(columns);
  });

  it("is known by the hash of what was sent, and by who sent it", async () => {
    const { fingerprint, takenBy, listRows } = await getReconciliation(
      finance,
      await take(short, Buffer.from("x")),
    );
    expect(fingerprint).toBe("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
    expect({ takenBy, listRows }).toEqual({ takenBy: expect.any(String), listRows: 1 });
  });

  it("is finance’s to take and to accept; others of the partnership read it, and nobody else", async () => {
    await expect(takeList(officer, { ...asked(), list: short }, null)).rejects.toThrow(ForbiddenError);
    const id = await reconcile(short);
    const [item] = await itemsOf(id, "theirs_only");
    const accept = (who: Context) => acceptDifference(who, id, item!.id, "Of another area");
    await expect(accept(officer)).rejects.toThrow(ForbiddenError);
    expect((await accept(finance)).ok).toBe(true);
    expect(await accept(finance)).toMatchObject({ ok: false });
    expect((await listItems(officer, id, "theirs_only", null)).items[0]).toMatchObject({
      reason: "Of another area",
    });
    const other = (await createPerson(register.db, { [await createPartnership(register.db)]: "finance" }))
      .context;
    await expect(getReconciliation(other, id)).rejects.toThrow(NotFoundError);
    await expect(accept(other)).rejects.toThrow(NotFoundError);
  });

  it("is refused for a fund of another funder and for a day to come", async () => {
    const fundId = await createFund(register.db, await createFunder(register.db));
    const refused = await takeList(finance, { ...asked(), fundId, list: short }, null);
    expect(refused).toEqual({ ok: false, errors: { fundId: "Choose a fund of this funder, or none" } });
    const early = await takeList(finance, { ...asked(), asAt: "2027-01-01", list: short }, null);
    expect(early).toEqual({ ok: false, errors: { asAt: "The day must be today or in the past" } });
  });

  it("offers what is likely the same, ties nothing by itself, and accepts both sides together", async () => {
    const award = published.find(({ reference }) => reference !== "");
    const id = await reconcile(`Reference,Amount\n${award?.reference}X,1`);
    const run = await getReconciliation(finance, id);
    const [pair] = await listLikely(finance, run, "theirs_only");
    expect(pair?.ours.awardId).toBe(award?.awardId);
    expect((await itemsOf(id, "theirs_only"))[0]?.reason).toBeNull();
    const [ours, theirs] = [pair?.oursId ?? 0, pair?.theirsId ?? 0];
    expect(await acceptDifference(finance, id, theirs, "A slip", theirs)).toMatchObject({ ok: false });
    expect(await acceptDifference(finance, id, theirs, "A slip", ours)).toMatchObject({ ok: true });
    expect((await itemsOf(id, "theirs_only"))[0]?.reason).toBe(
      `The same as our award ${pair?.ours.reference}. A slip`,
    );
    expect((await itemsOf(id, "ours_only")).find((item) => item.id === ours)?.reason).toMatch(
      /^The same as their row 2\. A slip/,
    );
    expect((await listLikely(finance, run, "theirs_only")).map(({ theirsId }) => theirsId)).not.toContain(
      theirs,
    );
    expect(await acceptDifference(finance, id, ours, "Again")).toMatchObject({ ok: false });
  });

  it("is held against the awards again after a correction, as it was sent, and the first result stays", async () => {
    const own = await createPartnership(register.db);
    const person = (await createPerson(register.db, { [own]: "finance" })).context;
    const awardId = await createAward(register.db, [own], { lead: true });
    await seal(operatorContext(register.db), awardId, { funderId, amountPence: 10_000 });
    const { reference } = await register.db.read
      .selectFrom("award")
      .select("reference")
      .where("id", "=", awardId)
      .executeTakeFirstOrThrow();
    const list = `Reference,Amount\n${reference},120.50`;
    const taken = await takeList(person, { ...asked(), partnershipId: own, list }, null);
    const id = taken.ok ? taken.value.id : 0;
    const columns = { reference: "Reference", amount: "Amount", recipient: null, date: null };
    await matchTakenList(person, id, columns);
    expect((await listItems(person, id, "differs", null)).items).toHaveLength(1);
    await seal(operatorContext(register.db), awardId, { kind: "correction", funderId, amountPence: 12_050 });
    const held = await holdListAgain(person, id);
    const again = held.ok ? held.value.id : 0;
    expect((await listItems(person, again, "agreed", null)).items).toHaveLength(1);
    expect((await listItems(person, id, "differs", null)).items).toHaveLength(1);
    const [first, second] = [await getReconciliation(person, id), await getReconciliation(person, again)];
    expect(second.fingerprint).toBe(first.fingerprint);
    await expect(holdListAgain(officer, id)).rejects.toThrow(NotFoundError);
  });
});

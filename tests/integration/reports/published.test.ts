import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { getChanges } from "#app/reports/changes/changes.queries.server.ts";
import { GROUPINGS } from "#app/reports/funding-secured.ts";
import { fundingSecuredCsv } from "#app/reports/funding-secured-file.server.ts";
import { publishReport } from "#app/reports/published/publish-report.server.ts";
import {
  getPublicReport,
  getPublished,
  listPublished,
} from "#app/reports/published/published.queries.server.ts";
import { type PublishInput, publishSchema } from "#app/reports/published/published.schema.ts";
import { fingerprintOf } from "#app/reports/published/published-files.server.ts";
import { publicSince } from "#app/reports/published/since/public-since.queries.server.ts";
import { verifyPublished } from "#app/reports/published/verify-published.server.ts";
import { withdrawPublished } from "#app/reports/published/withdraw-published.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { LONG, record } from "#tests/trust/results.ts";
import { type Ledger, makeLedger, report } from "./hand-made-ledger.ts";
import { filesOf, inputFor, publish as publishNamed, reportNamed } from "./publishing.ts";

const database = useDatabase();
let ledger: Ledger;
let finance: Context;
let reader: Context;
let operator: Context;

beforeAll(async () => {
  ledger = await makeLedger(database.db);
  operator = make.operatorContext(database.db);
  finance = (await make.createPerson(database.db, { [ledger.aldham]: "finance" })).context;
  reader = (await make.createPerson(database.db, { [ledger.aldham]: "reader" })).context;
});

async function headPosition(): Promise<number> {
  const head = await database.db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow();
  return head.seq;
}

const ofAldham = (by = "partnership") => ({ by, partnership: String(ledger.aldham) });

function publish(context: Context, more: Partial<PublishInput> = {}, by = "partnership") {
  return publishNamed(context, "funding-secured", ofAldham(by), more);
}

/** Every kind of report of which something may change. */
const KINDS: [name: string, asked: Record<string, string>][] = [
  ["funding-secured", { by: "partnership" }],
  ["funding-secured", { by: "project", and: "year" }],
  ["yearly", { year: "2023" }],
  ["success", { by: "funder" }],
  ["outcomes-against-money", {}],
  ["award-status", {}],
  ["onward-grants", {}],
  ["commissioner-grants", {}],
];

const QUICK = database.engine === "postgres" ? 100 : 1_000;
const CHANGES = LONG ? 5_000 : QUICK;

describe("a published report", () => {
  test(`is byte for byte the same after ${CHANGES} further changes, and they add up to the difference`, async () => {
    const all = [];
    for (const [name, more] of KINDS) {
      const asked = { ...more, partnership: String(ledger.aldham) };
      const { id, position, asked: address } = await publishNamed(finance, name, asked);
      all.push({ id, name, position, address, files: await filesOf(finance, id) });
    }
    const published = await getPublished(finance, all[0]?.id ?? 0);
    const before = await filesOf(finance, published.id);
    const pinned = {
      asAt: published.asAt,
      knownAt: published.knownAt,
      position: published.position,
    };
    let next = 11;
    for (let turn = 0; turn < CHANGES; turn += 1) {
      // Not random: the same on every run, and of every kind that a version can be.
      next = (next * 48_271) % 2_147_483_647;
      await seal(operator, next % 2 === 0 ? ledger.awards.split : ledger.awards.future, {
        kind: "variation",
        amountPence: next % 900_000,
        effectiveOn: `20${20 + (next % 9)}-0${1 + (next % 9)}-15`,
        lines: [
          line({
            amountPence: next % 900_000,
            partnershipId: ledger.aldham,
            financialYear: 2020 + (next % 5),
          }),
        ],
      });
    }
    for (const { id, name, position, address, files } of all) {
      expect(await filesOf(finance, id), name).toEqual(files);
      const { fingerprint, totalPence } = await getPublished(finance, id);
      expect(fingerprintOf(files), name).toBe(fingerprint);
      const again = await reportNamed(name).make(finance, new URLSearchParams(address ?? ""), position);
      expect([again?.csv, again?.totalPence], name).toEqual([files.file_csv, totalPence]);
    }
    expect(await verifyPublished(operator)).toEqual([]);

    const again = await report(finance, { ...pinned, partnershipIds: [ledger.aldham] });
    expect(again.figures.totalPence).toBe(published.totalPence);
    expect(fundingSecuredCsv(again)).toBe(before.file_csv);

    const now = { asAt: null, knownAt: null };
    let after: string | null = null;
    let sum = 0;
    let found = 0;
    let since = await getChanges(finance, { partnershipIds: [ledger.aldham], from: pinned, to: now }, after);
    const { unexplainedPence, changedPence, count, to } = since;
    for (;;) {
      sum += since.changes.reduce((total, change) => total + change.pence, 0);
      found += since.changes.length;
      after = since.next;
      if (after === null) break;
      since = await getChanges(finance, { partnershipIds: [ledger.aldham], from: pinned, to: now }, after);
    }
    expect([unexplainedPence, found, sum]).toEqual([0, count, changedPence]);
    expect(to.totalPence - published.totalPence).toBe(sum);
    expect(count).toBeGreaterThan(CHANGES / 2);
    const engine = database.engine === "postgres" ? ", on PostgreSQL" : "";
    record(`Published reports${engine}`, {
      kinds: KINDS.length,
      "changes since": CHANGES,
      "postings between": count,
      differences: 0,
    });
  }, 3_600_000);

  test("holds what was shown, though more came in before it was published", async () => {
    const position = await headPosition();
    const shown = await report(finance, { partnershipIds: [ledger.aldham] });
    await seal(operator, ledger.awards.split, { kind: "correction", amountPence: 123_456 });
    const published = await publish(finance, { position });
    expect([published.position, published.totalPence]).toEqual([position, shown.figures.totalPence]);
  });

  test("can be of each grouping, and is the report's own table", async () => {
    for (const by of GROUPINGS) {
      const published = await publish(finance, {}, by);
      const live = await report(finance, { by, partnershipIds: [ledger.aldham] });
      const { file_csv } = await filesOf(finance, published.id);
      expect(file_csv, by).toBe(fundingSecuredCsv(live));
    }
  });

  test("has no link to what may change, and no words of a person as markup", async () => {
    const published = await publish(finance, {
      title: "<b>Bold</b>",
      introduction: "<script>alert(1)</script>",
    });
    const { body, file_html } = await filesOf(finance, published.id);
    expect(body).not.toMatch(/<a |<script|<form/);
    expect(file_html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(/<style>([^<]*)/.exec(file_html)?.[1]).not.toContain("&");
    expect(file_html).not.toMatch(/<a |<script|<form|<b>Bold/);
  });

  test("cannot be changed or deleted, even past the application", async () => {
    const { id } = await publish(finance);
    await expect(
      database.db.write((trx) =>
        trx.updateTable("published_report").set({ title: "Another" }).where("id", "=", id).execute(),
      ),
    ).rejects.toThrow("rows are never changed");
    await expect(
      database.db.write((trx) => trx.deleteFrom("published_report").where("id", "=", id).execute()),
    ).rejects.toThrow("rows are never deleted");
  });

  test("is not of a later position than there is", async () => {
    const input = await inputFor(finance, "funding-secured", ofAldham());
    const later = { ...input, position: (await headPosition()) + 1 };
    expect(await publishReport(finance, reportNamed("funding-secured"), later, "Us")).toMatchObject({
      ok: false,
    });
  });
});

test("a published report whose file or figure is not what it was is named", async () => {
  expect(await verifyPublished(operator)).toEqual([]);
  const made = await publish(finance);
  const { id: _, ...row } = await database.db.read
    .selectFrom("published_report")
    .selectAll()
    .where("id", "=", made.id)
    .executeTakeFirstOrThrow();
  const bids = await publishNamed(finance, "success", ofAldham("funder"));
  const { id: __, ...success } = await database.db.read
    .selectFrom("published_report")
    .selectAll()
    .where("id", "=", bids.id)
    .executeTakeFirstOrThrow();
  const spoiled = [
    { ...success, title: "Spoiled pin", pinned_json: success.pinned_json?.replace("funder", "year") ?? null },
    { ...row, title: "Spoiled file", file_csv: `${row.file_csv} ` },
    { ...row, title: "Spoiled figure", total_pence: row.total_pence + 1 },
  ];
  await database.db.write((trx) => trx.insertInto("published_report").values(spoiled).execute());
  expect(await verifyPublished(operator)).toEqual([
    expect.stringMatching(/“Spoiled pin”: its table is not what its figures were made of/),
    expect.stringMatching(/“Spoiled file”: its files have been changed/),
    expect.stringMatching(/“Spoiled figure”: it says \d+ pence, the ledger says \d+ pence/),
  ]);
});

describe("who may", () => {
  test("publish: managers and finance of the partnership, and nobody else", async () => {
    for (const [name, more] of KINDS) {
      const report = reportNamed(name);
      const input = await inputFor(finance, name, { ...more, partnership: String(ledger.aldham) });
      await expect(publishReport(reader, report, input, "Us"), name).rejects.toThrow(ForbiddenError);
      for (const partnership of [ledger.chilton, 999_999]) {
        const asked = String(new URLSearchParams({ ...more, partnership: String(partnership) }));
        await expect(publishReport(finance, report, { ...input, asked }, "Us"), name).rejects.toThrow(
          NotFoundError,
        );
      }
      const nobodys = { ...input, asked: String(new URLSearchParams(more)) };
      expect(await publishReport(finance, report, nobodys, "Us"), name).toMatchObject({ ok: false });
    }
  });

  test("read: its people, and anybody only where it was published for anybody", async () => {
    const forMembers = await publish(finance);
    const forAnybody = await publish(finance, { readers: "anybody" });
    const { context: other } = await make.createPerson(database.db, { [ledger.chilton]: "manager" });
    await expect(getPublished(other, forMembers.id)).rejects.toThrow(NotFoundError);
    expect((await listPublished(other, null)).items).toEqual([]);
    expect((await getPublished(reader, forMembers.id)).title).toBe("Funding secured by partnership");
    expect(forMembers.publicName).toBeNull();
    const seen = await getPublicReport(other, forAnybody.publicName ?? "");
    expect(seen.bodyHtml).toBe(forAnybody.bodyHtml);
    await expect(getPublicReport(other, "")).rejects.toThrow(NotFoundError);
  });
});

test("beside a public report anybody reads how often and by how much it changed since, and nothing else", async () => {
  const published = await publish(finance, { readers: "anybody" });
  const visitor = {
    ...reader,
    actor: { kind: "anonymous" },
    scope: { all: false, partnershipIds: [] },
  } as const;
  const seen = await getPublicReport(visitor, published.publicName ?? "");
  expect(await publicSince(visitor, seen)).toMatchObject({ count: 0, pence: 0, records: null });
  await seal(operator, await make.createAward(database.db, [ledger.aldham]), {
    amountPence: 777_700,
    lines: [line({ amountPence: 777_700, partnershipId: ledger.aldham, financialYear: 2024 })],
  });
  const since = await publicSince(visitor, seen);
  const { figures } = await report(finance, { partnershipIds: [ledger.aldham] });
  expect(since.pence).toBe(figures.totalPence - published.totalPence);
  expect(since.pence).not.toBe(0);
  expect(Object.keys(since).sort()).toEqual(["count", "firstOn", "lastOn", "pence", "records"]);
  expect([since.count > 0, since.firstOn !== null]).toEqual([true, true]);
});

test("a withdrawn report stays, with the reason in front of it, and is withdrawn once", async () => {
  const { id, bodyHtml } = await publish(finance);
  await expect(withdrawPublished(reader, id, "A slip")).rejects.toThrow(ForbiddenError);
  expect(await withdrawPublished(finance, id, "The wrong year")).toMatchObject({ ok: true });
  const published = await getPublished(reader, id);
  expect([published.bodyHtml, published.withdrawal?.reason]).toEqual([bodyHtml, "The wrong year"]);
  expect(await withdrawPublished(finance, id, "Again")).toMatchObject({ ok: false });
});

test("what the form asks for is read as it is typed", () => {
  const read = publishSchema.safeParse({
    asked: "partnership=3&by=year",
    title: " Funding ",
    committee: "",
    meetingOn: { day: "1", month: "12", year: "2026" },
    introduction: "",
    readers: "members",
    position: "17",
    shown: "ab12",
  });
  expect(read.data).toMatchObject({ title: "Funding", meetingOn: "2026-12-01", position: 17 });
});

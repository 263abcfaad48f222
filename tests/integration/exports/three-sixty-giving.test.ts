import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { NOT_YET_APPORTIONED } from "#app/awards/version.rules.ts";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { formatPounds } from "#app/core/money.ts";
import { previewGrants } from "#app/exports/grants-preview.server.ts";
import { getDataset, makeExport, publisherOf } from "#app/exports/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { readEnvironment } from "#app/platform/env.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { unzip } from "#tests/support/unzip.ts";
import { tracker } from "../cli/tracker.ts";
import { exported, sumOf } from "./made-file.ts";

const register = useDatabase();
let operator: Context;

/** The standard names the draft by http, the library by https. */
const schemaOf = (name: string) => ({
  ...JSON.parse(readFileSync(`tests/support/360giving-schema/${name}.json`, "utf8")),
  $schema: "https://json-schema.org/draft/2020-12/schema",
});

beforeAll(async () => {
  operator = make.operatorContext(register.db);
  await fillDemo(operator);
});

// biome-ignore lint/suspicious/noExplicitAny: the shape is what the schema checks.
async function grants(context = operator): Promise<any[]> {
  return JSON.parse((await exported(context, "360giving", { format: "json" })).toString()).grants;
}

describe("the file for 360Giving", () => {
  test("is valid by the schema of the standard", async () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const grant = schemaOf("360-giving-schema");
    ajv.addSchema(grant);
    // The package names the grant's schema by an earlier address.
    ajv.addSchema({ ...grant, $id: grant.$id.replace("1.4.3", "1.4.2") });
    const validate = ajv.compile(schemaOf("360-giving-package-schema"));
    const whole = JSON.parse((await exported(operator, "360giving", { format: "json" })).toString());
    validate(whole);
    expect(validate.errors).toBeNull();
    expect(whole.version).toBe("1.4");
    expect(whole.grants.length).toBeGreaterThan(3);
  });

  test("passes what the schema does not ask: amounts, dates, identifiers, titles, kinds of places", async () => {
    const kinds = readFileSync("tests/support/360giving-schema/geoCodeType.csv", "utf8")
      .split("\n")
      .map((line) => line.split(",")[0]);
    const all = await grants();
    for (const grant of all) {
      expect(grant.id).toMatch(/^360G-Ashdown-[^/\s]+$/);
      expect(grant.title.length).toBeLessThan(140);
      expect(grant.title).not.toBe(grant.description);
      expect(/paid out of another grant/.test(grant.description)).toBe(grant.relatedActivity !== undefined);
      expect(grant.amountAwarded).toBeGreaterThan(0);
      expect(grant.awardDate).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(grant.awardDate <= operator.today).toBe(true);
      expect(grant.dateModified).toMatch(/Z$/);
      expect(grant.recipientOrganization).toHaveLength(1);
      for (const place of grant.beneficiaryLocation ?? []) expect(kinds).toContain(place.geoCodeType);
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test("puts out what is recorded: what was paid, priority area and theme, onward granting", async () => {
    const all = await grants();
    const regrants = readFileSync("tests/support/360giving-schema/regrantType.csv", "utf8");
    const having = (name: string) => all.filter((grant) => grant[name] !== undefined);
    for (const name of ["amountDisbursed", "classifications", "regrantType"]) {
      expect(having(name).length, name).toBeGreaterThan(0);
    }
    for (const { regrantType } of having("regrantType")) expect(regrants).toContain(`\n${regrantType},`);
    for (const { classifications } of having("classifications")) {
      for (const { vocabulary, code } of classifications) expect(vocabulary && code).toBeTruthy();
    }
    const paid = await register.db.read.selectFrom("claim").select("received_pence").execute();
    const disbursed = having("amountDisbursed").reduce(
      (sum, { amountDisbursed }) => sum + amountDisbursed,
      0,
    );
    expect(Math.round(disbursed * 100)).toBe(paid.reduce((sum, claim) => sum + claim.received_pence, 0));
  });

  test("holds the same grants and money as CSV, as a workbook and as JSON", async () => {
    const pence = (await grants()).reduce(
      (sum, { amountAwarded }) => sum + Math.round(amountAwarded * 100),
      0,
    );
    const csv = await rowsOf("csv", await exported(operator, "360giving", { format: "csv" }));
    const xlsx = await rowsOf("xlsx-plain", await exported(operator, "360giving", { format: "xlsx" }));
    expect([sumOf(csv, "Amount Awarded"), sumOf(xlsx, "Amount Awarded")]).toEqual([pence, pence]);
    expect(xlsx[0]).toEqual(csv[0]);
    expect(csv[0]?.[0]).toBe("Identifier");
  });
});

test("an award out of which another partnership’s award is paid says that it is passed on; one’s own items do not", async () => {
  const [holder, other] = [
    await make.createPartnership(register.db),
    await make.createPartnership(register.db),
  ];
  const funderId = await make.createFunder(register.db, "Regranting funder");
  const { context } = await make.createPerson(register.db, { [holder]: "finance", [other]: "finance" });
  const outer = async (reference: string) => {
    const id = await make.createAward(register.db, [holder], { reference });
    const lines = [line({ partnershipId: holder, amountPence: 10_000 })];
    await seal(operator, id, { funderId, amountPence: 10_000, lines });
    return id;
  };
  const inner = async (reference: string, partnershipId: number, awardId: number, amountPence: number) => {
    const id = await make.createAward(register.db, [partnershipId], { reference });
    const inside = { ...NOT_YET_APPORTIONED, awardId, partnershipId: holder };
    const lines = [line({ partnershipId, amountPence, inside })];
    await seal(operator, id, { funderId, amountPence, lines });
  };
  await inner("IN-ALL", other, await outer("OUT-ALL"), 10_000);
  await inner("IN-SOME", other, await outer("OUT-SOME"), 4_000);
  await inner("IN-OWN", holder, await outer("OUT-OWN"), 4_000);
  const types = new Map((await grants(context)).map(({ id, regrantType }) => [id.slice(13), regrantType]));
  expect([types.get("OUT-ALL"), types.get("OUT-SOME"), types.get("OUT-OWN"), types.get("IN-ALL")]).toEqual([
    "FRG010",
    "FRG070",
    undefined,
    undefined,
  ]);
});

test("without a prefix the preview shows references and no identifier, and the command line refuses in words", async () => {
  const preview = await previewGrants(
    operator,
    publisherOf(readEnvironment({ PUBLIC_URL: "https://example.org" })),
  );
  expect(preview.hasPrefix).toBe(false);
  expect(preview.grants.every(({ identifier, reference }) => identifier === null && reference !== "")).toBe(
    true,
  );
  expect(JSON.stringify(preview)).not.toContain("NOT-SET");
  const { code, out, err } = await tracker(register.url, "export", "360giving", "--format", "json");
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain("PUBLISHER_PREFIX");
});

test("no file is made until the prefix is set, because identifiers are for ever", async () => {
  const asked = { params: new URLSearchParams(), asAt: null, knownAt: null, format: "json" } as const;
  const publisher = publisherOf(readEnvironment({ PUBLIC_URL: "https://example.org" }));
  await expect(makeExport(operator, getDataset("360giving"), { ...asked, publisher })).rejects.toThrow(
    "an administrator has to set the prefix",
  );
});

test("what somebody typed about a person does not get in, nor an award without money or funder", async () => {
  const partnershipId = await make.createPartnership(register.db);
  const { context } = await make.createPerson(register.db, { [partnershipId]: "finance" });
  const funderId = await make.createFunder(register.db, "Commissioner");
  const award = async (reference: string, title: string) => {
    const id = await make.createAward(register.db, [partnershipId], { reference });
    await register.db.write((trx) =>
      trx
        .updateTable("award")
        .set({
          title,
          purpose: "For PERSONAL",
          note: "PERSONAL",
          recipient: "PERSONAL",
          status_note: "PERSONAL",
        })
        .where("id", "=", id)
        .execute(),
    );
    return id;
  };
  const told = { reason: "PERSONAL", funderId, amountPence: 1_000 };
  const publicId = await award("PUBLIC", "Lights on the green");
  await seal(operator, publicId, told);
  await register.db.write(async (trx) => {
    const dates = { delivery_from: "2025-04-01", delivery_to: "2026-03-31" };
    await trx.updateTable("award").set(dates).where("id", "=", publicId).execute();
    await trx
      .insertInto("award_terms")
      .values({
        ...{ award_id: publicId, decision_url: "https://example.org/decisions/é 1", version: 1 },
        ...{ no_transfer: 0, capital_only: 0, saved_at: operator.now() },
        ...{ contact_name: "PERSONAL", contact_email: "personal@example.org" },
      })
      .execute();
  });
  await seal(operator, await award("WRITE/TO ME", "Ask jo@example.org"), told);
  await seal(operator, await award("NO-FUNDER", "No funder"), { ...told, funderId: null });
  await seal(operator, await award("NOTHING", "Nothing"), { ...told, amountPence: 0 });
  const file = await exported(context, "360giving", { format: "json" });
  expect(file.toString()).not.toMatch(/PERSONAL/i);
  const published = JSON.parse(file.toString()).grants;
  expect(published.map(({ id }: { id: string }) => id)).toEqual(["360G-Ashdown-PUBLIC"]);
  expect(published[0]).toMatchObject({
    url: "https://example.org/decisions/%C3%A9%201",
    plannedDates: [{ startDate: "2025-04-01", endDate: "2026-03-31", duration: 12 }],
  });
});

test("the package says what it holds, as at when, and what it comes to, as JSON and on the sheet Meta; and names no person", async () => {
  const json = JSON.parse((await exported(operator, "360giving", { format: "json" })).toString());
  const { pence, count } = json.grants.reduce(
    (sum: { pence: number; count: number }, { amountAwarded }: { amountAwarded: number }) => ({
      pence: sum.pence + Math.round(amountAwarded * 100),
      count: sum.count + 1,
    }),
    { pence: 0, count: 0 },
  );
  expect(json.description).toContain(
    `${count} grants: the column Amount Awarded comes to ${formatPounds(pence, "always")}`,
  );
  expect(json.description).toMatch(/As at: .+ As it was known on: /);
  expect(json.modified).toMatch(/Z$/);
  const parts = unzip(await exported(operator, "360giving", { format: "xlsx" }));
  expect(String(parts.get("xl/workbook.xml"))).toMatch(/name="grants".*name="Meta"/);
  const meta = String(parts.get("xl/worksheets/sheet2.xml"));
  for (const [title, value] of [
    ["Title", json.title],
    ["Version", "1.4"],
    ["Publisher:Name", json.publisher.name],
  ]) {
    expect(meta).toContain(`>${title}<`);
    expect(meta).toContain(`>${value}<`);
  }
  expect([...parts.values()].map(String).join("")).not.toContain("NaN");
});

test("an identifier stays when the award is given another title and another amount", async () => {
  const before = (await grants()).map(({ id }) => id);
  const { id } = await register.db.read
    .selectFrom("award")
    .select("id")
    .where("reference", "=", "A-000013")
    .executeTakeFirstOrThrow();
  await seal(operator, id, {
    kind: "uplift",
    amountPence: 6_100_000,
    funderId: await make.createFunder(register.db),
  });
  expect((await grants()).map((grant) => grant.id)).toEqual(before);
});

test("a joint award of which no lead is known names no partnership as its recipient: it is left out, and says why", async () => {
  const [one, other] = [await make.createPartnership(register.db), await make.createPartnership(register.db)];
  const funderId = await make.createFunder(register.db, "Funder of a joint award");
  const { context } = await make.createPerson(register.db, { [one]: "finance", [other]: "finance" });
  const award = async (partnershipIds: number[], lead: boolean) => {
    const id = await make.createAward(register.db, partnershipIds, { lead });
    await seal(operator, id, { funderId });
    return id;
  };
  await award([one, other], false);
  const [led, alone] = [await award([one, other], true), await award([other], false)];
  const all = await grants(context);
  expect(all.map(({ recipientOrganization: [{ id }] }) => id)).toEqual([
    `360G-Ashdown-ORG:P${other}`,
    `360G-Ashdown-ORG:P${one}`,
  ]);
  expect([led, alone]).toHaveLength(all.length);
  const environment = readEnvironment({ PUBLISHER_PREFIX: "Ashdown", PUBLIC_URL: "https://example.org" });
  const { leftOut } = await previewGrants(context, publisherOf(environment));
  expect(leftOut).toEqual([
    expect.objectContaining({
      reason: expect.stringContaining("neither a lead nor an accountable body"),
      count: 1,
    }),
  ]);
});

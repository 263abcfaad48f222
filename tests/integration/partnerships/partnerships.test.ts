import { beforeAll, describe, expect, test } from "vitest";
import { addMemberOrganisation } from "#app/partnerships/add-member-organisation.server.ts";
import { addPartnership } from "#app/partnerships/add-partnership.server.ts";
import { changePartnership } from "#app/partnerships/change-partnership.server.ts";
import {
  findPartnershipByName,
  findSource,
  getPartnership,
  listOwnPartnerships,
  listPartnerships,
  partnershipNames,
} from "#app/partnerships/index.server.ts";
import type { NewPartnership, PartnershipChange } from "#app/partnerships/partnership.schema.ts";
import { removeMemberOrganisation } from "#app/partnerships/remove-member-organisation.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createPartnership, createPerson, operatorContext, uniqueName } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

let operator: Context;
let administrator: Context;

beforeAll(async () => {
  operator = operatorContext(register.db);
  administrator = (await createPerson(register.db, {}, { isAdministrator: true })).context;
});

const group = (change: Partial<NewPartnership> = {}): NewPartnership => ({
  name: uniqueName("Group"),
  kind: "county_strategy_group",
  policeArea: "Hampshire",
  authorityCodes: [],
  belowIds: [],
  ...change,
});

async function add(change: Partial<NewPartnership> = {}): Promise<number> {
  const added = await addPartnership(administrator, group(change));
  if (!added.ok) throw new Error(JSON.stringify(added.errors));
  return added.value.partnershipId;
}

/** What the form of a partnership holds when it is opened, with these changes. */
async function opened(id: number, change: Partial<PartnershipChange> = {}): Promise<PartnershipChange> {
  const partnership = await getPartnership(operator, id);
  return {
    name: partnership.name,
    kind: partnership.kind,
    policeArea: partnership.policeArea,
    authorityCodes: partnership.authorities.map(({ code }) => code),
    aboveId: partnership.above?.id ?? null,
    validFrom: partnership.validFrom,
    validTo: partnership.validTo,
    successorId: partnership.successor?.id ?? null,
    fundingPosition: partnership.fundingPosition,
    secondPerson: partnership.secondPerson,
    version: partnership.version,
    ...change,
  };
}

async function lastAudit(recordId: number) {
  return register.db.read
    .selectFrom("audit_entry")
    .selectAll()
    .where("record_type", "=", "partnership")
    .where("record_id", "=", String(recordId))
    .orderBy("seq", "desc")
    .executeTakeFirst();
}

describe("a group that is on no official list", () => {
  test("is added with its authorities and the partnerships below it, and audited", async () => {
    const district = await createPartnership(register.db, uniqueName("Eastleigh"));
    const id = await add({ authorityCodes: ["E07000086", "E07000093"], belowIds: [district] });
    const partnership = await getPartnership(administrator, id);
    expect(partnership).toMatchObject({
      kind: "county_strategy_group",
      policeArea: "Hampshire",
      above: null,
    });
    expect(partnership.authorities).toEqual([
      { code: "E07000086", name: "Eastleigh" },
      { code: "E07000093", name: "Test Valley" },
    ]);
    expect(partnership.below.map((below) => below.id)).toEqual([district]);
    expect((await getPartnership(administrator, district)).above?.id).toBe(id);
    expect(await lastAudit(id)).toMatchObject({ action: "add partnership", actor_kind: "person" });
  });

  test("needs a name of its own, in any case of letters", async () => {
    const name = uniqueName("Twice");
    await add({ name });
    const again = await addPartnership(administrator, group({ name: name.toUpperCase() }));
    expect(again).toMatchObject({ ok: false, errors: { name: expect.any(String) } });
  });

  test("has partnerships below it only where it is of the county", async () => {
    const district = await createPartnership(register.db);
    const before = await listPartnerships(operator);
    const result = await addPartnership(administrator, group({ kind: "district", belowIds: [district] }));
    expect(result).toMatchObject({ ok: false, errors: { belowIds: expect.any(String) } });
    expect(await listPartnerships(operator)).toEqual(before);
  });

  test("covers only authorities, and stands above only partnerships, that exist", async () => {
    const authority = await addPartnership(administrator, group({ authorityCodes: ["E07999999"] }));
    expect(authority).toMatchObject({ ok: false, errors: { authorityCodes: expect.any(String) } });
    const below = await addPartnership(administrator, group({ belowIds: [999_999] }));
    expect(below).toMatchObject({ ok: false, errors: { belowIds: expect.any(String) } });
  });
});

describe("changing a partnership", () => {
  test("changes its facts, and the audit says what stood before", async () => {
    const county = await add();
    const successor = await add();
    const id = await add({ kind: "district" });
    const change = await opened(id, {
      aboveId: county,
      successorId: successor,
      validFrom: "2018-07",
      validTo: "2028-03-31",
      fundingPosition: "No direct funding",
      authorityCodes: ["E07000090"],
    });
    expect((await changePartnership(administrator, id, change)).ok).toBe(true);
    const partnership = await getPartnership(operator, id);
    expect(partnership).toMatchObject({
      above: { id: county },
      successor: { id: successor },
      validFrom: "2018-07",
      validTo: "2028-03-31",
      fundingPosition: "No direct funding",
      version: 2,
    });
    expect(partnership.authorities.map(({ code }) => code)).toEqual(["E07000090"]);
    expect((await getPartnership(operator, successor)).predecessors.map((one) => one.id)).toEqual([id]);
    const entry = await lastAudit(id);
    expect(entry?.action).toBe("change partnership");
    expect(JSON.parse(entry?.before_json ?? "")).toMatchObject({ parent_id: null, version: 1 });
  });

  test("keeps the precision of a date that was not touched", async () => {
    const id = await createPartnership(register.db);
    await register.db.write((trx) =>
      trx.updateTable("partnership").set({ valid_from: "FY2019" }).where("id", "=", id).execute(),
    );
    await changePartnership(administrator, id, await opened(id, { validFrom: "2019-04" }));
    expect((await getPartnership(operator, id)).validFrom).toBe("FY2019");
  });

  test("is refused where somebody else has changed it since", async () => {
    const id = await add();
    const mine = await opened(id, { policeArea: "Kent" });
    await changePartnership(administrator, id, await opened(id, { policeArea: "Sussex" }));
    await expect(changePartnership(administrator, id, mine)).rejects.toThrow(StaleError);
    expect((await getPartnership(operator, id)).policeArea).toBe("Sussex");
  });

  test("never makes a circle, of those above or of successors", async () => {
    const top = await add();
    const middle = await add();
    await changePartnership(administrator, middle, await opened(middle, { aboveId: top, successorId: top }));
    const above = await changePartnership(administrator, top, await opened(top, { aboveId: middle }));
    expect(above).toMatchObject({ ok: false, errors: { aboveId: expect.any(String) } });
    const after = await changePartnership(administrator, top, await opened(top, { successorId: middle }));
    expect(after).toMatchObject({ ok: false, errors: { successorId: expect.any(String) } });
  });

  test("keeps it of the county while it has partnerships below it", async () => {
    const id = await add({ belowIds: [await createPartnership(register.db)] });
    const result = await changePartnership(administrator, id, await opened(id, { kind: "unitary" }));
    expect(result).toMatchObject({ ok: false, errors: { kind: expect.any(String) } });
  });

  test("answers that there is none for one that does not exist", async () => {
    const change = await opened(await add(), { name: uniqueName("Gone") });
    await expect(changePartnership(administrator, 999_999, change)).rejects.toThrow(NotFoundError);
    await expect(getPartnership(administrator, 999_999)).rejects.toThrow(NotFoundError);
  });
});

describe("who may", () => {
  test("read every partnership is whoever is signed in; choose from in a form is one's own", async () => {
    const own = await add();
    const foreign = await add();
    const reader = (await createPerson(register.db, { [own]: "reader" })).context;
    expect((await getPartnership(reader, foreign)).id).toBe(foreign);
    expect((await partnershipNames(reader)).has(foreign)).toBe(true);
    expect((await listOwnPartnerships(reader)).map(({ id }) => id)).toEqual([own]);
    expect(await listOwnPartnerships(administrator)).toEqual([]);
    expect((await listOwnPartnerships(operator)).map(({ id }) => id)).toEqual(
      (await listPartnerships(operator)).map(({ id }) => id),
    );
  });

  test("change any of it is administrators alone", async () => {
    const id = await add();
    const change = await opened(id);
    const manager = (await createPerson(register.db, { [id]: "manager" })).context;
    const refused = await Promise.allSettled([
      addPartnership(manager, group()),
      changePartnership(manager, id, change),
      addMemberOrganisation(manager, id, { organisation: "X", role: "other", roleDetail: null }),
      removeMemberOrganisation(manager, id, 1),
    ]);
    for (const one of refused) {
      expect(one).toMatchObject({ status: "rejected", reason: expect.any(ForbiddenError) });
    }
  });
});

test("a partnership is found by its name as written, else in any case of letters", async () => {
  const id = await add({ name: "Test Valley Community Safety Partnership" });
  expect((await findPartnershipByName(operator, "Test Valley Community Safety Partnership"))?.id).toBe(id);
  expect((await findPartnershipByName(operator, " test valley community safety partnership "))?.id).toBe(id);
  expect(await findPartnershipByName(operator, "Test Valley")).toBeNull();
});

test("a published fact names its document and paragraph", async () => {
  const id = await createPartnership(register.db);
  await register.db.write(async (trx) => {
    const document = await trx
      .insertInto("source_document")
      .values({
        code: "report-2021",
        title: "Annual report",
        body: "Scrutiny Panel",
        meeting_date: "2021-01-28",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .updateTable("partnership")
      .set({ source_document_id: document.id, source_paragraph: "3-5" })
      .where("id", "=", id)
      .execute();
  });
  const { source } = await getPartnership(operator, id);
  expect(source).toMatchObject({ title: "Annual report", body: "Scrutiny Panel", paragraph: "3-5" });
  expect(await findSource(operator, null)).toBeNull();
});

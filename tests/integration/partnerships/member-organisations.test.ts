import { beforeAll, describe, expect, test } from "vitest";
import { addMemberOrganisation } from "#app/partnerships/add-member-organisation.server.ts";
import { findOrCreateOrganisation, listOrganisations } from "#app/partnerships/index.server.ts";
import { listMembers } from "#app/partnerships/organisations.queries.server.ts";
import { removeMemberOrganisation } from "#app/partnerships/remove-member-organisation.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { createPartnership, createPerson, operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

let operator: Context;
let administrator: Context;

beforeAll(async () => {
  operator = operatorContext(register.db);
  administrator = (await createPerson(register.db, {}, { isAdministrator: true })).context;
});

async function lastAudit(recordId: number) {
  return register.db.read
    .selectFrom("audit_entry")
    .selectAll()
    .where("record_type", "=", "partnership")
    .where("record_id", "=", String(recordId))
    .orderBy("seq", "desc")
    .executeTakeFirst();
}

describe("member organisations", () => {
  const police = {
    organisation: "Hampshire Constabulary",
    role: "responsible_authority",
    roleDetail: null,
  } as const;

  test("are one organisation however many partnerships they belong to", async () => {
    const one = await createPartnership(register.db);
    const other = await createPartnership(register.db);
    await addMemberOrganisation(administrator, one, police);
    await addMemberOrganisation(administrator, other, {
      organisation: "HAMPSHIRE constabulary",
      role: "other",
      roleDetail: "chairs the board",
    });
    const [first] = await listMembers(operator, one);
    const [second] = await listMembers(operator, other);
    expect(first).toMatchObject({ name: "Hampshire Constabulary", role: "responsible_authority" });
    expect(second).toMatchObject({ role: "other", roleDetail: "chairs the board" });
    expect(second?.organisationId).toBe(first?.organisationId);
    const named = (await listOrganisations(operator)).filter(({ name }) => /hampshire con/i.test(name));
    expect(named).toHaveLength(1);
  });

  test("are members once, responsible authorities standing first", async () => {
    const id = await createPartnership(register.db);
    await addMemberOrganisation(administrator, id, { ...police, organisation: "A charity", role: "other" });
    await addMemberOrganisation(administrator, id, police);
    const again = await addMemberOrganisation(administrator, id, { ...police, organisation: "a Charity" });
    expect(again).toMatchObject({ ok: false, errors: { organisation: expect.any(String) } });
    const names = (await listMembers(operator, id)).map((member) => member.name);
    expect(names).toEqual(["Hampshire Constabulary", "A charity"]);
    expect(await lastAudit(id)).toMatchObject({ action: "add member organisation" });
  });

  test("leave the partnership and stay in the register", async () => {
    const id = await createPartnership(register.db);
    const added = await addMemberOrganisation(administrator, id, police);
    if (!added.ok) throw new Error("refused");
    const elsewhere = removeMemberOrganisation(
      administrator,
      await createPartnership(register.db),
      added.value.memberId,
    );
    await expect(elsewhere).rejects.toThrow(NotFoundError);
    await removeMemberOrganisation(administrator, id, added.value.memberId);
    expect(await listMembers(operator, id)).toEqual([]);
    expect((await listOrganisations(operator)).map(({ name }) => name)).toContain("Hampshire Constabulary");
    expect(await lastAudit(id)).toMatchObject({ action: "remove member organisation" });
  });

  test("are found by their name as written before any other", async () => {
    const ids = await register.db.write(async (trx) => [
      await findOrCreateOrganisation(trx, "Fire Service"),
      await findOrCreateOrganisation(trx, "  Fire   Service "),
      await findOrCreateOrganisation(trx, "fire service"),
    ]);
    expect(new Set(ids).size).toBe(1);
  });
});

import { type Context, createContext, type PersonActor } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions.ts";
import type { Database } from "#db/open.server.ts";

const TODAY = "2026-11-21";

/** A context of the operator, whose clock moves on by a second with each look, so that order is plain to see. */
export function operatorContext(db: Database, today = TODAY): Context {
  let seconds = 0;
  return createContext({
    db,
    actor: { kind: "operator" },
    today,
    now: () => new Date(Date.parse(`${today}T09:00:00Z`) + seconds++ * 1000).toISOString(),
  });
}

let made = 0;

const SIGNS = "bdfghjklmnpqrsvwxz";

/**
 * A name that no other record of this run has. It ends in letters, of one length: by a number it would be found where a test
 * searches for one, and the tenth would stand before the second, which depends on what else ran before.
 */
export function uniqueName(kind: string): string {
  made += 1;
  const letters = [3, 2, 1, 0].map((place) => SIGNS[Math.floor(made / SIGNS.length ** place) % SIGNS.length]);
  return `${kind} ${letters.join("")}`;
}

export async function createPartnership(db: Database, name = uniqueName("Partnership")): Promise<number> {
  return db.write(async (transaction) => {
    const row = await transaction
      .insertInto("partnership")
      .values({ name, kind: "district" })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

/** A person with a role in each partnership given, and a context in which they act. */
export async function createPerson(
  db: Database,
  roles: Record<number, Role>,
  options: { isAdministrator?: boolean; name?: string } = {},
): Promise<{ id: number; context: Context; actor: PersonActor }> {
  const name = options.name ?? uniqueName("Person");
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}@example.org`;
  const id = await db.write(async (transaction) => {
    const row = await transaction
      .insertInto("person")
      .values({
        name,
        email,
        created_at: `${TODAY}T08:00:00.000Z`,
        is_administrator: options.isAdministrator ? 1 : 0,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const memberships = Object.entries(roles).map(([partnership, role]) => ({
      person_id: row.id,
      partnership_id: Number(partnership),
      role,
    }));
    if (memberships.length > 0) await transaction.insertInto("membership").values(memberships).execute();
    return row.id;
  });
  const actor: PersonActor = {
    kind: "person",
    id,
    name,
    email,
    isAdministrator: options.isAdministrator ?? false,
    roles: new Map(Object.entries(roles).map(([partnership, role]) => [Number(partnership), role])),
  };
  return { id, actor, context: createContext({ ...operatorContext(db), actor }) };
}

export async function createFunder(db: Database, name = uniqueName("Funder")): Promise<number> {
  return db.write(async (transaction) => {
    const row = await transaction
      .insertInto("funder")
      .values({ name })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

export async function createFund(
  db: Database,
  funderId: number | null,
  name = uniqueName("Fund"),
): Promise<number> {
  return db.write(async (transaction) => {
    const row = await transaction
      .insertInto("fund")
      .values({ name, funder_id: funderId })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

export async function createRound(db: Database, fundId: number, name = uniqueName("Round")): Promise<number> {
  return db.write(async (transaction) => {
    const row = await transaction
      .insertInto("round")
      .values({ name, fund_id: fundId, kind: "competitive" })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

export async function createProject(
  db: Database,
  partnershipId: number,
  name = uniqueName("Project"),
): Promise<number> {
  return db.write(async (transaction) => {
    const row = await transaction
      .insertInto("project")
      .values({ name, partnership_id: partnershipId })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

export async function createPriority(
  db: Database,
  partnershipId: number,
  themeCodes: string[] = [],
  title = uniqueName("Priority"),
): Promise<number> {
  return db.write(async (transaction) => {
    const row = await transaction
      .insertInto("priority")
      .values({ title, partnership_id: partnershipId, kind: "priority" })
      .returning("id")
      .executeTakeFirstOrThrow();
    for (const code of themeCodes) {
      const theme = await transaction
        .selectFrom("theme")
        .select("id")
        .where("code", "=", code)
        .executeTakeFirstOrThrow();
      await transaction
        .insertInto("priority_theme")
        .values({ priority_id: row.id, theme_id: theme.id })
        .execute();
    }
    return row.id;
  });
}

/** An award without any version, recorded by the first partnership; the first is the lead where `lead` says so. */
export async function createAward(
  db: Database,
  partnershipIds: readonly number[],
  options: { reference?: string; lead?: boolean; bidId?: number } = {},
): Promise<number> {
  const reference = options.reference ?? uniqueName("AW").replace(" ", "-");
  return db.write(async (transaction) => {
    const row = await transaction
      .insertInto("award")
      .values({
        reference,
        title: `Award ${reference}`,
        bid_id: options.bidId ?? null,
        recorded_by_partnership_id: partnershipIds[0] as number,
        created_at: `${TODAY}T08:00:00.000Z`,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto("award_partnership")
      .values(
        partnershipIds.map((partnership_id, index) => ({
          award_id: row.id,
          partnership_id,
          part: options.lead && index === 0 ? ("lead" as const) : ("partner" as const),
        })),
      )
      .execute();
    return row.id;
  });
}

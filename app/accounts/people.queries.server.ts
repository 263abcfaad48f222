import { type Context, type PersonActor, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Role } from "#app/platform/permissions.ts";
import { keptEmail } from "./person.rules.ts";

export type PersonRole = { partnershipId: number; role: Role };

export type Person = {
  id: number;
  name: string;
  email: string;
  isAdministrator: boolean;
  isDisabled: boolean;
  hasPassword: boolean;
  /** By partnership id. */
  roles: PersonRole[];
  version: number;
};

/** Everybody who has or had an account, by name. @throws ForbiddenError for all but those who manage people. */
export async function listPeople(context: Context): Promise<Person[]> {
  requirePermission(context, "people.manage");
  return readPeople(context);
}

/** A person. @throws NotFoundError where there is none. @throws ForbiddenError as `listPeople`. */
export async function getPerson(context: Context, id: number): Promise<Person> {
  requirePermission(context, "people.manage");
  const [person] = await readPeople(context, { id });
  if (!person) throw new NotFoundError(`No person ${id}`);
  return person;
}

/** The account of whoever is signed in. @throws NotFoundError for everybody but a person. */
export async function getOwnAccount(context: Context): Promise<Person> {
  const { actor } = context;
  const [person] = actor.kind === "person" ? await readPeople(context, { id: actor.id }) : [];
  if (!person) throw new NotFoundError("Nobody is signed in");
  return person;
}

/** True where somebody has an account: without, only the link of the console leads in. */
export async function hasAnybody(context: Context): Promise<boolean> {
  const row = await context.db.read.selectFrom("person").select("id").limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Everybody's name by their id, for histories that say who did what. */
export async function personNames(context: Context): Promise<Map<number, string>> {
  const rows = await context.db.read.selectFrom("person").select(["id", "name"]).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The person with this address as one who acts; null where there is none or the person is disabled. */
export async function findPersonActorByEmail(context: Context, email: string): Promise<PersonActor | null> {
  const people = await readPeople(context, { email: keptEmail(email) });
  const person = people.find((one) => !one.isDisabled);
  return person ? actorOf(person) : null;
}

/** A person as one who acts, as the register says at this moment; null where they are disabled or not there. */
export async function findPersonActor(context: Context, id: number): Promise<PersonActor | null> {
  const [person] = await readPeople(context, { id });
  return person && !person.isDisabled ? actorOf(person) : null;
}

/** True where the register holds the demo. */
export async function isDemo(context: Context): Promise<boolean> {
  const row = await context.db.read
    .selectFrom("setting")
    .select("value")
    .where("key", "=", "demo")
    .executeTakeFirst();
  return row?.value === "1";
}

/** The people of the demo who can be signed in with one press, by name; nobody where this is not a demo. */
export async function listDemoPeople(context: Context): Promise<Person[]> {
  if (!(await isDemo(context))) return [];
  return (await readPeople(context)).filter((person) => !person.isDisabled);
}

export function actorOf(person: Person): PersonActor {
  return {
    kind: "person",
    id: person.id,
    name: person.name,
    email: person.email,
    isAdministrator: person.isAdministrator,
    roles: new Map(person.roles.map(({ partnershipId, role }) => [partnershipId, role])),
  };
}

async function readPeople(context: Context, only: { id?: number; email?: string } = {}): Promise<Person[]> {
  let query = context.db.read
    .selectFrom("person")
    .select(["id", "name", "email", "password_hash", "is_administrator", "disabled_at", "version"]);
  if (only.id !== undefined) query = query.where("id", "=", only.id);
  if (only.email !== undefined) query = query.where("email", "=", only.email);
  const people = await query.execute();
  let roles = context.db.read
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["membership.person_id", "membership.partnership_id", "membership.role"]);
  if (only.id !== undefined) roles = roles.where("person.id", "=", only.id);
  if (only.email !== undefined) roles = roles.where("person.email", "=", only.email);
  const memberships = await roles.orderBy("membership.partnership_id").execute();
  const rolesOf = new Map<number, PersonRole[]>();
  for (const row of memberships) {
    const role = { partnershipId: row.partnership_id, role: row.role };
    rolesOf.set(row.person_id, [...(rolesOf.get(row.person_id) ?? []), role]);
  }
  return people
    .map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      isAdministrator: row.is_administrator === 1,
      isDisabled: row.disabled_at !== null,
      hasPassword: row.password_hash !== null,
      roles: rolesOf.get(row.id) ?? [],
      version: row.version,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB") || a.id - b.id);
}

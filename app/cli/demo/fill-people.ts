import { addPerson } from "#app/accounts/index.server.ts";
import { type Context, createContext, type PersonActor } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions.ts";
import { done } from "./filled.ts";

type Someone = { name: string; email: string; role: Role };

/** The people of the demo, named after what they do; they sign in without a password. */
const STAFF = {
  officer: { name: "Olu Officer", email: "officer@demo.example", role: "officer" },
  manager: { name: "Morgan Manager", email: "manager@demo.example", role: "manager" },
  finance: { name: "Finley Finance", email: "finance@demo.example", role: "finance" },
  reader: { name: "Robin Reader", email: "reader@demo.example", role: "reader" },
} as const satisfies Record<string, Someone>;

const ADMINISTRATOR = { name: "Ada Administrator", email: "administrator@demo.example" };
/** Shows what the people of a single partnership see. */
const OF_ONE_PARTNERSHIP = {
  name: "Sam Southampton",
  email: "southampton@demo.example",
  role: "reader",
} as const;

/** What each of the staff does in the demo is done in a context of their own, so that the audit log says who. */
export type StaffContexts = Record<"officer" | "manager" | "finance", Context>;

/** Adds the people: four with a role in every partnership, an administrator, and one of a single partnership. */
export async function fillPeople(
  context: Context,
  partnershipIds: readonly number[],
  onlyPartnershipId: number,
): Promise<StaffContexts> {
  const add = async ({ name, email, role }: Someone, ids: readonly number[]) => {
    const memberships = ids.map((partnershipId) => ({ partnershipId, role }));
    const { personId } = done(await addPerson(context, { name, email, isAdministrator: false, memberships }));
    const roles = new Map(ids.map((id) => [id, role]));
    const actor: PersonActor = { kind: "person", id: personId, name, email, isAdministrator: false, roles };
    const { db, today, now } = context;
    return createContext({ db, today, now, actor });
  };
  const officer = await add(STAFF.officer, partnershipIds);
  const manager = await add(STAFF.manager, partnershipIds);
  const finance = await add(STAFF.finance, partnershipIds);
  await add(STAFF.reader, partnershipIds);
  done(await addPerson(context, { ...ADMINISTRATOR, isAdministrator: true, memberships: [] }));
  await add(OF_ONE_PARTNERSHIP, [onlyPartnershipId]);
  return { officer, manager, finance };
}

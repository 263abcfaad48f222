import { hashPassword } from "#app/accounts/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { Partnership } from "./reference.ts";

/** The address of the person of every partnership, and of the one of a single partnership. */
export const NATIONAL_EMAIL = "national@generated.example";
/** The number of the person of a single partnership. */
export const localOf = (partnershipId: number) => partnershipId + 1;
export const emailOf = (partnershipId: number) => `partnership-${partnershipId}@generated.example`;

/** Adds somebody of every partnership, and for each partnership somebody of it alone; all have this password. */
export async function addPeople(
  transaction: Writer,
  { db, now }: Context,
  partnerships: readonly Partnership[],
  password: string,
): Promise<void> {
  const same = { password_hash: await hashPassword(password), created_at: now() };
  const national = { id: 1, name: "Noor National", email: NATIONAL_EMAIL, ...same };
  const locals = partnerships.map(({ id, place }) => ({
    id: localOf(id),
    name: `Lee of ${place}`,
    email: emailOf(id),
    ...same,
  }));
  await db.engine.insertRows(transaction, "person", [national, ...locals]);
  const managers = partnerships.flatMap(({ id }) => [
    { person_id: national.id, partnership_id: id, role: "manager" as const },
    { person_id: localOf(id), partnership_id: id, role: "manager" as const },
  ]);
  await db.engine.insertRows(transaction, "membership", managers);
}

import { hashPassword } from "#app/accounts/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { Partnership } from "./reference.ts";

/** Who can sign in to a generated register: somebody of every partnership, and somebody of one. */
export const GENERATED_PEOPLE = {
  national: "national@generated.example",
  local: "local@generated.example",
} as const;

/** Adds the people, who both sign in with this password. */
export async function addPeople(
  transaction: Writer,
  { db, now }: Context,
  partnerships: readonly Partnership[],
  password: string,
): Promise<void> {
  const password_hash = await hashPassword(password);
  const created_at = now();
  await db.engine.insertRows(transaction, "person", [
    { id: 1, name: "Noor National", email: GENERATED_PEOPLE.national, password_hash, created_at },
    { id: 2, name: "Lee Local", email: GENERATED_PEOPLE.local, password_hash, created_at },
  ]);
  const memberships = partnerships.map(({ id }) => ({
    person_id: 1,
    partnership_id: id,
    role: "manager" as const,
  }));
  memberships.push({ person_id: 2, partnership_id: partnerships[0]?.id ?? 1, role: "manager" });
  await db.engine.insertRows(transaction, "membership", memberships);
}

import { ROLE_NAMES, ROLES, type Role } from "#app/platform/permissions.ts";

const HINTS: Record<Role, string> = {
  reader: "Reads everything of the partnership",
  officer: "Writes bids, projects, priorities and outcomes, and drafts awards",
  manager: "As an officer, and also signs off bids, records decisions and seals awards",
  finance: "Signs off bids, records decisions, and drafts and seals awards",
};

/** The roles as the choices of a form. */
export const ROLE_ITEMS = ROLES.map((role) => ({ value: role, text: ROLE_NAMES[role], hint: HINTS[role] }));

/** More partnerships than this with one role are counted, not named. */
const NAMED = 3;

/** "Officer, Eastleigh" or "Officer in 10 partnerships", and "Administrator" first where they are one. */
export function roleTexts(
  person: { isAdministrator: boolean; roles: readonly { partnershipId: number; role: Role }[] },
  nameOf: (partnershipId: number) => string,
): string[] {
  const roles = ROLES.flatMap((role) => {
    const held = person.roles.filter((each) => each.role === role);
    if (held.length > NAMED) return [`${ROLE_NAMES[role]} in ${held.length} partnerships`];
    return held.map(({ partnershipId }) => `${ROLE_NAMES[role]}, ${nameOf(partnershipId)}`);
  });
  return person.isAdministrator ? ["Administrator", ...roles] : roles;
}

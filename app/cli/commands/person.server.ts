import { addPerson, CHOOSE_PASSWORD_PATH } from "#app/accounts/index.server.ts";
import { formatInstant } from "#app/core/calendar-date.ts";
import { findPartnershipByName } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ROLES, type Role } from "#app/platform/permissions.ts";
import { type Command, CommandFailure, UsageError } from "../command.ts";
import { withRegister } from "../open-register.server.ts";
import { oneOf, readOptions } from "../read-options.ts";

const OPTIONS = {
  name: { type: "string" },
  email: { type: "string" },
  administrator: { type: "boolean", default: false },
  role: { type: "string", multiple: true },
  partnership: { type: "string", multiple: true },
} as const;

/** Adds a person and prints the link with which they choose a password, once. */
export const person: Command = async (args, { environment, print, tell }) => {
  const { values, positionals } = readOptions(args, OPTIONS, 1);
  if (positionals[0] !== "add") throw new UsageError("person must be followed by add");
  const { name, email, administrator: isAdministrator } = values;
  if (!name || !email) throw new UsageError("person add needs --name and --email");
  const roles = (values.role ?? []).map((role) => oneOf("role", ROLES, role));
  const partnerships = values.partnership ?? [];
  if (roles.length !== partnerships.length) {
    throw new UsageError("Each --role needs the --partnership that it is in");
  }
  const added = await withRegister(environment, async (context) => {
    const memberships = await findMemberships(context, roles, partnerships);
    return addPerson(context, { name, email, isAdministrator, memberships });
  });
  if (!added.ok) throw new CommandFailure(Object.values(added.errors).join("\n"));
  const { token, expiresAt } = added.value;
  tell(
    `${name} has an account. This link, to choose a password, works once and until ${formatInstant(expiresAt)}:`,
  );
  print(`${environment.publicUrl}${CHOOSE_PASSWORD_PATH}/${token}\n`);
  return 0;
};

async function findMemberships(context: Context, roles: readonly Role[], names: readonly string[]) {
  const memberships = [];
  for (const [index, role] of roles.entries()) {
    const name = names[index] ?? "";
    const partnership = await findPartnershipByName(context, name);
    if (!partnership) throw new CommandFailure(`There is no partnership called ${name}`);
    memberships.push({ partnershipId: partnership.id, role });
  }
  return memberships;
}

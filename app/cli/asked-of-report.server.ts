import { findPartnershipByName } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { CommandFailure } from "./command.ts";

/** One outside the scope of whom the command acts for answers like one that does not exist. */
export async function findPartnerships(context: Context, names: readonly string[]): Promise<number[] | null> {
  if (names.length === 0) return null;
  const ids = [];
  for (const name of names) {
    const found = await findPartnershipByName(context, name);
    const { scope } = context;
    if (!found || !(scope.all || scope.partnershipIds.includes(found.id))) {
      throw new CommandFailure(`There is no partnership called ${name}`);
    }
    ids.push(found.id);
  }
  return ids;
}

/** Why a report cannot be had, in words. */
export function explain(error: unknown): never {
  if (error instanceof ForbiddenError) throw new CommandFailure("This person may not read the register");
  if (error instanceof NotFoundError) throw new CommandFailure("There is no such partnership");
  throw error;
}

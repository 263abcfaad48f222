import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Database } from "#db/open.server.ts";
import { ForbiddenError } from "./errors.ts";
import { type Permission, type Role, roleMay } from "./permissions.ts";

/** A signed-in person, with a role in each partnership that they belong to. */
export type PersonActor = {
  kind: "person";
  id: number;
  name: string;
  email: string;
  isAdministrator: boolean;
  roles: ReadonlyMap<number, Role>;
  /** The instant at which the session began, where there is one. */
  signedInAt?: string;
};

/** Whoever runs a command on the server: sees the whole register, and what it writes is audited as such. */
export type OperatorActor = { kind: "operator" };

/** A visitor who has not signed in. */
export type AnonymousActor = { kind: "anonymous" };

export type Actor = PersonActor | OperatorActor | AnonymousActor;

/** Which partnerships' records may be read: every one, or just these (ids, ascending). */
export type Scope = { all: true } | { all: false; partnershipIds: readonly number[] };

/** What every use-case and query works in. There is no other clock and no other way to the database. */
export type Context = {
  db: Database;
  actor: Actor;
  scope: Scope;
  /** Today in the UK, ISO. */
  today: IsoDay;
  /** The instant now, ISO UTC with milliseconds. */
  now: () => string;
};

/** A context for an actor; the scope follows from who it is. */
export function createContext(parts: Omit<Context, "scope">): Context {
  return { ...parts, scope: scopeOf(parts.actor) };
}

/** The same context for a query that takes long: what it reads holds nobody else up. */
export function readingAside(context: Context): Context {
  return { ...context, db: { ...context.db, read: context.db.aside } };
}

/** The partnerships whose records an actor may read. */
export function scopeOf(actor: Actor): Scope {
  if (actor.kind === "operator") return { all: true };
  if (actor.kind === "anonymous") return { all: false, partnershipIds: [] };
  return { all: false, partnershipIds: [...actor.roles.keys()].sort((a, b) => a - b) };
}

/** Who acts, as records name them; null where it is the operator, or nobody who signed in. */
export function personId({ actor }: Pick<Context, "actor">): number | null {
  return actor.kind === "person" ? actor.id : null;
}

/**
 * True where the actor holds the permission: in any partnership, or in one of those given.
 * Permissions of administrators do not depend on a partnership.
 */
export function may(actor: Actor, permission: Permission, partnershipIds?: readonly number[]): boolean {
  if (actor.kind === "operator") return true;
  if (actor.kind === "anonymous") return false;
  if (actor.isAdministrator && roleMay("administrator", permission)) return true;
  for (const [partnershipId, role] of actor.roles) {
    if (partnershipIds && !partnershipIds.includes(partnershipId)) continue;
    if (roleMay(role, permission)) return true;
  }
  return false;
}

/** First line of a use-case. @throws ForbiddenError where the actor does not hold the permission. */
export function requirePermission(
  context: Context,
  permission: Permission,
  partnershipIds?: readonly number[],
): void {
  if (!may(context.actor, permission, partnershipIds)) throw new ForbiddenError(permission);
}

/** The partnerships in which the actor holds the permission; null means every one (the operator). */
export function partnershipsWhere(actor: Actor, permission: Permission): number[] | null {
  if (actor.kind === "operator") return null;
  if (actor.kind === "anonymous") return [];
  return [...actor.roles].filter(([, role]) => roleMay(role, permission)).map(([id]) => id);
}

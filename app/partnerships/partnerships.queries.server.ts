import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { NamedPartnership } from "./listed-together.ts";
import type { PartnershipKind } from "./partnership.rules.ts";
import type { Source } from "./sources/source.ts";
import { sourceOf } from "./sources/sources.queries.server.ts";

/*
 * Partnerships are reference facts: whoever is signed in may read them all, so these queries do not narrow to the
 * scope. What a partnership bid for and was awarded is read elsewhere, and is scoped there.
 */

export type PartnershipItem = {
  id: number;
  name: string;
  kind: PartnershipKind;
  policeArea: string | null;
  /** Partial dates. */
  validFrom: string | null;
  validTo: string | null;
  isInvented: boolean;
};

/** Every partnership, by name. */
export async function listPartnerships(context: Context): Promise<PartnershipItem[]> {
  const rows = await context.db.read
    .selectFrom("partnership")
    .select(["id", "name", "kind", "police_area", "valid_from", "valid_to", "is_invented"])
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      policeArea: row.police_area,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      isInvented: row.is_invented === 1,
    }))
    .sort(byName);
}

/** Up to so many partnerships are looked up by their ids; of more, all are read. */
const FEW = 20;

/** In nearly the order of the alphabet already: hundreds of names are compared a few times less. */
const namesOf = keepQuery((reader, ids: readonly number[] | null) => {
  const names = reader.selectFrom("partnership").select(["id", "name"]).orderBy("name");
  return ids === null ? names : names.where("id", "in", ids);
});

/** The partnerships whose records the actor may read, by name: the choices of a form. */
export async function listOwnPartnerships({ db, scope }: Context): Promise<NamedPartnership[]> {
  const own = new Set(scope.all ? [] : scope.partnershipIds);
  const few = scope.all || own.size > FEW ? null : [0, ...scope.partnershipIds];
  const rows = await namesOf(db.read, few);
  return rows.filter(({ id }) => scope.all || own.has(id)).sort(byName);
}

/** Every partnership, by name, as those that may take part in something of another one. */
export async function listOthers(context: Context): Promise<NamedPartnership[]> {
  const rows = await context.db.read.selectFrom("partnership").select(["id", "name"]).execute();
  return rows.sort(byName);
}

/** The name of every partnership by its id. */
export async function partnershipNames(context: Context): Promise<Map<number, string>> {
  const rows = await context.db.read.selectFrom("partnership").select(["id", "name"]).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** A partnership by its name as written, else whatever the case of its letters; null where there is none. */
export async function findPartnershipByName(
  context: Context,
  name: string,
): Promise<{ id: number; name: string } | null> {
  const wanted = name.trim();
  const rows = await context.db.read.selectFrom("partnership").select(["id", "name"]).orderBy("id").execute();
  const sameLetters = (row: { name: string }) => row.name.toLowerCase() === wanted.toLowerCase();
  return rows.find((row) => row.name === wanted) ?? rows.find(sameLetters) ?? null;
}

export type Partnership = PartnershipItem & {
  officialCode: string | null;
  above: NamedPartnership | null;
  below: NamedPartnership[];
  successor: NamedPartnership | null;
  /** The partnerships that this one follows. */
  predecessors: NamedPartnership[];
  authorities: { code: string; name: string }[];
  fundingPosition: string | null;
  /** A second person confirms each next version of its awards. */
  secondPerson: boolean;
  source: Source | null;
  version: number;
};

/** A partnership with what stands around it. @throws NotFoundError where there is none. */
export async function getPartnership(context: Context, id: number): Promise<Partnership> {
  const { read } = context.db;
  const row = await read.selectFrom("partnership").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFoundError(`No partnership ${id}`);
  const around = await read
    .selectFrom("partnership")
    .select(["id", "name", "parent_id", "successor_id"])
    .where((e) =>
      e.or([
        e("id", "in", [row.parent_id ?? 0, row.successor_id ?? 0]),
        e("parent_id", "=", id),
        e("successor_id", "=", id),
      ]),
    )
    .execute();
  const named = (wanted: (other: (typeof around)[number]) => boolean) =>
    around
      .filter(wanted)
      .map((other) => ({ id: other.id, name: other.name }))
      .sort(byName);
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    policeArea: row.police_area,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    isInvented: row.is_invented === 1,
    officialCode: row.official_code,
    above: named((other) => other.id === row.parent_id)[0] ?? null,
    below: named((other) => other.parent_id === id),
    successor: named((other) => other.id === row.successor_id)[0] ?? null,
    predecessors: named((other) => other.successor_id === id),
    authorities: await listAuthoritiesOf(context, id),
    fundingPosition: row.funding_position,
    secondPerson: row.second_person === 1,
    source: await sourceOf(context, row),
    version: row.version,
  };
}

async function listAuthoritiesOf(context: Context, id: number): Promise<{ code: string; name: string }[]> {
  return context.db.read
    .selectFrom("partnership_authority")
    .innerJoin("local_authority", "local_authority.code", "partnership_authority.local_authority_code")
    .select(["local_authority.code", "local_authority.name"])
    .where("partnership_authority.partnership_id", "=", id)
    .orderBy("local_authority.name")
    .execute();
}

const alphabet = new Intl.Collator("en-GB");

/** Names in the order of the alphabet, the same on every engine. */
export function byName(a: { name: string }, b: { name: string }): number {
  return alphabet.compare(a.name, b.name);
}

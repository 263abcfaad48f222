import { sql } from "kysely";
import { type FieldErrors, fail, type Result, succeed } from "#app/core/result.ts";
import { findOrCreateOrganisation } from "#app/partnerships/index.server.ts";
import { type Context, partnershipsWhere } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { BidInput } from "./bid.schema.ts";
import type { BidPart } from "./bid.ts";

/** Who takes part in a bid and what it serves, by id. */
export type BidLinks = {
  partnerships: { partnershipId: number; part: BidPart }[];
  priorityIds: readonly number[];
  projectIds: readonly number[];
};

/** Priorities and projects that stand on a bid already: they may stay though the writer cannot read them. */
export type Attached = { priorityIds: readonly number[]; projectIds: readonly number[] };

/** Each partnership with its part; the recorder is named apart where it is neither lead nor partner. */
export function partsOf(
  leadId: number | null,
  partnerIds: readonly number[],
  recorderId: number,
): BidLinks["partnerships"] {
  const parts = new Map<number, BidPart>([[recorderId, "recorder"]]);
  for (const id of partnerIds) parts.set(id, "partner");
  if (leadId !== null) parts.set(leadId, "lead");
  return [...parts].map(([partnershipId, part]) => ({ partnershipId, part }));
}

/**
 * Checks what a draft points to.
 * @returns the links as they are to be kept, or messages by field.
 */
export async function checkLinks(
  trx: Writer,
  context: Context,
  input: Pick<BidInput, "roundId" | "priorityIds" | "projectIds">,
  partnerships: BidLinks["partnerships"],
  attached: Attached,
): Promise<Result<BidLinks>> {
  const errors: FieldErrors = {};
  const partnershipIds = partnerships.map(({ partnershipId }) => partnershipId);
  const roundIds = input.roundId === null ? [] : [input.roundId];
  const known = await countKnown(trx, roundIds, partnershipIds);
  if (known.rounds < roundIds.length) {
    errors.roundId = "Choose a round from the list";
  }
  if (known.partnerships < partnershipIds.length) {
    errors.partnerIds = "Choose partnerships from the list";
  }
  const choosable = (table: "priority" | "project", named: readonly number[]) =>
    named.length === 0 ? [] : ownedIds(trx, context, table, partnershipIds);
  const priorities = await choosable("priority", [...input.priorityIds, ...attached.priorityIds]);
  const projects = await choosable("project", [...input.projectIds, ...attached.projectIds]);
  const priorityIds = kept(input.priorityIds, attached.priorityIds, priorities);
  const projectIds = kept(input.projectIds, attached.projectIds, projects);
  if (priorityIds === null) errors.priorityIds = "Choose priority areas of the lead or a partner of this bid";
  if (projectIds === null) errors.projectIds = "Choose projects of the lead or a partner of this bid";
  if (priorityIds === null || projectIds === null || Object.keys(errors).length > 0) return fail(errors);
  return succeed({ partnerships, priorityIds, projectIds });
}

type Owned = { id: number; readable: boolean }[];

/** What was chosen, and what stood there that the writer cannot read; null where a choice was not open to them. */
function kept(chosen: readonly number[], attached: readonly number[], owned: Owned): number[] | null {
  const readable = new Set(owned.filter((record) => record.readable).map(({ id }) => id));
  const unseen = owned.filter(({ id, readable }) => !readable && attached.includes(id)).map(({ id }) => id);
  if (chosen.some((id) => !readable.has(id) && !unseen.includes(id))) return null;
  return [...new Set([...chosen, ...unseen])];
}

async function ownedIds(
  trx: Writer,
  { scope }: Context,
  table: "priority" | "project",
  partnershipIds: number[],
): Promise<Owned> {
  const rows = await trx
    .selectFrom(table)
    .select(["id", "partnership_id"])
    .where("partnership_id", "in", partnershipIds)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    // Priorities are published facts; projects belong to those who run them.
    readable: table === "priority" || scope.all || scope.partnershipIds.includes(row.partnership_id),
  }));
}

/** How many of these there are. In one query: whoever logs a bid waits for each. */
async function countKnown(trx: Writer, roundIds: readonly number[], partnershipIds: readonly number[]) {
  const { rows } = await sql<{ kind: "round" | "partnership" }>`
    select 'round' as kind from round where id in (${sql.join([0, ...roundIds])})
    union all select 'partnership' from partnership where id in (${sql.join([0, ...partnershipIds])})`.execute(
    trx,
  );
  const partnerships = rows.filter(({ kind }) => kind === "partnership").length;
  return { rounds: rows.length - partnerships, partnerships };
}

/** Writes who takes part in a bid and what it serves, in place of what stood there. */
export async function replaceLinks(trx: Writer, bidId: number, links: BidLinks): Promise<void> {
  await trx.deleteFrom("bid_partnership").where("bid_id", "=", bidId).execute();
  await trx.deleteFrom("bid_priority").where("bid_id", "=", bidId).execute();
  await trx.deleteFrom("bid_project").where("bid_id", "=", bidId).execute();
  await addLinks(trx, bidId, links);
}

/** Writes who takes part in a new bid and what it serves. */
export async function addLinks(trx: Writer, bidId: number, links: BidLinks): Promise<void> {
  const { partnerships, priorityIds, projectIds } = links;
  await trx
    .insertInto("bid_partnership")
    .values(
      partnerships.map(({ partnershipId, part }) => ({ bid_id: bidId, partnership_id: partnershipId, part })),
    )
    .execute();
  const priorities = priorityIds.map((priority_id) => ({ bid_id: bidId, priority_id }));
  if (priorities.length > 0) await trx.insertInto("bid_priority").values(priorities).execute();
  const projects = projectIds.map((project_id) => ({ bid_id: bidId, project_id }));
  if (projects.length > 0) await trx.insertInto("bid_project").values(projects).execute();
}

/** What a draft's form says, by column. An amount left empty is "not recorded". */
export async function draftColumns(trx: Writer, input: BidInput) {
  const { requestedPence } = input;
  const approximate = input.requestedApproximate ? ("approximate" as const) : ("exact" as const);
  return {
    title: input.title,
    round_id: input.roundId,
    accountable_body_id:
      input.accountableBody === null ? null : await findOrCreateOrganisation(trx, input.accountableBody),
    purpose: input.purpose,
    requested_pence: requestedPence,
    requested_basis: requestedPence === null ? ("not_recorded" as const) : approximate,
    expected_decision: input.expectedDecision,
    lead_officer: input.leadOfficer,
  };
}

/** True where the actor writes the bids of a partnership. */
export function writesFor(context: Context, partnershipId: number): boolean {
  const writable = partnershipsWhere(context.actor, "bid.write");
  return writable === null || writable.includes(partnershipId);
}

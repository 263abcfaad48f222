import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Bid, BidEvent, BidPart, BidPartnership, Named } from "./bid.ts";
import { isBidInScope, type OneBid } from "./bid-scope.server.ts";
import { signingOf } from "./sign-off/sign-off.queries.server.ts";
import { isWriting } from "./sign-off/writing.server.ts";

/** The audit log's words for what makes a person a writer of a bid. */
export const SAVE_DRAFT = "save draft bid";
export const CHANGE_DRAFT = "change draft bid";

const bidRow = keepQuery((reader, { bidId, scope }: OneBid) =>
  reader
    .selectFrom("bid")
    .leftJoin("round", "round.id", "bid.round_id")
    .leftJoin("fund", (join) =>
      join.on((e) => e("fund.id", "=", e.fn.coalesce("round.fund_id", "bid.fund_id"))),
    )
    .leftJoin("funder", (join) =>
      join.on((e) => e("funder.id", "=", e.fn.coalesce("fund.funder_id", "bid.funder_id"))),
    )
    .leftJoin("organisation", "organisation.id", "bid.accountable_body_id")
    .selectAll("bid")
    .select([
      "round.name as round_name",
      "round.decision_expected as round_decision",
      "fund.id as known_fund_id",
      "fund.name as fund_name",
      "funder.id as known_funder_id",
      "funder.name as funder_name",
      "organisation.name as accountable_body",
    ])
    .where("bid.id", "=", bidId)
    .where(isBidInScope(scope)),
);

/** A bid, whole. @throws NotFoundError where there is none, or none that the actor may read. */
export async function getBid(context: Context, id: number): Promise<Bid> {
  const [row] = await bidRow(context.db.read, { bidId: id, scope: context.scope });
  if (!row) throw new NotFoundError(`No bid ${id}`);
  const bid = {
    id: row.id,
    reference: row.reference,
    title: row.title,
    status: row.status,
    round: named(row.round_id, row.round_name),
    fund: named(row.known_fund_id, row.fund_name),
    funder: named(row.known_funder_id, row.funder_name),
    recordedByPartnershipId: row.recorded_by_partnership_id,
    partnerships: await partnershipsOf(context, id),
    accountableBody: named(row.accountable_body_id, row.accountable_body),
    purpose: row.purpose,
    requestedPence: row.requested_pence,
    requestedBasis: row.requested_basis,
    expectedDecision: row.expected_decision,
    roundDecision: row.round_decision,
    leadOfficer: row.lead_officer,
    priorities: await prioritiesOf(context, id),
    projects: await projectsOf(context, id),
    createdBy: row.created_by,
    createdAt: row.created_at,
    writerIds: await writersOf(context, id),
    submittedOn: row.submitted_on,
    decidedOn: row.decided_on,
    note: row.note,
    sourceDocumentId: row.source_document_id,
    sourceParagraph: row.source_paragraph,
    version: row.version,
  };
  return { ...bid, signing: await signingOf(context, bid) };
}

const eventsOf = keepQuery((reader, { bidId, scope }: OneBid) =>
  reader
    .selectFrom("bid")
    .innerJoin("bid_event", "bid_event.bid_id", "bid.id")
    .leftJoin("person", "person.id", "bid_event.person_id")
    .selectAll("bid_event")
    .select("person.name as person_name")
    .where("bid.id", "=", bidId)
    .where(isBidInScope(scope))
    .orderBy("bid_event.id", "desc"),
);

/** What happened to a bid, newest first. Events of a bid that the actor may not read are none. */
export async function listBidEvents(context: Context, bidId: number): Promise<BidEvent[]> {
  const rows = await eventsOf(context.db.read, { bidId, scope: context.scope });
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    happenedOn: row.happened_on,
    personName: row.person_name,
    action: row.action,
    to: row.to_status,
    reason: row.reason,
    reference: row.reference,
  }));
}

const ORDER: Record<BidPart, number> = { lead: 0, partner: 1, recorder: 2 };

const partnershipRows = keepQuery((reader, bidId: number) =>
  reader
    .selectFrom("bid_partnership")
    .innerJoin("partnership", "partnership.id", "bid_partnership.partnership_id")
    .select(["partnership.id", "partnership.name", "bid_partnership.part"])
    .where("bid_partnership.bid_id", "=", bidId),
);

async function partnershipsOf(context: Context, bidId: number): Promise<BidPartnership[]> {
  const rows = await partnershipRows(context.db.read, bidId);
  return rows.sort((a, b) => ORDER[a.part] - ORDER[b.part] || a.name.localeCompare(b.name, "en-GB"));
}

const priorityRows = keepQuery((reader, bidId: number) =>
  reader
    .selectFrom("bid_priority")
    .innerJoin("priority", "priority.id", "bid_priority.priority_id")
    .select(["priority.id", "priority.title", "priority.partnership_id"])
    .where("bid_priority.bid_id", "=", bidId)
    .orderBy("priority.id"),
);

async function prioritiesOf(context: Context, bidId: number): Promise<Bid["priorities"]> {
  const rows = await priorityRows(context.db.read, bidId);
  return rows.map((row) => ({ id: row.id, name: row.title, partnershipId: row.partnership_id }));
}

const projectRows = keepQuery((reader, bidId: number) =>
  reader
    .selectFrom("bid_project")
    .innerJoin("project", "project.id", "bid_project.project_id")
    .select(["project.id", "project.name", "project.partnership_id"])
    .where("bid_project.bid_id", "=", bidId)
    .orderBy("project.id"),
);

async function projectsOf(context: Context, bidId: number): Promise<Bid["projects"]> {
  const rows = await projectRows(context.db.read, bidId);
  return rows.map((row) => ({ id: row.id, name: row.name, partnershipId: row.partnership_id }));
}

const writerRows = keepQuery((reader, recordId: string) =>
  reader
    .selectFrom("audit_entry")
    .select("actor_id")
    .distinct()
    .where("record_type", "=", "bid")
    .where("record_id", "=", recordId)
    .where(isWriting())
    .where("actor_id", "is not", null)
    .orderBy("actor_id"),
);

/** Everybody who saved the draft, as the audit log has it. */
async function writersOf(context: Context, bidId: number): Promise<number[]> {
  const rows = await writerRows(context.db.read, String(bidId));
  return rows.map((row) => row.actor_id).filter((id) => id !== null);
}

function named(id: number | null, name: string | null): Named | null {
  return id === null || name === null ? null : { id, name };
}

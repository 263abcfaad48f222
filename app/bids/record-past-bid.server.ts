import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { findOrCreateOrganisation } from "#app/partnerships/index.server.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { BidStatus } from "./bid.status.ts";
import type { BidPart, RequestedBasis } from "./bid.ts";
import { addEvent, nextReference } from "./bid-history.server.ts";
import { addLinks, checkLinks } from "./bid-links.server.ts";
import { addOwner } from "./team/change-team.server.ts";
import { linkUmbrellaItem } from "./umbrella/itemise-bid.server.ts";
import { findUmbrellaToItemise } from "./umbrella/umbrella.queries.server.ts";

/** A bid that was made before it came into the register. What is left out is "not recorded". Dates are partial. */
export type PastBid = {
  title: string;
  status: Exclude<BidStatus, "draft" | "awaiting_sign_off">;
  recordedByPartnershipId: number;
  /** Who takes part; the recorder is added where it is not among them. */
  partnerships: readonly { partnershipId: number; part: "lead" | "partner" }[];
  roundId?: number | null;
  /** Where the round is not recorded. */
  fundId?: number | null;
  funderId?: number | null;
  accountableBody?: string | null;
  purpose?: string | null;
  /** Pence. */
  requestedPence?: number | null;
  approximate?: boolean;
  expectedDecision?: string | null;
  leadOfficer?: string | null;
  submittedOn?: string | null;
  decidedOn?: string | null;
  note?: string | null;
  priorityIds?: readonly number[];
  projectIds?: readonly number[];
  /** The umbrella record of which it is one. */
  umbrellaId?: number | null;
  sourceDocumentId?: number | null;
  sourceParagraph?: string | null;
};

const DECIDED: readonly BidStatus[] = ["reserve", "awarded", "part_awarded", "unsuccessful"];

/**
 * Enters a bid as history, owned by whoever enters it, at the status that it has reached.
 * @returns id and reference, or messages by field.
 */
export async function recordPastBid(
  context: Context,
  input: PastBid,
): Promise<Result<{ bidId: number; reference: string }>> {
  const permission = DECIDED.includes(input.status) ? "decision.record" : "bid.write";
  requirePermission(context, permission, [input.recordedByPartnershipId]);
  const umbrellaId = input.umbrellaId ?? null;
  if (umbrellaId !== null && (await findUmbrellaToItemise(context, umbrellaId)) === null) {
    return fail({ form: "The bid of which this is a part is not there any more" });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const parts = new Map<number, BidPart>([[input.recordedByPartnershipId, "recorder"]]);
    for (const { partnershipId, part } of input.partnerships) parts.set(partnershipId, part);
    if ([...parts.values()].filter((part) => part === "lead").length > 1) {
      return fail({ partnerships: "A bid has at most one lead" });
    }
    const links = await checkLinks(
      trx,
      context,
      {
        roundId: input.roundId ?? null,
        priorityIds: [...(input.priorityIds ?? [])],
        projectIds: [...(input.projectIds ?? [])],
      },
      [...parts].map(([partnershipId, part]) => ({ partnershipId, part })),
      { priorityIds: [], projectIds: [] },
    );
    if (!links.ok) return links;
    const accountableBodyId = input.accountableBody
      ? await findOrCreateOrganisation(trx, input.accountableBody)
      : null;
    const after = {
      ...pastColumns(input),
      reference: await nextReference(trx),
      accountable_body_id: accountableBodyId,
      created_by: personId(context),
      created_at: context.now(),
    };
    const { id } = await trx.insertInto("bid").values(after).returning("id").executeTakeFirstOrThrow();
    await addLinks(trx, id, links.value);
    if (after.created_by !== null) await addOwner(trx, id, after.created_by);
    if (umbrellaId !== null) {
      const linked = await linkUmbrellaItem(trx, umbrellaId, id);
      if (!linked.ok) return fail({ form: linked.errors.reference ?? "" });
    }
    const happenedOn = input.decidedOn ?? input.submittedOn ?? null;
    await addEvent(trx, context, id, { action: "record_past", from: null, to: input.status, happenedOn });
    await recordAudit(trx, context, {
      action: "record past bid",
      recordType: "bid",
      recordId: id,
      after: { ...after, ...links.value, umbrellaId },
    });
    return succeed({ bidId: id, reference: after.reference });
  });
}

function pastColumns(input: PastBid) {
  const requestedPence = input.requestedPence ?? null;
  const basis: RequestedBasis = input.approximate ? "approximate" : "exact";
  const roundKnown = (input.roundId ?? null) !== null;
  return {
    title: input.title,
    status: input.status,
    round_id: input.roundId ?? null,
    fund_id: roundKnown ? null : (input.fundId ?? null),
    funder_id: roundKnown ? null : (input.funderId ?? null),
    recorded_by_partnership_id: input.recordedByPartnershipId,
    purpose: input.purpose ?? null,
    requested_pence: requestedPence,
    requested_basis: requestedPence === null ? ("not_recorded" as const) : basis,
    expected_decision: input.expectedDecision ?? null,
    lead_officer: input.leadOfficer ?? null,
    submitted_on: input.submittedOn ?? null,
    decided_on: input.decidedOn ?? null,
    note: input.note ?? null,
    source_document_id: input.sourceDocumentId ?? null,
    source_paragraph: input.sourceParagraph ?? null,
  };
}

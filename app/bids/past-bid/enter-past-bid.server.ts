import { fail, type Result } from "#app/core/result.ts";
import { listFunders, listFunds } from "#app/funds/index.server.ts";
import { type Context, may, requirePermission } from "#app/platform/context.server.ts";
import { recordPastBid } from "../record-past-bid.server.ts";
import { problemsWithPastBid } from "./past-bid.rules.ts";
import type { PastBidAnswers } from "./past-bid.schema.ts";

/**
 * Enters a past bid from the answers of its page. The person must be of those who write the bid: its lead's people, or
 * any partner's where no lead is recorded. @returns its id and reference.
 */
export async function enterPastBid(
  context: Context,
  answers: PastBidAnswers,
): Promise<Result<{ bidId: number; reference: string }>> {
  const { recordedById, partnershipIds, leadId } = answers;
  requirePermission(context, "decision.record", [recordedById]);
  const errors = problemsWithPastBid(answers, context.today);
  if (answers.fundId !== null && !(await listFunds(context)).some(({ id }) => id === answers.fundId)) {
    errors.fundId = "Choose from the list";
  }
  if (answers.funderId !== null && !(await listFunders(context)).some(({ id }) => id === answers.funderId)) {
    errors.funderId = "Choose from the list";
  }
  if (Object.keys(errors).length > 0) return fail(errors);
  const writing = leadId === null ? [...partnershipIds, recordedById] : [leadId];
  if (!may(context.actor, "decision.record", writing)) {
    return fail({
      leadId: "Only the lead's managers and finance can record the bid. Leave the lead empty, or ask them",
    });
  }
  const needsWriter = answers.status === "submitted" || answers.status === "withdrawn";
  if (needsWriter && !may(context.actor, "bid.write", [recordedById])) {
    return fail({ status: "Only officers and managers enter a bid without a decision" });
  }
  const recorded = await recordPastBid(context, {
    ...answers,
    recordedByPartnershipId: recordedById,
    partnerships: partnershipIds.map((partnershipId) => ({
      partnershipId,
      part: partnershipId === leadId ? "lead" : "partner",
    })),
  });
  if (recorded.ok || !recorded.errors.partnerIds) return recorded;
  return fail({ partnershipIds: recorded.errors.partnerIds });
}

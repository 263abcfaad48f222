import { fail, type Result } from "#app/core/result.ts";
import { listFunders, listFunds, listRounds } from "#app/funds/index.server.ts";
import { listPartnerships } from "#app/partnerships/index.server.ts";
import { type Context, may, requirePermission } from "#app/platform/context.server.ts";
import { writingPartnerships } from "./award.ts";
import { readPastAward } from "./past-award.rules.ts";
import type { PastAwardAnswers } from "./past-award.schema.ts";
import { recordPastAward } from "./record-past-award.server.ts";

/**
 * Records an award already made from the answers of its page. What is chosen must be there, and the person must be of
 * those who write the award: its lead, or any partner where no lead is recorded. @returns its id and reference.
 */
export async function enterPastAward(
  context: Context,
  answers: PastAwardAnswers,
): Promise<Result<{ id: number; reference: string }>> {
  requirePermission(context, "award.seal", [answers.recordedById]);
  const read = readPastAward(answers, context.today);
  if (!read.ok) return read;
  const { amount, partnerships } = read.value;
  const known = new Set((await listPartnerships(context)).map(({ id }) => id));
  if (!answers.partnershipIds.every((id) => known.has(id))) {
    return fail({ partnershipIds: "Choose from the list" });
  }
  if (!may(context.actor, "award.seal", writingPartnerships(partnerships))) {
    return fail({
      leadId: "Only the lead's managers and finance can record the award. Leave the lead empty, or ask them",
    });
  }
  const origin = await originOf(context, answers);
  if (!origin.ok) return origin;
  const recorded = await recordPastAward(context, {
    title: answers.title,
    bidId: null,
    recordedByPartnershipId: answers.recordedById,
    partnerships,
    accountableBodyId: null,
    receivedThroughId: null,
    receivedThrough: answers.receivedThrough,
    recipient: null,
    purpose: answers.purpose,
    deliveryFrom: answers.deliveryFrom,
    deliveryTo: answers.deliveryTo,
    statusNote: null,
    note: null,
    strands: [],
    sourceDocumentId: null,
    sourceParagraph: null,
    decidedOn: answers.decidedOn,
    documentDay: null,
    decisionReference: answers.decisionReference,
    reason: answers.reason,
    ...amount,
    ...origin.value,
    lines: [],
    mayInclude: [],
  });
  if (recorded.ok || !recorded.errors.partnerships) return recorded;
  return fail({ partnershipIds: recorded.errors.partnerships });
}

/** Round, fund and funder: a round brings its fund and a fund its funder; what is said besides must agree. */
async function originOf(
  context: Context,
  { roundId, fundId, funderId }: PastAwardAnswers,
): Promise<Result<{ roundId: number | null; fundId: number | null; funderId: number | null }>> {
  const round = (await listRounds(context)).find(({ id }) => id === roundId);
  if (roundId !== null && !round) return fail({ roundId: "Choose from the list" });
  if (round && fundId !== null && fundId !== round.fund.id) {
    return fail({ fundId: `The round is one of ${round.fund.name}: choose that fund, or leave it out` });
  }
  const itsFundId = round?.fund.id ?? fundId;
  const fund = (await listFunds(context)).find(({ id }) => id === itsFundId);
  if (fundId !== null && !fund) return fail({ fundId: "Choose from the list" });
  const itsFunder = fund?.funder ?? round?.funder ?? null;
  if (itsFunder && funderId !== null && funderId !== itsFunder.id) {
    return fail({ funderId: `The fund is one of ${itsFunder.name}: choose that funder, or leave it out` });
  }
  if (funderId !== null && !(await listFunders(context)).some(({ id }) => id === funderId)) {
    return fail({ funderId: "Choose from the list" });
  }
  return { ok: true, value: { roundId, fundId: itsFundId, funderId: itsFunder?.id ?? funderId } };
}

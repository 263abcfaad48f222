import { poundsForField } from "#app/core/money.ts";
import { validityForField } from "#app/partnerships/index.ts";
import { dateParts, type FormValues } from "#app/ui/forms/form-values.ts";
import { ROUND_NOT_KNOWN } from "./bid.schema.ts";
import type { Bid } from "./bid.ts";

/** What an address chose for a new bid, as texts that the form then checks; empty where it chose nothing. */
type Start = { round: string; priority: string; project: string; leads: readonly { id: number }[] };

/** What the form of a new bid starts with: somebody who writes for one partnership bids as its lead. */
export function newBidValues(start: Start): FormValues {
  const [only, another] = start.leads;
  return {
    roundId: start.round,
    priorityIds: start.priority === "" ? [] : [start.priority],
    projectIds: start.project === "" ? [] : [start.project],
    leadPartnershipId: only && !another ? String(only.id) : "",
  };
}

/** What the form of a draft starts with. */
export function bidFormValues(bid: Bid): FormValues {
  const ids = (part: string) =>
    bid.partnerships.filter((one) => one.part === part).map(({ id }) => String(id));
  return {
    roundId: String(bid.round?.id ?? ROUND_NOT_KNOWN),
    title: bid.title,
    purpose: bid.purpose ?? "",
    requestedPence: poundsForField(bid.requestedPence),
    requestedApproximate: bid.requestedBasis === "approximate" ? "yes" : "",
    leadPartnershipId: ids("lead")[0] ?? "",
    partnerIds: ids("partner"),
    accountableBody: bid.accountableBody?.name ?? "",
    priorityIds: bid.priorities.map(({ id }) => String(id)),
    projectIds: bid.projects.map(({ id }) => String(id)),
    expectedDecision: dateParts(validityForField(bid.expectedDecision, "to")),
    leadOfficer: bid.leadOfficer ?? "",
  };
}

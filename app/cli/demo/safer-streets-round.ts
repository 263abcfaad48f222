import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { type BasisPoints, parsePercentage } from "#app/core/percentage.ts";
import { besideDate, publishedDate, publishedPence, sentences } from "./published.ts";
import type { SaferStreetsRound } from "./safer-streets-facts.ts";

const LEADS: Record<string, string> = {
  PCC: "Police and Crime Commissioners",
  local_authority: "local authorities",
  BTP: "British Transport Police",
  CSO: "civil society organisations",
  "CSO (per evaluation)": "civil society organisations (according to the evaluation)",
};

/** Rounds that are not called Safer Streets, and why they stand among them. */
const REMARKS: Record<string, string> = {
  SWAN: "A fund of its own name; the announced totals of Safer Streets count it",
};

/** A round of the Safer Streets Fund as a round of the register: what has no field of its own stands in the note. */
export function saferStreetsRound(fact: SaferStreetsRound) {
  const guidance = fact.sources.find((url) => /^https?:\/\/(www\.)?gov\.uk\//.test(url));
  const leads = fact.eligible_lead.map((code) => LEADS[code] ?? code).join(", ");
  return {
    name: fact.name,
    opensOn: publishedDate(fact.opened),
    closesAt: closingOf(fact.bid_deadline),
    decisionExpected: publishedDate(fact.decision_expected),
    deliveryFrom: publishedDate(fact.delivery_start),
    deliveryTo: publishedDate(fact.delivery_end),
    potPence: publishedPence(fact.pot_gbp),
    capPence: publishedPence(fact.max_bid_gbp),
    matchBasisPoints: matchOf(fact.match),
    matchNote: fact.match,
    // In whose order bids come to the funder is part of who may lead them.
    whoMayLead: sentences(leads.charAt(0).toUpperCase() + leads.slice(1), fact.priority_order),
    bidsPerArea: fact.max_bids_per_area,
    kind: kindOf(fact.competitive),
    guidanceUrl: guidance?.split(" ")[0] ?? null,
    note: noteOf(fact),
  };
}

/** Midnight is the last minute of the day that it stands beside. */
function closingOf(deadline: string | null): string | null {
  const day = publishedDate(deadline);
  return day !== null && besideDate(deadline) === "midnight" ? `${day}T23:59` : day;
}

/** The percentage that the fund itself asks of every bid; what others asked of their bidders is none. */
function matchOf(match: string | null): BasisPoints | null {
  const percentage = /^(\d+)%(?:,| mandatory)/.exec(match ?? "")?.[1];
  return percentage === undefined ? null : parsePercentage(percentage);
}

/** Not stated is not "competitive". */
function kindOf(competitive: boolean | null): "competitive" | "allocation" | null {
  if (competitive === null) return null;
  return competitive ? "competitive" : "allocation";
}

function noteOf(fact: SaferStreetsRound): string {
  const caps = Object.entries(fact.fy_caps).map(([year, pounds]) => `${year}: ${inPounds(pounds)}`);
  const stated = sentences(
    REMARKS[fact.id],
    dated("Announced", fact.announced),
    besideDate(fact.opened) && dated("Opened", fact.opened),
    besideDate(fact.bid_deadline) && dated("Closed", fact.bid_deadline),
    besideDate(fact.decision_expected) && dated("Decision expected", fact.decision_expected),
    dated("Awards announced", fact.awards_announced),
    besideDate(fact.delivery_start) && dated("Delivery from", fact.delivery_start),
    besideDate(fact.delivery_end) && dated("Delivery to", fact.delivery_end),
    potHistory(fact),
    fact.awarded_gbp !== null && `Awarded in all: ${inPounds(fact.awarded_gbp)}, ${fact.awarded_precision}`,
    fact.awards !== null && `${fact.awards} awards`,
    fact.recipients && `Recipients: ${fact.recipients}`,
    fact.max_bid_note && `The most for one bid: ${fact.max_bid_note}`,
    caps.length > 0 && `The most for one bid in each year: ${caps.join("; ")}`,
    fact.no_transfer_between_financial_years && "No transfer between financial years",
    fact.approved,
    fact.grant_agreements && `Grant agreements: ${fact.grant_agreements}`,
    fact.payment && `Payment: ${fact.payment}`,
    fact.change_control && `Change: ${fact.change_control}`,
    fact.closed,
  );
  return `${stated ?? ""}\nPublished at: ${fact.sources.join(" ; ")}`.trim();
}

function potHistory({ pot_history: history }: SaferStreetsRound): string | null {
  if (history.length === 0) return null;
  const stages = history.map(({ when, total, total_note, per_area }) => {
    const area = typeof per_area === "number" ? inPounds(per_area) : per_area;
    return `${when}: ${total_note ?? inPounds(total)}${area === null ? "" : `, for an area ${area}`}`;
  });
  return `Pot as published: ${stages.join("; ")}`;
}

function dated(label: string, words: string | null): string | null {
  const date = publishedDate(words);
  if (date === null) return null;
  const remark = besideDate(words);
  return `${label}: ${formatDate(date)}${remark === null ? "" : ` (${remark})`}`;
}

function inPounds(pounds: number): string {
  return formatPounds(publishedPence(pounds) ?? 0);
}

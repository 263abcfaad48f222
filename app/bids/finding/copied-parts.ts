import { type BidInput, ROUND_NOT_KNOWN } from "../bid.schema.ts";
import type { Bid } from "../bid.ts";

/** What of a bid goes into a copy of it, as the page of the copy lists it: the one list of what is copied. */
type CopiedPart = { what: string; answers: (bid: Bid, choices: Choices) => Partial<BidInput> };

/** What the person who copies may choose on a bid of their own. */
type Choices = {
  leads: readonly { id: number }[];
  priorities: readonly { id: number }[];
  projects: readonly { id: number }[];
};

export const COPIED_PARTS: readonly CopiedPart[] = [
  { what: "What the money is for", answers: ({ purpose }) => ({ purpose }) },
  {
    what: "The amount requested, approximate where it was",
    answers: ({ requestedPence, requestedBasis }) => ({
      requestedPence,
      requestedApproximate: requestedBasis === "approximate",
    }),
  },
  {
    what: "The lead, where you write its bids, and the partners",
    answers: ({ partnerships }, { leads }) => ({
      leadPartnershipId:
        partnerships.find(({ id, part }) => part === "lead" && leads.some((lead) => lead.id === id))?.id ??
        null,
      partnerIds: partnerships.filter(({ part }) => part === "partner").map(({ id }) => id),
    }),
  },
  {
    what: "The accountable body",
    answers: ({ accountableBody }) => ({ accountableBody: accountableBody?.name ?? null }),
  },
  {
    what: "The priority areas that are still in force",
    answers: (bid, { priorities }) => ({ priorityIds: idsIn(bid.priorities, priorities) }),
  },
  {
    what: "The projects of your own partnerships",
    answers: (bid, { projects }) => ({ projectIds: idsIn(bid.projects, projects) }),
  },
  { what: "The lead officer", answers: ({ leadOfficer }) => ({ leadOfficer }) },
];

/** What stays with the bid that is copied. */
export const NOT_COPIED: readonly string[] = [
  "Its reference, round and expected decision",
  "Its costs, which belong to the years of its round",
  "That a section is complete: each is to be read again",
  "Its status, its history and the funder's decision",
  "Its award",
];

/** The answers of a copy, with its own title and round. */
export function copiedAnswers(
  bid: Bid,
  choices: Choices,
  own: Pick<BidInput, "title" | "roundId">,
): BidInput {
  const empty = { requestedNotKnown: false, expectedDecision: null };
  return Object.assign(empty, ...COPIED_PARTS.map(({ answers }) => answers(bid, choices)), own);
}

/** What the two questions of a copy start with. */
export function copyDefaults(bid: Pick<Bid, "title">) {
  return { title: bid.title, roundId: ROUND_NOT_KNOWN };
}

function idsIn(all: readonly { id: number }[], choices: readonly { id: number }[]): number[] {
  const open = new Set(choices.map(({ id }) => id));
  return all.map(({ id }) => id).filter((id) => open.has(id));
}

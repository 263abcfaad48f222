import { VERSION_KINDS, type VersionKind } from "#app/awards/index.ts";
import { CLAIM_ACTION_WORDS, type ClaimAction } from "#app/claims/index.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";

/** What of an award its figures are made of, or by which they move. */
export const MONEY_FACTS = ["version", "claim", "receipt", "spend", "onward"] as const;

/** What moves its status. */
export const STATUS_FACTS = [
  ...(["version", "begun", "claim", "receipt", "met", "sent", "late"] as const),
  ...(["closed", "reopened", "held", "lifted"] as const),
] as const;

export type FactKind = (typeof MONEY_FACTS)[number] | (typeof STATUS_FACTS)[number];

export type Fact = {
  awardId: number;
  /** A date, however precisely it is known. */
  day: string;
  kind: FactKind;
  /** A number of a version, claim or entry of spend; what is late; to whom money was passed on. */
  name: string | null;
  /** The kind of a version or payment, the action of a claim; of an entry of spend the number of the one that it corrects. */
  what: string | null;
  words: string | null;
  pence: number | null;
};

/** What happened, and why, as a sentence without a full stop: "31 March 2026, claim 2 submitted". */
export function factWords({ kind, day, name, what, words, pence }: Fact): string {
  const on = formatDate(day);
  const why = words === null || words === "" ? "" : `: ${words}`;
  switch (kind) {
    case "version":
      return `${on}, version ${name}, ${VERSION_KINDS[what as VersionKind].name.toLowerCase()}${why}`;
    case "begun":
      return `${on}, claim ${name} begun`;
    case "claim":
      return `${on}, claim ${name} ${doneWords(what as ClaimAction)}${why}`;
    case "receipt":
      return (pence ?? 0) < 0
        ? `${on}, claim ${name}: ${formatPounds(-(pence ?? 0))} was taken back${why}`
        : `${on}, claim ${name}: ${formatPounds(pence ?? 0)} came${why}`;
    case "spend": {
      const entry = `${on}, spend ${name}`;
      if (what === null) return `${entry}: ${formatPounds(pence ?? 0)} spent${why}`;
      return `${entry}, a correction of spend ${what}: ${signed(pence ?? 0)}${why}`;
    }
    case "onward": {
      const done = what === "paid" ? "paid to" : "came back from";
      return `${on}: ${formatPounds(pence ?? 0)} ${done} ${name}${why}`;
    }
    case "late":
      return `${name} was due ${on}${why}`;
    case "met":
      return `${on}, condition met${why}`;
    case "sent":
      return `${on}, return sent`;
    default:
      return `${on}, ${STANDING_WORDS[kind]}${why}`;
  }
}

/** "submitted", "query recorded": after what it was done to. */
function doneWords(action: ClaimAction): string {
  return CLAIM_ACTION_WORDS[action].done.replace(/^Claim /, "").toLowerCase();
}

const STANDING_WORDS = {
  ...{ closed: "closed", reopened: "opened again", held: "put on hold", lifted: "taken off hold" },
} as const;

function signed(pence: number): string {
  return `${pence < 0 ? "−" : "+"}${formatPounds(Math.abs(pence))}`;
}

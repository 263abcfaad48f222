import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Named } from "../funds.ts";

/** A partnership's decision not to bid to a round. */
export type NotBid = {
  id: number;
  round: Named;
  fund: string;
  partnership: Named;
  decidedOn: IsoDay;
  reason: string;
  /** The bids of the partnership to the round that the reader may read, not withdrawn: made all the same. */
  bids: { id: number; reference: string }[];
  /** When the decision was taken back, and why; null while it was not. */
  takenBack: { on: IsoDay; because: string } | null;
};

/** A bid to a round of a partnership that is asked whether it bids. */
export type BidToRound = { id: number; reference: string; title: string; partnership: string };

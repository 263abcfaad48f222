/** Who looks after a bid; each person has one part in it. */
export type BidTeamTable = { bid_id: number; person_id: number; part: "owner" | "helper" | "watcher" };

import { beforeAll, describe, expect, it } from "vitest";
import { getBid, listBidEvents, recordPastBid } from "#app/bids/index.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { createFunder, operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { auditOf, type BidStory, bidStory } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
beforeAll(async () => {
  story = await bidStory(register.db);
});

describe("a bid entered as history", () => {
  it("may lack round, fund, funder and amount, and keeps the precision of its dates", async () => {
    const operator = operatorContext(register.db);
    const recorded = await recordPastBid(operator, {
      title: "Safer Streets 5",
      status: "awarded",
      recordedByPartnershipId: story.lead,
      partnerships: [
        { partnershipId: story.lead, part: "partner" },
        { partnershipId: story.partner, part: "partner" },
      ],
      decidedOn: "2023-10",
      note: "No lead is published",
    });
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.errors));
    const bid = await getBid(story.partnerManager.context, recorded.value.bidId);
    expect(bid).toMatchObject({
      status: "awarded",
      round: null,
      fund: null,
      funder: null,
      requestedPence: null,
      requestedBasis: "not_recorded",
      decidedOn: "2023-10",
      note: "No lead is published",
    });
    expect(bid.partnerships.map(({ part }) => part)).toEqual(["partner", "partner"]);
    expect(await listBidEvents(operator, bid.id)).toMatchObject([
      { action: "record_past", to: "awarded", happenedOn: "2023-10", personName: null },
    ]);
    expect(await auditOf(register.db, bid.id)).toEqual([["record past bid", null]]);
  });

  it("may name a funder without a round, and is recorded by a partnership that takes no part", async () => {
    const funderId = await createFunder(register.db);
    const recorded = await recordPastBid(story.manager.context, {
      title: "Various bids",
      status: "unsuccessful",
      recordedByPartnershipId: story.lead,
      partnerships: [{ partnershipId: story.partner, part: "lead" }],
      funderId,
      requestedPence: 110_000_000,
      approximate: true,
    });
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.errors));
    const bid = await getBid(story.manager.context, recorded.value.bidId);
    expect(bid).toMatchObject({ funder: { id: funderId }, requestedBasis: "approximate" });
    expect(bid.partnerships.map(({ part }) => part)).toEqual(["lead", "recorder"]);
  });

  it("is not recorded for a partnership of others, nor as decided by an officer", async () => {
    const past = (partnershipId: number) => ({
      title: "Past",
      status: "awarded" as const,
      recordedByPartnershipId: partnershipId,
      partnerships: [],
    });
    await expect(recordPastBid(story.manager.context, past(story.partner))).rejects.toThrow(ForbiddenError);
    await expect(recordPastBid(story.officer.context, past(story.lead))).rejects.toThrow(ForbiddenError);
  });

  it("has at most one lead", async () => {
    const refused = await recordPastBid(operatorContext(register.db), {
      title: "Two leads",
      status: "submitted",
      recordedByPartnershipId: story.lead,
      partnerships: [
        { partnershipId: story.lead, part: "lead" },
        { partnershipId: story.partner, part: "lead" },
      ],
    });
    expect(refused).toEqual({ ok: false, errors: { partnerships: "A bid has at most one lead" } });
  });
});

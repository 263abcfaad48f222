import { beforeAll, describe, expect, it } from "vitest";
import { NO_FILTERS } from "#app/bids/bid-filters.ts";
import { listBids, listBidsByPriority, recordPastBid, takeBidAction } from "#app/bids/index.server.ts";
import { addUmbrellaItem, removeUmbrellaItem } from "#app/bids/umbrella/itemise-bid.server.ts";
import { findUmbrellaOf, listUmbrellaItems } from "#app/bids/umbrella/umbrella.queries.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { moneyOfPriorities } from "#app/priorities/priority-money.rules.ts";
import { createPerson, createPriority, operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
beforeAll(async () => {
  story = await bidStory(register.db);
});

describe("an umbrella record", () => {
  const past = (title: string, requestedPence: number, umbrellaId?: number) =>
    recordPastBid(story.manager.context, {
      title,
      status: "awarded",
      recordedByPartnershipId: story.lead,
      partnerships: [{ partnershipId: story.lead, part: "partner" }],
      requestedPence,
      umbrellaId,
    });

  it("is itemised by bids that are there or are entered for it; none is in two, and there are no circles", async () => {
    const umbrella = await past("Various bids", 1_000_000_00);
    const one = await past("One of them", 300_000_00);
    if (!umbrella.ok || !one.ok) throw new Error("not recorded");
    const { context } = story.manager;
    const { bidId: id, reference } = umbrella.value;
    expect(await addUmbrellaItem(context, id, one.value.reference.toLowerCase())).toMatchObject({ ok: true });
    expect((await addUmbrellaItem(context, id, one.value.reference)).ok).toBe(false);
    expect((await addUmbrellaItem(context, one.value.bidId, reference)).ok).toBe(false);
    expect((await addUmbrellaItem(context, id, reference)).ok).toBe(false);
    expect(await addUmbrellaItem(context, id, "B-999999")).toEqual({
      ok: false,
      errors: { reference: "There is no bid with this reference" },
    });
    const elsewhere = await recordPastBid(operatorContext(register.db), {
      title: "Of others",
      status: "awarded",
      recordedByPartnershipId: story.foreign,
      partnerships: [{ partnershipId: story.foreign, part: "partner" }],
    });
    const both = await createPerson(register.db, { [story.lead]: "officer", [story.foreign]: "officer" });
    expect(
      await addUmbrellaItem(both.context, id, elsewhere.ok ? elsewhere.value.reference : ""),
    ).toMatchObject({ errors: { reference: expect.stringContaining("None of the partnerships") } });
    expect((await past("Another", 200_000_00, id)).ok).toBe(true);
    expect((await past("A third", 1, 999_999)).ok).toBe(false);
    expect((await listUmbrellaItems(context, id)).map(({ title }) => title)).toEqual([
      "One of them",
      "Another",
    ]);
    expect((await findUmbrellaOf(context, one.value.bidId))?.id).toBe(id);
    // £1m, of which £300,000 and £200,000 are itemised: not £1.5m.
    const list = await listBids(context, { ...NO_FILTERS, statuses: ["awarded"] });
    expect(list).toMatchObject({ count: 3, requestedPence: 1_000_000_00 });
    await expect(addUmbrellaItem(story.stranger.context, id, reference)).rejects.toThrow(NotFoundError);
    await removeUmbrellaItem(context, id, one.value.bidId);
    expect(await findUmbrellaOf(context, one.value.bidId)).toBeNull();
    await expect(removeUmbrellaItem(context, id, one.value.bidId)).rejects.toThrow(NotFoundError);
  });

  it("counts beside a priority area only for what is not itemised", async () => {
    const own = await bidStory(register.db);
    const { context } = own.officer;
    const priority = await createPriority(register.db, own.lead);
    const sent = async (requestedPence: number) => {
      const bid = await completeDraft(own, { requestedPence, priorityIds: [priority] });
      await takeBidAction(context, bid.id, bid.version, "submit", {});
      return bid;
    };
    const [umbrella, one, other] = [await sent(100_00), await sent(30_00), await sent(7_00)];
    await addUmbrellaItem(context, umbrella.id, one.reference);
    const bids = await listBidsByPriority(context, own.lead);
    expect(bids.map(({ bidId, pence }) => [bidId, pence])).toEqual([
      [umbrella.id, 70_00],
      [one.id, 30_00],
      [other.id, 7_00],
    ]);
    const [row] = moneyOfPriorities(
      [{ id: priority, title: "Theft", validFrom: null, validTo: null, themes: [] }],
      { secured: [], open: [], bids },
    );
    expect(row?.bidFor).toEqual({ pence: 107_00, count: 3, notRecorded: 0 });
  });
});

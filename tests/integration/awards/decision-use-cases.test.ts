import { beforeAll, describe, expect, test } from "vitest";
import { getAward } from "#app/awards/awards.queries.server.ts";
import type { Decision } from "#app/awards/decision.schema.ts";
import { recordDecision, verifyRegister } from "#app/awards/index.server.ts";
import { listLines, listVersions } from "#app/awards/versions.queries.server.ts";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { type BidStory, bidStory, completeDraft } from "#tests/integration/bids/bid-story.ts";
import { useDatabase } from "#tests/support/database.ts";
import { done, refusal } from "./award-story.ts";

const register = useDatabase();
let story: BidStory;
beforeAll(async () => {
  story = await bidStory(register.db);
});

async function submitted(input: Parameters<typeof completeDraft>[1] = {}) {
  const bid = await completeDraft(story, { roundId: story.roundId, ...input });
  done(await takeBidAction(story.officer.context, bid.id, bid.version, "submit", {}));
  return getBid(story.officer.context, bid.id);
}

function decision(version: number, parts: Partial<Decision> = {}): Decision {
  return {
    version,
    outcome: "full",
    amountPence: null,
    amountNotRecorded: false,
    approximate: false,
    decidedOn: "2026-11-21",
    decisionReference: "HO-17",
    reason: "The letter of today",
    ...parts,
  };
}

/** The first version of an award and its lines, as the manager reads them. */
async function firstVersion(awardId: number) {
  const [version, ...others] = await listVersions(story.manager.context, awardId);
  if (!version || others.length > 0) throw new Error("An award starts with one version");
  return { version, lines: await listLines(story.manager.context, version.id) };
}

describe("a decision in full", () => {
  test("makes the award, with its first version sealed and one line of the partnership's", async () => {
    const bid = await submitted();
    const made = done(await recordDecision(story.manager.context, bid.id, decision(bid.version)));
    expect(made.reference).toMatch(/^A-\d{6}$/);
    expect((await getBid(story.officer.context, bid.id)).status).toBe("awarded");
    expect(await getAward(story.officer.context, made.awardId)).toMatchObject({
      title: bid.title,
      bid: { id: bid.id, reference: bid.reference },
      round: { id: story.roundId },
      partnerships: [{ partnershipId: story.lead, part: "lead" }],
    });
    const { version, lines } = await firstVersion(made.awardId);
    expect(version).toMatchObject({
      number: 1,
      kind: "original",
      effectiveOn: "2026-11-21",
      amountPence: 2_500_000,
      amountBasis: "exact",
      fund: bid.fund,
      funder: bid.funder,
    });
    expect(lines).toMatchObject([{ partnership: { id: story.lead }, amountPence: 2_500_000, project: null }]);
  });

  test("leaves a joint award not yet apportioned", async () => {
    const bid = await submitted({ partnerIds: [story.partner] });
    const made = done(await recordDecision(story.finance.context, bid.id, decision(bid.version)));
    const { lines } = await firstVersion(made.awardId);
    expect(lines).toMatchObject([{ partnership: null, amountPence: 2_500_000 }]);
  });

  test("keeps an amount that nobody recorded apart from £0", async () => {
    const bid = await submitted();
    const unknown = decision(bid.version, { amountNotRecorded: true });
    const made = done(await recordDecision(story.manager.context, bid.id, unknown));
    const { version, lines } = await firstVersion(made.awardId);
    expect(version).toMatchObject({ amountPence: null, amountBasis: "not_recorded" });
    expect(lines).toMatchObject([{ amountPence: null }]);
  });
});

describe("a decision in part", () => {
  test("makes the award of what was given, which is less than was asked", async () => {
    const bid = await submitted();
    const part = (amountPence: number) => decision(bid.version, { outcome: "part", amountPence });
    expect(refusal(await recordDecision(story.manager.context, bid.id, part(2_500_000)))).toHaveProperty(
      "amountPence",
    );
    const made = done(await recordDecision(story.manager.context, bid.id, part(1_000_000)));
    expect((await firstVersion(made.awardId)).version.amountPence).toBe(1_000_000);
    expect((await getBid(story.officer.context, bid.id)).status).toBe("part_awarded");
  });
});

describe("a decision is refused", () => {
  test("to those who may not record it, and to those who may not know of the bid", async () => {
    const bid = await submitted({ partnerIds: [story.partner] });
    const by = (context: Context) => recordDecision(context, bid.id, decision(bid.version));
    await expect(by(story.officer.context)).rejects.toThrow(ForbiddenError);
    await expect(by(story.reader.context)).rejects.toThrow(ForbiddenError);
    await expect(by(story.partnerManager.context)).rejects.toThrow(ForbiddenError);
    await expect(by(story.stranger.context)).rejects.toThrow(NotFoundError);
  });

  test("where the bid has changed since, and it leaves nothing behind", async () => {
    const bid = await submitted();
    const stale = recordDecision(story.manager.context, bid.id, decision(bid.version - 1));
    await expect(stale).rejects.toThrow(StaleError);
    done(await recordDecision(story.manager.context, bid.id, decision(bid.version)));
    const again = recordDecision(story.manager.context, bid.id, decision(bid.version));
    await expect(again).rejects.toThrow(StaleError);
    const awards = await register.db.read
      .selectFrom("award")
      .select("id")
      .where("bid_id", "=", bid.id)
      .execute();
    expect(awards).toHaveLength(1);
  });

  test("where it is dated after today", async () => {
    const bid = await submitted();
    const late = decision(bid.version, { decidedOn: "2026-11-22" });
    expect(refusal(await recordDecision(story.manager.context, bid.id, late))).toHaveProperty("decidedOn");
    expect((await getBid(story.officer.context, bid.id)).status).toBe("submitted");
  });
});

test("after all these decisions the register adds up", async () => {
  expect(await verifyRegister(operatorContext(register.db))).toEqual([]);
});

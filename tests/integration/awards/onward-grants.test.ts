import { beforeAll, describe, expect, test } from "vitest";
import { getAward } from "#app/awards/awards.queries.server.ts";
import { walkChain } from "#app/awards/chain/chain.queries.server.ts";
import { actOnOnwardGrant } from "#app/awards/onward/act-on-onward-grant.server.ts";
import type { OnwardAction, OnwardAnswers } from "#app/awards/onward/onward-actions.ts";
import { passedOnFigures } from "#app/awards/onward/onward-grant.rules.ts";
import { newOnwardGrantSchema } from "#app/awards/onward/onward-grant.schema.ts";
import { listOnwardPayments, onwardOf } from "#app/awards/onward/onward-grants.queries.server.ts";
import { recordOnwardGrant } from "#app/awards/onward/record-onward-grant.server.ts";
import { submitReturn } from "#app/awards/returns/record-return.server.ts";
import { scheduleReturns } from "#app/awards/returns/schedule-returns.server.ts";
import { NOT_YET_APPORTIONED } from "#app/awards/version.rules.ts";
import type { Context } from "#app/platform/context.server.ts";
import { createAward, operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, done, nextVersion, refusal, soleAward } from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;
beforeAll(async () => {
  story = await awardStory(register.db);
});

/** What is said where no agreement is recorded. */
const BY_LETTER = { reason: "Letter of 6 August 2024" };

/** What the form gives of a grant of that many pounds; "" is not recorded. */
const grantOf = (pounds: number | "") =>
  newOnwardGrantSchema.parse({ recipient: "Refuge", amountPence: String(pounds) });

async function record(awardId: number, pounds: number | ""): Promise<number> {
  return done(await recordOnwardGrant(story.officer, awardId, null, grantOf(pounds))).id;
}

function act(
  context: Context,
  ids: { awardId: number; grantId: number },
  step: OnwardAction,
  version: number,
  answers: Partial<OnwardAnswers> = {},
) {
  const none = { amountPence: null, happenedOn: null, reference: null, reason: null };
  return actOnOnwardGrant(context, ids, step, version, { ...none, ...answers });
}

async function left(awardId: number) {
  const { award, grants } = await onwardOf(register.db.read, awardId, story.officer.today);
  return passedOnFigures(award, grants).leftPence;
}

describe("an onward grant", () => {
  test("takes of what the award and the awards inside it leave, and no more", async () => {
    const awardId = await soleAward(story);
    const inside = { ...NOT_YET_APPORTIONED, awardId };
    await soleAward(story, { amountPence: 2_500, lines: [line({ amountPence: 2_500, inside })] });
    await record(awardId, 50);
    expect(await left(awardId)).toBe(2_500);
    expect(refusal(await recordOnwardGrant(story.officer, awardId, null, grantOf(26)))).toEqual({
      amountPence: "Only £25 of the award is left beside the awards inside it and its other onward grants",
    });
  });

  test("of several at once takes only what is left", async () => {
    const awardId = await soleAward(story);
    const made = await Promise.all(
      ["A", "B", "C", "D"].map((reference) =>
        recordOnwardGrant(story.officer, awardId, null, { ...grantOf(40), reference }),
      ),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await left(awardId)).toBe(2_000);
  });

  test("that two people record at once is recorded once; another like it says what tells it apart", async () => {
    const awardId = await soleAward(story);
    const both = await Promise.all(
      [story.officer, story.manager].map((one) => recordOnwardGrant(one, awardId, null, grantOf(10))),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      errors: {
        recipient:
          "Onward grant 1 says the same already: if this is another one, enter what tells them apart, such as its reference",
      },
    });
    const second = { ...grantOf(10), reference: "Agreement 2" };
    const { id } = done(await recordOnwardGrant(story.officer, awardId, null, second));
    // A change of its own is no second one.
    done(await recordOnwardGrant(story.officer, awardId, { id, version: 1 }, { ...second, purpose: "Play" }));
  });

  test("is paid, returned in part and taken back; what came back can be passed on again", async () => {
    const awardId = await soleAward(story);
    const ids = { awardId, grantId: await record(awardId, 100) };
    done(await act(story.finance, ids, "pay", 1, { amountPence: 10_000, ...BY_LETTER }));
    expect(refusal(await act(story.finance, ids, "return", 2, { amountPence: 10_001 }))).toHaveProperty(
      "amountPence",
    );
    done(await act(story.finance, ids, "return", 2, { amountPence: 3_000 }));
    expect(await left(awardId)).toBe(3_000);
    done(await act(story.finance, ids, "take-back", 3, { reason: "It was another’s" }));
    const { grants } = await onwardOf(register.db.read, awardId, story.officer.today);
    expect(grants[0]).toMatchObject({ paidPence: 10_000, returnedPence: 0 });
    const lower = await recordOnwardGrant(
      story.officer,
      awardId,
      { id: ids.grantId, version: 4 },
      grantOf(99),
    );
    expect(refusal(lower)).toEqual({
      amountPence: "£100 of it is paid already: the amount must not be below that",
    });
  });

  test("without an agreement on record is paid only with what it is paid under, and says it", async () => {
    const awardId = await soleAward(story);
    const ids = { awardId, grantId: await record(awardId, 100) };
    const refused = refusal(await act(story.finance, ids, "pay", 1, { amountPence: 1_000 }));
    expect(refused).toEqual({ reason: expect.stringContaining("No agreement is recorded") });
    done(await act(story.finance, ids, "pay", 1, { amountPence: 1_000, ...BY_LETTER }));
    const agreed = { ...grantOf(100), agreedOn: "2024-08-06" };
    done(await recordOnwardGrant(story.officer, awardId, { id: ids.grantId, version: 2 }, agreed));
    done(await act(story.finance, ids, "pay", 3, { amountPence: 2_000, happenedOn: "2024-08-07" }));
    const payments = await listOnwardPayments(register.db.read, ids.grantId);
    expect(payments.map(({ reason }) => reason)).toEqual([BY_LETTER.reason, null]);
  });

  test("in a period of which the return was sent is paid only with the reason, and keeps it", async () => {
    const awardId = await soleAward(story);
    const half = { periodFrom: "2024-04-01", periodTo: "2024-09-30", rhythm: "once", dueDays: 31 } as const;
    const [returnId = 0] = done(await scheduleReturns(story.officer, awardId, half)).returnIds;
    const ids = { awardId, grantId: await record(awardId, 100) };
    const paid = { amountPence: 1_000, happenedOn: "2024-09-30", ...BY_LETTER };
    done(await act(story.finance, ids, "pay", 1, paid));
    const answers = { version: 1, submittedOn: "2024-10-20", funderReference: null, note: null };
    done(await submitReturn(story.finance, { awardId, returnId }, answers));
    for (const step of ["pay", "return"] as const) {
      expect(refusal(await act(story.finance, ids, step, 2, paid))).toEqual({
        reportedBecause: "The return for this period was sent: enter why it is recorded now",
      });
    }
    const why = { reportedBecause: "The invoice came late" };
    done(await act(story.finance, ids, "pay", 2, { ...paid, ...why }));
    done(await act(story.finance, ids, "pay", 3, { ...paid, happenedOn: "2024-10-01" }));
    done(await act(story.finance, ids, "take-back", 4, { reason: "It was another’s" }));
    const payments = await listOnwardPayments(register.db.read, ids.grantId);
    expect(payments.map(({ reason, reportedBecause }) => [reason, reportedBecause])).toEqual([
      [BY_LETTER.reason, null],
      [BY_LETTER.reason, why.reportedBecause],
      [BY_LETTER.reason, null],
      ["It was another’s", null],
    ]);
  });

  test("is cancelled with its reason, and then takes only what was paid", async () => {
    const awardId = await soleAward(story);
    const ids = { awardId, grantId: await record(awardId, 80) };
    done(await act(story.finance, ids, "pay", 1, { amountPence: 1_000, ...BY_LETTER }));
    done(await act(story.officer, ids, "cancel", 2, { reason: "The shelter closed" }));
    expect(await left(awardId)).toBe(9_000);
    await expect(act(story.finance, ids, "pay", 3, { amountPence: 1 })).rejects.toThrow();
  });

  test("of an award whose amount is not recorded is allowed; a later cut leaves too much passed on", async () => {
    const unknown = await soleAward(story, { amountPence: null });
    await record(unknown, 5_000);
    expect(await left(unknown)).toBeNull();
    const cut = await soleAward(story);
    await record(cut, 90);
    await nextVersion(story.finance, cut, { kind: "reduction", amountPence: 7_000, decidedOn: "2025-06-01" });
    expect(await left(cut)).toBe(-2_000);
  });

  test("is recorded by the award's people, paid by managers and finance, and not found by others", async () => {
    const awardId = await soleAward(story);
    const ids = { awardId, grantId: await record(awardId, 10) };
    await expect(act(story.officer, ids, "pay", 1, { amountPence: 1 })).rejects.toThrow("award.seal");
    await expect(recordOnwardGrant(story.reader, awardId, null, grantOf(1))).rejects.toThrow("award.draft");
    await expect(recordOnwardGrant(story.stranger, awardId, null, grantOf(1))).rejects.toThrow("No such");
    const other = { awardId: await soleAward(story), grantId: ids.grantId };
    await expect(act(story.finance, other, "pay", 1, { amountPence: 1 })).rejects.toThrow("No onward grant");
    await expect(act(story.finance, ids, "cancel", 9, { reason: "Late" })).rejects.toThrow();
  });
});

test("the chain shows the awards on the way and what they grant on; of an award of others, only what it takes", async () => {
  const outer = await soleAward(story);
  const inside = { ...NOT_YET_APPORTIONED, awardId: outer };
  const inner = await soleAward(story, { amountPence: 4_000, lines: [line({ amountPence: 4_000, inside })] });
  const foreign = await createAward(register.db, [story.foreign]);
  await seal(operatorContext(register.db), foreign, {
    amountPence: 700,
    lines: [line({ amountPence: 500, inside }), line({ amountPence: 200 })],
  });
  await record(inner, 15);
  const from = async (awardId: number) => walkChain(story.reader, await getAward(story.reader, awardId));
  const below = await from(outer);
  expect(below.awards.map(({ id, href, grossPence }) => [id, href !== null, grossPence])).toEqual([
    [outer, true, 10_000],
    [inner, true, 4_000],
    [foreign, false, 500],
  ]);
  expect(below.awards[0]?.passedOnPence).toBe(4_500);
  expect(below.grants.map(({ awardId, pence }) => [awardId, pence])).toEqual([[inner, 1_500]]);
  const above = await from(inner);
  expect(above.awards.map(({ id }) => id)).toEqual([outer, inner]);
});

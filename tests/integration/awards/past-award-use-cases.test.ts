import { beforeAll, describe, expect, test } from "vitest";
import { getAward } from "#app/awards/awards.queries.server.ts";
import { enterPastAward } from "#app/awards/enter-past-award.server.ts";
import { verifyRegister } from "#app/awards/index.server.ts";
import { type PastAwardAnswers, pastAwardSchema } from "#app/awards/past-award.schema.ts";
import { listLines, listVersions } from "#app/awards/versions.queries.server.ts";
import { listOrganisations } from "#app/partnerships/index.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { createFund, createFunder, createRound, operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, done, refusal } from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;
beforeAll(async () => {
  story = await awardStory(register.db);
});

/** What the page gives with no more than it asks for, recorded by the lead and wholly its own. */
function answers(parts: Partial<PastAwardAnswers> = {}): PastAwardAnswers {
  const least = pastAwardSchema.parse({
    title: "Grant of 2023",
    recordedById: String(story.lead),
    partnershipIds: [String(story.lead)],
    amountPence: "36,073",
    reason: "Annual report, paragraph 4",
  });
  return { ...least, ...parts };
}

describe("an award already made", () => {
  test("may lack bid, round, fund, funder and date, and is the partnership's", async () => {
    const { id } = done(await enterPastAward(story.finance, answers()));
    expect(await getAward(story.reader, id)).toMatchObject({ bid: null, round: null, receivedThrough: null });
    const [version] = await listVersions(story.reader, id);
    expect(version).toMatchObject({
      kind: "original",
      effectiveOn: "2026-11-21",
      effectiveBasis: "recorded",
      amountPence: 3_607_300,
      fund: null,
      funder: null,
    });
    expect(await listLines(story.reader, version?.id ?? 0)).toMatchObject([
      { partnership: { id: story.lead }, amountPence: 3_607_300 },
    ]);
  });

  test("that two people record at once is recorded once; another like it has a title of its own", async () => {
    const same = answers({ title: "Locks and lights", decidedOn: "2023-10-02" });
    const both = await Promise.all([story.finance, story.manager].map((one) => enterPastAward(one, same)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      errors: {
        title: expect.stringMatching(/^A-\d+ has this title, amount and date of decision already/),
      },
    });
    const inCapitals = { ...same, title: "LOCKS and lights" };
    expect(refusal(await enterPastAward(story.finance, inCapitals))).toHaveProperty("title");
    done(await enterPastAward(story.finance, { ...same, decidedOn: "2024-10-02" }));
    done(await enterPastAward(story.finance, { ...same, amountPence: 1 }));
    // What others have recorded for themselves is none of it, and nobody is told of it.
    const own = { ...same, recordedById: story.partner, partnershipIds: [story.partner] };
    done(await enterPastAward(story.partnerFinance, own));
    expect(await verifyRegister(operatorContext(register.db))).toEqual([]);
  });

  test("keeps what is known: the month of its decision, its round's fund and funder, who passed it on", async () => {
    const funderId = await createFunder(register.db);
    const fundId = await createFund(register.db, funderId);
    const roundId = await createRound(register.db, fundId);
    const given = answers({ roundId, decidedOn: "2023-10", receivedThrough: "County Council" });
    const { id } = done(await enterPastAward(story.finance, given));
    const second = { ...given, title: "Grant of 2023, second", receivedThrough: "county council" };
    done(await enterPastAward(story.finance, second));
    expect(await getAward(story.reader, id)).toMatchObject({
      round: { id: roundId },
      receivedThrough: "County Council",
    });
    const organisations = (await listOrganisations(story.reader)).filter(({ name }) =>
      /county council/i.test(name),
    );
    expect(organisations).toHaveLength(1);
    expect(await listVersions(story.reader, id)).toMatchObject([
      { effectiveOn: "2023-10-31", effectiveBasis: "month", fund: { id: fundId }, funder: { id: funderId } },
    ]);
  });

  test("of several is not yet apportioned, and the partnership that only records it has no part", async () => {
    const joint = answers({ partnershipIds: [story.partner, story.foreign] });
    const { id } = done(await enterPastAward(story.manager, joint));
    const { partnerships } = await getAward(story.reader, id);
    expect(partnerships.find((each) => each.part === "recorder")?.partnershipId).toBe(story.lead);
    const [version] = await listVersions(story.reader, id);
    expect(await listLines(story.reader, version?.id ?? 0)).toMatchObject([{ partnership: null }]);
  });

  test("must not contradict itself", async () => {
    const fundId = await createFund(register.db, await createFunder(register.db));
    const roundId = await createRound(register.db, await createFund(register.db, null));
    const otherFunder = await createFunder(register.db);
    const refused = async (parts: Partial<PastAwardAnswers>) =>
      Object.keys(refusal(await enterPastAward(story.finance, answers(parts))));
    expect(await refused({ roundId, fundId })).toEqual(["fundId"]);
    expect(await refused({ fundId, funderId: otherFunder })).toEqual(["funderId"]);
    expect(await refused({ fundId: 999_999 })).toEqual(["fundId"]);
    expect(await refused({ roundId: 999_999 })).toEqual(["roundId"]);
    expect(await refused({ funderId: 999_999 })).toEqual(["funderId"]);
    expect(await refused({ partnershipIds: [999_999] })).toEqual(["partnershipIds"]);
  });

  test("is recorded by managers and finance of a partnership that writes it", async () => {
    await expect(enterPastAward(story.officer, answers())).rejects.toThrow(ForbiddenError);
    await expect(enterPastAward(story.stranger, answers())).rejects.toThrow(ForbiddenError);
    const ledByOthers = answers({ partnershipIds: [story.lead, story.partner], leadId: story.partner });
    expect(refusal(await enterPastAward(story.finance, ledByOthers))).toHaveProperty("leadId");
  });
});

test("after these awards the register adds up", async () => {
  expect(await verifyRegister(operatorContext(register.db))).toEqual([]);
});

import { beforeAll, expect, test } from "vitest";
import { getAward } from "#app/awards/awards.queries.server.ts";
import { discardDraft } from "#app/awards/discard-draft.server.ts";
import { checkDraft } from "#app/awards/draft-check.queries.server.ts";
import { findDraft } from "#app/awards/drafts.queries.server.ts";
import { moveMoneySchema } from "#app/awards/moved/move-money.schema.ts";
import { moveMoney } from "#app/awards/moved/move-money.server.ts";
import { sealNextVersion } from "#app/awards/seal-next-version.server.ts";
import { listVersions } from "#app/awards/versions.queries.server.ts";
import { actOnClaim, makeClaim, recordSpend } from "#app/claims/index.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { line } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, amountsOn, awardStory, done, refusal, soleAward } from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;
beforeAll(async () => {
  story = await awardStory(register.db);
});

/** £60 for 2024 to 2025 and £40 for 2025 to 2026, from 1 April 2024. */
const twoYears = () => {
  const year = (financialYear: number, amountPence: number) =>
    line({ partnershipId: story.lead, financialYear, amountPence });
  return soleAward(story, { lines: [year(2024, 6_000), year(2025, 4_000)] });
};

const move = (pounds: string, more: Record<string, unknown> = {}) =>
  moveMoneySchema.parse({
    version: "1",
    lines: [
      { position: "1", givePence: pounds },
      { position: "2", takePence: pounds },
    ],
    reason: "Patrols begin earlier",
    ...more,
  });

test("money that is moved becomes a draft of a variation, and counts once that is sealed", async () => {
  const awardId = await twoYears();
  const day = { day: "1", month: "6", year: "2024" };
  done(await moveMoney(story.officer, awardId, move("15.50", { effectiveOn: day })));
  expect(await amountsOn(story.officer, awardId, "2024-06-01")).toEqual([6_000, 4_000]);
  const draft = await findDraft(story.officer, awardId);
  expect(draft).toMatchObject({ kind: "variation", amountPence: 10_000, reason: "Patrols begin earlier" });
  done(await sealNextVersion(story.manager, awardId, draft?.version ?? 0));
  expect(await amountsOn(story.officer, awardId, "2024-05-31")).toEqual([6_000, 4_000]);
  expect(await amountsOn(story.officer, awardId, "2024-06-01")).toEqual([7_550, 2_450]);
  expect((await listVersions(story.officer, awardId)).at(-1)?.kind).toBe("variation");
});

test("it is refused above what a line has, on a day of other lines, and where a draft is there", async () => {
  const awardId = await twoYears();
  expect(refusal(await moveMoney(story.officer, awardId, move("41")))).toEqual({
    "lines.1.takePence": "This line has only £40",
  });
  const early = move("1", { effectiveOn: { day: "31", month: "3", year: "2024" } });
  expect(refusal(await moveMoney(story.officer, awardId, early))).toHaveProperty("effectiveOn");
  done(await moveMoney(story.officer, awardId, move("1")));
  await expect(moveMoney(story.officer, awardId, move("1"))).rejects.toThrow(StaleError);
  await expect(moveMoney(story.officer, awardId, move("1", { version: "2" }))).rejects.toThrow(StaleError);
  await expect(moveMoney(story.reader, awardId, move("1"))).rejects.toThrow("award.draft");
});

test("whoever checks a virement below what was claimed sees what would be to repay, or what follows where the funder agrees", async () => {
  const awardId = await twoYears();
  const { id } = done(
    await makeClaim(story.officer, awardId, {
      ...{ periodFrom: "2024-04-01", periodTo: "2024-06-30", payment: "arrears", results: null, note: null },
      lines: [{ financialYear: 2024, stream: null, projectId: null, amountPence: 5_000 }],
    }),
  );
  const none = { amountPence: null, happenedOn: null, reference: null, reason: "The award letter" };
  done(await actOnClaim(story.finance, awardId, id, "sign", 1, none));
  done(await actOnClaim(story.officer, awardId, id, "submit", 2, none));
  const lines = [
    { position: "1", takePence: "15.50" },
    { position: "2", givePence: "15.50" },
  ];
  const warned = async (year: string) => {
    const effectiveOn = { day: "1", month: "1", year };
    done(await moveMoney(story.officer, awardId, move("15.50", { lines, effectiveOn })));
    const draft = await findDraft(story.officer, awardId);
    if (!draft) throw new Error("Nothing was drafted");
    const award = await getAward(story.officer, awardId);
    const { warnings } = await checkDraft(story.officer, award, draft);
    await discardDraft(story.officer, awardId, draft.version);
    return warnings;
  };
  expect(await warned("2025")).toEqual([
    {
      text: "£50 of 2024 to 2025 is already claimed: with this version £5.50 of it would be to repay to the funder.",
    },
  ]);
  // The year is over: it is sealed only with what the funder agreed, and the claims follow that.
  expect(await warned("2026")).toEqual([
    {
      text: "£5.50 that was claimed of 2024 to 2025 counts for 2025 to 2026 with this version, as the funder agrees: it is neither to be repaid nor there to be claimed again.",
    },
  ]);
});

test("whoever checks a virement out of a year that is spent sees what was spent, what goes and what is left", async () => {
  const awardId = await twoYears();
  const days = { periodFrom: "2024-04-01", periodTo: "2024-06-30" };
  const lines = [{ stream: null, projectId: null, amountPence: 6_000 }];
  done(await recordSpend(story.officer, awardId, { ...days, lines, evidence: "Ledger", reason: null }));
  const away = [
    { position: "1", takePence: "15.50" },
    { position: "2", givePence: "15.50" },
  ];
  const draft = done(await moveMoney(story.officer, awardId, move("15.50", { lines: away })));
  const { warnings } = await checkDraft(story.officer, await getAward(story.officer, awardId), draft);
  expect(warnings).toEqual([
    {
      text: "£60 of 2024 to 2025 is already spent: this version takes £15.50 away from the year and leaves £44.50, £15.50 less than was spent.",
    },
  ]);
});

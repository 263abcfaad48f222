import { beforeAll, expect, test } from "vitest";
import { getAward } from "#app/awards/awards.queries.server.ts";
import { checkDraft } from "#app/awards/draft-check.queries.server.ts";
import { findDraft } from "#app/awards/drafts.queries.server.ts";
import { askForConfirmation } from "#app/awards/four-eyes/ask-for-confirmation.server.ts";
import { recordTerms } from "#app/awards/index.server.ts";
import { sealNextVersion } from "#app/awards/seal-next-version.server.ts";
import { startNextVersion } from "#app/awards/start-next-version.server.ts";
import { termsSchema } from "#app/awards/terms/terms.schema.ts";
import { listVersions } from "#app/awards/versions.queries.server.ts";
import { line } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, details, done, refusal, soleAward, typed } from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;
beforeAll(async () => {
  story = await awardStory(register.db);
});

const AGREED = "The Home Office agreed by letter of 3 June 2024";

/** £60 for 2024 to 2025 and £40 for the year after, without transfer between them, and a draft that moves £10. */
async function drafted(): Promise<number> {
  const awardId = await soleAward(story, {
    amountPence: 10_000,
    lines: [2024, 2025].map((financialYear) =>
      line({ partnershipId: story.lead, financialYear, amountPence: financialYear === 2024 ? 6_000 : 4_000 }),
    ),
  });
  done(
    await recordTerms(story.officer, awardId, { ...termsSchema.parse({ version: "0" }), noTransfer: true }),
  );
  const lines = [5_000, 5_000].map((amountPence, index) =>
    typed({ partnershipId: story.lead, financialYear: 2024 + index, amountPence }),
  );
  done(
    await startNextVersion(story.officer, awardId, details({ kind: "variation", decidedOn: "2024-06-03" }), {
      lines,
    }),
  );
  return awardId;
}

test("a version against the terms of its award is refused unless the funder agreed, which is kept with it", async () => {
  const awardId = await drafted();
  const draft = await findDraft(story.officer, awardId);
  const moves = "£10 moves between financial years, and the terms allow no transfer between years.";
  const check = draft && (await checkDraft(story.officer, await getAward(story.officer, awardId), draft));
  expect(check?.brokenTerms).toEqual([moves]);
  expect(refusal(await sealNextVersion(story.finance, awardId, 1))).toEqual({
    termsAgreement: `${moves} Enter what the funder agreed, who agreed it and when`,
  });
  done(await sealNextVersion(story.finance, awardId, 1, AGREED));
  expect((await listVersions(story.reader, awardId)).map(({ termsAgreement }) => termsAgreement)).toEqual([
    null,
    AGREED,
  ]);
});

test("who asks a second person to confirm says what the funder agreed, and the second person reads it", async () => {
  const awardId = await drafted();
  const secondPerson = (second_person: number) =>
    register.db.write((trx) =>
      trx.updateTable("partnership").set({ second_person }).where("id", "=", story.lead).execute(),
    );
  await secondPerson(1);
  expect(refusal(await askForConfirmation(story.officer, awardId, 1))).toHaveProperty("termsAgreement");
  done(await askForConfirmation(story.officer, awardId, 1, AGREED));
  expect((await findDraft(story.finance, awardId))?.termsAgreement).toBe(AGREED);
  await secondPerson(0);
});

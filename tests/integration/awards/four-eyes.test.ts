import { beforeAll, expect, test } from "vitest";
import { findDraft } from "#app/awards/drafts.queries.server.ts";
import { askForConfirmation } from "#app/awards/four-eyes/ask-for-confirmation.server.ts";
import { listAwaitingConfirmation } from "#app/awards/four-eyes/four-eyes.queries.server.ts";
import { verifyRegister } from "#app/awards/index.server.ts";
import { saveDraftLines } from "#app/awards/save-draft-lines.server.ts";
import { sealNextVersion } from "#app/awards/seal-next-version.server.ts";
import { startNextVersion } from "#app/awards/start-next-version.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { createAward, operatorContext } from "#tests/factories/register.ts";
import { seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, amountsOn, awardStory, details, done, refusal } from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;
beforeAll(async () => {
  story = await awardStory(register.db);
  await register.db.write((trx) =>
    trx.updateTable("partnership").set({ second_person: 1 }).where("id", "=", story.lead).execute(),
  );
});

/** An award of £100 of the lead's, of which the manager has drafted a cut to £70. */
async function drafted(): Promise<number> {
  const awardId = await createAward(story.db, [story.lead, story.partner], { lead: true });
  await seal(operatorContext(story.db), awardId);
  const cut = details({ kind: "reduction", amountPence: 7_000, effectiveOn: "2025-06-01" });
  done(await startNextVersion(story.manager, awardId, cut));
  return awardId;
}

const waiting = async (context: Context, awardId: number) =>
  (await listAwaitingConfirmation(context)).some(({ id }) => id === awardId);

test("a change counts nowhere until a second person confirms it, and its author cannot", async () => {
  const awardId = await drafted();
  expect(refusal(await sealNextVersion(story.finance, awardId, 1)).form).toContain("ask for that first");
  done(await askForConfirmation(story.manager, awardId, 1));
  expect(await amountsOn(story.reader, awardId, "2026-01-01")).toEqual([10_000]);
  expect(await waiting(story.finance, awardId)).toBe(true);
  for (const other of [story.manager, story.officer, story.partnerFinance, story.stranger]) {
    expect(await waiting(other, awardId)).toBe(false);
  }
  expect(refusal(await sealNextVersion(story.manager, awardId, 2)).form).toContain("You wrote this version");
  await expect(sealNextVersion(story.officer, awardId, 2)).rejects.toThrow("award.seal");
  done(await sealNextVersion(story.finance, awardId, 2));
  expect(await amountsOn(story.reader, awardId, "2026-01-01")).toEqual([7_000]);
  expect(await waiting(story.finance, awardId)).toBe(false);
  expect(await verifyRegister(operatorContext(register.db))).toEqual([]);
});

test("who changes it takes the question back, and one that was overtaken is refused in words", async () => {
  const awardId = await drafted();
  done(await askForConfirmation(story.manager, awardId, 1));
  done(
    await saveDraftLines(story.finance, awardId, 2, (await findDraft(story.finance, awardId))?.lines ?? []),
  );
  expect((await findDraft(story.manager, awardId))?.asked).toBeNull();
  done(await askForConfirmation(story.officer, awardId, 3));
  await seal(operatorContext(story.db), awardId, { kind: "uplift", amountPence: 12_000 });
  expect(refusal(await sealNextVersion(story.manager, awardId, 4)).form).toContain(
    "Another version was sealed",
  );
});

test("where no partnership that writes it asks for that, one person seals", async () => {
  const awardId = await createAward(story.db, [story.partner, story.lead], { lead: true });
  await seal(operatorContext(story.db), awardId);
  done(await startNextVersion(story.partnerFinance, awardId, details({})));
  expect(refusal(await askForConfirmation(story.partnerFinance, awardId, 1))).toHaveProperty("form");
  done(await sealNextVersion(story.partnerFinance, awardId, 1));
});

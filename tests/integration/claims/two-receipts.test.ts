import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClaimAction } from "#app/claims/claim.status.ts";
import { listReceipts } from "#app/claims/claims.queries.server.ts";
import { actOnClaim, makeClaim } from "#app/claims/index.server.ts";
import { startSession } from "#app/platform/session.server.ts";
import { createPerson } from "#tests/factories/register.ts";
import { line } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { textOf } from "#tests/trust/story-text.ts";
import { type AwardStory, awardStory, done, soleAward } from "../awards/award-story.ts";

const register = useDatabase();
let story: AwardStory;
let server: RunningServer;
let cookie: string;

beforeAll(async () => {
  story = await awardStory(register.db);
  const { now } = story.finance;
  const { id } = await createPerson(register.db, { [story.lead]: "finance" });
  cookie = `session=${await register.db.write((trx) => startSession(trx, id, now()))}`;
  server = await startServer({ database: register.db, now });
});
afterAll(() => server?.close());

/** A claim of £100 that was submitted. */
async function submitted() {
  const awardId = await soleAward(story, {
    amountPence: 10_000,
    lines: [line({ partnershipId: story.lead, financialYear: 2024, amountPence: 10_000 })],
  });
  const period = { periodFrom: "2024-04-01", periodTo: "2024-06-30", payment: "arrears" as const };
  const lines = [{ financialYear: 2024, stream: null, projectId: null, amountPence: 10_000 }];
  const { id } = done(
    await makeClaim(story.officer, awardId, { ...period, results: null, note: null, lines }),
  );
  const act = async (
    who: AwardStory["officer"],
    step: ClaimAction,
    version: number,
    pence: number | null,
  ) => {
    const answers = { amountPence: pence, happenedOn: null, reference: "BACS 1", reason: "The award letter" };
    return done(await actOnClaim(who, awardId, id, step, version, answers));
  };
  await act(story.finance, "sign", 1, null);
  await act(story.officer, "submit", 2, null);
  return { id, path: `/awards/${awardId}/claims/${id}/record_receipt`, act };
}

test("who records a receipt that somebody else has recorded meanwhile is told that theirs would come on top of it", async () => {
  const { id, path, act } = await submitted();
  await act(story.finance, "record_receipt", 3, 4_000);
  const typed = { version: "3", amountPence: "40.00", reference: "BACS first" };
  const answer = await server.post(path, typed, { cookie });
  expect(answer.status).toBe(409);
  const html = await answer.text();
  const text = textOf(html);
  expect(text).toContain(
    "Nothing of yours was saved. Look at what is there now before you send it again: it comes on top of that and replaces nothing",
  );
  expect(text).toContain("Received £40");
  expect(text).not.toContain("if your answers should replace it");
  expect(html).toContain('value="BACS first"');
  expect(await listReceipts(register.db.read, id)).toHaveLength(1);
});

import { expect, it } from "vitest";
import type { ClaimAction } from "#app/claims/claim.status.ts";
import { listClaimEvents } from "#app/claims/claims.queries.server.ts";
import { actOnClaim, makeClaim } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { line } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { awardStory, done, soleAward } from "../awards/award-story.ts";

const register = useDatabase();

it("a claim has its history by the day on which each thing happened, the newest first, and by recording within a day", async () => {
  const story = await awardStory(register.db);
  const awardId = await soleAward(story, {
    amountPence: 10_000,
    lines: [line({ partnershipId: story.lead, financialYear: 2024, amountPence: 10_000 })],
  });
  const { id } = done(
    await makeClaim(story.officer, awardId, {
      ...{ periodFrom: "2024-04-01", periodTo: "2024-06-30", payment: "arrears", results: null, note: null },
      lines: [{ financialYear: 2024, stream: null, projectId: null, amountPence: 1_000 }],
    }),
  );
  const steps: [Context, ClaimAction, string | null, number | null][] = [
    [story.finance, "sign", null, null],
    [story.officer, "submit", "2024-07-05", null],
    [story.finance, "query", "2024-08-01", null],
    [story.finance, "record_receipt", "2024-08-01", 600],
  ];
  for (const [index, [who, action, happenedOn, amountPence]] of steps.entries()) {
    const answers = { happenedOn, amountPence, reference: null, reason: "The award letter" };
    done(await actOnClaim(who, awardId, id, action, index + 1, answers));
  }
  const events = await listClaimEvents(story.reader, id);
  expect(events.map(({ action, happenedOn }) => [action, happenedOn])).toEqual([
    ["sign", story.officer.today],
    ["record_receipt", "2024-08-01"],
    ["query", "2024-08-01"],
    ["submit", "2024-07-05"],
  ]);
});

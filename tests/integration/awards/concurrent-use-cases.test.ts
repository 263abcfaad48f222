import { beforeAll, describe, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { sealNextVersion } from "#app/awards/seal-next-version.server.ts";
import { startNextVersion } from "#app/awards/start-next-version.server.ts";
import { NOT_YET_APPORTIONED } from "#app/awards/version.rules.ts";
import { listVersions } from "#app/awards/versions.queries.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, details, done, soleAward } from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;
beforeAll(async () => {
  story = await awardStory(register.db);
});

describe("people at the same time", () => {
  test("seal a draft once: one of two wins, the other is told that it has changed", async () => {
    const awardId = await soleAward(story);
    done(await startNextVersion(story.officer, awardId, details({})));
    const both = await Promise.allSettled([
      sealNextVersion(story.manager, awardId, 1),
      sealNextVersion(story.finance, awardId, 1),
    ]);
    const refused = both.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(StaleError);
    expect(await listVersions(story.reader, awardId)).toHaveLength(2);
  });

  test("begin one draft: one of two wins", async () => {
    const awardId = await soleAward(story);
    const both = await Promise.allSettled([
      startNextVersion(story.officer, awardId, details({})),
      startNextVersion(story.manager, awardId, details({ kind: "variation" })),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("seal versions of the same award and of awards inside each other, and the ledger holds", async () => {
    const operator = operatorContext(register.db);
    const [shared, other, outer] = [await soleAward(story), await soleAward(story), await soleAward(story)];
    const days = ["2024-04-01", "2024-07-01", "2025-01-01", "2024-10-01"];
    const inside = { ...NOT_YET_APPORTIONED, awardId: outer };
    await Promise.all([
      ...days.map((effectiveOn, index) =>
        seal(operator, shared, {
          kind: "variation",
          effectiveOn,
          lines: [line({ financialYear: 2024 + index, amountPence: 1_000 * (index + 1) })],
        }),
      ),
      seal(operator, other, {
        kind: "correction",
        amountPence: 3_000,
        lines: [line({ amountPence: 3_000, inside })],
      }),
      seal(operator, outer, { kind: "uplift", amountPence: 20_000, effectiveOn: "2024-08-01" }),
      seal(operator, other, { kind: "reduction", amountPence: 500, effectiveOn: "2024-09-01" }),
      seal(operator, outer, { kind: "reduction", amountPence: 9_000, effectiveOn: "2024-06-01" }),
    ]);
    expect((await listVersions(operator, shared)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(await verifyRegister(operator)).toEqual([]);
  });
});

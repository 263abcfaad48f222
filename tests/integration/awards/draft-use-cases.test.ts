import { beforeAll, describe, expect, test } from "vitest";
import { getAward } from "#app/awards/awards.queries.server.ts";
import { discardDraft } from "#app/awards/discard-draft.server.ts";
import { checkDraft } from "#app/awards/draft-check.queries.server.ts";
import { findDraft } from "#app/awards/drafts.queries.server.ts";
import { movedBetween } from "#app/awards/moved/moved.rules.ts";
import { saveDraftLines } from "#app/awards/save-draft-lines.server.ts";
import { sealNextVersion } from "#app/awards/seal-next-version.server.ts";
import { startNextVersion } from "#app/awards/start-next-version.server.ts";
import { listVersions } from "#app/awards/versions.queries.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createPriority, createProject } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  type AwardStory,
  awardStory,
  details,
  done,
  jointAward,
  nextVersion,
  refusal,
  soleAward,
  typed,
} from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;
beforeAll(async () => {
  story = await awardStory(register.db);
});

/** Each thing that changes an award, as one person tries it on a draft that is there. */
const CHANGES: Record<string, (context: Context, awardId: number) => Promise<unknown>> = {
  start: (context, awardId) => startNextVersion(context, awardId, details({ version: 1 })),
  lines: (context, awardId) => saveDraftLines(context, awardId, 1, []),
  discard: (context, awardId) => discardDraft(context, awardId, 1),
  seal: (context, awardId) => sealNextVersion(context, awardId, 1),
};

describe("who may change an award", () => {
  test.each(Object.keys(CHANGES))(
    "%s: not a reader, not a partner where there is a lead, and for others it is not there",
    async (name) => {
      const awardId = await jointAward(story);
      done(await startNextVersion(story.officer, awardId, details({})));
      const change = CHANGES[name] as (typeof CHANGES)[string];
      await expect(change(story.reader, awardId)).rejects.toThrow(ForbiddenError);
      await expect(change(story.partnerFinance, awardId)).rejects.toThrow(ForbiddenError);
      await expect(change(story.stranger, awardId)).rejects.toThrow(NotFoundError);
      expect((await findDraft(story.officer, awardId))?.version).toBe(1);
    },
  );

  test("a partner reads the whole, and writes where no lead is recorded", async () => {
    const led = await jointAward(story);
    expect((await getAward(story.partnerFinance, led)).partnerships).toHaveLength(2);
    const unled = await jointAward(story, { lead: false });
    const lines = [typed({ partnershipId: story.partner, amountPence: 4_000 })];
    expect(await nextVersion(story.partnerFinance, unled, {}, lines)).toMatchObject({ number: 2 });
  });

  test("an officer drafts, and does not seal", async () => {
    const awardId = await soleAward(story);
    done(await startNextVersion(story.officer, awardId, details({})));
    await expect(sealNextVersion(story.officer, awardId, 1)).rejects.toThrow(ForbiddenError);
    expect(done(await sealNextVersion(story.finance, awardId, 1)).number).toBe(2);
  });
});

describe("a draft", () => {
  test("that somebody else has saved since is not saved over", async () => {
    const awardId = await soleAward(story);
    done(await startNextVersion(story.officer, awardId, details({})));
    await expect(startNextVersion(story.manager, awardId, details({}))).rejects.toThrow(StaleError);
    done(await saveDraftLines(story.officer, awardId, 1, [typed({ stream: "capital", amountPence: 50 })]));
    for (const change of Object.values(CHANGES)) {
      await expect(change(story.manager, awardId)).rejects.toThrow(StaleError);
    }
    expect((await findDraft(story.manager, awardId))?.lines).toMatchObject([{ stream: "capital" }]);
  });

  test("that was sealed or discarded is gone", async () => {
    const awardId = await soleAward(story);
    done(await startNextVersion(story.officer, awardId, details({})));
    await discardDraft(story.officer, awardId, 1);
    expect(await findDraft(story.officer, awardId)).toBeNull();
    await expect(saveDraftLines(story.officer, awardId, 1, [])).rejects.toThrow(StaleError);
    await expect(sealNextVersion(story.manager, awardId, 1)).rejects.toThrow(StaleError);
    expect(await listVersions(story.manager, awardId)).toHaveLength(1);
  });

  test("keeps its lines when its details change, and takes those of the version before when it is no void after all", async () => {
    const awardId = await soleAward(story);
    done(await startNextVersion(story.officer, awardId, details({})));
    const lines = [typed({ financialYear: 2024, amountPence: 50, share: 3 })];
    done(await saveDraftLines(story.officer, awardId, 1, lines));
    const changed = await startNextVersion(
      story.officer,
      awardId,
      details({ version: 2, kind: "variation" }),
    );
    expect(done(changed).lines).toEqual(lines);
    expect(
      done(await startNextVersion(story.officer, awardId, details({ version: 3, kind: "void" }))).lines,
    ).toEqual([]);
    expect(done(await startNextVersion(story.officer, awardId, details({ version: 4 }))).lines).toEqual([]);
  });

  test("says nothing of who saved it in the audit log but an id", async () => {
    const awardId = await soleAward(story);
    done(await startNextVersion(story.officer, awardId, details({})));
    await discardDraft(story.manager, awardId, 1);
    const name = story.officer.actor.kind === "person" ? story.officer.actor.name : "";
    const rows = await register.db.read
      .selectFrom("audit_entry")
      .selectAll()
      .where("record_type", "=", "award")
      .where("record_id", "=", String(awardId))
      .execute();
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toContain(name);
  });
});

describe("the lines of a draft", () => {
  test("point only at what the page offers", async () => {
    const awardId = await soleAward(story);
    done(await startNextVersion(story.officer, awardId, details({})));
    const [own, foreign] = [
      await createProject(register.db, story.lead),
      await createProject(register.db, story.foreign),
    ];
    const priorityId = await createPriority(register.db, story.foreign);
    const lines = [typed({ projectId: own }), typed({ projectId: foreign, priorityId, financialYear: 1990 })];
    expect(refusal(await saveDraftLines(story.officer, awardId, 1, lines))).toEqual({
      "lines.1.projectId": "Choose from the list",
      "lines.1.priorityId": "Choose from the list",
      "lines.1.financialYear": "Choose a financial year from the list",
    });
  });

  test("are split to the penny, and go on only when they do not come to too much", async () => {
    const awardId = await jointAward(story);
    done(await startNextVersion(story.officer, awardId, details({})));
    const press = (
      version: number,
      lines: Parameters<typeof saveDraftLines>[3],
      kind: "add-partnerships" | "split-equally" | "continue",
    ) => saveDraftLines(story.officer, awardId, version, lines, { kind });
    expect(done(await press(1, [typed({ stream: "capital" })], "add-partnerships")).lines).toBe(3);
    const three = (await findDraft(story.officer, awardId))?.lines ?? [];
    done(await press(2, three, "split-equally"));
    const split = (await findDraft(story.officer, awardId))?.lines ?? [];
    expect(split.map((line) => line.amountPence)).toEqual([3_334, 3_333, 3_333]);
    const tooMuch = split.map((line) => ({ ...line, amountPence: 5_000 }));
    expect(refusal(await press(3, tooMuch, "continue")).form).toMatch(/^The lines come to £50 more than/);
    expect(done(await press(3, split, "continue")).version).toBe(4);
  });

  test("are shown with what is left, beside what they change", async () => {
    const awardId = await soleAward(story);
    done(await startNextVersion(story.officer, awardId, details({})));
    done(
      await saveDraftLines(story.officer, awardId, 1, [typed({ financialYear: 2024, amountPence: 6_000 })]),
    );
    const draft = await findDraft(story.officer, awardId);
    if (!draft) throw new Error("The draft is there");
    const check = await checkDraft(story.officer, await getAward(story.officer, awardId), draft);
    expect(check.lines.map((line) => [line.partnership?.id, line.financialYear, line.amountPence])).toEqual([
      [story.lead, 2024, 6_000],
      [story.lead, null, 4_000],
    ]);
    // The first version was sealed without the partnership, so all of it moves.
    const { changes } = movedBetween(check.linesBefore, check.lines, "line");
    expect(changes.map(({ before, change, after }) => [before, change, after])).toEqual([
      [0, 6_000, 6_000],
      [0, 4_000, 4_000],
      [10_000, -10_000, 0],
    ]);
    expect(check.errors).toEqual({});
  });
});

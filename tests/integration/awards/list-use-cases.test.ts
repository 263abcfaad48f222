import { beforeAll, describe, expect, test } from "vitest";
import type { AwardFilters } from "#app/awards/award-filters.ts";
import { countedTwice } from "#app/awards/award-list.queries.server.ts";
import { getAward } from "#app/awards/awards.queries.server.ts";
import { countAwards, listAwards } from "#app/awards/index.server.ts";
import { NOT_YET_APPORTIONED } from "#app/awards/version.rules.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { createAward, createPriority, createProject, operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, jointAward, nextVersion, soleAward } from "./award-story.ts";

const register = useDatabase();
const ALL: AwardFilters = { search: null, partnershipId: null, open: null, beforeId: null };

let story: AwardStory;
const made: Record<"whole" | "open" | "unknown" | "joint" | "void" | "future" | "foreign", number> = {
  whole: 0,
  open: 0,
  unknown: 0,
  joint: 0,
  void: 0,
  future: 0,
  foreign: 0,
};

beforeAll(async () => {
  story = await awardStory(register.db);
  const own = { partnershipId: story.lead };
  const whole = {
    ...own,
    financialYear: 2024,
    projectId: await createProject(register.db, story.lead),
    priorityId: await createPriority(register.db, story.lead),
    stream: "revenue" as const,
    amountPence: 10_000,
  };
  made.whole = await soleAward(story, { lines: [line(whole)] });
  made.open = await soleAward(story, { lines: [line({ ...whole, projectId: null })] });
  made.unknown = await soleAward(story, { amountPence: null, lines: [line({ ...own, amountPence: null })] });
  made.joint = await jointAward(story);
  made.void = await soleAward(story);
  await nextVersion(story.manager, made.void, { kind: "void", effectiveOn: "2025-01-01" });
  made.future = await soleAward(story, { effectiveOn: "2027-04-01" });
  made.foreign = await createAward(register.db, [story.foreign], { reference: "AW-50%_off" });
  await seal(operatorContext(register.db), made.foreign);
});

async function listed(context: Context, filters: Partial<AwardFilters> = {}) {
  const { awards } = await listAwards(context, { ...ALL, ...filters });
  return awards.map((award) => award.id);
}

describe("the list of awards", () => {
  test("holds those of the person's partnerships, newest first, and no other is there", async () => {
    const { whole, open, unknown, joint, void: voided, future, foreign } = made;
    expect(await listed(story.reader)).toEqual([future, voided, joint, unknown, open, whole]);
    expect(await listed(story.partnerFinance)).toEqual([joint]);
    expect(await listed(story.stranger)).toEqual([foreign]);
    await expect(getAward(story.reader, foreign)).rejects.toThrow(NotFoundError);
  });

  test("says of each what it comes to today and what is left to apportion", async () => {
    const { awards } = await listAwards(story.reader, ALL);
    const about = awards.map(({ amountPence, amountBasis, isVoid, isInForce, openDimensions }) => ({
      amount: isInForce ? (isVoid ? "void" : (amountPence ?? amountBasis)) : "not yet",
      open: openDimensions.join(),
    }));
    expect(about).toEqual([
      { amount: "not yet", open: "" },
      { amount: "void", open: "" },
      { amount: 10_000, open: "partnership,year,project,priority,stream" },
      { amount: "not_recorded", open: "year,project,priority,stream" },
      { amount: 10_000, open: "project" },
      { amount: 10_000, open: "" },
    ]);
  });

  test("is narrowed by what is not yet apportioned, by partnership and by words", async () => {
    const { open, unknown, joint, foreign } = made;
    expect(await listed(story.reader, { open: "any" })).toEqual([joint, unknown, open]);
    expect(await listed(story.reader, { open: "partnership" })).toEqual([joint]);
    expect(await listed(story.reader, { open: "project" })).toEqual([joint, unknown, open]);
    expect(await listed(story.reader, { partnershipId: story.partner })).toEqual([joint]);
    expect(await listed(story.stranger, { search: "50%_OFF" })).toEqual([foreign]);
    expect(await listed(story.stranger, { search: "off 50" })).toEqual([foreign]);
    expect(await listed(story.stranger, { search: "50 on" })).toEqual([]);
  });

  test("is counted and added up, amounts not recorded beside the sum", async () => {
    expect(await countAwards(story.reader, ALL)).toEqual({
      awards: 6,
      pence: 30_000,
      notRecorded: 1,
      approximatePence: 0,
      insidePence: 0,
    });
    expect((await countAwards(story.reader, { ...ALL, open: "any" })).awards).toBe(3);
    expect(await countAwards(story.reader, { ...ALL, search: "no such" })).toEqual({
      awards: 0,
      pence: 0,
      notRecorded: 0,
      approximatePence: 0,
      insidePence: 0,
    });
  });

  test("says how much of the sum comes out of other awards", async () => {
    const inside = { ...NOT_YET_APPORTIONED, awardId: made.foreign };
    const inner = await createAward(register.db, [story.foreign]);
    await seal(operatorContext(register.db), inner, {
      amountPence: 2_500,
      lines: [line({ amountPence: 2_500, inside })],
    });
    expect(await countAwards(story.stranger, ALL)).toMatchObject({
      awards: 2,
      pence: 12_500,
      insidePence: 2_500,
    });
    expect(await countedTwice(story.stranger, ALL)).toBe(0);
    const holder = await createAward(register.db, [story.foreign]);
    const mayInclude = [{ awardId: made.foreign, note: null }];
    await seal(operatorContext(register.db), holder, { amountPence: 3_000, mayInclude });
    expect(await countedTwice(story.stranger, ALL)).toBe(3_000);
  });
});

test("the pages of a long list lead to each other, and hold each award once", async () => {
  const partnershipId = story.lead;
  await register.db.write(async (transaction) => {
    for (let index = 0; index < 110; index += 1) {
      const { id } = await transaction
        .insertInto("award")
        .values({
          reference: `LONG-${index}`,
          title: "Long list",
          recorded_by_partnership_id: partnershipId,
          created_at: "2026-11-21T08:00:00.000Z",
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await transaction
        .insertInto("award_partnership")
        .values({ award_id: id, partnership_id: partnershipId, part: "partner" })
        .execute();
    }
  });
  const filters = { ...ALL, search: "long-" };
  const first = await listAwards(story.reader, filters);
  const second = await listAwards(story.reader, { ...filters, beforeId: first.olderThan });
  const third = await listAwards(story.reader, { ...filters, beforeId: second.olderThan });
  const pages = [first, second, third];
  expect(pages.map((page) => page.awards.length)).toEqual([50, 50, 10]);
  expect(new Set(pages.flatMap((page) => page.awards.map((award) => award.id))).size).toBe(110);
  expect([first.newerThan, third.olderThan]).toEqual([null, null]);
  const back = await listAwards(story.reader, { ...filters, afterId: third.newerThan });
  expect(back.awards).toEqual(second.awards);
  const start = await listAwards(story.reader, { ...filters, afterId: back.newerThan });
  expect(start.awards).toEqual(first.awards);
  expect(start.newerThan).toBeNull();
});

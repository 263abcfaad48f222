import { beforeAll, describe, expect, test } from "vitest";
import { getAward } from "#app/awards/awards.queries.server.ts";
import { checkDraft } from "#app/awards/draft-check.queries.server.ts";
import { findDraft } from "#app/awards/drafts.queries.server.ts";
import { verifyRegister } from "#app/awards/index.server.ts";
import { sealVersion } from "#app/awards/ledger/seal-version.server.ts";
import { listOverlaps } from "#app/awards/overlaps.queries.server.ts";
import { startNextVersion } from "#app/awards/start-next-version.server.ts";
import { NOT_YET_APPORTIONED } from "#app/awards/version.rules.ts";
import { listLines, listPassedOn, listVersions } from "#app/awards/versions.queries.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import {
  createAward,
  createFund,
  createFunder,
  createProject,
  operatorContext,
} from "#tests/factories/register.ts";
import { line, seal, version } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  type AwardStory,
  amountsOn,
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

describe("the next version", () => {
  test("apportions to the penny from the day of the one it completes; the rest is not yet apportioned", async () => {
    const awardId = await jointAward(story);
    const projectId = await createProject(register.db, story.lead);
    await nextVersion(story.manager, awardId, {}, [
      typed({ partnershipId: story.lead, financialYear: 2024, projectId, amountPence: 3_333 }),
      typed({ partnershipId: story.partner, stream: "capital", amountPence: 6_666 }),
    ]);
    const versions = await listVersions(story.manager, awardId);
    expect(versions.map(({ kind, effectiveOn, amountPence }) => [kind, effectiveOn, amountPence])).toEqual([
      ["original", "2024-04-01", 10_000],
      ["apportionment", "2024-04-01", 10_000],
    ]);
    const lines = await listLines(story.manager, versions[1]?.id ?? 0);
    expect(
      lines.map((each) => [each.partnership?.id ?? null, each.project?.id ?? null, each.amountPence]),
    ).toEqual([
      [story.lead, projectId, 3_333],
      [story.partner, null, 6_666],
      [null, null, 1],
    ]);
  });

  test("reduces from the day of the decision, and stands as it was before", async () => {
    const awardId = await soleAward(story);
    const reduced = { kind: "reduction", amountPence: 7_500, decidedOn: "2025-06-01" } as const;
    await nextVersion(story.finance, awardId, reduced);
    expect(await amountsOn(story.finance, awardId, "2025-05-31")).toEqual([10_000]);
    expect(await amountsOn(story.finance, awardId, "2025-06-01")).toEqual([7_500]);
    const more = { ...details(reduced), amountPence: 7_500 };
    expect(refusal(await startNextVersion(story.finance, awardId, more))).toHaveProperty("amountPence");
  });

  test("voids, and warns where other awards are inside", async () => {
    const outer = await soleAward(story);
    const inner = await soleAward(story, {
      amountPence: 2_000,
      lines: [line({ amountPence: 2_000, inside: { ...NOT_YET_APPORTIONED, awardId: outer } })],
    });
    done(await startNextVersion(story.manager, outer, details({ kind: "void", effectiveOn: "2025-01-01" })));
    const draft = await findDraft(story.manager, outer);
    if (!draft) throw new Error("The draft is there");
    const check = await checkDraft(story.manager, await getAward(story.manager, outer), draft);
    expect(check.warnings.map((warning) => warning.text)).toEqual([
      expect.stringMatching(/^£20 of this award is passed on \(AW-\w+\): .* falls £20 below zero/),
    ]);
    expect(await listPassedOn(story.manager, outer)).toMatchObject([{ awardId: inner, pence: 2_000 }]);
    await nextVersion(story.manager, inner, { kind: "void", effectiveOn: "2025-01-01" });
    expect(await amountsOn(story.manager, inner, "2025-01-01")).toEqual([]);
    expect(await listPassedOn(story.manager, outer)).toEqual([]);
  });

  test("of a later day is sealed now and counts then", async () => {
    const awardId = await soleAward(story);
    const uplift = { kind: "uplift", amountPence: 12_000, effectiveOn: "2027-04-01" } as const;
    await nextVersion(story.manager, awardId, uplift);
    expect(await amountsOn(story.manager, awardId, "2026-11-21")).toEqual([10_000]);
    expect(await amountsOn(story.manager, awardId, "2027-04-01")).toEqual([12_000]);
  });

  test("backdated between two counts until the later one begins, and says so first", async () => {
    const awardId = await soleAward(story);
    await nextVersion(story.manager, awardId, {
      kind: "uplift",
      amountPence: 12_000,
      effectiveOn: "2025-04-01",
    });
    const correction = { kind: "correction", amountPence: 11_000, effectiveOn: "2024-10-01" } as const;
    done(await startNextVersion(story.manager, awardId, details(correction)));
    const draft = await findDraft(story.manager, awardId);
    if (!draft) throw new Error("The draft is there");
    const { warnings, base } = await checkDraft(story.manager, await getAward(story.manager, awardId), draft);
    expect(base?.number).toBe(1);
    expect(warnings[0]).toEqual({
      text: "It counts until 31 March 2025: version 2 takes effect on 1 April 2025 and stays as it is.",
      restate: {
        href: `/awards/${awardId}/next-version?kind=correction&effective=2025-04-01`,
        text: "After sealing this one, restate the award from 1 April 2025 as well",
      },
    });
    await nextVersion(story.manager, awardId, { ...correction, version: 1 });
    const on = (day: string) => amountsOn(story.manager, awardId, day);
    expect([
      await on("2024-09-30"),
      await on("2024-10-01"),
      await on("2025-03-31"),
      await on("2025-04-01"),
    ]).toEqual([[10_000], [11_000], [11_000], [12_000]]);
  });

  test("puts a fund right, and takes the funder from it", async () => {
    const awardId = await soleAward(story);
    const funderId = await createFunder(register.db);
    const fundId = await createFund(register.db, funderId);
    await nextVersion(story.manager, awardId, { kind: "correction", amountPence: 10_000, fundId });
    const last = (await listVersions(story.manager, awardId)).at(-1);
    expect(last).toMatchObject({ fund: { id: fundId }, funder: { id: funderId }, effectiveOn: "2024-04-01" });
  });

  test("of an amount that becomes known replaces what was not recorded", async () => {
    const awardId = await soleAward(story, { amountPence: null });
    await nextVersion(story.manager, awardId, { kind: "correction", amountPence: 4_200 });
    expect(await amountsOn(story.manager, awardId, "2024-04-01")).toEqual([4_200]);
  });
});

describe("awards that share money", () => {
  test("cannot run in a circle", async () => {
    const [first, second] = [await soleAward(story), await soleAward(story)];
    const operator = operatorContext(register.db);
    const insideOf = (awardId: number) => [
      line({ amountPence: 10_000, inside: { ...NOT_YET_APPORTIONED, awardId } }),
    ];
    await seal(operator, first, { kind: "correction", lines: insideOf(second) });
    const closing = version(second, { kind: "correction", lines: insideOf(first) });
    const refused = await writeOrUndo(operator, (transaction) => sealVersion(transaction, operator, closing));
    expect(refusal(refused)).toHaveProperty("lines");
    expect(await listVersions(operator, second)).toHaveLength(1);
  });

  test("keep a line inside the other award through the next version", async () => {
    const outer = await soleAward(story);
    const inner = await soleAward(story, {
      amountPence: 2_000,
      lines: [line({ amountPence: 2_000, inside: { ...NOT_YET_APPORTIONED, awardId: outer } })],
    });
    const draft = done(await startNextVersion(story.officer, inner, details({})));
    await nextVersion(story.manager, inner, { version: 1 }, undefined);
    expect(draft.lines).toMatchObject([{ base: 1, amountPence: 2_000 }]);
    const last = (await listVersions(story.manager, inner)).at(-1);
    expect(await listLines(story.manager, last?.id ?? 0)).toMatchObject([
      { insideAward: { id: outer }, amountPence: 2_000 },
    ]);
  });

  test("may be named as overlapping only where they share a partnership, up to the lesser of the two", async () => {
    const [award, other] = [await soleAward(story), await soleAward(story, { amountPence: 6_000 })];
    const foreign = await createAward(register.db, [story.foreign]);
    const naming = (mayIncludeIds: number[]) =>
      details({ kind: "correction", amountPence: 10_000, mayIncludeIds });
    expect(refusal(await startNextVersion(story.manager, award, naming([foreign])))).toEqual({
      mayIncludeIds: "Choose from the list",
    });
    await nextVersion(story.manager, award, naming([other]));
    expect(await listOverlaps(story.manager, award)).toMatchObject([
      { award: { id: other }, includesOther: true, upToPence: 6_000 },
    ]);
    expect(await listOverlaps(story.manager, other)).toMatchObject([
      { award: { id: award }, includesOther: false, upToPence: 6_000 },
    ]);
  });

  test("tell nobody of an award that they may not read", async () => {
    const joint = await jointAward(story, { lead: false });
    const own = await soleAward(story);
    await nextVersion(story.manager, joint, {
      kind: "correction",
      amountPence: 10_000,
      mayIncludeIds: [own],
    });
    await seal(operatorContext(register.db), own, {
      kind: "correction",
      lines: [line({ amountPence: 10_000, inside: { ...NOT_YET_APPORTIONED, awardId: joint } })],
    });
    const seen = async (context: AwardStory["manager"]) => [
      (await listVersions(context, joint)).at(-1)?.mayInclude[0]?.award ?? null,
      (await listPassedOn(context, joint))[0]?.award ?? null,
      (await listOverlaps(context, joint))[0]?.award ?? null,
    ];
    expect(await seen(story.partnerFinance)).toEqual([null, null, null]);
    expect(await seen(story.manager)).toMatchObject([{ id: own }, { id: own }, { id: own }]);
    // The partner's next version keeps what its author could not see.
    await nextVersion(story.partnerFinance, joint, { kind: "apportionment" });
    expect((await listVersions(story.manager, joint)).at(-1)?.mayInclude).toMatchObject([{ awardId: own }]);
  });
});

test("after all these versions the register adds up", async () => {
  expect(await verifyRegister(operatorContext(register.db))).toEqual([]);
});

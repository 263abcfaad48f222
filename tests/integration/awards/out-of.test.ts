import { beforeAll, describe, expect, test } from "vitest";
import { getAward } from "#app/awards/awards.queries.server.ts";
import { checkDraft } from "#app/awards/draft-check.queries.server.ts";
import { findDraft } from "#app/awards/drafts.queries.server.ts";
import { listOutOfChoices, outOfText } from "#app/awards/out-of/out-of.queries.server.ts";
import { OUT_OF_NONE } from "#app/awards/out-of/out-of.rules.ts";
import { unusedOuterOf } from "#app/awards/out-of/outer-awards.queries.server.ts";
import { saveDraftLines } from "#app/awards/save-draft-lines.server.ts";
import { sealNextVersion } from "#app/awards/seal-next-version.server.ts";
import { startNextVersion } from "#app/awards/start-next-version.server.ts";
import { listPassedOn } from "#app/awards/versions.queries.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, details, done, refusal, typed } from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;
let outer: number;
let inner: number;

const referenceOf = async (id: number) =>
  (
    await register.db.read
      .selectFrom("award")
      .select("reference")
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
  ).reference;

/** What the award takes part in comes to, pence: everything that counts, each pound once. */
async function netOfAll(): Promise<number> {
  const { net } = await register.db.read
    .selectFrom("posting")
    .select((e) =>
      e.cast<number>(e.fn.sum(e("gross_pence", "-", e.ref("passed_on_pence"))), "bigint").as("net"),
    )
    .executeTakeFirstOrThrow();
  return Number(net);
}

beforeAll(async () => {
  story = await awardStory(register.db);
  const operator = make.operatorContext(register.db);
  // The county's money in two years; the district's grant comes out of the first.
  outer = await make.createAward(register.db, [story.partner, story.lead], { lead: true });
  const share = { partnershipId: story.partner, stream: "revenue" as const };
  await seal(operator, outer, {
    amountPence: 10_000,
    lines: [
      line({ ...share, financialYear: 2024, amountPence: 6_000 }),
      line({ ...share, financialYear: 2025, amountPence: 4_000 }),
    ],
  });
  inner = await make.createAward(register.db, [story.lead], { lead: true });
  await seal(operator, inner, { amountPence: 2_500, lines: [line({ amountPence: 2_500 })] });
});

describe("an award that is paid out of another", () => {
  test("is said to be so by the other's reference, which has to be one that the person can see", async () => {
    const foreign = await make.createAward(register.db, [story.foreign]);
    await seal(make.operatorContext(register.db), foreign);
    const refused = async (outOf: string) =>
      refusal(await startNextVersion(story.finance, inner, details({ outOf }))).outOf;
    const unknown = "is not another award that you can see and that counts";
    expect(await refused(await referenceOf(foreign))).toBe(`${await referenceOf(foreign)} ${unknown}`);
    expect(await refused("A-999999")).toBe(`A-999999 ${unknown}`);
    expect(await refused(await referenceOf(inner))).toBe(`${await referenceOf(inner)} ${unknown}`);
  });

  test("counts once: in it, and as passed on in the other; and no longer so once it is taken out again", async () => {
    const before = await netOfAll();
    const { finance, lead } = story;
    const reference = await referenceOf(outer);
    done(await startNextVersion(finance, inner, details({ outOf: `${reference}, ${reference}` })));
    const draft = await findDraft(finance, inner);
    if (!draft) throw new Error("There is a draft");
    expect(await outOfText(finance, draft)).toBe(reference);
    const choices = await listOutOfChoices(finance, draft);
    expect(choices.map(({ text }) => text.replace(/: .*?, 20/, ": 20"))).toEqual([
      `${reference}: 2024 to 2025, Revenue, £60`,
      `${reference}: 2025 to 2026, Revenue, £40`,
    ]);
    const share = { partnershipId: lead, financialYear: 2024, amountPence: 2_500 };
    const invented = typed({ ...share, outOf: `${outer}-0-2030-0-0-revenue` });
    expect(refusal(await saveDraftLines(finance, inner, 1, [invented]))).toEqual({
      "lines.0.outOf": "Choose from the list",
    });
    done(await saveDraftLines(finance, inner, 1, [typed({ ...share, outOf: choices[0]?.value ?? null })]));
    done(await sealNextVersion(finance, inner, 2));
    expect(await netOfAll()).toBe(before - 2_500);
    expect(await listPassedOn(finance, outer)).toMatchObject([{ awardId: inner, pence: 2_500 }]);

    // It stays so in the next version, until it is said to come out of none.
    done(await startNextVersion(finance, inner, details({ kind: "variation", reason: "Agreed" })));
    const [kept] = (await findDraft(finance, inner))?.lines ?? [];
    if (!kept) throw new Error("The line is kept");
    done(await saveDraftLines(finance, inner, 1, [kept]));
    done(await sealNextVersion(finance, inner, 2));
    expect(await netOfAll()).toBe(before - 2_500);
    done(
      await startNextVersion(finance, inner, details({ kind: "variation", reason: "Paid by the funder" })),
    );
    done(await saveDraftLines(finance, inner, 1, [{ ...kept, outOf: OUT_OF_NONE }]));
    done(await sealNextVersion(finance, inner, 2));
    expect(await netOfAll()).toBe(before);
    expect(await listPassedOn(finance, outer)).toEqual([]);
  });

  test("is warned of where a line takes more than that money holds, or of another year, or no line comes out of it", async () => {
    const { finance, lead, partner } = story;
    const reference = await referenceOf(outer);
    const other = await make.createAward(register.db, [lead], { lead: true });
    await seal(make.operatorContext(register.db), other, {
      amountPence: 1_000,
      lines: [
        line({
          amountPence: 1_000,
          inside: {
            ...{ awardId: outer, partnershipId: partner, financialYear: 2025, stream: "revenue" },
            ...{ projectId: null, priorityId: null },
          },
        }),
      ],
    });
    const award = await make.createAward(register.db, [lead], { lead: true });
    await seal(make.operatorContext(register.db), award, { amountPence: 3_500 });
    done(await startNextVersion(finance, award, details({ outOf: reference })));
    const saved = async () => {
      const draft = await findDraft(finance, award);
      if (!draft) throw new Error("There is a draft");
      return draft;
    };
    const warned = async () => {
      const draft = await saved();
      const { warnings } = await checkDraft(finance, await getAward(finance, award), draft);
      return warnings.map(({ text }) => text);
    };
    const unused = `It is said to be paid out of ${reference}, but no line comes out of it: both would count in full.`;
    expect(await warned()).toEqual([unused]);
    expect(await unusedOuterOf(finance, await saved())).toEqual([{ text: unused }]);

    const choices = await listOutOfChoices(finance, await saved());
    const out = choices.find(({ text }) => text.includes("2025 to 2026"))?.value ?? null;
    const take = async (version: number, financialYear: number, amountPence: number) =>
      done(
        await saveDraftLines(finance, award, version, [
          typed({ partnershipId: lead, financialYear, amountPence, outOf: out }),
        ]),
      );
    await take(1, 2025, 3_000);
    expect(await warned()).toEqual([]);
    expect(await unusedOuterOf(finance, await saved())).toEqual([]);
    await take(2, 2024, 3_500);
    const [tooMuch, mixed, ...more] = await warned();
    expect(more).toEqual([]);
    expect(tooMuch).toContain(
      `take £35, beside £10 that other awards take, out of money of ${reference}, of which £40 may be passed on: `,
    );
    expect(tooMuch).toContain("2025 to 2026, Revenue.");
    expect(mixed).toBe(`£35 of 2024 to 2025 is to come out of money of ${reference} for 2025 to 2026.`);
  });

  test("is warned of where that gives nothing on the day from which the version counts", async () => {
    const { finance, lead } = story;
    const later = await make.createAward(register.db, [lead], { lead: true });
    await seal(make.operatorContext(register.db), later, { effectiveOn: "2025-04-01" });
    const award = await make.createAward(register.db, [lead], { lead: true });
    await seal(make.operatorContext(register.db), award);
    const outOf = await referenceOf(later);
    done(await startNextVersion(finance, award, details({ outOf, effectiveOn: "2024-10-01" })));
    const draft = await findDraft(finance, award);
    expect(draft && (await unusedOuterOf(finance, draft))).toEqual([
      {
        text: `It is said to be paid out of ${outOf}, but that gives nothing on 1 October 2024, from which this version counts, so no line can come out of it: both would count in full.`,
      },
    ]);
  });
});

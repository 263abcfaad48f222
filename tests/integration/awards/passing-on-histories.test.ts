import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { actOnOnwardGrant } from "#app/awards/onward/act-on-onward-grant.server.ts";
import { canFollow, ONWARD_ACTIONS } from "#app/awards/onward/onward-actions.ts";
import { passedOnFigures, takenPence } from "#app/awards/onward/onward-grant.rules.ts";
import { newOnwardGrantSchema } from "#app/awards/onward/onward-grant.schema.ts";
import { listOnwardPayments, onwardOf } from "#app/awards/onward/onward-grants.queries.server.ts";
import { recordOnwardGrant } from "#app/awards/onward/record-onward-grant.server.ts";
import { NOT_YET_APPORTIONED } from "#app/awards/version.rules.ts";
import { sumPence } from "#app/core/money.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { LONG } from "#tests/trust/results.ts";
import { type AwardStory, awardStory, soleAward } from "./award-story.ts";

const register = useDatabase();
const RUNS = LONG ? 1000 : 6;
const SEED = Number(process.env.SEED ?? 20261121);
let story: AwardStory;
beforeAll(async () => {
  story = await awardStory(register.db);
});

const step = fc.record({
  what: fc.constantFrom("version", "grant", "change", ...ONWARD_ACTIONS, ...ONWARD_ACTIONS),
  award: fc.nat(2),
  grant: fc.nat(20),
  pence: fc.integer({ min: 1, max: 20_000 }),
});
type Step = ReturnType<typeof step.generate>["value"];

/** Three awards, each wholly out of the one before it, and what they come to. */
async function chain() {
  const ids: number[] = [];
  const amounts = [30_000, 20_000, 10_000];
  for (const amountPence of amounts) ids.push(await soleAward(story, versionOf(ids.at(-1), amountPence)));
  return { ids, amounts };
}

function versionOf(outer: number | undefined, amountPence: number) {
  const inside = outer === undefined ? null : { ...NOT_YET_APPORTIONED, awardId: outer };
  return { amountPence, lines: [line({ amountPence, inside })] };
}

/** Takes a step. @returns whether it was one that may not leave less than nothing of its award, and was accepted. */
async function take({ ids, amounts }: Awaited<ReturnType<typeof chain>>, { what, ...each }: Step) {
  const awardId = ids[each.award] as number;
  const { grants } = await onwardOf(register.db.read, awardId, story.finance.today);
  if (what === "version") {
    amounts[each.award] = each.pence;
    const changed = versionOf(ids[each.award - 1], each.pence);
    await seal(operatorContext(register.db), awardId, { kind: "correction", ...changed });
    return false;
  }
  const amountPence = each.pence % 5 === 0 ? "" : String(each.pence / 100);
  const form = newOnwardGrantSchema.parse({ recipient: "Refuge", amountPence });
  if (what === "grant") return (await recordOnwardGrant(story.officer, awardId, null, form)).ok;
  const grant = grants[each.grant % Math.max(1, grants.length)];
  if (!grant || (what === "change" ? grant.cancelledOn !== null : !canFollow(what, grant))) return false;
  if (what === "change") {
    await recordOnwardGrant(story.officer, awardId, grant, form);
    return false;
  }
  const answers = { amountPence: each.pence, happenedOn: null, reference: null, reason: "A random history" };
  const ids_ = { awardId, grantId: grant.id };
  const acted = await actOnOnwardGrant(story.finance, ids_, what, grant.version, answers);
  return acted.ok && what === "pay" && grant.amountPence === null;
}

async function check({ ids, amounts }: Awaited<ReturnType<typeof chain>>, taken: number | null) {
  const nets: number[] = [];
  for (const [index, awardId] of ids.entries()) {
    const { award, grants } = await onwardOf(register.db.read, awardId, story.finance.today);
    const passedOnPence = amounts[index + 1] ?? 0;
    expect(award).toEqual({ amountPence: amounts[index], passedOnPence, percentage: 100 });
    nets.push((award.amountPence ?? 0) - award.passedOnPence);
    const { leftPence } = passedOnFigures(award, grants);
    expect(leftPence).toBe((nets.at(-1) ?? 0) - sumPence(grants.map(takenPence)));
    if (taken === index) expect(leftPence).toBeGreaterThanOrEqual(0);
    for (const { id, amountPence, paidPence, returnedPence } of grants) {
      const payments = await listOnwardPayments(register.db.read, id);
      const sum = (kind: string) =>
        sumPence(payments.filter((one) => one.kind === kind).map((one) => one.amountPence));
      expect([sum("paid"), sum("returned")]).toEqual([paidPence, returnedPence]);
      expect(returnedPence).toBeLessThanOrEqual(paidPence);
      if (amountPence !== null) expect(paidPence - returnedPence).toBeLessThanOrEqual(amountPence);
    }
  }
  // Each pound counts once: what the awards hold themselves comes to what the outermost one was given.
  expect(sumPence(nets)).toBe(amounts[0]);
}

test("net and passed on come to gross, and no onward grant takes what is not left, whatever happens", async () => {
  const history = fc.array(step, { minLength: 8, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const awards = await chain();
      for (const each of steps) {
        const accepted = await take(awards, each);
        await check(awards, accepted ? each.award : null);
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
}, 120_000);

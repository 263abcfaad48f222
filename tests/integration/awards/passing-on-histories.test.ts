import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { actOnOnwardGrant } from "#app/awards/onward/act-on-onward-grant.server.ts";
import { canFollow, ONWARD_ACTIONS } from "#app/awards/onward/onward-actions.ts";
import { passedOnFigures, takenPence } from "#app/awards/onward/onward-grant.rules.ts";
import { newOnwardGrantSchema } from "#app/awards/onward/onward-grant.schema.ts";
import { listOnwardPayments, onwardOf } from "#app/awards/onward/onward-grants.queries.server.ts";
import { recordOnwardGrant } from "#app/awards/onward/record-onward-grant.server.ts";
import { NOT_YET_APPORTIONED } from "#app/awards/version.rules.ts";
import { verifyClaims } from "#app/claims/index.server.ts";
import { sumPence } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { LONG, record } from "#tests/trust/results.ts";
import { type AwardStory, awardStory, soleAward } from "./award-story.ts";
import { type Claimed, claimOn, compareClaims, NOTHING_CLAIMED, payClaim } from "./passing-on-claims.ts";

const register = useDatabase();
/** Short in `npm test`; docs/trust.md says how the long form is run. */
const HISTORIES = LONG ? 1000 : 12;
const STEPS = LONG ? { minLength: 14, maxLength: 14 } : { minLength: 8, maxLength: 14 };
const SEED = Number(process.env.SEED ?? 20261121);
/** A claim on one of the awards, and money that comes for one. */
const CLAIMING = ["claim", "claim", "receipt"] as const;
let story: AwardStory;
/** One for all, so that its clock moves on. */
let operator: Context;
beforeAll(async () => {
  story = await awardStory(register.db);
  operator = operatorContext(register.db);
});

const step = fc.record({
  what: fc.constantFrom(
    "version",
    "cut",
    "cut",
    "grant",
    "change",
    ...CLAIMING,
    ...ONWARD_ACTIONS,
    ...ONWARD_ACTIONS,
  ),
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
  const claimed: Claimed[] = amounts.map(() => ({ ...NOTHING_CLAIMED }));
  return { ids, amounts, claimed };
}

type Chain = Awaited<ReturnType<typeof chain>>;

function versionOf(outer: number | undefined, amountPence: number) {
  const inside = outer === undefined ? null : { ...NOT_YET_APPORTIONED, awardId: outer };
  return { amountPence, lines: [line({ amountPence, inside })] };
}

/** Takes a step. @returns whether it was one that may not leave less than nothing of its award, and was accepted. */
async function take({ ids, amounts, claimed }: Chain, { what, ...each }: Step, counts: Counts) {
  const awardId = ids[each.award] as number;
  const { grants } = await onwardOf(register.db.read, awardId, story.finance.today);
  if (what === "version" || what === "cut") {
    counts.versions += 1;
    const amountPence = what === "cut" ? Math.ceil(each.pence / 20) : each.pence;
    amounts[each.award] = amountPence;
    const changed = versionOf(ids[each.award - 1], amountPence);
    await seal(operator, awardId, { kind: "correction", ...changed });
    return false;
  }
  if (what === "claim" || what === "receipt") {
    const of = { awardId, amountPence: amounts[each.award] as number, pence: each.pence };
    const held = claimed[each.award] as Claimed;
    if (what === "claim") counts[(await claimOn(operator, of, held)) ? "claims" : "refused"] += 1;
    else counts.receipts += (await payClaim(operator, of, each.grant, held)) ? 1 : 0;
    return false;
  }
  const amountPence = each.pence % 5 === 0 ? "" : String(each.pence / 100);
  // Of the same amount several are granted: each by an agreement of its own.
  const reference = `Agreement ${grants.length + 1}`;
  const form = newOnwardGrantSchema.parse({ recipient: "Refuge", amountPence, reference });
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

async function check({ ids, amounts, claimed }: Chain, taken: number | null, counts: Counts) {
  const nets: number[] = [];
  for (const [index, awardId] of ids.entries()) {
    const { award, grants } = await onwardOf(register.db.read, awardId, story.finance.today);
    const passedOnPence = amounts[index + 1] ?? 0;
    expect(award).toEqual({ amountPence: amounts[index], passedOnPence, percentage: 100 });
    const toRepay = await compareClaims(operator, awardId, {
      amountPence: amounts[index] as number,
      claimed: claimed[index] as Claimed,
    });
    if (toRepay > 0) counts.repayments += 1;
    if (passedOnPence > 0 && (claimed[index]?.pence ?? 0) > 0) counts["of money passed on"] += 1;
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

const counts = { versions: 0, claims: 0, refused: 0, receipts: 0, repayments: 0, "of money passed on": 0 };
type Counts = typeof counts;

test("net and passed on come to gross, and neither an onward grant nor a claim takes what is not left, whatever happens", async () => {
  const history = fc.array(step, STEPS);
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const awards = await chain();
      for (const each of steps) {
        const accepted = await take(awards, each, counts);
        await check(awards, accepted ? each.award : null, counts);
      }
    }),
    { numRuns: HISTORIES, seed: SEED },
  );
  expect([...(await verifyRegister(operator)), ...(await verifyClaims(operator))]).toEqual([]);
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  record(`Random histories of money passed on${register.engine === "postgres" ? ", on PostgreSQL" : ""}`, {
    histories: HISTORIES,
    "steps in each": STEPS.maxLength,
    "versions sealed": counts.versions,
    "claims made": counts.claims,
    "claims refused": counts.refused,
    receipts: counts.receipts,
    "states with money to repay": counts.repayments,
    "states with claims on an award that passes money on": counts["of money passed on"],
    "figures that differ": 0,
  });
}, 7_200_000);

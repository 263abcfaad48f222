import { type AwardListItem, ownerIdOf } from "#app/awards/index.server.ts";
import { claimDueName, type DueBack, leftToClaim, returnName } from "#app/awards/index.ts";
import { isPrepared, NOT_CLAIMED } from "#app/claims/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { type FinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { AwardFacts, Duty } from "./award-position.rules.ts";
import { writtenByFinance } from "./waiting/written-by-finance.server.ts";
import { passedOnOf } from "./year-end/passed-on.queries.server.ts";
import { underspentOf } from "./year-end/underspent.queries.server.ts";
import { type UnclaimedYear, unclaimedOfEndedYears } from "./year-end/year-end.rules.ts";
import { type LinesOfAwards, linesOfAwards, yearFiguresOf } from "./year-end/year-figures.queries.server.ts";

/** What a manager asks of an award, beside what its list says. Pence. */
export type AwardMore = AwardFacts & {
  leftPence: number | null;
  /** Of what is left, what is in claims that were not submitted yet. */
  preparedPence: number;
  ownerName: string | null;
};

/** All that decides what these awards wait for. Call with awards in scope, a page of them at most. */
export async function factsOfAwards(
  context: Context,
  awards: readonly AwardListItem[],
): Promise<Map<number, AwardMore>> {
  const ids = awards.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const more = await moreOf(context, ids);
  const duties = await dutiesOf(context, ids);
  const claims = await claimsOf(context, ids);
  const lines = await linesOfAwards(context, ids);
  const year = financialYearOf(context.today);
  const years = await yearFiguresOf(context, year, ids, lines);
  const passedOn = await passedOnOf(context, year, ids);
  const underspent = await underspentOf(context, ids);
  const agreements = await agreementsOf(context, ids);
  return new Map(
    awards.map((award) => {
      const {
        delivery_from = null,
        delivery_to = null,
        asked_at = null,
        owner = null,
      } = more.get(award.id) ?? {};
      const own = claims.filter((claim) => claim.award_id === award.id);
      const isKnown =
        award.amountPence !== null && own.every((claim) => isPrepared(claim) || claim.claimed_pence !== null);
      const facts: AwardMore = {
        status: award.standing?.status ?? "active",
        why: award.standing?.why ?? "",
        otherwise: award.standing?.otherwise,
        deliveryFrom: delivery_from,
        deliveryTo: delivery_to,
        leftPence: isKnown ? leftOf(award.id, lines) : null,
        preparedPence: sumPence(own.filter(isPrepared).map(({ claimed_pence }) => claimed_pence ?? 0)),
        leftOfYearPence: years.get(award.id)?.leftPence ?? null,
        passedOnOfYearPence: passedOn.get(award.id) ?? 0,
        unclaimedYears: isKnown ? unclaimedOf(award.id, lines, context.today) : [],
        underspentYears: underspent.get(award.id) ?? [],
        dueBackYears: (award.standing?.otherwise ?? award.standing)?.dueBack?.map(unspentOf) ?? [],
        hasAgreement: hasAgreement(award.id, year, lines, agreements),
        givesThisYear: givesFor(award.id, year, lines),
        duties: duties.get(award.id) ?? [],
        claims: own.map(({ number, status, by_finance }) => ({ number, status, byFinance: by_finance })),
        awaitsConfirmation: asked_at !== null,
        ownerName: owner,
        hasOwner: owner !== null,
      };
      return [award.id, facts] as const;
    }),
  );
}

function unspentOf({ financialYear, unspentPence }: DueBack["years"][number]): UnclaimedYear {
  return { financialYear, pence: unspentPence };
}

/** What is left beside the claims that were submitted. */
function leftOf(id: number, { given, claimed }: LinesOfAwards): number {
  const own = given.filter(({ awardId }) => awardId === id);
  const sent = claimed.filter(({ awardId, status }) => awardId === id && !NOT_CLAIMED.includes(status));
  return leftToClaim(
    own.map((line) => ({ ...line, amountPence: line.amountPence ?? 0 })),
    sent,
  );
}

/** What of each year that is over is in no submitted claim. */
function unclaimedOf(id: number, { given, claimed }: LinesOfAwards, today: IsoDay): UnclaimedYear[] {
  const own = given.filter(({ awardId }) => awardId === id);
  const sent = claimed.filter(({ awardId, status }) => awardId === id && !NOT_CLAIMED.includes(status));
  return unclaimedOfEndedYears(own, sent, today);
}

type AgreementRow = { award_id: number; financial_year: number | null };

function agreementsOf({ db }: Context, ids: readonly number[]): Promise<AgreementRow[]> {
  return db.read
    .selectFrom("award_agreement")
    .select(["award_id", "financial_year"])
    .where("award_id", "in", ids)
    .execute();
}

function hasAgreement(
  id: number,
  year: FinancialYear,
  lines: LinesOfAwards,
  agreements: readonly AgreementRow[],
): boolean {
  const own = agreements.filter(({ award_id }) => award_id === id);
  const hasMoney = givesFor(id, year, lines);
  return own.some(({ financial_year }) => !hasMoney || financial_year === null || financial_year === year);
}

function givesFor(id: number, year: FinancialYear, { given }: LinesOfAwards): boolean {
  return given.some((line) => line.awardId === id && line.financialYear === year);
}

async function moreOf({ db, scope }: Context, ids: readonly number[]) {
  const rows = await db.read
    .selectFrom("award")
    .leftJoin("award_draft", "award_draft.award_id", "award.id")
    .leftJoin("person", (join) => join.on("person.id", "=", ownerIdOf(scope)))
    .select(["award.id", "delivery_from", "delivery_to", "award_draft.asked_at", "person.name as owner"])
    .where("award.id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is open, the first to be due first; what has no due date is no date to wait for. */
async function dutiesOf({ db }: Context, ids: readonly number[]): Promise<Map<number, Duty[]>> {
  const returns = await db.read
    .selectFrom("award_return")
    .select(["award_id", "period_from as periodFrom", "period_to as periodTo", "due_on as dueOn"])
    .where("award_id", "in", ids)
    .where("submitted_on", "is", null)
    .where("waived_because", "is", null)
    .orderBy("due_on")
    .execute();
  const conditions = await db.read
    .selectFrom("award_condition")
    .select(["award_id", "text", "due_on as dueOn"])
    .where("award_id", "in", ids)
    .where("met_on", "is", null)
    .where("waived_because", "is", null)
    .where("due_on", "is not", null)
    .orderBy("due_on")
    .execute();
  const claims = await db.read
    .selectFrom("claim_due")
    .select(["award_id", "period_from as periodFrom", "period_to as periodTo", "due_on as dueOn"])
    .where("award_id", "in", ids)
    .where("claim_id", "is", null)
    .orderBy("due_on")
    .execute();
  const duties = new Map<number, Duty[]>();
  const add = (id: number, duty: Duty) => duties.set(id, [...(duties.get(id) ?? []), duty]);
  for (const { award_id, dueOn, ...period } of returns) add(award_id, { what: returnName(period), dueOn });
  for (const { award_id, dueOn, ...period } of claims) add(award_id, { what: claimDueName(period), dueOn });
  for (const { award_id, dueOn, text } of conditions)
    add(award_id, { what: `Condition: ${text}`, dueOn: dueOn ?? "" });
  return duties;
}

function claimsOf({ db }: Context, ids: readonly number[]) {
  return db.read
    .selectFrom("claim")
    .leftJoin("person as writer", (join) =>
      join.onRef("writer.id", "=", "claim.written_by").on(writtenByFinance),
    )
    .select(["award_id", "number", "status", "claimed_pence", "writer.name as by_finance"])
    .where("award_id", "in", ids)
    .where("status", "<>", "withdrawn")
    .orderBy("award_id")
    .orderBy("number")
    .execute();
}

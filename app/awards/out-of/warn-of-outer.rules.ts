import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { type FinancialYear, formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { type NamedAward, STREAM_NAMES } from "../award.ts";
import { awardWords, type DraftWarning } from "../draft-warnings.rules.ts";
import type { LineInput } from "../version.rules.ts";
import { type OutOf, outOfValue } from "./out-of.rules.ts";

/** An award that lines of the draft come out of: what it holds on the draft's day, and what others take out of it. */
export type OuterAward = {
  id: number;
  award: NamedAward | null;
  /** What of it may be passed on, pence; null where its amount is not recorded. */
  amountPence: number | null;
  takenByOthersPence: number;
  /** The same for each part of it that a line may come out of, which `value` names; none where it has no such money. */
  money: OuterMoney[];
};
export type OuterMoney = { value: string; words: string; amountPence: number; takenByOthersPence: number };

/** An award that a draft is said to be paid out of, and whether it has money on the draft's day. */
export type SaidToPay = { id: number; award: NamedAward | null; hasMoney: boolean };

/**
 * Lines that take more out of other money than it holds leave it below zero: out of one line of another award, or out of
 * the whole. Of an award that the person may not read no amount and no line is said.
 */
export function warnOfOuterAwards(
  lines: readonly LineInput[],
  outerAwards: readonly OuterAward[],
): DraftWarning[] {
  return outerAwards.flatMap((outer) => {
    const inside = lines.filter((line) => line.inside?.awardId === outer.id);
    const own = sumOf(inside);
    if (outer.amountPence === null || own === 0) return [];
    const parts = new Map(inside.flatMap(({ inside }) => (inside ? [[outOfValue(inside), inside]] : [])));
    const ofParts = [...parts].flatMap(([value, part]) => {
      const same = inside.filter((line) => line.inside && outOfValue(line.inside) === value);
      return warnOfPart(outer, value, part, sumOf(same)) ?? [];
    });
    const left = outer.amountPence - outer.takenByOthersPence - own;
    if (outer.award !== null && ofParts.length > 0) return ofParts;
    if (left >= 0 && ofParts.length === 0) return [];
    const by = outer.award ? ` by ${formatPounds(-left)}` : "";
    return [{ text: `The lines take more out of ${awardWords(outer.award)} than it still holds${by}.` }];
  });
}

/** @param own what the lines of the draft take out of that part of the other award, pence */
function warnOfPart(outer: OuterAward, value: string, part: OutOf, own: number): DraftWarning | null {
  const money = outer.money.find((each) => each.value === value);
  const others = money?.takenByOthersPence ?? 0;
  const holds = money?.amountPence ?? 0;
  if (own === 0 || own + others <= holds) return null;
  const taken = others === 0 ? "" : `, beside ${formatPounds(others)} that other awards take,`;
  const held = money ? `of which ${formatPounds(holds)} may be passed on` : "which it does not hold";
  return {
    text: `The lines take ${formatPounds(own)}${taken} out of money of ${awardWords(outer.award)}, ${held}: ${money?.words ?? partWords(part)}.`,
  };
}

/** Lines in another year or stream than the money that they come out of. Years do not mix, and streams do not. */
export function warnOfMixedMoney(
  lines: readonly LineInput[],
  outerAwards: readonly OuterAward[],
): DraftWarning[] {
  const texts = lines.flatMap(({ financialYear, stream, inside, amountPence }) => {
    const outer = outerAwards.find(({ id }) => id === inside?.awardId);
    if (!inside || !outer) return [];
    const otherYear = differs(financialYear, inside.financialYear);
    const otherStream = differs(stream, inside.stream);
    if (!otherYear && !otherStream) return [];
    const shown = { financialYear: otherYear ? financialYear : null, stream: otherStream ? stream : null };
    const from = {
      financialYear: otherYear ? inside.financialYear : null,
      stream: otherStream ? inside.stream : null,
    };
    const amount = amountPence === null ? "A line" : formatPounds(amountPence);
    const theirs = outer.award === null ? `another ${otherYear ? "year" : "stream"}` : partWords(from);
    return [
      `${amount} of ${partWords(shown)} is to come out of money of ${awardWords(outer.award)} for ${theirs}.`,
    ];
  });
  return [...new Set(texts)].map((text) => ({ text }));
}

/**
 * Awards that were named as what the draft is paid out of, while no line comes out of them.
 * @param usedIds the awards that its lines come out of. @param day from which the draft counts
 */
export function warnOfUnusedOuter(
  said: readonly SaidToPay[],
  usedIds: readonly number[],
  day: IsoDay,
): DraftWarning[] {
  return said
    .filter(({ id }) => !usedIds.includes(id))
    .map(({ award, hasMoney }) => {
      const why = hasMoney
        ? "but no line comes out of it"
        : `but that gives nothing on ${formatDate(day)}, from which this version counts, so no line can come out of it`;
      return { text: `It is said to be paid out of ${awardWords(award)}, ${why}: both would count in full.` };
    });
}

const sumOf = (lines: readonly LineInput[]) => sumPence(lines.map(({ amountPence }) => amountPence ?? 0));

function differs<Value>(one: Value | null, other: Value | null): boolean {
  return one !== null && other !== null && one !== other;
}

/** "2026 to 2027, Revenue"; what is not yet apportioned is left out. */
function partWords({ financialYear, stream }: Pick<LineInput, "financialYear" | "stream">): string {
  const said = [
    ...(financialYear === null ? [] : [formatFinancialYear(financialYear as FinancialYear)]),
    ...(stream === null ? [] : [STREAM_NAMES[stream]]),
  ];
  return said.length === 0 ? "not yet apportioned" : said.join(", ");
}

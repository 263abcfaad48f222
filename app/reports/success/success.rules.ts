import { sumPence } from "#app/core/money.ts";
import type {
  JudgedBid,
  LeftOut,
  Standing,
  StandingSums,
  SuccessFigures,
  SuccessGrouping,
  SuccessReport,
  SuccessRow,
} from "./success.ts";

const DECIDED: readonly Standing[] = ["won", "won in part", "lost"];
const MADE: readonly Standing[] = [...DECIDED, "undecided", "withdrawn"];

/** The figures of a row out of its standings. Only competitive bids that are decided are in the rates. */
export function successOf(sums: readonly StandingSums[]): SuccessFigures {
  const bids = (...standings: Standing[]) =>
    sums.filter(({ standing }) => standings.includes(standing)).reduce((total, each) => total + each.bids, 0);
  const decided = sums.filter(({ standing }) => DECIDED.includes(standing));
  const won = decided.filter(({ standing }) => standing !== "lost");
  const [numberDecided, numberWon] = [bids(...DECIDED), bids("won", "won in part")];
  const requested = sumPence(decided.map((each) => each.comparableRequestedPence));
  const awarded = sumPence(won.map((each) => each.comparableAwardedPence));
  const requestedRecorded = decided.some((each) => each.bids > each.requestedNotRecorded);
  const awardedRecorded = numberWon === 0 || won.some((each) => each.bids > each.awardedNotRecorded);
  return {
    made: bids(...MADE),
    decided: numberDecided,
    won: numberWon,
    wonInPart: bids("won in part"),
    lost: bids("lost"),
    ratePercent: percentOf(numberWon, numberDecided),
    requestedPence: requestedRecorded ? sumPence(decided.map((each) => each.requestedPence)) : null,
    awardedPence:
      awardedRecorded && numberDecided > 0 ? sumPence(won.map((each) => each.awardedPence)) : null,
    valueRatePercent: percentOf(awarded, requested),
  };
}

/** The rows of the report out of its sums by row and those of all bids, each with its name. */
export function arrangeSuccess(
  by: SuccessGrouping,
  keyed: readonly StandingSums[],
  whole: readonly StandingSums[],
  names: ReadonlyMap<number | string, string>,
): Pick<SuccessReport, "rows" | "notRecorded" | "total"> {
  const rowOf = (key: number | string | null, name: string): SuccessRow => ({
    name,
    ...successOf(keyed.filter((each) => each.key === key)),
  });
  const rows = [...new Set(keyed.map(({ key }) => key))]
    .flatMap((key) => (key === null ? [] : [rowOf(key, names.get(key) ?? "Of another partnership")]))
    .filter((row) => row.made > 0)
    .sort((a, b) => (by === "year" ? 0 : b.decided - a.decided) || a.name.localeCompare(b.name, "en-GB"));
  const rest = rowOf(null, "Not recorded");
  return {
    rows,
    notRecorded: rest.made > 0 ? rest : null,
    total: { name: "All bids, each once", ...successOf(whole) },
  };
}

/** The sums of bids one by one: each by itself, which adds up to the same as the sums of many. */
export function sumsOfJudged(bids: readonly JudgedBid[]): StandingSums[] {
  return bids.map(({ key, standing, requestedPence, awardedPence }) => {
    const isWon = standing === "won" || standing === "won in part";
    const isComparable = requestedPence !== null && (!isWon || awardedPence !== null);
    return {
      ...{ key, standing, bids: 1 },
      requestedPence: requestedPence ?? 0,
      awardedPence: awardedPence ?? 0,
      comparable: Number(isComparable),
      comparableRequestedPence: isComparable ? requestedPence : 0,
      comparableAwardedPence: isComparable && isWon ? (awardedPence ?? 0) : 0,
      requestedNotRecorded: Number(requestedPence === null),
      awardedNotRecorded: Number(isWon && awardedPence === null),
    };
  });
}

/** A share in per cent with one decimal; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole <= 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** What the rate by value is of, out of the standings of decided bids. */
export function comparableOf(decided: readonly StandingSums[]): SuccessReport["comparable"] {
  return {
    bids: decided.reduce((sum, each) => sum + each.comparable, 0),
    requestedPence: sumPence(decided.map((each) => each.comparableRequestedPence)),
    awardedPence: sumPence(decided.map((each) => each.comparableAwardedPence)),
  };
}

/** How many bids the rates leave out, by why. */
export function leftOutOf(sums: readonly StandingSums[]): LeftOut {
  const count = (standing: Standing) =>
    sums.filter((each) => each.standing === standing).reduce((total, each) => total + each.bids, 0);
  return {
    draft: count("draft"),
    undecided: count("undecided"),
    withdrawn: count("withdrawn"),
    allocation: count("allocation"),
    "kind not stated": count("kind not stated"),
    umbrella: count("umbrella"),
  };
}

import type { Figure } from "#app/attachments/index.ts";
import { formatPounds } from "#app/core/money.ts";
import { formatPercentage } from "#app/core/percentage.ts";
import type { Round } from "../funds.ts";
import type { RoundTermsInFull } from "../terms/terms.ts";

type FiguresOf = {
  round: Pick<Round, "potPence" | "capPence" | "matchBasisPoints">;
  terms: Pick<RoundTermsInFull, "capitalSharePercent">;
};

/** The figures of a round that its guidance can state, where recorded. */
export function figuresOfRound({ round, terms }: FiguresOf): Figure[] {
  const money = (figure: "pot" | "cap", pence: number | null): Figure[] =>
    pence === null ? [] : [{ figure, value: formatPounds(pence) }];
  const { matchBasisPoints: points } = round;
  const { capitalSharePercent: capital } = terms;
  return [
    ...money("pot", round.potPence),
    ...money("cap", round.capPence),
    ...(points === null ? [] : [{ figure: "match_percent" as const, value: formatPercentage(points) }]),
    ...(capital === null ? [] : [{ figure: "capital_share" as const, value: `${capital}%` }]),
  ];
}

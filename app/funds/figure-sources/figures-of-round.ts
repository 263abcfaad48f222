import type { Figure } from "#app/attachments/index.ts";
import { formatPounds } from "#app/core/money.ts";
import type { Round } from "../funds.ts";
import type { RoundTermsInFull } from "../terms/terms.ts";

type FiguresOf = {
  round: Pick<Round, "potPence" | "capPence" | "matchPercent">;
  terms: Pick<RoundTermsInFull, "capitalSharePercent">;
};

/** The figures of a round that its guidance can state, where recorded. */
export function figuresOfRound({ round, terms }: FiguresOf): Figure[] {
  const money = (figure: "pot" | "cap", pence: number | null): Figure[] =>
    pence === null ? [] : [{ figure, value: formatPounds(pence) }];
  const share = (figure: "match_percent" | "capital_share", percent: number | null): Figure[] =>
    percent === null ? [] : [{ figure, value: `${percent}%` }];
  return [
    ...money("pot", round.potPence),
    ...money("cap", round.capPence),
    ...share("match_percent", round.matchPercent),
    ...share("capital_share", terms.capitalSharePercent),
  ];
}

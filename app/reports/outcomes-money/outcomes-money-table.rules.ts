import { computedWords, figuresOf, measuredWords, statedTexts } from "#app/outcomes/index.ts";
import type { Cell } from "../crossed/crossed.ts";
import type { OutcomesMoney } from "./outcomes-money.ts";

export const OUTCOMES_MONEY_TITLE = "Outcomes against money";

/** A line of the report: a measure, or a project or priority area without one. */
export type OutcomesMoneyRow = {
  priority: string;
  project: string;
  /**
   * Pence; null is not recorded; undefined on further measures of the same money, so that nothing counts twice, and where
   * it is only not yet apportioned.
   */
  pence: Cell | undefined;
  /** The amount in words where it is no amount: it is only not yet apportioned. */
  penceWords: string | null;
  measure: string;
  baseline: string;
  latest: string;
  computed: string;
  stated: string;
  gap: string;
};

/** The columns after the name and in their order, one for page, file and command line. */
export const OUTCOMES_MONEY_COLUMNS = [
  { key: "priority", heading: "Priority area" },
  { key: "project", heading: "Project" },
  { key: "pence", heading: "Secured" },
  { key: "measure", heading: "Measure" },
  { key: "baseline", heading: "Baseline" },
  { key: "latest", heading: "Latest reading" },
  { key: "computed", heading: "Change, as computed" },
  { key: "stated", heading: "Change, as stated" },
  { key: "gap", heading: "Gap" },
] as const satisfies readonly { key: keyof OutcomesMoneyRow; heading: string }[];

/** The report line by line; its amounts, each once, come to what is secured. */
export function outcomesMoneyRows({ paid }: Pick<OutcomesMoney, "paid">): OutcomesMoneyRow[] {
  return paid.flatMap(({ priority, project, pence: secured, isOpen, measures, gap }) => {
    const pence = isOpen ? undefined : secured;
    const penceWords = isOpen ? "not yet apportioned" : null;
    const row = { priority, project: project ?? "", gap: gap ?? "" };
    const nothing = { measure: "", baseline: "", latest: "", computed: "", stated: "" };
    if (measures.length === 0) return [{ ...row, ...nothing, pence, penceWords }];
    return measures.map((measure, index) => ({
      ...row,
      pence: index === 0 ? pence : undefined,
      penceWords: index === 0 ? penceWords : null,
      measure: `${measure.name} (${measure.unit})`,
      baseline: measuredWords(figuresOf(measure).baseline),
      latest: measuredWords(figuresOf(measure).latest),
      computed: computedWords(measure.change),
      stated: statedTexts(measure).join("\n") || "not recorded",
    }));
  });
}

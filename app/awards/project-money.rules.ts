import { type FinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";
import type { PayingLine } from "./money-from-awards.tsx";

/** What other awards take out of the money of a project, by the award that holds it and the year. Pence. */
export type TakenOfProject = { awardId: number; financialYear: number | null; pence: number };

/** What a grant to a delivery organisation takes of an award that pays for a project. Pence. */
export type OnwardOfProject = {
  awardId: number;
  awardReference: string;
  awardTitle: string;
  /** ISO days; null is not recorded. */
  runsFrom: string | null;
  runsTo: string | null;
  pence: number;
  /** False where the award pays for more than the project: for which of them the grant is, is not recorded. */
  isForProject: boolean;
};

/** The year of money whose grant names none and whose award has several. */
const NO_YEAR_SAID = "no year said";

/** Money of an award for a project in a year. Pence; null is not recorded, and so is a net of it. */
export type ProjectMoney = Pick<PayingLine, "awardId" | "awardReference" | "awardTitle"> & {
  /** Null where it is not yet apportioned to a year. */
  financialYear: FinancialYear | null | typeof NO_YEAR_SAID;
  grossPence: number | null;
  /** Passed on to other awards, and to delivery organisations. */
  toAwardsPence: number;
  toOrganisationsPence: number;
  netPence: number | null;
  approximate: boolean;
};

/**
 * The lines that pay for a project, one row for each award and year: gross, passed on to the awards inside it and to
 * delivery organisations, net. A grant of no one year of its award has a row of its own under it.
 */
export function moneyByYear(
  lines: readonly PayingLine[],
  taken: readonly TakenOfProject[],
  onward: readonly OnwardOfProject[] = [],
): ProjectMoney[] {
  const rows: ProjectMoney[] = [];
  for (const award of new Map(lines.map((line) => [line.awardId, line])).values()) {
    const own = lines.filter(({ awardId }) => awardId === award.awardId);
    const years = [...new Set(own.map(({ financialYear }) => financialYear))];
    const grants = onward
      .filter(({ awardId, isForProject }) => awardId === award.awardId && isForProject)
      .map(({ pence, ...grant }) => ({ pence, year: yearOf(grant, years) }));
    for (const year of [...years, NO_YEAR_SAID] as const) {
      const same = own.filter(({ financialYear }) => financialYear === year);
      const toOrganisationsPence = penceOf(grants.filter((grant) => grant.year === year));
      if (year === NO_YEAR_SAID && toOrganisationsPence === 0) continue;
      const amounts = same.map(({ amountPence }) => amountPence);
      const grossPence = amounts.includes(null) ? null : sumPence(amounts as number[]);
      const toAwardsPence = penceOf(
        taken.filter(({ awardId, financialYear }) => awardId === award.awardId && financialYear === year),
      );
      rows.push({
        ...{ awardId: award.awardId, awardReference: award.awardReference, awardTitle: award.awardTitle },
        ...{ financialYear: year, grossPence, toAwardsPence, toOrganisationsPence },
        netPence: grossPence === null ? null : grossPence - toAwardsPence - toOrganisationsPence,
        approximate: same.some(({ basis }) => basis === "approximate"),
      });
    }
  }
  return rows;
}

/** The year of its award's money that a grant takes: the only one, or the one in which the grant runs. */
function yearOf(
  { runsFrom, runsTo }: Pick<OnwardOfProject, "runsFrom" | "runsTo">,
  years: readonly (FinancialYear | null)[],
): ProjectMoney["financialYear"] {
  const [only] = years;
  if (years.length === 1 && only !== undefined) return only;
  const [from, to] = [runsFrom ?? runsTo, runsTo ?? runsFrom];
  if (from === null || to === null) return NO_YEAR_SAID;
  const year = financialYearOf(from);
  return year === financialYearOf(to) && years.includes(year) ? year : NO_YEAR_SAID;
}

function penceOf(those: readonly { pence: number }[]): number {
  return sumPence(those.map(({ pence }) => pence));
}

import { formatDate } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { addMeasure, addReading } from "#app/outcomes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { done } from "../filled.ts";
import type { InventedWork } from "./invented-work.ts";

type NewMeasure = Parameters<typeof addMeasure>[1];
const onProject = (id: number) => ({ kind: "project" as const, id });
type Reading = { kind: "baseline" | "reading"; value: number } & (
  | { period: string }
  | { period: null; periodFrom: string; periodTo: string }
);

/** Adds what the invented projects are measured by, with years that have ended by the day of the demo. */
export async function inventOutcomes(officer: Context, { projects }: InventedWork): Promise<void> {
  const lastMarch = financialYearOf(officer.today);
  const yearTo = (year: number) => `12 months to March ${year}`;
  await measure(
    officer,
    onProject(projects.guardians),
    {
      name: "Anti-social behaviour in the town centre",
      unit: "incidents",
      better: "down",
      targetValue: 350,
      targetBy: `FY${lastMarch}`,
      statedChange: "fell by 10%",
      statedPercent: -10,
    },
    [
      { kind: "baseline", period: yearTo(lastMarch - 1), value: 412 },
      { kind: "reading", period: yearTo(lastMarch), value: 371 },
    ],
  );
  await measure(
    officer,
    onProject(projects.nights),
    { name: "Women who feel safe in the town centre at night", unit: "per cent", better: "up" },
    [
      { kind: "baseline", period: yearTo(lastMarch - 1), value: 48 },
      { kind: "reading", period: yearTo(lastMarch), value: 57 },
    ],
  );
  await measure(
    officer,
    onProject(projects.youth),
    {
      name: "Young people who take part",
      unit: "people",
      better: "up",
      targetValue: 60,
      costCaveat: "The year is not over and more may take part, and volunteers’ time is not in it",
    },
    [{ kind: "reading", period: null, periodFrom: `${lastMarch}-04-01`, periodTo: officer.today, value: 34 }],
  );
}

/** What the board of the invented partnership watches: the last twelve months, by month and by quarter. */
export async function inventIndicators(officer: Context, partnershipId: number): Promise<void> {
  const board = { kind: "partnership" as const, id: partnershipId };
  const thisMonth = officer.today.slice(0, 7);
  const months = Array.from({ length: 12 }, (_, index) => monthsBefore(thisMonth, 12 - index));
  await measure(
    officer,
    board,
    { name: "Reports of anti-social behaviour", unit: "reports", better: "down" },
    months.map((month, index) => ({
      kind: "reading",
      period: formatDate(month),
      value: 96 - 2 * index + (index % 3) * 7,
    })),
  );
  await measure(
    officer,
    board,
    { name: "Residents who feel safe after dark", unit: "per cent", better: "up" },
    months
      .filter((month) => Number(month.slice(5)) % 3 === 0)
      .map((month, index) => ({
        kind: "reading",
        period: `Quarter to ${formatDate(month)}`,
        value: 54 + index,
      })),
  );
}

function monthsBefore(month: string, count: number): string {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, "0")}`;
}

async function measure(
  officer: Context,
  subject: NewMeasure["subject"],
  facts: Partial<NewMeasure> & Pick<NewMeasure, "name" | "unit" | "better">,
  readings: Reading[],
): Promise<void> {
  const { measureId } = done(
    await addMeasure(officer, {
      subject,
      measureSource: "Invented to show the service",
      area: null,
      caveat: null,
      targetValue: null,
      targetBy: null,
      statedChange: null,
      statedPercent: null,
      differenceNote: null,
      partOfId: null,
      costCaveat: null,
      ...facts,
    }),
  );
  for (const reading of readings) {
    const input = { periodFrom: null, periodTo: null, ...reading, isDerived: false, note: null };
    done(await addReading(officer, measureId, input));
  }
}

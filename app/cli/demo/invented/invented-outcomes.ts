import { financialYearOf } from "#app/core/financial-year.ts";
import { addMeasure, addReading } from "#app/outcomes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { done } from "../filled.ts";
import type { InventedWork } from "./invented-work.ts";

type NewMeasure = Parameters<typeof addMeasure>[1];
type Reading = { kind: "baseline" | "reading"; period: string; value: number };

/** Adds what the invented projects are measured by, with years that have ended by the day of the demo. */
export async function inventOutcomes(officer: Context, { projects }: InventedWork): Promise<void> {
  const lastMarch = financialYearOf(officer.today);
  const yearTo = (year: number) => `12 months to March ${year}`;
  await measure(
    officer,
    projects.guardians,
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
    projects.nights,
    { name: "Women who feel safe in the town centre at night", unit: "per cent", better: "up" },
    [
      { kind: "baseline", period: yearTo(lastMarch - 1), value: 48 },
      { kind: "reading", period: yearTo(lastMarch), value: 57 },
    ],
  );
  await measure(
    officer,
    projects.youth,
    { name: "Young people who take part", unit: "people", better: "up", targetValue: 60 },
    [{ kind: "reading", period: yearTo(lastMarch), value: 34 }],
  );
}

async function measure(
  officer: Context,
  projectId: number,
  facts: Partial<NewMeasure> & Pick<NewMeasure, "name" | "unit" | "better">,
  readings: Reading[],
): Promise<void> {
  const { measureId } = done(
    await addMeasure(officer, {
      subject: { kind: "project", id: projectId },
      measureSource: "Invented to show the service",
      area: null,
      caveat: null,
      targetValue: null,
      targetBy: null,
      statedChange: null,
      statedPercent: null,
      ...facts,
    }),
  );
  for (const reading of readings) {
    const input = { ...reading, periodFrom: null, periodTo: null, isDerived: false, note: null };
    done(await addReading(officer, measureId, input));
  }
}

import type { Finding } from "./gates.ts";
import { measureExport } from "./measure-export.ts";
import { measureGrowth } from "./measure-growth.ts";
import { measurePostgres } from "./measure-postgres.ts";
import { measureReport, measureStartAndWeight, profileWorks } from "./measure-server.ts";
import { measureWorks } from "./measure-works.ts";
import { type Options, type Part, sizesOf } from "./options.ts";
import type { Spent } from "./profile.ts";
import { registerOf } from "./registers.ts";
import type { Figures } from "./results.ts";

/** What one part of the benchmark found. */
export type Measured = { findings: Finding[]; figures: Figures[]; spent: Spent[] };

const NOTHING: Measured = { findings: [], figures: [], spent: [] };

/** Measures one part on registers that have been generated. @param say takes lines of progress */
export async function measurePart(
  part: Part,
  options: Options,
  say: (text: string) => void,
): Promise<Measured> {
  const main = registerOf(options.bids);
  switch (part) {
    case "works":
      return { ...NOTHING, ...(await measureWorks(options, main, say)) };
    case "start":
      return { ...NOTHING, findings: await measureStartAndWeight(options, main) };
    case "report":
      return measureReports(options);
    case "exports":
      return { ...NOTHING, ...(await measureExport(options, main)) };
    case "growth":
      return { ...NOTHING, ...(await measureGrowth(options, options.growth.map(registerOf))) };
    case "postgres":
      return { ...NOTHING, ...(await measurePostgres(options, main)) };
    case "profile":
      return { ...NOTHING, spent: await profileWorks(options, main) };
  }
}

/** On the register that most is measured on, and on the largest. */
async function measureReports(options: Options): Promise<Measured> {
  const sizes = new Set([options.bids, ...sizesOf(options).slice(-1)]);
  const reports = [];
  for (const bids of sizes) reports.push(await measureReport(options, registerOf(bids)));
  return {
    ...NOTHING,
    findings: reports.flatMap(({ findings }) => findings),
    figures: reports.flatMap(({ figures }) => figures),
  };
}

import type { IsoDay } from "#app/core/calendar-date.ts";
import type { ExportFormat } from "./export-format.ts";

/** What can be exported, each in a file of `datasets/`. */
export const DATASET_NAMES = [
  "bids",
  "awards",
  "lines",
  "claims",
  "spend",
  "award-status",
  "standing",
  "waiting",
  "year-ahead",
  "between",
  "use-it-or-lose-it",
  "tasks",
  "projects",
  "rounds",
  "not-bid",
  "lessons",
  "calendar",
  "pipeline",
  "reconciliations",
  "reconciliation",
  "outcomes",
  "indicators",
  "breaks",
  "funding-secured",
  "figure-lines",
  "comparison",
  "changes",
  "success",
  "outcomes-against-money",
  "published",
  "360giving",
  "onward-grants",
  "commissioner-grants",
  "partnerships",
  "members",
  "priorities",
  "funders",
  "funds",
  "sources",
  "discrepancies",
  "since-last-visit",
  "people",
  "audit",
] as const;
export type DatasetName = (typeof DATASET_NAMES)[number];

/** Neither for programs with a token nor on the command line: files that somebody has to ask for by name. */
const ON_PAGES_ALONE: readonly string[] = ["people", "audit"] satisfies DatasetName[];

/** True of what a program with a token and a command may have too. */
export function isForPrograms(name: string | undefined): boolean {
  return name !== undefined && !ON_PAGES_ALONE.includes(name);
}

/** What a column holds, as `files/cells.mjs` reads it. */
export type ExportColumn = {
  heading: string;
  kind: "text" | "pence" | "number" | "day" | "instant" | "url" | "year" | "lines" | "masked";
  /** What stands for each of the values, where they are codes. */
  words?: Record<string, string>;
  /** How many letters it is wide in a workbook, where its kind does not say. */
  width?: number;
  /** Where the value stands in nested JSON. */
  path?: (string | number)[];
};

export type ExportValue = string | number | null;

/** What is asked for: the filters of a screen, and the moment where figures have one. */
export type AskedExport = {
  params: URLSearchParams;
  asAt: IsoDay | null;
  knownAt: IsoDay | null;
  /** The last entry of the ledger that was known, where the screen was of the middle of a day. */
  position?: number;
  /** How the description of a CSV file calls it, where not by its own name: an address, or what it was saved as. */
  csvUrl?: string;
  publisher: Publisher;
};

/** Who publishes files, as the installation is set up. */
export type Publisher = {
  organisation: string;
  service: string;
  contact: string | null;
  publicUrl: string;
  /** The prefix that 360Giving gave; null where there is none. */
  prefix: string | null;
  /** What official lists call organisations, by their names here. */
  identifiers: Record<string, string>;
};

/** What an export will hold, told before it is made and again in the file. */
export type ExportSummary = {
  title: string;
  /** "One row for each …" */
  about: string;
  filters: [name: string, value: string][];
  moment: { asAt: IsoDay; knownAt: IsoDay } | null;
  /** True where it can be had as at another day, and as it was known on one. */
  takesDay: boolean;
  /** The day, where it has no moment and holds what is recorded now; null where it says itself of when it is. */
  asRecordedOn: IsoDay | null;
  /** What of the address is not used, in words; null where all is. */
  unusedWords: string | null;
  /** How its sum agrees with the pages, and what to know when reading it. */
  notes: string[];
  headings: string[];
  formats: readonly ExportFormat[];
  /** Null where a file can be made. */
  refusal: Refusal | null;
};

/** Why no file can be made, in words that say what to do. */
export type Refusal = {
  text: string;
  /** Where to ask for something else, where it is what was asked for that cannot be understood; else null. */
  askAgainAt: string | null;
  /** What the way there is called, where it is not other dates. */
  askAgainText?: string;
};

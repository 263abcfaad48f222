import { stringify } from "csv-stringify/sync";
import type { Context } from "#app/platform/context.server.ts";
import {
  BESIDE_COLUMNS,
  type ChangesAddress,
  COMPARED,
  type CrossedReport,
  changesQueryOf,
  comparisonFileRows,
  comparisonText,
  crossedCsv,
  crossedFigures,
  crossedText,
  type FundingSecuredReport,
  fundingSecuredCsv,
  fundingSecuredText,
  GROUPINGS,
  getChanges,
  getColumnChanges,
  getComparison,
  getCrossed,
  getCrossedToShow,
  getFundingSecured,
  getOutcomesMoney,
  getPipeline,
  getSuccess,
  getSuccessChanges,
  MOST_ON_A_PAGE,
  momentsOf,
  outcomesMoneyText,
  pipelineText,
  SIDE_COLUMNS,
  SUCCESS_GROUPINGS,
  sidesQueryOf,
  successChangesText,
  successText,
} from "#app/reports/index.server.ts";
import {
  awardStatusRows,
  awardStatusText,
  getStatusChanges,
  statusChangesQueryOf,
  statusChangesText,
  sumAwardStatus,
  yearEnd,
} from "#app/standing/index.server.ts";
import { asJson } from "../as-json.ts";
import { explain, findPartnerships } from "../asked-of-report.server.ts";
import { type Command, CommandFailure, type Surroundings, UsageError } from "../command.ts";
import { contextAs, withRegister } from "../open-register.server.ts";
import { columnsIn, dayOf, oneOf, readOptions } from "../read-options.ts";
import { yearly } from "./report-yearly.server.ts";

const OPTIONS = {
  by: { type: "string" },
  of: { type: "string" },
  and: { type: "string" },
  columns: { type: "string" },
  partnership: { type: "string", multiple: true },
  "as-at": { type: "string" },
  "known-at": { type: "string" },
  "from-as-at": { type: "string" },
  "from-known-at": { type: "string" },
  year: { type: "string" },
  format: { type: "string", default: "table" },
  output: { type: "string" },
  as: { type: "string" },
} as const;

/** What stands in a report on the command line is never cut short. */
const ALL_OF_THEM = Number.MAX_SAFE_INTEGER;

const FORMATS = {
  table: fundingSecuredText,
  json: (report: FundingSecuredReport) => `${JSON.stringify(report.figures, null, 2)}\n`,
  csv: fundingSecuredCsv,
};

const CROSSED_FORMATS = {
  table: crossedText,
  json: (crossed: CrossedReport) => `${JSON.stringify(crossedFigures(crossed), null, 2)}\n`,
  csv: crossedCsv,
};

/** Prints a report: "funding secured", two of them side by side, or "success of bids". */
export const report: Command = async (args, surroundings) => {
  const { environment, print } = surroundings;
  const { values, positionals } = readOptions(args, OPTIONS, 1);
  if (positionals[0] === "yearly") return yearly(values, surroundings);
  if (values.year !== undefined || values.output !== undefined)
    throw new UsageError("--year and --output are for report yearly");
  if (positionals[0] === "success") return success(values, surroundings);
  if (positionals[0] === "pipeline") return pipeline(values, surroundings);
  if (positionals[0] === "changes") return changes(values, surroundings);
  if (positionals[0] === "outcomes-against-money") return outcomesAgainstMoney(values, surroundings);
  if (positionals[0] === "award-status") return awardStatus(values, surroundings);
  if (positionals[0] !== "funding-secured")
    throw new UsageError(
      "report must be followed by funding-secured, changes, success, pipeline, outcomes-against-money, award-status or yearly",
    );
  const by = oneOf("by", GROUPINGS, values.by ?? "partnership");
  const format = oneOf("format", Object.keys(FORMATS) as (keyof typeof FORMATS)[], values.format);
  const asAt = dayOf("as-at", values["as-at"]);
  const knownAt = dayOf("known-at", values["known-at"]);
  const and = values.and === undefined ? null : oneOf("and", GROUPINGS, values.and);
  if (and === by) throw new UsageError("--and must not be the same as --by");
  const text = await withRegister(environment, async (operator) => {
    const context = values.as === undefined ? operator : await contextAs(operator, values.as);
    const query = {
      by,
      partnershipIds: await findPartnerships(context, values.partnership ?? []),
      asAt,
      knownAt,
      columns: columnsIn(BESIDE_COLUMNS, values.columns),
    };
    if (and === null) return FORMATS[format](await getFundingSecured(context, query).catch(explain));
    if (format !== "table") {
      return CROSSED_FORMATS[format](await getCrossed(context, { ...query, and }).catch(explain));
    }
    const shown = await getCrossedToShow(context, { ...query, and }, MOST_ON_A_PAGE).catch(explain);
    if (!shown.ok) throw new CommandFailure(shown.errors.and ?? "The table is too large");
    return crossedText(shown.value);
  });
  print(text);
  return 0;
};

type Values = {
  by?: string;
  of?: string;
  columns?: string;
  partnership?: string[];
  format: string;
  as?: string;
};
type Days = Partial<Record<"as-at" | "known-at" | "from-as-at" | "from-known-at", string>>;

/**
 * Prints a report at two moments side by side: "funding secured", or --of another; without a first day, the end of the last
 * financial year.
 */
async function changes(values: Values & Days, { environment, print }: Surroundings): Promise<0> {
  const of = oneOf("of", COMPARED, values.of ?? "funding-secured");
  const by = oneOf("by", GROUPINGS, values.by ?? "partnership");
  const format = oneOf("format", ["table", "json", "csv"], values.format);
  if (
    of !== "funding-secured" &&
    (values.by !== undefined || values.columns !== undefined || format === "csv")
  )
    throw new UsageError(
      `--of ${of} has no --by and no --columns, and as CSV it is: export comparison --of ${of}`,
    );
  const days = {
    "from-as-at": dayOf("from-as-at", values["from-as-at"]),
    "from-known-at": dayOf("from-known-at", values["from-known-at"]),
    "to-as-at": dayOf("as-at", values["as-at"]),
    "to-known-at": dayOf("known-at", values["known-at"]),
    "from-position": null,
    "to-position": null,
  };
  const text = await withRegister(environment, async (operator) => {
    const context = values.as === undefined ? operator : await contextAs(operator, values.as);
    const partnershipIds = await findPartnerships(context, values.partnership ?? []);
    const address = { by, partnership: null, ...days };
    if (of !== "funding-secured") {
      const compared = await changesOf(context, of, address, partnershipIds).catch(explain);
      return format === "json" ? asJson(compared.figures) : compared.text;
    }
    const query = { ...changesQueryOf(address, context.today), partnershipIds };
    const moments = await momentsOf(context, query);
    const columns = columnsIn(SIDE_COLUMNS, values.columns);
    const compared = await getComparison(context, query, by, columns, moments).catch(explain);
    if (format === "csv") return stringify(comparisonFileRows(compared), { record_delimiter: "windows" });
    const columnChanges = await getColumnChanges(context, query, compared.more, moments, ALL_OF_THEM);
    if (format === "json") return asJson({ ...compared, columnChanges });
    return comparisonText(compared, await getChanges(context, query, null).catch(explain), columnChanges);
  });
  print(text);
  return 0;
}

/** Success of bids, or award status, at two moments: as text, and as figures. */
async function changesOf(
  context: Context,
  of: "success" | "award-status",
  address: ChangesAddress,
  partnershipIds: number[] | null,
) {
  if (of === "success") {
    const figures = await getSuccessChanges(
      context,
      { ...sidesQueryOf(address, context.today), partnershipIds },
      ALL_OF_THEM,
    );
    return { figures, text: successChangesText(figures) };
  }
  const [partnership = null, ...more] = partnershipIds ?? [];
  if (more.length > 0) throw new UsageError("State one --partnership at most");
  const query = statusChangesQueryOf({ ...address, partnership }, context.today);
  const figures = await getStatusChanges(context, query, ALL_OF_THEM);
  return { figures, text: statusChangesText(figures) };
}

/** Prints the report "Success of bids". */
async function success(values: Values & Days, { environment, print }: Surroundings): Promise<0> {
  const by = oneOf("by", SUCCESS_GROUPINGS, values.by ?? "funder");
  const format = oneOf("format", ["table", "json"], values.format);
  const [asAt, knownAt] = [dayOf("as-at", values["as-at"]), dayOf("known-at", values["known-at"])];
  const made = await withRegister(environment, async (operator) => {
    const context = values.as === undefined ? operator : await contextAs(operator, values.as);
    const partnershipIds = await findPartnerships(context, values.partnership ?? []);
    return getSuccess(context, { by, partnershipIds, asAt, knownAt }).catch(explain);
  });
  print(format === "json" ? `${JSON.stringify(made, null, 2)}\n` : successText(made));
  return 0;
}

/** Prints the report "Pipeline". */
async function pipeline(values: Values & Days, { environment, print }: Surroundings): Promise<0> {
  const format = oneOf("format", ["table", "json"], values.format);
  const [asAt, knownAt] = [dayOf("as-at", values["as-at"]), dayOf("known-at", values["known-at"])];
  const made = await withRegister(environment, async (operator) => {
    const context = values.as === undefined ? operator : await contextAs(operator, values.as);
    const partnershipIds = await findPartnerships(context, values.partnership ?? []);
    return getPipeline(context, { partnershipIds, asAt, knownAt }).catch(explain);
  });
  print(format === "json" ? asJson(made) : pipelineText(made));
  return 0;
}

/** Prints "outcomes against money" of one partnership. */
async function outcomesAgainstMoney(values: Values & Days, { environment, print }: Surroundings): Promise<0> {
  const format = oneOf("format", ["table", "json"], values.format);
  const [asAt, knownAt] = [dayOf("as-at", values["as-at"]), dayOf("known-at", values["known-at"])];
  const made = await withRegister(environment, async (operator) => {
    const context = values.as === undefined ? operator : await contextAs(operator, values.as);
    const [partnershipId, ...more] = (await findPartnerships(context, values.partnership ?? [])) ?? [];
    if (partnershipId === undefined || more.length > 0) throw new UsageError("State one --partnership");
    return getOutcomesMoney(context, { partnershipId, asAt, knownAt }).catch(explain);
  });
  print(format === "json" ? `${JSON.stringify(made, null, 2)}\n` : outcomesMoneyText(made));
  return 0;
}

/** Prints the report "Award status" of all that may be seen, or of one partnership. */
async function awardStatus(values: Values & Days, { environment, print }: Surroundings): Promise<0> {
  const format = oneOf("format", ["table", "json"], values.format);
  const made = await withRegister(environment, async (operator) => {
    const context = values.as === undefined ? operator : await contextAs(operator, values.as);
    const [partnershipId = null, ...more] = (await findPartnerships(context, values.partnership ?? [])) ?? [];
    if (more.length > 0) throw new UsageError("State one --partnership at most");
    const [asAt, knownAt] = [dayOf("as-at", values["as-at"]), dayOf("known-at", values["known-at"])];
    const asked = { partnershipId, asAt, knownAt };
    const query = await awardStatusRows(context, asked).catch(explain);
    const { rows } = await query.execute(context.db.aside);
    const sums = await sumAwardStatus(context, asked);
    const day = asAt ?? context.today;
    const days = { asAt: day, knownAt: knownAt ?? context.today, endsOn: yearEnd(day).endsOn };
    return { rows, sums, days };
  });
  const { rows, sums, days } = made;
  print(
    format === "json" ? `${JSON.stringify({ sums, rows }, null, 2)}\n` : awardStatusText(rows, sums, days),
  );
  return 0;
}

import { basename } from "node:path";
import {
  asCsv,
  CSV_METADATA,
  DATASET_NAMES,
  EXPORT_FORMATS,
  ExportRefusedError,
  type FileKind,
  getDataset,
  isForPrograms,
  makeExport,
  publisherOf,
} from "#app/exports/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { BESIDE_COLUMNS, COMPARED, GROUPINGS, SIDE_COLUMNS } from "#app/reports/index.server.ts";
import { type Command, CommandFailure, type Surroundings, UsageError } from "../command.ts";
import { contextAs, withRegister } from "../open-register.server.ts";
import { columnsIn, dayOf, oneOf, readOptions } from "../read-options.ts";
import { save, withProgress } from "../save-file.server.ts";
import { untilInterrupted } from "../until-interrupted.ts";

const OPTIONS = {
  format: { type: "string", default: "csv" },
  by: { type: "string" },
  of: { type: "string" },
  and: { type: "string" },
  columns: { type: "string" },
  "as-at": { type: "string" },
  "known-at": { type: "string" },
  "from-as-at": { type: "string" },
  "from-known-at": { type: "string" },
  output: { type: "string" },
  as: { type: "string" },
} as const;

/** Writes out what the pages show, to standard output or to a file. */
export const exportData: Command = async (args, surroundings) => {
  const { values, positionals } = readOptions(args, OPTIONS, 1);
  const dataset = DATASET_NAMES.find((name) => name === positionals[0] && isForPrograms(name));
  if (dataset === undefined) {
    throw new UsageError(
      `export must be followed by what: ${DATASET_NAMES.filter(isForPrograms).join(", ")}`,
    );
  }
  if (values.and !== undefined && values.and === (values.by ?? "partnership")) {
    throw new UsageError("--and must not be the same as --by");
  }
  if (values.of !== undefined && dataset !== "comparison")
    throw new UsageError("--of is for two reports: export comparison");
  const first = firstReport(dataset, values);
  const format = oneOf("format", EXPORT_FORMATS, values.format);
  const isWorkbook = format === "xlsx" || format === "ods";
  if (isWorkbook && values.output === undefined)
    throw new UsageError(`--format ${format} needs --output FILE`);
  const asked = {
    params: new URLSearchParams({
      ...(values.by !== undefined && { by: oneOf("by", GROUPINGS, values.by) }),
      ...(values.of !== undefined && { of: oneOf("of", COMPARED, values.of) }),
      ...(values.and !== undefined && { and: oneOf("and", GROUPINGS, values.and) }),
      ...first,
      ...(values.columns !== undefined && {
        columns: columnsIn(
          dataset === "comparison" || dataset === "changes" ? SIDE_COLUMNS : BESIDE_COLUMNS,
          values.columns,
        ).join(","),
      }),
    }),
    asAt: dayOf("as-at", values["as-at"]),
    knownAt: dayOf("known-at", values["known-at"]),
    publisher: publisherOf(surroundings.environment),
  };
  const { output } = values;
  const write = async (operator: Context, stopped: AbortSignal) => {
    const context = values.as === undefined ? operator : await contextAs(operator, values.as);
    const make = async (kind: FileKind, csvUrl?: string) => {
      const file = { ...asked, format: kind, csvUrl };
      return (await makeExport(context, getDataset(dataset), file, stopped).catch(explain)).pieces;
    };
    if (output === undefined) return print(await make(format), surroundings);
    await save(await make(format), output, surroundings);
    const csv = asCsv(format);
    if (csv === null) return;
    // Where "CSV on the Web" looks for what a file holds; the address in it is as seen from there.
    const beside = encodeURIComponent(basename(output));
    await save(await make(CSV_METADATA[csv], beside), `${output}-metadata.json`, surroundings);
  };
  await untilInterrupted(
    (stopped) => withRegister(surroundings.environment, (operator) => write(operator, stopped)),
    surroundings,
  );
  return 0;
};

type FirstReport = { "from-as-at"?: string | undefined; "from-known-at"?: string | undefined };

/** The days of the first of two reports; those of the second are --as-at and --known-at. */
function firstReport(dataset: string, values: FirstReport): Record<string, string> {
  const days: Record<string, string> = {};
  for (const name of ["from-as-at", "from-known-at"] as const) {
    const day = dayOf(name, values[name]);
    if (day === null) continue;
    const isOfTwoDays = dataset === "between" && name === "from-as-at";
    if (dataset !== "comparison" && dataset !== "changes" && !isOfTwoDays)
      throw new UsageError(`--${name} is for two reports: export comparison or export changes`);
    days[name] = day;
  }
  return days;
}

function explain(error: unknown): never {
  if (error instanceof ForbiddenError) throw new CommandFailure("This person may not export this");
  if (error instanceof ExportRefusedError) throw new CommandFailure(error.message);
  throw error;
}

type Pieces = Awaited<ReturnType<typeof makeExport>>["pieces"];

async function print(pieces: Pieces, { print, tell, isRead }: Surroundings): Promise<void> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const told = isRead ? pieces : withProgress(pieces, tell, "printed");
  for await (const piece of told) print(decoder.decode(piece, { stream: true }));
}

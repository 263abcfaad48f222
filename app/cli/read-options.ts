import { type ParseArgsConfig, parseArgs } from "node:util";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { parseDay } from "#app/reports/index.server.ts";
import { UsageError } from "./command.ts";

/**
 * Reads the options and the words of a command.
 * @throws UsageError for an option that there is not, one without its value, or more words than `words`.
 */
export function readOptions<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: Options,
  words = 0,
) {
  const parsed = parse(args, options);
  if (parsed.positionals.length > words) {
    throw new UsageError(`There is nothing to do with "${parsed.positionals[words]}"`);
  }
  return parsed;
}

function parse<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

/** One of the values that an option may have. @throws UsageError where it is none of them. */
export function oneOf<Value extends string>(option: string, values: readonly Value[], text: string): Value {
  const value = values.find((each) => each === text);
  if (value === undefined) throw new UsageError(`--${option} must be one of ${values.join(", ")}`);
  return value;
}

/** The day that an option says, ISO; null where it is left out. @throws UsageError where it is no real day. */
export function dayOf(option: string, text: string | undefined): IsoDay | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (day === null)
    throw new UsageError(`--${option} must be a real date, like 2025-03-31 or "31 March 2025"`);
  return day;
}

/** The columns that an option names, apart by commas, in their own order. @throws UsageError for one that there is not. */
export function columnsIn<Column extends string>(
  columns: readonly Column[],
  text: string | undefined,
): Column[] {
  const names = text === undefined ? [] : text.split(",").map((name) => oneOf("columns", columns, name));
  return columns.filter((column) => names.includes(column));
}

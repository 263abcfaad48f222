import { z } from "zod";
import { parseDateParts } from "#app/core/calendar-date.ts";
import { parsePounds } from "#app/core/money.ts";
import { type BasisPoints, parsePercentage } from "#app/core/percentage.ts";
import { cannotBeKept, tidyLines, tidyText } from "./typed-text.ts";

/** Fields of forms. The browser and the server run the same, so nothing here may need either. */

type Rule = { label?: string; required?: string };

/** A field that must be answered gives its value; any other gives null where it was left empty. */
type Answer<Value, R> = R extends { required: string } ? Value : Value | null;
type Field<Value, R> = z.ZodType<Answer<Value, R>, string | undefined>;

type Reading<Value> = { ok: true; value: Value } | { ok: false; message: string };

const UNREADABLE = "This answer cannot be read";
const typed = z.string({ error: UNREADABLE }).optional();

function field<Value, R extends Rule>(
  rule: R,
  max: number,
  read: (text: string) => Reading<Value>,
  tidy: (text: string) => string = tidyText,
): Field<Value, R> {
  const label = rule.label ?? "This answer";
  const schema = typed.transform((input, ctx): Value | null => {
    const text = tidy(input ?? "");
    if (text === "" && rule.required === undefined) return null;
    const problem = text === "" ? rule.required : cannotBeKept(text, { label, max });
    const reading: Reading<Value> = problem ? { ok: false, message: problem } : read(text);
    if (reading.ok) return reading.value;
    ctx.addIssue({ code: "custom", message: reading.message });
    return z.NEVER;
  });
  return schema as unknown as Field<Value, R>;
}

/** Text on one line, at most `max` characters. `label` begins its messages: "Title must be …". */
export function textField<const R extends Rule & { label: string; max: number }>(rule: R): Field<string, R> {
  return field(rule, rule.max, (value) => ({ ok: true, value }));
}

/** Text that may have several lines, at most `max` characters; line ends become "\n". */
export function longTextField<const R extends Rule & { label: string; max: number }>(
  rule: R,
): Field<string, R> {
  return field(rule, rule.max, (value) => ({ ok: true, value }), tidyLines);
}

/** The most titles of a list that are typed on one page. */
const MOST_TITLES = 50;

/** A list typed with one title on each line: "one" of them in words. Empty lines do not count; nothing typed is an empty list. */
export function titlesField({ label, one }: { label: string; one: string }) {
  return longTextField({ label, max: 8000 }).transform((text, ctx) => {
    const titles = (text ?? "").split("\n").map((line) => line.trim());
    const stated = titles.filter((line) => line !== "");
    const tooMany = stated.length > MOST_TITLES ? `Enter at most ${MOST_TITLES} ${one}s` : null;
    const tooLong = stated.some((title) => title.length > 300)
      ? `Each ${one} must be 300 characters or fewer`
      : null;
    const message = tooMany ?? tooLong;
    if (message) ctx.addIssue({ code: "custom", message });
    return stated;
  });
}

/** An amount typed in pounds, as whole pence. Empty is null ("not recorded"), never 0. */
export function moneyField<const R extends Rule>(rule: R = {} as R): Field<number, R> {
  return field({ ...rule, label: rule.label ?? "The amount" }, 40, (text) => {
    const parsed = parsePounds(text);
    if (parsed.ok) return { ok: true, value: parsed.pence };
    return { ok: false, message: parsed.message.replace(/^The amount/, rule.label ?? "The amount") };
  });
}

/** One of the stated values. */
export function choiceField<const Value extends string, const R extends Rule>(
  values: readonly Value[],
  rule: R = {} as R,
): Field<Value, R> {
  return field(rule, 200, (text) => {
    const value = values.find((known) => known === text);
    if (value !== undefined) return { ok: true, value };
    return { ok: false, message: rule.required ?? "Choose one of the options" };
  });
}

/** The number of a record, chosen from a list. Whether there is such a record is for the use-case to say. */
export function idField<const R extends Rule>(rule: R = {} as R): Field<number, R> {
  return field(rule, 40, (text) => {
    const value = idOf(text);
    if (value !== null) return { ok: true, value };
    return { ok: false, message: rule.required ?? "Choose one of the options" };
  });
}

/** A whole number, 0 or more: a count, a share, a version. Commas and spaces may stand in it. */
export function wholeNumberField<const R extends Rule & { label: string; max?: number }>(
  rule: R,
): Field<number, R> {
  const max = rule.max ?? Number.MAX_SAFE_INTEGER;
  return field(rule, 40, (text) => {
    const compact = text.replace(/[,\s]/g, "");
    const value = Number(compact);
    if (!/^\d+$/.test(compact))
      return { ok: false, message: `${rule.label} must be a whole number, like 12` };
    if (value > max)
      return { ok: false, message: `${rule.label} must be ${max.toLocaleString("en-GB")} or less` };
    return { ok: true, value };
  });
}

/** A percentage with at most two decimals, as basis points. @param rule.max the most, in per cent. */
export function percentageField<const R extends Rule & { label: string; max: number }>(
  rule: R,
): Field<BasisPoints, R> {
  return field(rule, 40, (text) => {
    const value = parsePercentage(text);
    if (value === null) return { ok: false, message: `${rule.label} must be a percentage, like 50 or 12.5` };
    if (value > rule.max * 100)
      return { ok: false, message: `${rule.label} must be ${rule.max.toLocaleString("en-GB")} or less` };
    return { ok: true, value };
  });
}

/** A number with at most four decimals, below 0 too: a reading of a measure. */
export function numberField<const R extends Rule & { label: string }>(rule: R): Field<number, R> {
  return field(rule, 40, (text) => {
    const compact = text.replace(/[,\s]/g, "").replace(/^−/, "-");
    if (/^-?\d{1,11}(\.\d{1,4})?$/.test(compact)) return { ok: true, value: Number(compact) };
    return { ok: false, message: `${rule.label} must be a number, like 167 or 42.5` };
  });
}

/** The numbers of records ticked in a list, each once. */
export function idsField(rule: { required?: string } = {}): z.ZodType<number[], string[] | undefined> {
  const message = rule.required ?? "Choose from the list";
  const list = z
    .array(z.string({ error: message }), { error: message })
    .max(500, "Choose 500 or fewer")
    .optional();
  return list.transform((texts, ctx): number[] => {
    const ids = (texts ?? []).filter((text) => text !== "").map(idOf);
    if (ids.includes(null) || (ids.length === 0 && rule.required)) {
      ctx.addIssue({ code: "custom", message });
      return z.NEVER;
    }
    return [...new Set(ids as number[])];
  });
}

/** A single box: true where it was ticked. */
export function flagField(): z.ZodType<boolean, string | undefined> {
  return typed.transform((input) => input === "yes");
}

/**
 * The three inputs of a date. `label` begins its messages: "Decision date must include a year …".
 * @returns an ISO day, or a month ("2026-03") where `dayRequired` is false and the day was left out.
 */
export function dateField<const R extends Rule & { label: string; dayRequired?: boolean }>(
  rule: R,
): z.ZodType<Answer<string, R>, { day?: string; month?: string; year?: string } | undefined> {
  const parts = z.object({ day: typed, month: typed, year: typed }, { error: UNREADABLE }).optional();
  const schema = parts.transform((input, ctx): string | null => {
    const { day = "", month = "", year = "" } = input ?? {};
    const parsed = parseDateParts({ day, month, year }, { dayRequired: rule.dayRequired ?? true });
    if (parsed.ok && (parsed.date !== null || rule.required === undefined)) return parsed.date;
    const message = parsed.ok ? (rule.required ?? UNREADABLE) : `${rule.label} ${parsed.message}`;
    ctx.addIssue({ code: "custom", message });
    return z.NEVER;
  });
  return schema as unknown as z.ZodType<
    Answer<string, R>,
    { day?: string; month?: string; year?: string } | undefined
  >;
}

/** The rows of an add-another list; none where there are none. */
export function rowsOf<Row extends z.ZodType>(
  row: Row,
  max = 200,
): z.ZodType<z.output<Row>[], z.input<Row>[] | undefined> {
  const rows = z.array(row, { error: UNREADABLE }).max(max, `There can be at most ${max} rows`);
  return rows.optional().transform((value) => value ?? []);
}

function idOf(text: string): number | null {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(id) ? id : null;
}

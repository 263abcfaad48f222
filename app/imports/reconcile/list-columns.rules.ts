import { firstDayOf, type PartialDate, parseDateParts, precisionOf } from "#app/core/calendar-date.ts";
import { parsePounds } from "#app/core/money.ts";
import type { FunderList, ListRow } from "./funder-list.rules.ts";

/** What a column of a funder's list can tell; each is the heading of one, null where the list has none. */
export const COLUMN_PARTS = ["reference", "amount", "recipient", "date"] as const;
export type ColumnPart = (typeof COLUMN_PARTS)[number];
export type ListColumns = Record<ColumnPart, string | null>;

/** A row of the funder's list as it was understood. */
export type TheirRow = {
  number: number;
  reference: string | null;
  /** Pence; below 0 where something was taken back; null where it cannot be read. */
  amountPence: number | null;
  recipient: string | null;
  /** A partial date; null where there is none or it cannot be read. */
  date: PartialDate | null;
};

/** What was read of a list, and the numbers of the rows that were left out or not understood. */
export type ReadRows = {
  rows: TheirRow[];
  totals: number[];
  ofOthers: number;
  unreadableAmounts: number[];
  unreadableDates: number[];
};

const GUESSES: Record<ColumnPart, RegExp> = {
  amount:
    /amount awarded|^amount|(grant|agreed|offer) (amount|sum)|award(ed)? ?(\(?£\)?|amount|value)|value|£|grant total/i,
  reference: /reference|\bref\b|identifier|grant (no|number)|^id$|award id/i,
  recipient:
    /recipient( org:name)?$|recipient|organisation|grantee|awarded to|lead|beneficiary|partnership|area/i,
  date: /award date|date of award|^date|decision|awarded on|announced/i,
};

/** The columns that were chosen last time where the list still has them, else those whose headings sound like it. */
export function guessColumns(headings: readonly string[], remembered: ListColumns | null): ListColumns {
  const taken = new Set<string>();
  const columns = {} as ListColumns;
  for (const part of ["amount", "reference", "recipient", "date"] as const) {
    const last = remembered?.[part] ?? null;
    const free = headings.filter((heading) => heading !== "" && !taken.has(heading));
    const known = last !== null && free.includes(last) ? last : null;
    const guess =
      remembered && last === null ? null : (free.find((each) => GUESSES[part].test(each)) ?? null);
    columns[part] = known ?? guess;
    if (columns[part] !== null) taken.add(columns[part]);
  }
  return columns;
}

const TOTALS = /^(grand |sub-?)?totals?:?$/i;

/**
 * The rows of a list by the columns chosen. Rows of totals are left out, and where `recipientWords` is given those of
 * other recipients.
 */
export function readRows(list: FunderList, columns: ListColumns, recipientWords: string | null): ReadRows {
  const at = (part: ColumnPart) => (columns[part] === null ? -1 : list.headings.indexOf(columns[part]));
  const places = {
    reference: at("reference"),
    amount: at("amount"),
    recipient: at("recipient"),
    date: at("date"),
  };
  const wanted = recipientWords?.toLowerCase() ?? null;
  const read: ReadRows = { rows: [], totals: [], ofOthers: 0, unreadableAmounts: [], unreadableDates: [] };
  for (const row of list.rows) {
    if (row.cells.some((cell) => TOTALS.test(cell))) {
      read.totals.push(row.number);
      continue;
    }
    const recipient = cellAt(row, places.recipient);
    if (wanted !== null && !recipient?.toLowerCase().includes(wanted)) {
      read.ofOthers += 1;
      continue;
    }
    const amount = cellAt(row, places.amount);
    const amountPence = amount === null ? null : parseAmount(amount);
    if (amountPence === null) read.unreadableAmounts.push(row.number);
    const typedDate = cellAt(row, places.date);
    const date = typedDate === null ? null : parseListDate(typedDate);
    if (typedDate !== null && date === null) read.unreadableDates.push(row.number);
    read.rows.push({
      number: row.number,
      reference: cellAt(row, places.reference),
      amountPence,
      recipient,
      date,
    });
  }
  return read;
}

/** Why a column cannot be that of the amounts: something stands in it, and none of it is an amount; null where it can. */
export function noAmountsWords(list: FunderList, column: string | null): string | null {
  const place = column === null ? -1 : list.headings.indexOf(column);
  const filled = list.rows.map((row) => cellAt(row, place)).filter((cell) => cell !== null);
  if (filled.length === 0 || filled.some((cell) => parseAmount(cell) !== null)) return null;
  return `Nothing in “${column?.slice(0, 60)}” is an amount: its first cell is “${filled[0]?.slice(0, 40)}”. Choose another column`;
}

function cellAt(row: ListRow, place: number): string | null {
  const cell = place === -1 ? "" : (row.cells[place] ?? "");
  return cell === "" ? null : cell;
}

/** Pence of "£1,234.50", "1234.5", "-£500", "(500.00)", "GBP 500"; null where it is no amount. */
export function parseAmount(text: string): number | null {
  const bare = text.replace(/gbp/gi, "").trim();
  const inBrackets = /^\((.*)\)$/.exec(bare)?.[1];
  const negative = inBrackets !== undefined || /^[£\s]*[-−]/.test(bare);
  const parsed = parsePounds((inBrackets ?? bare).replace(/^([£\s]*)[-−]/, "$1").replace(/-$/, ""));
  if (!parsed.ok) return null;
  return negative && parsed.pence !== 0 ? -parsed.pence : parsed.pence;
}

/** A date as lists write them: 2023-10-25, 25/10/2023, 25 Oct 2023, Oct-23, October 2023. Null where it is none. */
export function parseListDate(text: string): PartialDate | null {
  const start = text.replace(/(T| )\d{2}:\d{2}.*$/, "").trim();
  if (precisionOf(start) !== null) return start;
  const parts = start.replace(/(\d)(st|nd|rd|th)\b/i, "$1").split(/[\s/.,-]+/);
  const [day, month, year] = parts.length === 2 ? ["", ...parts] : parts;
  if (day === undefined || month === undefined || year === undefined || parts.length > 3) return null;
  const parsed = parseDateParts({ day, month, year: fourDigits(year) }, { dayRequired: false });
  return parsed.ok ? parsed.date : null;
}

function fourDigits(year: string): string {
  return /^\d{2}$/.test(year) ? `20${year}` : year;
}

/** The earliest of some partial dates; null where there is none. */
export function earliest(dates: readonly (PartialDate | null)[]): PartialDate | null {
  const known = dates.filter((date) => date !== null);
  return known.sort((a, b) => firstDayOf(a).localeCompare(firstDayOf(b)))[0] ?? null;
}

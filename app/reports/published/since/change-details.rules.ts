import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";

type Fields = Record<string, unknown>;

/** What figures are made of, as people call it, by its name in the log. */
const NAMES: Record<string, string> = {
  amount_pence: "Amount",
  requested_pence: "Amount requested",
  claimed_pence: "Claimed",
  received_pence: "Received",
  paid_pence: "Paid",
  returned_pence: "Returned",
  status: "Status",
  likelihood: "Likelihood",
  percent: "Likelihood",
  decided_on: "Decided",
  submitted_on: "Sent",
  due_on: "Due",
  met_on: "Met",
  signed_on: "Signed",
  agreed_on: "Agreed",
  cancelled_on: "Cancelled",
  offered_on: "Offered",
  accepted_on: "Accepted",
  held_from: "On hold from",
  lifted_on: "Off hold from",
  delivery_to: "Delivery until",
  recipient: "Recipient",
  text: "Condition",
  value: "Value",
  period: "Period",
  target_value: "Target",
  unit: "Unit",
  name: "Name",
  title: "Title",
};

/** What of an entry moved, "Amount: £20 became £15", and why, as its two sides and their reason say it. */
export function changeDetails(before: Fields | null, after: Fields | null): string[] {
  const now = bySnake(after);
  const then = bySnake(before);
  const moved = Object.entries(NAMES).flatMap(([key, name]) => {
    if (!(key in now) || same(now[key], then[key])) return [];
    const words = `${name}: ${valueWords(key, now[key])}`;
    if (before === null || !(key in then)) return isNothing(now[key]) ? [] : [words];
    return [`${name}: ${valueWords(key, then[key])} became ${valueWords(key, now[key])}`];
  });
  const why = ["reason", "waived_because", "cancelled_because", "lifted_because", "note"]
    .map((key) => now[key])
    .find((text) => typeof text === "string" && text !== "");
  return why === undefined ? moved : [...moved, String(why)];
}

/** Some entries hold a record by the names of the program: amountPence. */
function bySnake(fields: Fields | null): Fields {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

function same(a: unknown, b: unknown): boolean {
  return (a ?? null) === (b ?? null);
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

function valueWords(key: string, value: unknown): string {
  if (isNothing(value)) return "not recorded";
  if (key.endsWith("_pence") && typeof value === "number") return formatPounds(value);
  if (/_(on|to|from)$/.test(key) && typeof value === "string") return formatDate(value);
  return String(value).replaceAll("_", " ");
}

/** The most pence a record can hold: the largest integer that JavaScript, SQLite and PostgreSQL all keep exactly. */
export const MAX_PENCE = Number.MAX_SAFE_INTEGER;

export type ParsedMoney = { ok: true; pence: number } | { ok: false; message: string };

/**
 * Reads an amount that a person typed in pounds: "£299,998", "36 073", "239,832.28".
 * @returns whole pence from 0 to MAX_PENCE, or a message that says what to do.
 */
export function parsePounds(typed: string): ParsedMoney {
  const compact = typed.normalize("NFKC").replace(/[£\s]/gu, "");
  // A comma stands between thousands and nowhere else: "1,2,3" is a slip, not £123.
  const match = /^(\d{1,14}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d{0,2}))?$/.exec(compact);
  if (!match) {
    return { ok: false, message: messageForUnreadable(compact) };
  }
  const pounds = (match[1] as string).replaceAll(",", "");
  const pence = (match[2] ?? "").padEnd(2, "0");
  const total = BigInt(pounds) * 100n + BigInt(pence);
  if (total > BigInt(MAX_PENCE)) {
    return { ok: false, message: "The amount is larger than this register can hold" };
  }
  return { ok: true, pence: Number(total) };
}

function messageForUnreadable(compact: string): string {
  if (/^-/.test(compact)) return "The amount must be £0 or more";
  if (/^\d+(,\d{3})*\.\d{3,}$/.test(compact)) return "The amount must have no more than 2 decimal places";
  if (/^[\d,]{15,}/.test(compact)) return "The amount is larger than this register can hold";
  return "The amount must be in pounds, like 1,250 or 1,250.50";
}

const wholePounds = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** Pounds as people write them: £75, £75.50, £299,998. With `always` two decimals stand even on whole pounds. */
export function formatPounds(pence: number, decimals: "when-needed" | "always" = "when-needed"): string {
  assertPence(Math.abs(pence));
  const sign = pence < 0 ? "−" : "";
  const absolute = Math.abs(pence);
  const rest = absolute % 100;
  const pounds = wholePounds.format((absolute - rest) / 100);
  const fraction = rest !== 0 || decimals === "always" ? `.${String(rest).padStart(2, "0")}` : "";
  return `${sign}£${pounds}${fraction}`;
}

/** Pounds for a machine: no symbol, no comma, always two decimals: 299998.00. */
export function plainPounds(pence: number): string {
  const absolute = Math.abs(pence);
  assertPence(absolute);
  const rest = absolute % 100;
  return `${pence < 0 ? "-" : ""}${(absolute - rest) / 100}.${String(rest).padStart(2, "0")}`;
}

/** Pounds for the field that `parsePounds` reads back: 36073 or 239832.28. */
export function poundsForField(pence: number | null): string {
  if (pence === null) return "";
  return plainPounds(pence).replace(/\.00$/, "");
}

/** Adds pence and refuses to lose any: throws where the sum is past what is kept exactly. */
export function sumPence(amounts: readonly number[]): number {
  let total = 0;
  for (const amount of amounts) {
    total += amount;
    assertPence(Math.abs(total));
  }
  return total;
}

/** Throws unless the value is a whole number of pence from 0 to MAX_PENCE. */
export function assertPence(value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Not an amount in pence: ${value}`);
}

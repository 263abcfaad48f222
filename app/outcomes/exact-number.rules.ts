/** Values have at most four decimals; as whole ten-thousandths they are added and compared exactly. */
const SCALE = 10_000;

const shown = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });
/** By their number of decimals: making one takes longer than all that it writes on a page. */
const fixed = new Map<number, Intl.NumberFormat>();

/** A value as whole ten-thousandths. */
export function tenThousandths(value: number): bigint {
  return BigInt(Math.round(value * SCALE));
}

/** Adds values without losing any decimal. */
export function sumValues(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + tenThousandths(value), 0n)) / SCALE;
}

/** The quotient of two whole numbers rounded to some decimals, halves away from zero, exactly. `denominator` is not 0. */
export function roundedQuotient(numerator: bigint, denominator: bigint, decimals: number): number {
  const power = 10n ** BigInt(decimals);
  const top = absolute(numerator) * power * 2n + absolute(denominator);
  const rounded = Number(top / (absolute(denominator) * 2n)) / Number(power);
  const isNegative = numerator < 0n !== denominator < 0n;
  return isNegative && rounded !== 0 ? -rounded : rounded;
}

/** A value as people read it: 4,689, 1.5, −12 with a true minus sign. */
export function formatValue(value: number): string {
  return shown.format(value).replace("-", "−");
}

/** The same with its sign always shown: +12, −12, 0. */
export function formatSigned(value: number): string {
  return value > 0 ? `+${formatValue(value)}` : formatValue(value);
}

/** A rounded number with its decimals always shown: "55.7", "26.0"; without a sign. */
export function fixedDecimals(value: number, decimals: number): string {
  const formatter =
    fixed.get(decimals) ??
    new Intl.NumberFormat("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  fixed.set(decimals, formatter);
  return formatter.format(Math.abs(value));
}

/** "+", "−" or nothing. */
export function signOf(value: number | bigint): string {
  if (value > 0) return "+";
  return value < 0 ? "−" : "";
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** "1,167.5", with a true minus sign: what a measure counted. */
export function formatMeasured(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 4 }).replace("-", "−");
}

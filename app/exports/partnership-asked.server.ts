/** The partnership that an address asks for, as a report takes it; null for all that the person may see. */
export function partnershipIn(params: URLSearchParams): number[] | null {
  const text = params.get("partnership") ?? "";
  return /^[1-9]\d{0,14}$/.test(text) ? [Number(text)] : null;
}

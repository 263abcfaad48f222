/** The record that an address asks for under that name; null where it asks for none. */
export function idIn(params: URLSearchParams, name: string): number | null {
  const text = params.get(name) ?? "";
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** The partnership that an address asks for, as a report takes it; null for all that the person may see. */
export function partnershipIn(params: URLSearchParams): number[] | null {
  const id = idIn(params, "partnership");
  return id === null ? null : [id];
}

/** What holds two reports, without where the ledger stands, which would tell how much others have recorded. */
export function asJson(compared: object): string {
  const withoutPosition = (key: string, value: unknown) => (key === "position" ? undefined : value);
  return `${JSON.stringify(compared, withoutPosition, 2)}\n`;
}

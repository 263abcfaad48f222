import { isIPv6 } from "node:net";

/** Wrong passwords within this time count together. */
export const WINDOW_MINUTES = 15;
/** Wrong passwords for an account, and from an address, that are answered without a wait. */
export const ACCOUNT_FAILURES = 5;
export const ADDRESS_FAILURES = 20;

const FIRST_WAIT_SECONDS = 15;

/**
 * How long after the last wrong password the next one is looked at: from the limit on 15 seconds, and twice as long
 * after each further one, at most the window. Nobody is ever locked out for good.
 * @returns seconds
 */
export function waitAfter(failures: number, limit: number): number {
  if (failures < limit) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - limit), WINDOW_MINUTES * 60);
}

/** What counts as one address: of IPv6 the network (/64), because one home or office has all of those. */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [start = "", end] = address.toLowerCase().split("%", 1)[0]?.split("::") ?? [];
  const first = start === "" ? [] : start.split(":");
  const last = end ? end.split(":") : [];
  const zeros = end === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array.from({ length: zeros }, () => "0"), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/** "Wait 30 seconds, then try again", "Wait 4 minutes, …". */
export function waitText(seconds: number): string {
  const [count, unit] = seconds <= 90 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return `Too many attempts to sign in. Wait ${count} ${unit}${count === 1 ? "" : "s"}, then try again`;
}

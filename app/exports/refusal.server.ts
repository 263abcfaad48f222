import { formatDate } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { filtersIn } from "./asked-export.server.ts";
import type { Dataset } from "./dataset.server.ts";
import type { AskedExport, Refusal } from "./export.ts";

/** True where a day other than today is asked for, or what was known on an earlier one. */
export function asksForAnotherDay(
  { today }: Pick<Context, "today">,
  { asAt, knownAt }: Pick<AskedExport, "asAt" | "knownAt">,
): boolean {
  return (asAt !== null && asAt !== today) || (knownAt !== null && knownAt < today);
}

/**
 * Why no file can be made of what is asked for; null where one can. Of what is kept only as it stands today there is none
 * as at another day: today's rows would be taken for those of that day.
 */
export async function refusalOf(
  context: Context,
  dataset: Dataset,
  asked: AskedExport,
): Promise<Refusal | null> {
  const own = (await dataset.refusal?.(asked, context)) ?? null;
  const isOfToday = dataset.unused !== undefined && dataset.takesDay !== true;
  if (own !== null || !isOfToday || !asksForAnotherDay(context, asked)) return own;
  const { asAt, knownAt, params } = asked;
  const days = [
    ...(asAt === null ? [] : [`as at ${formatDate(asAt)}`]),
    ...(knownAt === null ? [] : [`as it was known on ${formatDate(knownAt)}`]),
  ];
  const address = `/exports/${dataset.name}?${new URLSearchParams(filtersIn(params))}`;
  return {
    text: `“${dataset.title}” is a file of what is recorded today: it cannot be had ${days.join(", ")}. Ask for it without a day.`,
    askAgainAt: address.replace(/\?$/, ""),
    askAgainText: "Export it as it is recorded today",
  };
}

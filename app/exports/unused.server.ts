import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Dataset, ExportContents, Unused } from "./dataset.server.ts";
import type { AskedExport } from "./export.ts";
import { idIn } from "./partnership-asked.server.ts";

/** What belongs to a download and filters nothing. */
const OF_NO_FILTER = /^(_.*|(as-at|known-at)(-.*)?|format|after|before)$/;
const TOLD = 5;
const TEXT_LENGTH = 100;

/** What an address says under other names than these of records, or where it names no record. */
export function unusedBeside(params: URLSearchParams, names: readonly string[]): Unused[] {
  return [...new Set(params.keys())]
    .filter((name) => !names.includes(name) || idIn(params, name) === null)
    .map((name) => ({ name, text: params.get(name) ?? "" }));
}

/** What an address says beside one choice, or where that is none of its words. */
export function unusedBesideChoice(
  params: URLSearchParams,
  choice: string,
  words: readonly string[],
): Unused[] {
  const isRead = words.includes(params.get(choice) ?? "");
  return [...new Set(params.keys())]
    .filter((name) => name !== choice || !isRead)
    .map((name) => ({ name, text: params.get(name) ?? "" }));
}

/**
 * What a file without a moment of its own says: the day on which it was recorded so, and what was asked for and is not
 * used, as the lists say it. Null where it always has a moment; no day where one was asked for that it can have.
 */
export function recordedNow(
  { today }: Pick<Context, "today">,
  { unused }: Pick<Dataset, "unused">,
  { params }: Pick<AskedExport, "params">,
  moment: ExportContents["moment"],
): { asRecordedOn: IsoDay | null; unusedWords: string | null } | null {
  if (unused === undefined) return null;
  const left = unused(params)
    .filter(({ name, text }) => !OF_NO_FILTER.test(name) && text.trim() !== "")
    .slice(0, TOLD)
    .map(({ name, text }) => [name.slice(0, TEXT_LENGTH).replaceAll("-", " "), text.slice(0, TEXT_LENGTH)])
    .map(([name, text]) => `${name} “${text}”`);
  const unusedWords =
    left.length === 0 ? null : `Not used, and left out of what is asked for: ${left.join(", ")}.`;
  return { asRecordedOn: moment === null ? today : null, unusedWords };
}

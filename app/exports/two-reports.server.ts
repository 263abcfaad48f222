import type { Context } from "#app/platform/context.server.ts";
import { type Changes, changesSchema, reachWords, totalWords } from "#app/reports/index.server.ts";
import { knownByToday } from "#app/reports/index.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import type { AskedExport, Refusal } from "./export.ts";

/** Why no file of two reports can be made: a day of theirs that is none, or to come. */
export function refusalOfTwo({ params }: AskedExport, { today }: Context): Refusal | null {
  const form = knownByToday(parseForm(changesSchema, params), today);
  return form.ok
    ? null
    : { text: `${Object.values(form.errors).join(". ")}.`, askAgainAt: `/reports/changes?${params}` };
}

/** Whose the two reports are, and what each comes to. */
export function twoReportsWords({ partnerships, from, to }: Changes): [string, string][] {
  return [
    ["Partnerships", reachWords(partnerships)],
    ["First report", totalWords(from)],
    ["Second report", totalWords(to)],
  ];
}

/** The days of both, as the name of a file has them: "2025-03-31-and-2026-03-31-known-on-2026-11-21". */
export function twoReportsName({ from, to }: Pick<Changes, "from" | "to">): string {
  return `${dayWords(from)}-and-${dayWords(to)}`;
}

function dayWords({ asAt, knownAt }: { asAt: string; knownAt: string }): string {
  return asAt === knownAt ? asAt : `${asAt}-known-on-${knownAt}`;
}

import type { Context } from "#app/platform/context.server.ts";
import { type Changes, changesSchema, reachWords, totalWords } from "#app/reports/index.server.ts";
import { knownByToday } from "#app/reports/index.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import type { AskedExport, Refusal } from "./export.ts";

/** What is asked of two reports: a day that is not said to be of one of them is of the second, as on the command line. */
export function askedOfTwo({ params, asAt, knownAt, position }: AskedExport): URLSearchParams {
  const asked = new URLSearchParams(params);
  const ofSecond = { "to-as-at": asAt, "to-known-at": knownAt, "to-position": position };
  for (const [name, value] of Object.entries(ofSecond)) {
    if (value != null) asked.set(name, String(value));
  }
  return asked;
}

/** Why no file of two reports can be made: a day of theirs that is none, to come, or stated twice. */
export function refusalOfTwo(asked: AskedExport, { today }: Context): Refusal | null {
  const { params, asAt, knownAt } = asked;
  const askAgainAt = `/reports/changes?${params}`;
  const isTwice = [
    ["to-as-at", asAt],
    ["to-known-at", knownAt],
  ].some(([name, day]) => day !== null && (params.get(name ?? "") ?? day) !== day);
  if (isTwice) return { text: "The day of the second report is stated twice: state it once.", askAgainAt };
  const form = knownByToday(parseForm(changesSchema, askedOfTwo(asked)), today);
  return form.ok ? null : { text: `${Object.values(form.errors).join(". ")}.`, askAgainAt };
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
export function twoReportsName({ from, to }: { from: Days; to: Days }): string {
  return `${dayWords(from)}-and-${dayWords(to)}`;
}

type Days = { asAt: string; knownAt: string };

function dayWords({ asAt, knownAt }: Days): string {
  return asAt === knownAt ? asAt : `${asAt}-known-on-${knownAt}`;
}

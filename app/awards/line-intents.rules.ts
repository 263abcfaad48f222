import { fail, type Result, succeed } from "#app/core/result.ts";
import { splitLinesByShares, splitLinesEqually } from "./draft.rules.ts";
import { MAX_LINES, type TypedLine } from "./draft.schema.ts";
import { EMPTY_LINE } from "./typed-lines.rules.ts";

/** The buttons of the page of lines. `remove` names the line by its place in the form. */
export type LineIntent =
  | { kind: "save" | "continue" | "add" | "add-partnerships" | "split-equally" | "split-by-shares" }
  | { kind: "remove"; index: number };

const KINDS = ["save", "continue", "add", "add-partnerships", "split-equally", "split-by-shares"] as const;

/** Which button was pressed: "remove-3", "add"; anything else saves and stays. */
export function parseLineIntent(text: string): LineIntent {
  const remove = /^remove-(\d{1,3})$/.exec(text);
  if (remove) return { kind: "remove", index: Number(remove[1]) };
  return { kind: KINDS.find((kind) => kind === text) ?? "save" };
}

type Award = {
  /** Pence; null where the amount is not recorded. */
  amountPence: number | null;
  /** The partnerships that share the money. */
  partnershipIds: readonly number[];
};

/**
 * The lines after a button was pressed. "Remove" happens before the form is read, so that a line can be removed
 * whatever was typed on it.
 */
export function applyLineIntent(
  intent: LineIntent,
  lines: readonly TypedLine[],
  award: Award,
): Result<TypedLine[]> {
  const { amountPence, partnershipIds } = award;
  switch (intent.kind) {
    case "add":
      return withinLimit([...lines, { ...EMPTY_LINE, partnershipId: soleOf(partnershipIds) }]);
    case "add-partnerships": {
      const missing = partnershipIds.filter((id) => !lines.some((line) => line.partnershipId === id));
      if (missing.length === 0) return fail({ form: "Each partnership has a line already" });
      return withinLimit([...lines, ...missing.map((id) => ({ ...EMPTY_LINE, partnershipId: id }))]);
    }
    case "split-equally":
    case "split-by-shares": {
      if (amountPence === null) {
        return fail({ form: "The award's amount is not recorded, so there is nothing to split" });
      }
      const split = intent.kind === "split-equally" ? splitLinesEqually : splitLinesByShares;
      return split(amountPence, lines);
    }
    default:
      return succeed([...lines]);
  }
}

function soleOf(partnershipIds: readonly number[]): number | null {
  return partnershipIds.length === 1 ? (partnershipIds[0] ?? null) : null;
}

function withinLimit(lines: TypedLine[]): Result<TypedLine[]> {
  if (lines.length <= MAX_LINES) return succeed(lines);
  return fail({ form: `A version can have at most ${MAX_LINES} lines here` });
}

/** The fields of a form without those of one line. The places of the others close up as the form is read. */
export function withoutLine<Value>(
  entries: Iterable<[string, Value]>,
  intent: LineIntent,
): [string, Value][] {
  if (intent.kind !== "remove") return [...entries];
  return [...entries].filter(([name]) => !name.startsWith(`lines.${intent.index}.`));
}

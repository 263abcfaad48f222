import { formatPounds, sumPence } from "#app/core/money.ts";
import { type FieldErrors, fail, type Result, succeed } from "#app/core/result.ts";
import type { Line } from "../version.ts";
import type { MoveMoney } from "./move-money.schema.ts";

type Move = MoveMoney["lines"][number];

/**
 * The lines after money was moved between them, those that gave all they had left out; or messages by field. What is
 * taken and what is given come to one sum, and no line gives more than it has.
 */
export function moveBetween(lines: readonly Line[], moves: readonly Move[]): Result<Line[]> {
  const errors: FieldErrors = {};
  for (const [index, { position, takePence, givePence }] of moves.entries()) {
    const has = lines.find((line) => line.position === position)?.amountPence ?? null;
    const take = `lines.${index}.takePence`;
    if (has === null) errors.form = "Open this page again: the lines have changed";
    else if ((takePence ?? 0) > 0 && (givePence ?? 0) > 0) {
      errors[take] = "Take from a line or give to it, not both";
    } else if ((takePence ?? 0) > has) errors[take] = `This line has only ${formatPounds(has)}`;
  }
  const taken = sumOf(moves, "takePence");
  const given = sumOf(moves, "givePence");
  if (taken === 0n && given === 0n) errors["lines.0.takePence"] ??= "Enter the amount to move";
  else if (taken !== given && Object.keys(errors).length === 0) {
    errors.form = "What is taken and what is given must come to the same sum";
  }
  if (Object.keys(errors).length > 0) return fail(errors);
  const moved = lines.map((line) => {
    const move = moves.find(({ position }) => position === line.position);
    const change = (move?.givePence ?? 0) - (move?.takePence ?? 0);
    return { ...line, amountPence: sumPence([line.amountPence ?? 0, change]) };
  });
  return succeed(moved.filter((line) => line.amountPence !== 0));
}

/** Any sum that can be typed, past what a register can hold too. */
function sumOf(moves: readonly Move[], what: "takePence" | "givePence"): bigint {
  return moves.reduce((sum, move) => sum + BigInt(move[what] ?? 0), 0n);
}

import type { LineInput, VersionInput } from "#app/awards/index.server.ts";
import { sumPence } from "#app/core/money.ts";
import type { Batch } from "./batch.ts";
import { dayNear } from "./calendar.ts";
import { type Lines, type Split, splitLines } from "./lines.ts";
import type { Register } from "./register.ts";
import { sealInBatch } from "./seal-in-batch.ts";

type Award = { id: number; input: VersionInput; split: Split; whole: boolean };
type LaterKind = "apportionment" | "uplift" | "reduction" | "variation" | "correction" | "void";

/** A version that will follow an award's first one. */
export type LaterVersion = Award & { kind: LaterKind };

const REASONS: Record<LaterKind, string> = {
  apportionment: "The partners agreed on their shares",
  uplift: "The funder gave more",
  reduction: "The funder gave less",
  variation: "The funder agreed to move money between years",
  correction: "The award letter says otherwise",
  void: "The award was withdrawn",
};

/** Most awards that were not apportioned at first are later; one in ten of the others changes. */
export function planLater(register: Register, award: Award): boolean {
  const { random, batches, batchNumber, later } = register;
  if (!random.chance(award.whole ? 0.8 : 0.1)) return false;
  const kind: LaterKind = award.whole
    ? "apportionment"
    : random.weighted([
        ["uplift", 30],
        ["reduction", 20],
        ["variation", 30],
        ["correction", 15],
        ["void", 5],
      ]);
  const due = batchNumber + 1 + Math.floor(batches * random.fraction() * 0.06);
  later.set(due, [...(later.get(due) ?? []), { ...award, kind }]);
  return true;
}

/** Puts the versions that are due into the batch. */
export function makeLaterVersions(register: Register, batch: Batch, at: string): void {
  const due = register.later.get(register.batchNumber) ?? [];
  register.later.delete(register.batchNumber);
  for (const award of due) {
    const { kind, input, split } = award;
    const amountPence = amountOf(kind, input.amountPence ?? 0);
    const { lines, themeIds }: Lines =
      kind === "void" ? { lines: [], themeIds: [] } : splitLines(register.random, amountPence, split);
    sealInBatch(register, batch, {
      at,
      number: 2,
      input: {
        ...input,
        kind,
        effectiveOn: effectiveOf(register, kind, input.effectiveOn, at),
        reason: REASONS[kind],
        amountPence,
        amountBasis: kind === "void" ? "exact" : input.amountBasis,
        lines,
      },
      themeIds,
    });
    if (kind === "variation") addCarryOver(batch, { id: award.id, at, before: input.lines, after: lines });
  }
}

/**
 * A variation that gave a later year more and an earlier one less carried money over, as the funder had approved: at most a
 * fifth of the year that it left, of which that much is never claimed. Pence.
 */
function addCarryOver(
  { rows }: Batch,
  moved: { id: number; at: string; before: readonly LineInput[]; after: readonly LineInput[] },
): void {
  const { id, at, before, after } = moved;
  const years = [...new Set(before.map(({ financialYear }) => financialYear))].sort();
  const pence = (lines: readonly LineInput[], year: number | null) =>
    sumPence(lines.map((line) => (line.financialYear === year ? (line.amountPence ?? 0) : 0)));
  const gained = (year: number | null) => pence(after, year) - pence(before, year);
  const [fromYear, toYear] = years;
  if (typeof fromYear !== "number" || typeof toYear !== "number") return;
  const carried = Math.min(-gained(fromYear), gained(toYear), Math.floor(pence(before, fromYear) / 5));
  if (carried <= 0) return;
  rows.carry_over.push({
    award_id: id,
    from_year: fromYear,
    to_year: toYear,
    amount_pence: carried,
    approved_on: at.slice(0, 10),
    reference: `CO-${id}`,
    recorded_at: at,
  });
}

function amountOf(kind: LaterKind, pence: number): number {
  if (kind === "void") return 0;
  if (kind === "uplift") return Math.round(pence * 1.12);
  return kind === "reduction" ? Math.round(pence * 0.85) : pence;
}

/** What completes or corrects takes effect with what it completes; a change around its day, some in days to come. */
function effectiveOf({ random }: Register, kind: LaterKind, originalDay: string, at: string): string {
  if (kind === "apportionment" || kind === "correction") return originalDay;
  const day = dayNear(at, random.chance(0.1) ? random.whole(30, 150) : -random.whole(0, 25));
  return day < originalDay ? originalDay : day;
}

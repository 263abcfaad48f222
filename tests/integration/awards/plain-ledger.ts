import type { LineInput, VersionInput } from "#app/awards/version.rules.ts";

/** What a line counted under when its version was sealed. */
export type CountedLine = LineInput & {
  theme: number | null;
  fund: number | null;
  funder: number | null;
  outerTheme: number | null;
  outerApproximate: boolean;
};

type Sealed = { seq: number; input: VersionInput; lines: CountedLine[] };

/**
 * The ledger as a child would keep it: a list of versions and no postings. Every figure is worked out from the
 * version of each award that is in force; the real ledger must always agree.
 */
export class PlainLedger {
  readonly sealed: Sealed[] = [];

  constructor(readonly themesOfPriority: ReadonlyMap<number, readonly number[]>) {}

  seal(input: VersionInput, seq: number): void {
    this.sealed.push({ seq, input, lines: input.lines.map((line) => this.#count(input, line)) });
  }

  inForce(awardId: number, day: string, seq = Number.POSITIVE_INFINITY): Sealed | null {
    const candidates = this.sealed.filter(
      (each) => each.input.awardId === awardId && each.input.effectiveOn <= day && each.seq <= seq,
    );
    return candidates.reduce<Sealed | null>(
      (best, each) => (best === null || each.input.effectiveOn >= best.input.effectiveOn ? each : best),
      null,
    );
  }

  /** Every sum at a moment, by award and all dimensions. */
  balance(day: string, seq: number): Map<string, number[]> {
    const sums = new Map<string, number[]>();
    const add = (key: unknown[], values: number[]) => {
      const name = JSON.stringify(key);
      sums.set(
        name,
        values.map((value, index) => value + (sums.get(name)?.[index] ?? 0)),
      );
    };
    for (const awardId of new Set(this.sealed.map((each) => each.input.awardId))) {
      const version = this.inForce(awardId, day, seq);
      for (const line of version?.lines ?? []) {
        const pence = line.amountPence ?? 0;
        const unknown = line.amountPence === null ? 1 : 0;
        const approximate = version?.input.amountBasis === "approximate" ? pence : 0;
        add(
          [
            awardId,
            line.partnershipId,
            line.financialYear,
            line.projectId,
            line.priorityId,
            line.theme,
            line.stream,
            line.fund,
            line.funder,
          ],
          [pence, 0, unknown, approximate, 1],
        );
        const { inside } = line;
        if (!inside) continue;
        add(
          [
            inside.awardId,
            inside.partnershipId,
            inside.financialYear,
            inside.projectId,
            inside.priorityId,
            line.outerTheme,
            inside.stream,
            line.fund,
            line.funder,
          ],
          [0, pence, -unknown, line.outerApproximate ? -pence : 0, 0],
        );
      }
    }
    for (const [key, values] of sums) if (values.every((value) => value === 0)) sums.delete(key);
    return sums;
  }

  /** True where, on some day from `from` on, following the money outwards from `outer` comes to `awardId`. */
  wouldCircle(awardId: number, outerIds: readonly number[], from: string): boolean {
    const days = [from, ...this.sealed.map((each) => each.input.effectiveOn).filter((day) => day > from)];
    return days.some((day) => outerIds.some((outer) => this.#reaches(outer, awardId, day, new Set())));
  }

  #reaches(from: number, target: number, day: string, seen: Set<number>): boolean {
    if (from === target) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    const lines = this.inForce(from, day)?.lines ?? [];
    return lines.some(
      (line) => line.inside !== null && this.#reaches(line.inside.awardId, target, day, seen),
    );
  }

  #count(input: VersionInput, line: LineInput): CountedLine {
    const theme = line.themeId ?? this.#onlyTheme(line.priorityId);
    if (!line.inside) {
      return {
        ...line,
        theme,
        fund: input.fundId,
        funder: input.funderId,
        outerTheme: null,
        outerApproximate: false,
      };
    }
    const { inside } = line;
    const outer = this.inForce(inside.awardId, input.effectiveOn) ?? this.#first(inside.awardId);
    const same = outer.lines.filter(
      (each) =>
        each.partnershipId === inside.partnershipId &&
        each.financialYear === inside.financialYear &&
        each.projectId === inside.projectId &&
        each.priorityId === inside.priorityId &&
        each.stream === inside.stream,
    );
    const funded = same[0] ?? outer.lines[0];
    const themes = [...new Set(same.map((each) => each.theme))];
    return {
      ...line,
      theme,
      fund: funded ? funded.fund : outer.input.fundId,
      funder: funded ? funded.funder : outer.input.funderId,
      outerTheme: themes.length === 1 ? (themes[0] as number | null) : this.#onlyTheme(inside.priorityId),
      outerApproximate: outer.input.amountBasis === "approximate",
    };
  }

  #first(awardId: number): Sealed {
    const own = this.sealed.filter((each) => each.input.awardId === awardId);
    return own.reduce((best, each) => (each.input.effectiveOn <= best.input.effectiveOn ? each : best));
  }

  #onlyTheme(priorityId: number | null): number | null {
    const themes = priorityId === null ? [] : (this.themesOfPriority.get(priorityId) ?? []);
    return themes.length === 1 ? (themes[0] as number) : null;
  }
}

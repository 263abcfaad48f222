import { describe, expect, it } from "vitest";
import {
  type CashOfYear,
  dueAtClosure,
  dueBack,
  dueBackWords,
  lastClosedYear,
  type MoneyHeld,
  notYetKnownWords,
  unspentDue,
} from "./due-back.rules.ts";

const TODAY = "2026-11-21";
const year = (financialYear: number, receivedPence: number, spentPence: number | null): CashOfYear => ({
  ...{ financialYear, receivedPence, spentPence, recordedTo: null },
});
const held = (years: CashOfYear[], more: Partial<MoneyHeld> = {}): MoneyHeld => ({
  years,
  approved: [],
  above: { pence: 0, years: [] },
  receivedPence: years.reduce((sum, { receivedPence }) => sum + receivedPence, 0),
  repaidPence: 0,
  ...more,
});
const due = (years: CashOfYear[], more?: Partial<MoneyHeld>, today = TODAY) =>
  dueBack(held(years, more), today);
const of = (financialYear: number, pence: number) => ({ financialYear, pence, unspentPence: pence });

describe("money of a year that is over", () => {
  it("and was not spent in it goes back, however much was spent in a later year", () => {
    expect(due([year(2024, 100, 60), year(2025, 100, 140)])).toEqual({
      pence: 40,
      years: [of(2024, 40)],
      notYetKnown: [],
    });
    expect(due([year(2024, 100, 60), year(2025, 100, 90)]).years).toEqual([of(2024, 40), of(2025, 10)]);
  });

  it("is not due while its year runs, and nothing of it is where no spend is recorded", () => {
    expect(due([year(2026, 100, 10)])).toEqual({ pence: 0, years: [], notYetKnown: [] });
    expect(due([year(2024, 100, null)])).toEqual({
      pence: 0,
      years: [],
      notYetKnown: [{ financialYear: 2024, pence: 100, recordedTo: null }],
    });
  });

  it("is due once its spend is known: recorded to its end, reported in a return, or its accounts closed", () => {
    const late = (recordedTo: string | null, today: string) =>
      due([{ ...year(2025, 100, 60), recordedTo }], {}, today);
    expect(late("2025-12-31", "2026-03-31")).toMatchObject({ pence: 0, notYetKnown: [] });
    expect(late("2025-12-31", "2026-06-30")).toMatchObject({ pence: 0, notYetKnown: [{ pence: 40 }] });
    expect(late("2026-03-31", "2026-04-01")).toMatchObject({ pence: 40, notYetKnown: [] });
    expect(late(null, "2026-07-01")).toMatchObject({ pence: 40, notYetKnown: [] });
    expect([
      lastClosedYear("2026-06-30"),
      lastClosedYear("2026-07-01"),
      lastClosedYear("2027-03-31"),
    ]).toEqual([2024, 2025, 2025]);
    expect(notYetKnownWords(late("2025-12-31", "2026-06-30").notYetKnown)).toEqual([
      "£0.40 of 2025 to 2026 came and is not recorded as spent: spend of the year is recorded only to 31 December 2025, so what goes back is not yet known.",
    ]);
  });

  it("stays where the funder approved to carry it over: all while the later year runs, then what was spent there", () => {
    const approved = [{ fromYear: 2024, toYear: 2025, pence: 30 }];
    const running = [{ fromYear: 2024, toYear: 2026, pence: 30 }];
    expect(due([year(2024, 100, 60), year(2026, 0, 5)], { approved: running }).years).toEqual([of(2024, 10)]);
    expect(due([year(2024, 100, 60), year(2025, 100, 120)], { approved }).years).toEqual([of(2024, 20)]);
    expect(due([year(2024, 100, 60), year(2025, 100, 140)], { approved }).years).toEqual([of(2024, 10)]);
    expect(due([year(2024, 100, 60), year(2025, 100, 100)], { approved }).years).toEqual([of(2024, 40)]);
    // Of the later year nobody knows yet what was spent.
    expect(due([year(2024, 100, 60), year(2025, 0, null)], { approved }).years).toEqual([of(2024, 10)]);
  });

  it("stays where it was carried over once more, as far as that says and was not spent on the way", () => {
    const approved = [
      { fromYear: 2023, toYear: 2024, pence: 40 },
      { fromYear: 2024, toYear: 2025, pence: 30 },
    ];
    const came = [year(2023, 100, 60), year(2024, 0, 10)];
    // Of 40 were 10 spent in 2024, and 30 went on into a year of which nobody knows yet what was spent.
    expect(due([...came, year(2025, 0, null)], { approved }).years).toEqual([]);
    expect(due([...came, year(2025, 0, 30)], { approved }).years).toEqual([]);
    expect(due([...came, year(2025, 0, 12)], { approved }).years).toEqual([of(2023, 18)]);
    expect(due(came, { approved: approved.slice(0, 1) }).years).toEqual([of(2023, 30)]);
    // The second approval is of what 2024 has left of its own first.
    expect(due([year(2023, 100, 60), year(2024, 25, 10)], { approved }).years).toEqual([of(2023, 25)]);
  });

  it("is off what was repaid, the earliest year first, and what was claimed too much of it is part of it or it of that", () => {
    const years = [year(2023, 80, 60), year(2024, 50, 40)];
    expect(due(years, { repaidPence: 25 }).years).toEqual([of(2024, 5)]);
    expect(due(years, { repaidPence: 30 })).toMatchObject({ pence: 0, years: [] });
    const above = { pence: 30, years: [{ financialYear: 2023, pence: 30 }] };
    const both = due(years, { above });
    expect(both.years).toEqual([{ financialYear: 2023, pence: 30, unspentPence: 20 }, of(2024, 10)]);
    expect([both.pence, unspentDue(both)]).toEqual([40, 30]);
    expect(dueBackWords(both)).toBe(
      "£0.40 (£0.30 of 2023 to 2024, £0.10 of 2024 to 2025 not spent in that year)",
    );
    expect(due(years, { above, repaidPence: 30 }).years).toEqual([of(2024, 10)]);
  });
});

describe("of an award that is to be closed", () => {
  it("every year is over, and what is recorded as spent is all", () => {
    const closing = dueAtClosure(held([year(2024, 100, 60), year(2026, 100, 130)]));
    expect(closing).toMatchObject({ pence: 40, years: [of(2024, 40)] });
    expect(dueAtClosure(held([year(2026, 100, 90)])).years).toEqual([of(2026, 10)]);
  });

  it("years of which no spend is recorded are still to be said, unless their money was repaid", () => {
    const closing = (repaidPence: number) => dueAtClosure(held([year(2024, 100, null)], { repaidPence }));
    expect(closing(0)).toMatchObject({ pence: 0, notYetKnown: [{ pence: 100 }] });
    expect(closing(100)).toMatchObject({ pence: 0, notYetKnown: [] });
  });

  it("what came of no known year goes back where less was spent in all", () => {
    const closing = dueAtClosure(held([year(2024, 20, 20)], { receivedPence: 60 }));
    expect(closing.pence).toBe(40);
    expect(dueBackWords(closing)).toBe("£0.40 of no known year");
  });
});

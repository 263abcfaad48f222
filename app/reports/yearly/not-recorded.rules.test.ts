import { describe, expect, test } from "vitest";
import { totalWords } from "../changes/changes-words.rules.ts";
import { compareReports } from "../changes/comparison.rules.ts";
import type { CrossedReport } from "../crossed/crossed.ts";
import type { Figures, FundingSecuredReport } from "../funding-secured.ts";
import { bidsSection } from "./bids-section.rules.ts";
import { prioritiesByYear, yearLine } from "./money-charts.rules.ts";
import { projectsSection } from "./projects-section.rules.ts";
import type { BidOfYear, YearlyReport } from "./yearly.ts";

const crossed = (columns: string[], rows: CrossedReport["rows"]) =>
  ({
    columns: [...columns, "not-apportioned"].map((column) => ({ column, name: column })),
    rows,
    total: { row: "total", name: "Total", cells: [5_550_000, 0], sum: 5_550_000 },
  }) as CrossedReport;

const project = (id: number, more: object = {}) => ({
  ...{ id, name: `Project ${id}`, startsOn: null, endsOn: null, status: null },
  ...more,
});

function projectsText(projects: object[], otherProjects: object[]): string {
  const rest = { row: "not-apportioned", name: "No project yet", cells: [0, 0], sum: 0 };
  const row = { row: "1", name: "Project 1", cells: [0, 100], sum: 100 };
  const byProject = crossed(["2025"], [row, rest]);
  return JSON.stringify(
    projectsSection({
      projects,
      otherProjects,
      byProject,
      measures: [],
      year: 2025,
    } as unknown as YearlyReport),
  );
}

describe("what is not recorded is never £0", () => {
  test("in the total of bids of which no amount is recorded", () => {
    const bid = {
      became: "won",
      id: 1,
      reference: "B-1",
      title: "Lights",
      requestedPence: null,
    } as BidOfYear;
    const bids = [{ ...bid, awardedPence: 500 }];
    const section = bidsSection({
      bids,
      notBid: [],
      year: 2025,
      undatedDecisions: 0,
    } as unknown as YearlyReport);
    const won = section.blocks.find((block) => block.kind === "table" && block.caption === "Bids won");
    expect(won?.kind === "table" && won.footer?.[0]?.slice(3, 5)).toEqual(["not recorded", "£5"]);
  });

  test("at a project without a line; one with lines of other years has £0 of this year", () => {
    const text = projectsText([project(1), project(2)], []);
    expect(text).toContain('"0","£0","£1"]');
    expect(text).toContain('"0","not recorded","not recorded"]');
  });

  test("between a row that is not there and one without an amount", () => {
    const figures: Figures = {
      ...{ securedPence: 0, grossPence: 0, passedOnPence: 0, awards: 1, notRecorded: 1, approximatePence: 0 },
    };
    const report = (rows: object[]) =>
      ({
        figures: { by: "fund", rows },
        notApportioned: { ...figures, awards: 0, notRecorded: 0 },
        total: figures,
      }) as unknown as FundingSecuredReport;
    const { rows } = compareReports(report([]), report([{ id: 1, name: "A fund", ...figures }]));
    expect(rows[0]).toMatchObject({ firstPence: 0, secondPence: null, differencePence: null });
  });

  test("in a report of which nothing was recorded, beside one of which something was", () => {
    const none = { securedPence: 0, grossPence: 0, passedOnPence: 0, approximatePence: 0 };
    const some = { ...none, securedPence: 500, grossPence: 500, awards: 1, notRecorded: 0 };
    const report = (total: object, rows: object[]) =>
      ({
        figures: { by: "fund", rows },
        notApportioned: { ...none, awards: 0, notRecorded: 0 },
        total,
        joint: { awards: [], total: { ...none, awards: 0, notRecorded: 0 } },
      }) as unknown as FundingSecuredReport;
    const { rows, total, empty } = compareReports(
      report({ ...none, awards: 0, notRecorded: 0 }, []),
      report(some, [{ id: 1, name: "A fund", ...some }]),
    );
    expect(empty).toEqual(["nothing recorded", null]);
    for (const row of [...rows, total]) {
      expect(row).toMatchObject({ firstPence: null, secondPence: 500, differencePence: 500 });
    }
  });

  test("where no award was in the register, nor any for the year before", () => {
    const moment = {
      asAt: "2026-03-31",
      knownAt: "2026-03-31",
      position: 1,
      totalPence: 0,
      notRecorded: 0,
      approximatePence: 0,
    };
    expect(totalWords({ ...moment, isEmpty: true })).toBe(
      "As at 31 March 2026, as it was known on 31 March 2026: no award was recorded",
    );
    const joint = { awards: 1, securedPence: 29_999_800, notRecorded: 0 };
    expect(totalWords({ ...moment, isEmpty: true, joint })).toBe(
      "As at 31 March 2026, as it was known on 31 March 2026: nothing apportioned to it was recorded. Joint, split not known: £299,998, 1 award",
    );
    const report = { byFunder: crossed(["2026"], []), year: 2026 } as unknown as YearlyReport;
    const line = yearLine({ ...report, year: 2027 }, "when-needed");
    expect(line?.finding).toBe("Nothing is recorded as secured for 2027 to 2028");
    expect(line?.kind === "line" && line.points.at(-1)).toMatchObject({ value: null, text: "not recorded" });
    const two = { ...report, byFunder: crossed(["2024", "2026"], []) };
    two.byFunder.total.cells = [1, 5_550_000, 0];
    expect(yearLine(two, "when-needed")?.finding).toBe(
      "£55,500 is secured for 2026 to 2027; nothing is recorded for the year before",
    );
  });
});

test("the table of priority areas has the years of which money is recorded, beside that of the report", () => {
  const rest = { row: "not-apportioned", name: "No priority area yet", cells: [0, 0, 0], sum: 0 };
  const one = { row: "1", name: "Burglary", cells: [100, 200, 0], sum: 300 };
  const byPriority = crossed(["2026", "2027"], [one, rest]);
  byPriority.total.cells = [100, 200, 0];
  const blocks = prioritiesByYear({ byPriority, year: 2025 } as unknown as YearlyReport, "when-needed");
  const table = blocks.find((block) => block.kind === "table");
  expect(table?.kind === "table" && table.columns.slice(1, 4).map(({ heading }) => heading)).toEqual([
    "2025 to 2026",
    "2026 to 2027",
    "2027 to 2028",
  ]);
  expect(table?.kind === "table" && table.rows[0]?.slice(1, 4)).toEqual(["not recorded", "£1", "£2"]);
});

test("projects without dates are named, under words that say so", () => {
  const text = projectsText([], [project(7, { name: "Doorstep", status: "going_on" })]);
  expect(text).toContain("Whether these projects ran in 2025 to 2026 is not recorded");
  expect(text).toContain("Doorstep");
  expect(text).toContain("Going on");
  expect(text).not.toContain("No project is recorded for this year");
});

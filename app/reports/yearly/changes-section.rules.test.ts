import { describe, expect, test } from "vitest";
import { changesQueryOf, changesSchema } from "../changes/changes.schema.ts";
import type { Change, Changes } from "../changes/changes.ts";
import { withoutLinks } from "../document/document.ts";
import { changesSection } from "./changes-section.rules.ts";
import type { LastYears, YearlyReport } from "./yearly.ts";

const moment = {
  ...{ asAt: "2025-03-31", knownAt: "2025-04-02", position: 17 },
  ...{ totalPence: 100, notRecorded: 0, approximatePence: 0 },
};
const change: Change = {
  cursor: "18-40",
  award: { id: 5, reference: "A-5", title: "Lights" },
  ...{
    cause: null,
    effectiveOn: "2025-05-01",
    recordedOn: "2025-05-02",
    partnership: null,
    financialYear: null,
  },
  ...{ project: null, priority: null, theme: null, stream: null, fund: null, pence: 50, notRecorded: 0 },
};

function sectionOf(more: Partial<Changes>, lastYears: LastYears | null = null) {
  const changes: Changes = {
    partnerships: ["Ashdown"],
    from: moment,
    to: { ...moment, asAt: "2026-03-31", knownAt: "2026-03-31", position: 90, totalPence: 150 },
    ...{ count: 1, changedPence: 50, unexplainedPence: 0, changes: [change], next: null },
    ...more,
  };
  return changesSection({ changes, year: 2025, lastYears, partnership: { id: 3 } } as YearlyReport);
}

const linksOf = (section: ReturnType<typeof sectionOf>) =>
  section.blocks.flatMap((block) => (block.kind === "link" ? [block] : []));

describe("what changed since last year’s report", () => {
  test("says of each total what of it is approximate", () => {
    const text = JSON.stringify(sectionOf({ from: { ...moment, approximatePence: 50 } }));
    expect(text).toContain("£1. £0.50 of the total (50%) is known only approximately");
    expect(text).toContain("First report approximately £1.00 + changes £0.50 = second report £1.50.");
  });

  test("is whole where it fits, with its total, and says that none was published", () => {
    const section = sectionOf({});
    expect(linksOf(section)).toEqual([]);
    expect(JSON.stringify(section)).toContain("No report of 2024 to 2025 is published here");
    const table = section.blocks.find((block) => block.kind === "table");
    expect(table?.kind === "table" && table.footer).toEqual([["Total", "+£0.50", "", ""]]);
  });

  test("says how many more there are and leads to exactly those, and a file has the words alone", () => {
    const section = sectionOf({ count: 1_235, next: "18-40" });
    const [rest] = linksOf(section);
    expect(rest?.text).toBe("The other 1,234 changes stand on the page “What changed between two reports”.");
    const address = new URL(rest?.href ?? "", "http://here");
    const read = changesSchema.parse(Object.fromEntries(address.searchParams));
    const { from, to, partnershipIds } = changesQueryOf(read, "2027-01-01");
    expect([from, to, partnershipIds, address.searchParams.get("after")]).toEqual([
      { asAt: "2025-03-31", knownAt: "2025-04-02", position: 17 },
      { asAt: "2026-03-31", knownAt: "2026-03-31", position: 90 },
      [3],
      "18-40",
    ]);
    const kept = withoutLinks({ title: "", of: "", lead: [], sections: [section] });
    expect(linksOf(kept.sections[0] as typeof section)).toEqual([]);
    expect(JSON.stringify(kept)).not.toContain("href");
    expect(JSON.stringify(kept)).toContain("The other 1,234 changes");
  });

  test("names last year’s report where it was published", () => {
    const published = { id: 9, title: "Our year", publishedAt: "2025-06-05T11:00:00.000Z", ...moment };
    expect(linksOf(sectionOf({}, published))).toEqual([
      {
        kind: "link",
        text: "The report of 2024 to 2025, “Our year”, was published 5 June 2025 at midday. This one is compared with it.",
        href: "/published/9",
      },
    ]);
  });
});

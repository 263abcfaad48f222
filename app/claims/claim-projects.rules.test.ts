import { describe, expect, it } from "vitest";
import { type ProjectShare, projectFlags, refusalOfProjects } from "./claim-projects.rules.ts";

const share = (
  financialYear: number | null,
  projectId: number | null,
  amountPence: number,
  stream: ProjectShare["stream"] = null,
): ProjectShare => ({
  ...{ financialYear, stream, projectId, amountPence },
  projectName: projectId === null ? null : `P${projectId}`,
});

describe("a year that is apportioned to projects", () => {
  const given = [share(2024, 1, 10_000), share(2024, 2, 5_000), share(2025, 2, 5_000)];

  it("pays nothing for a project that gets nothing of it", () => {
    expect(refusalOfProjects(given, [], [share(2024, 1, 1), share(2024, 3, 1)])).toEqual({
      ...{ line: 1, field: "projectId", message: "The award has no money of 2024 to 2025 for “P3”" },
    });
    expect(refusalOfProjects(given, [], [{ ...share(2025, 1, 1), projectName: null }])?.message).toBe(
      "The award has no money of 2025 to 2026 for this project",
    );
    // A year of which the award gives nothing at all is refused as such; what no project is said for is held against none.
    expect(refusalOfProjects(given, [], [share(2026, 1, 1), share(2024, null, 15_000)])).toBeNull();
  });

  it("pays a project what it gets beside its other claims, whatever is claimed for others", () => {
    const claimed = [share(2024, 1, 4_000), share(2024, 2, 5_000), share(2024, null, 3_000)];
    expect(refusalOfProjects(given, claimed, [share(2024, 1, 6_000)])).toBeNull();
    expect(refusalOfProjects(given, claimed, [share(2024, 1, 5_000), share(2024, 1, 1_001)])).toEqual({
      line: 1,
      field: "amountPence",
      message: "Only £10 of 2024 to 2025 is left for “P1” beside what else is claimed",
    });
  });

  it("holds back no project for what another had claimed before it was apportioned otherwise", () => {
    const claimed = [share(2024, 2, 9_000)];
    expect(refusalOfProjects(given, claimed, [share(2024, 1, 10_000)])).toBeNull();
    expect(refusalOfProjects(given, claimed, [share(2024, 2, 1)])?.field).toBe("amountPence");
  });

  it("does so stream by stream", () => {
    const streams = [
      share(2024, 1, 50, "capital"),
      share(2024, 1, 50, "revenue"),
      share(2024, 2, 70, "revenue"),
    ];
    expect(refusalOfProjects(streams, [], [share(2024, 1, 60, "revenue")])?.message).toBe(
      "Only £0.50 of the revenue money of 2024 to 2025 is left for “P1” beside what else is claimed",
    );
    expect(refusalOfProjects(streams, [], [share(2024, 2, 1, "capital")])).toMatchObject({
      ...{ field: "projectId", message: "The award has no capital money of 2024 to 2025 for “P2”" },
    });
  });
});

describe("what is not yet apportioned to a project", () => {
  const given = [share(2024, 1, 100), share(2024, null, 50), share(null, null, 10)];

  it("serves every project above its own, all of them once, and is flagged", () => {
    expect(refusalOfProjects(given, [], [share(2024, 1, 160)])).toBeNull();
    expect(refusalOfProjects(given, [share(2024, 1, 140)], [share(2024, 3, 20)])).toBeNull();
    expect(refusalOfProjects(given, [share(2024, 1, 140)], [share(2024, 3, 21)])?.message).toBe(
      "Only £0.20 of 2024 to 2025 is left for “P3” beside what else is claimed",
    );
    expect(projectFlags(given, [], [share(2024, 1, 100)])).toEqual([]);
    expect(projectFlags(given, [share(2024, 1, 90)], [share(2024, 1, 30)])).toEqual([
      "With this claim £0.20 of money of 2024 to 2025 for “P1” is not yet apportioned to a project",
    ]);
    expect(projectFlags(given, [], [share(2024, 3, 5), share(2024, null, 5)])).toEqual([
      "With this claim £0.05 of money of 2024 to 2025 for “P3” is not yet apportioned to a project",
    ]);
  });

  it("a claim that was sent before all was apportioned to others says so", () => {
    expect(projectFlags([share(2024, 1, 100)], [], [share(2024, 3, 5, "revenue")])).toEqual([
      "The award has no revenue money of 2024 to 2025 for “P3”",
    ]);
  });
});

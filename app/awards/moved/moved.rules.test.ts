import { expect, test } from "vitest";
import type { ComparedLine } from "../compare-lines.rules.ts";
import { movedBetween, virementBetween } from "./moved.rules.ts";

const PROJECTS = { Lighting: 1, Patrols: 2, Guardians: 3 };

function line(
  pounds: number | null,
  project: keyof typeof PROJECTS | null,
  financialYear: number | null = 2024,
): ComparedLine {
  return {
    partnership: null,
    financialYear,
    project: project && { id: PROJECTS[project], name: project },
    priority: null,
    theme: null,
    stream: null,
    inside: null,
    insideAward: null,
    amountPence: pounds === null ? null : pounds * 100,
  };
}

test("money that moves between interventions and years is a virement, and says from where to where", () => {
  const before = [line(600, "Lighting"), line(400, "Patrols", 2025)];
  const after = [line(850, "Lighting"), line(150, "Patrols", 2025)];
  expect(virementBetween(before, after)).toBe("projects and financial years");
  const moved = movedBetween(before, after, "year");
  expect(moved.changes.map(({ before: was, change, after: is }) => [was, change, is])).toEqual([
    [60_000, 25_000, 85_000],
    [40_000, -25_000, 15_000],
  ]);
  expect(moved.words).toEqual([
    "This is a virement between projects and financial years",
    "£250 moved from 2025 to 2026 to 2024 to 2025",
  ]);
});

test("several that give and take stand with their amounts", () => {
  const before = [line(600, "Lighting"), line(400, "Patrols")];
  const after = [line(300, "Lighting"), line(200, "Patrols"), line(500, "Guardians")];
  expect(movedBetween(before, after, "project").words.at(-1)).toBe(
    "£500 moved from Lighting (£300) and Patrols (£200) to Guardians",
  );
  expect(movedBetween(before, after, "year").words.at(-1)).toBe("Nothing moved between financial years");
});

test("what a cut takes off and what moves with it are two sentences, and no virement", () => {
  const before = [line(600, "Lighting"), line(400, "Patrols")];
  const after = [line(300, "Lighting"), line(450, "Patrols")];
  expect(virementBetween(before, after)).toBeNull();
  expect(movedBetween(before, after, "project").words).toEqual([
    "£300 taken off Lighting",
    "£50 added to Patrols",
  ]);
});

test("what becomes known of money not yet apportioned is no virement", () => {
  const [before, after] = [[line(500, null, null)], [line(500, "Patrols", null)]];
  expect(virementBetween(before, after)).toBeNull();
  expect(movedBetween(before, after, "project").words).toEqual([
    "£500 moved from what was not yet apportioned to Patrols",
  ]);
});

test("of an amount that is not recorded nobody can say what moved", () => {
  const words = movedBetween([line(null, null)], [line(5, "Patrols")], "project").words;
  expect(words).toEqual(["One of the two amounts is not recorded, so nobody can say what moved"]);
});

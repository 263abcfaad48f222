import { expected } from "./access-expectation.ts";
import type { Visitor } from "./access-kinds.ts";
import type { Cell, Report } from "./access-matrix.ts";
import { leaksIn } from "./leaks.ts";
import { pageForms } from "./page-forms.ts";
import { visible } from "./send.ts";
import { FOREIGN, MISSING } from "./standings.ts";
import type { World } from "./world.ts";

/** A part of the canary, which an answer may repeat, and nonsense of the same length that nothing holds. */
const SEARCHED = ["kanar", "qanar"] as const;

/** Pairs of values that somebody who must not know of the foreign records cannot tell apart by what they are answered. */
const PAIRS: readonly (readonly [string, string])[] = [
  SEARCHED,
  [String(FOREIGN), String(MISSING)],
  [`project-${FOREIGN}`, `project-${MISSING}`],
];

/** Asks every page with every filter that it offers, or that it links to, for records of the foreign partnership. */
export async function checkFilters(
  world: World,
  cells: readonly Cell[],
  visitors: readonly Visitor[],
): Promise<Report> {
  const report: Report = { requests: 0, findings: [] };
  const names = await filterNames(world, cells);
  for (const cell of cells) {
    if (cell.standing !== null && cell.standing !== "own") continue;
    for (const visitor of visitors) {
      if (expected(cell.row, "load", visitor, cell.standing) !== "allowed") continue;
      for (const name of names.get(cell.path) ?? []) {
        for (const pair of PAIRS) await checkPair(world, report, cell, visitor, name, pair);
      }
    }
  }
  return report;
}

async function checkPair(
  world: World,
  report: Report,
  cell: Cell,
  visitor: Visitor,
  name: string,
  pair: readonly [string, string],
): Promise<void> {
  const [seen, nothing] = await Promise.all(
    pair.map(async (value) => {
      const path = `${cell.path}?${new URLSearchParams({ [name]: value })}`;
      const answer = await world.get(path, visitor);
      const title = `GET ${path} as ${visitor}`;
      for (const leak of leaksIn(answer, world, cell, visitor))
        report.findings.push(`${title} shows ${leak}`);
      if (answer.status >= 500) report.findings.push(`${title} answered ${answer.status}`);
      return visible(answer, repeated(value));
    }),
  );
  report.requests += 2;
  if (seen !== nothing) {
    report.findings.push(`GET ${cell.path} as ${visitor} tells ${name}=${pair[0]} from ${name}=${pair[1]}`);
  }
}

/** How an answer may repeat what was asked for: an amount has a comma between its thousands. */
function repeated(value: string): [string, string][] {
  const plain: [string, string] = [value, "VALUE"];
  return /^\d+$/.test(value) ? [plain, [Number(value).toLocaleString("en-GB"), "VALUE"]] : [plain];
}

/** The filters of each address: the fields of its forms that ask, and what links to it carry. */
export async function filterNames(world: World, cells: readonly Cell[]): Promise<Map<string, Set<string>>> {
  const names = new Map<string, Set<string>>();
  const add = (path: string, name: string) => names.set(path, (names.get(path) ?? new Set()).add(name));
  for (const { row, standing, path } of cells) {
    const visitor = row.load.find((one) => expected(row, "load", one, standing) === "allowed");
    if (!visitor || (standing !== null && standing !== "own")) continue;
    const { text } = await world.get(path + (row.formAt ?? ""), visitor);
    for (const form of pageForms(text)) {
      if (form.method === "get") for (const field of form.fields) add(form.action ?? path, field.name);
    }
    for (const [, href = ""] of text.matchAll(/href="(\/[^"#]*\?[^"#]*)/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), world.origin);
      for (const name of url.searchParams.keys()) add(url.pathname, name);
    }
  }
  return names;
}

import { type Expected, expected, isAsExpected, uncovered } from "./access-expectation.ts";
import { RECORDS, type Row, VISITORS, type Visitor } from "./access-table.ts";
import { fillPath } from "./built-routes.ts";
import { leaksIn } from "./leaks.ts";
import { FOREIGN, MISSING, type Params, type Standing } from "./made-register.ts";
import type { NeverKept } from "./never-kept.ts";
import { formOf } from "./own-form.ts";
import { type Answer, visible } from "./send.ts";
import type { World } from "./world.ts";

export type Fields = [string, string][];

/** One row, one standing of its record. */
export type Cell = { row: Row; standing: Standing | null; path: string };

export type Report = { requests: number; findings: string[] };

/** The addresses that the table speaks of. */
export function cellsOf(rows: readonly Row[], { register }: World): Cell[] {
  return rows.flatMap((row): Cell[] => {
    if (!row.record) return [{ row, standing: null, path: fillPath(row.path, row.with ?? {}) }];
    const standings = Object.entries(register.records[row.record]) as [Standing, Params][];
    return standings.map(([standing, params]) => ({
      row,
      standing,
      path: fillPath(row.path, { ...params, ...row.with }),
    }));
  });
}

/**
 * Holds every route of the service to its row: each visitor, each method, each standing of the record. Whatever a
 * visitor may not do must not have written; a foreign record answers as a missing one, byte by byte; no answer holds a
 * canary or a secret.
 */
export async function checkAccess(
  world: World,
  kept: NeverKept,
  rows: readonly Row[],
  { thorough = true } = {},
): Promise<Report> {
  const report: Report = { requests: 0, findings: uncovered(world.routes, rows) };
  const cells = cellsOf(
    rows.filter((row) => world.routes.some((route) => route.path === row.path)),
    world,
  );
  const answers = new Map<string, string>();
  for (const cell of cells) {
    const filled = cell.row.post ? await formOf(world, cells, cell) : [];
    for (const visitor of VISITORS) {
      await checkCell(
        { world, kept, report, answers, brief: !thorough && !TOLD.includes(cell.standing) },
        cell,
        visitor,
        filled,
      );
    }
  }
  report.findings.push(...toldApart(cells, answers));
  return report;
}

/** The standings in which the quick form tries every method; in the others it opens the page and sends the form. */
const TOLD: readonly (Standing | null)[] = [null, "own", "foreign", "missing"];

type Run = { world: World; kept: NeverKept; report: Report; answers: Map<string, string>; brief: boolean };

async function checkCell(run: Run, cell: Cell, visitor: Visitor, filled: Fields): Promise<void> {
  const { world, kept, report, answers, brief } = run;
  const { row, standing, path } = cell;
  const { id } = world.routes.find((route) => route.path === row.path) ?? { id: "" };
  const data = `${path}?_data=${encodeURIComponent(id)}`;
  const look = async (
    what: string,
    ask: () => Promise<Answer>,
    verdict: (answer: Answer) => string | null,
  ) => {
    const before = kept.transactions();
    const answer = await ask();
    report.requests += 1;
    const wrote = kept.transactions() - before;
    const problem = verdict(answer) ?? (what.startsWith("POST") ? null : wrote > 0 ? "it wrote" : null);
    const name = `${what} ${path} as ${visitor}${standing ? ` (${standing})` : ""}`;
    if (problem !== null) report.findings.push(`${name}: ${problem}, answered ${answer.status}`);
    for (const leak of leaksIn(answer, world, cell, visitor)) report.findings.push(`${name} shows ${leak}`);
    answers.set(
      `${what} ${visitor} ${path}`,
      visible(answer, [
        [path, "PATH"],
        [encodeURIComponent(path), "PATH"],
      ]),
    );
    return { answer, wrote };
  };

  const says = expected(row, "load", visitor, standing);
  const asSaid = (answer: Answer) => (isAsExpected(answer, says, "load", row) ? null : `must be ${says}`);
  await look("GET", () => world.get(path, visitor), asSaid);
  if (!brief)
    await look(
      "HEAD",
      () => world.get(path, visitor, "HEAD"),
      (answer) => asSaid(answer) ?? (answer.text ? "has a body" : null),
    );
  if (!brief)
    await look(
      "data",
      () => world.get(data, visitor),
      (answer) => (dataIsAsSaid(answer, says, row) ? null : `must be ${says}`),
    );

  const takes = expected(row, "post", visitor, standing);
  const forms: [string, Fields][] = [
    ["POST empty", []],
    ["POST", filled],
  ];
  for (const [what, fields] of row.post && brief ? forms.slice(1) : row.post ? forms : forms.slice(0, 1)) {
    const { answer, wrote } = await look(
      what,
      () => world.post(path, fields, visitor),
      (answer) => {
        // An answer that cannot be read is refused before anybody looks whose the record is.
        if (what === "POST empty" && takes !== "sign in" && answer.status === 422) return null;
        return isAsExpected(answer, takes, "post", row) ? null : `must be ${takes}`;
      },
    );
    const name = `${what} ${path} as ${visitor} (${standing})`;
    if (takes !== "allowed" && wrote > 0) report.findings.push(`${name} wrote, though it must be ${takes}`);
    // A joint record may lack what its own form asks for; a record of one partnership is complete.
    const sends = [...(row.sends ?? [303]), ...(standing === "own" || standing === null ? [] : [422])];
    if (what === "POST" && takes === "allowed" && !sends.includes(answer.status)) {
      report.findings.push(`${name} must succeed, answered ${answer.status}: is the form complete?`);
    }
  }
}

/** A request for data alone is answered 204 where a page would send the browser elsewhere. */
function dataIsAsSaid(answer: Answer, says: Expected, row: Row): boolean {
  const to = String(answer.headers["x-remix-redirect"] ?? "");
  if (says === "sign in") return answer.status === 204 && to.startsWith("/sign-in?next=");
  if (says === "refused") return [403, 404].includes(answer.status);
  if (says === "not found") return isAsExpected(answer, says, "load", row);
  return (row.opens ?? [200]).includes(answer.status === 204 ? 303 : answer.status);
}

/** Where a foreign record can be told from one that does not exist. */
function toldApart(cells: readonly Cell[], answers: ReadonlyMap<string, string>): string[] {
  const findings: string[] = [];
  for (const { row, standing, path } of cells) {
    if (standing !== "foreign" || !row.record || RECORDS[row.record].seen === "all") continue;
    for (const [key, foreign] of answers) {
      if (!key.endsWith(` ${path}`)) continue;
      const missing = answers.get(key.replaceAll(String(FOREIGN), String(MISSING)));
      if (missing !== foreign) findings.push(`${key} (foreign) is not answered as a missing record is`);
    }
  }
  return findings;
}
